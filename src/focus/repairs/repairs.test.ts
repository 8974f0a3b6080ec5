import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {DuckdbEngine} from "../../engine/duckdb/duckdb.ts";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {identifier, join as joined, literal, type Query, raw, sql} from "../../engine/query.ts";
import {lakeColumns} from "../columns.ts";
import {detect} from "../detect.ts";
import {repairs, repairsFor} from "./repairs.ts";

let engine: DuckdbEngine;
beforeAll(async () => {
  engine = await openDuckdb({
    memory: "500MB",
    threads: 1,
    spillFolder: join(tmpdir(), "ashlar-repairs-spill"),
    spill: "100MB",
    parallel: 1,
    allowedDirectories: []
  });
});
afterAll(async () => engine.close());

type Fields = Readonly<Record<string, string>>;

/** A row of the lake with these values. */
function rowOf(fields: Fields): Query {
  const columns = lakeColumns("CostAndUsage").map(({name, kind}) => {
    const type =
      {decimal: "decimal(38, 18)", instant: "timestamp", map: "map(varchar, varchar)"}[kind as string] ?? "varchar";
    const value = fields[name];
    return sql`cast(${value === undefined ? raw("null") : literal(value)} as ${raw(type)}) as ${identifier(name)}`;
  });
  const x = literal(fields["x"] ?? "{}");
  return sql`(select ${joined(columns)}, cast(cast(${x} as json) as map(varchar, varchar)) as "x")`;
}

/** What a repair makes of a row: null where it leaves it alone. */
async function mended(id: string, fields: Fields): Promise<unknown> {
  const repair = repairs.find((each) => each.id === id);
  if (repair === undefined) throw new Error(`no repair ${id}`);
  const own = (name: string): Query => identifier(name);
  const [row] = await engine.rows(
    sql`select cast(case when ${repair.when(own)} then ${repair.value(own)} end as varchar) as v from ${rowOf(fields)}`
  );
  return row?.["v"];
}

const plan = "/providers/Microsoft.BillingBenefits/savingsPlanOrders/o/savingsPlans/p";

describe("a repair", () => {
  test.each<[string, Fields, string | null]>([
    ["purchase-frequency", {ChargeCategory: "Purchase", ChargeFrequency: "Usage-Based"}, "Recurring"],
    ["purchase-frequency", {ChargeCategory: "Usage", ChargeFrequency: "Usage-Based"}, null],
    [
      "purchase-effective-cost",
      {ChargeCategory: "Purchase", CommitmentDiscountId: "c", EffectiveCost: "3"},
      "0.000000000000000000"
    ],
    ["purchase-effective-cost", {ChargeCategory: "Purchase", EffectiveCost: "3"}, null],
    ["unused-status", {ChargeCategory: "Usage", CommitmentDiscountId: plan, ResourceId: plan.toLowerCase()}, "Unused"],
    ["unused-status", {ChargeCategory: "Usage", CommitmentDiscountId: plan, ResourceId: "/vm"}, null],
    [
      "covered-pricing-category",
      {ChargeCategory: "Usage", CommitmentDiscountStatus: "Used", PricingCategory: "Standard"},
      "Committed"
    ],
    [
      "covered-pricing-category",
      {ChargeCategory: "Usage", CommitmentDiscountId: plan, ResourceId: plan, PricingCategory: "Standard"},
      "Committed"
    ],
    ["covered-pricing-category", {ChargeCategory: "Usage", PricingCategory: "Standard"}, null],
    [
      "pricing-quantity-from-cost",
      {PricingQuantity: "0", ContractedUnitPrice: "3", ContractedCost: "1"},
      "0.333333333333333333"
    ],
    ["pricing-quantity-from-cost", {PricingQuantity: "0", ContractedUnitPrice: "3", ContractedCost: "0"}, null],
    [
      "contracted-cost-missing",
      {
        ChargeCategory: "Usage",
        ContractedCost: "0",
        ContractedUnitPrice: "2",
        PricingQuantity: "3",
        EffectiveCost: "5"
      },
      "6.000000000000000000"
    ],
    [
      "contracted-cost-missing",
      {ChargeCategory: "Usage", ContractedCost: "0", EffectiveCost: "5"},
      "5.000000000000000000"
    ],
    ["contracted-cost-missing", {ChargeCategory: "Usage", ContractedCost: "0", EffectiveCost: "0"}, null],
    [
      "contracted-cost-missing",
      {ChargeCategory: "Usage", ContractedCost: "0", EffectiveCost: "5", CommitmentDiscountStatus: "Unused"},
      null
    ],
    [
      "contracted-cost-mismatch",
      {ChargeCategory: "Usage", ContractedCost: "600", ContractedUnitPrice: "2", PricingQuantity: "3"},
      "6.000000000000000000"
    ],
    [
      "contracted-cost-mismatch",
      {ChargeCategory: "Usage", ContractedCost: "6.0000001", ContractedUnitPrice: "2", PricingQuantity: "3"},
      null
    ],
    [
      "contracted-cost-mismatch",
      {
        ChargeCategory: "Usage",
        ChargeClass: "Correction",
        ContractedCost: "600",
        ContractedUnitPrice: "2",
        PricingQuantity: "3"
      },
      null
    ],
    [
      "contracted-cost-mismatch",
      {
        ChargeCategory: "Usage",
        ContractedCost: "5.4",
        ContractedUnitPrice: "2",
        PricingQuantity: "3",
        x: '{"x_BillingExchangeRate": "0.9"}'
      },
      null
    ],
    [
      "list-cost-missing",
      {
        ChargeCategory: "Usage",
        ListCost: "0",
        ListUnitPrice: "4",
        PricingQuantity: "3",
        ContractedCost: "6",
        EffectiveCost: "5"
      },
      "12.000000000000000000"
    ],
    [
      "list-cost-missing",
      {ChargeCategory: "Usage", ListCost: "0", ContractedCost: "6", EffectiveCost: "5"},
      "6.000000000000000000"
    ],
    [
      "list-cost-missing",
      {ChargeCategory: "Usage", ListCost: "0", ContractedCost: "0", EffectiveCost: "5"},
      "5.000000000000000000"
    ],
    ["billing-account-case", {BillingAccountId: "/Providers/A"}, "/providers/a"],
    ["billing-account-case", {BillingAccountId: "861"}, null],
    ["commitment-case", {CommitmentDiscountId: plan}, plan.toLowerCase()],
    ["purchase-resource-id", {ChargeCategory: "Purchase", CommitmentDiscountId: plan}, plan.toLowerCase()],
    ["purchase-resource-id", {ChargeCategory: "Purchase", CommitmentDiscountId: plan, ResourceId: "r"}, null],
    [
      "purchase-resource-name",
      {ChargeCategory: "Purchase", CommitmentDiscountId: plan, CommitmentDiscountName: "ours"},
      "ours"
    ],
    ["purchase-resource-type", {ChargeCategory: "Purchase", CommitmentDiscountId: plan}, null],
    ["capitals-of-charge-category", {ChargeCategory: "usage"}, "Usage"],
    ["capitals-of-charge-category", {ChargeCategory: "Usage"}, null],
    ["capitals-of-charge-category", {ChargeCategory: "barter"}, null],
    ["capitals-of-charge-class", {ChargeClass: "correction"}, "Correction"],
    ["capitals-of-charge-frequency", {ChargeFrequency: "usage-based"}, "Usage-Based"],
    ["capitals-of-pricing-category", {PricingCategory: "committed"}, "Committed"],
    ["billing-period-end", {BillingPeriodStart: "2026-02-01", BillingPeriodEnd: "2026-02-28"}, "2026-03-01 00:00:00"],
    ["billing-period-end", {BillingPeriodStart: "2026-02-01", BillingPeriodEnd: "2026-03-01"}, null]
  ])("%s of %j is %s", async (id, fields, expected) => {
    expect(await mended(id, fields)).toBe(expected);
  });
});

test("ids are distinct, columns those of the lake, and BilledCost is touched by none", () => {
  const ids = repairs.map(({id}) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const names = lakeColumns("CostAndUsage").map(({name}) => name);
  expect(repairs.filter(({column}) => !names.includes(column))).toEqual([]);
  expect(repairs.filter(({column}) => column === "BilledCost")).toEqual([]);
});

test("repairs are for the exports of their vendor that have the columns", () => {
  const columns = [
    "BilledCost",
    "BillingCurrency",
    "BillingPeriodStart",
    "BillingPeriodEnd",
    "ChargePeriodStart",
    "ChargePeriodEnd",
    "ChargeCategory",
    "ChargeClass",
    "ChargeFrequency",
    "BillingAccountId"
  ];
  const idsFor = (names: readonly string[], flavour: "azure" | "gcp" | "aws") =>
    repairsFor(detect(names, {flavour, version: "1.0"})).map(({id}) => id);
  expect(idsFor(columns, "azure")).toEqual(["purchase-frequency"]);
  expect(idsFor([...columns, "x_BillingProfileId"], "azure")).toEqual(["purchase-frequency", "billing-account-case"]);
  expect(idsFor(columns, "gcp")).toContain("billing-period-end");
  expect(idsFor(columns, "aws")).toEqual([]);
});
