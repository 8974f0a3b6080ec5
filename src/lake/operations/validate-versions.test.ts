import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {FocusVersion} from "../../focus/column.ts";
import {correctRows, type FixtureRow} from "../../focus/conformance/fixtures/correct-rows.ts";
import type {Dataset} from "../../focus/dataset.ts";
import type {Output} from "../../operation.ts";
import {csv} from "../fixtures/charges.ts";
import {type Workshop, workshop} from "../fixtures/workshop.ts";
import type {validate as validateContract} from "./validate-contract.ts";
import {validateOperation} from "./validate.ts";

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

async function failing(rows: readonly FixtureRow[], focus: FocusVersion, dataset: Dataset): Promise<readonly string[]> {
  const path = await shop.file("rows.csv", csv(rows, {columns: Object.keys(rows[0] ?? {})}));
  const answer: Output<typeof validateContract> = await shop.run(validateOperation, {path: [path], focus, dataset});
  return answer.rows.filter(({verdict}) => verdict === "fail").map(({rule}) => rule);
}

const element = {ContractId: "c", ContractCommitmentId: "k", ContractCommitmentAppliedCost: 1.5};
const applied = (value: unknown): FixtureRow => {
  const {ProviderName, PublisherName, ...row} = correctRows.usage;
  return {
    ...row,
    ServiceProviderName: ProviderName ?? "",
    HostProviderName: PublisherName ?? "",
    ContractApplied: typeof value === "string" ? value : JSON.stringify(value)
  };
};

describe("what ContractApplied holds", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["a cost", {Elements: [element]}, []],
    [
      "a quantity with its unit, null for the rest, and keys of the vendor's own",
      {
        Elements: [
          {
            ...element,
            ContractCommitmentAppliedCost: null,
            ContractCommitmentAppliedQuantity: 2,
            ContractCommitmentAppliedUnit: "Hours",
            x_A: "b"
          }
        ],
        x_B: 1
      },
      []
    ],
    ["nothing", "", []],
    ["no JSON", "abc", ["Format"]],
    ["no list", {Elements: {}}, ["List"]],
    ["an empty list", {Elements: []}, ["List"]],
    ["a list of text", {Elements: ["c"]}, ["List"]],
    ["another key beside the list", {Elements: [element], Other: 1}, ["List"]],
    ["a key of no list in an element", {Elements: [{...element, Other: 1}]}, ["Keys"]],
    ["no commitment", {Elements: [{ContractId: "c", ContractCommitmentAppliedCost: 1}]}, ["Keys"]],
    ["a cost as text", {Elements: [{...element, ContractCommitmentAppliedCost: "1"}]}, ["Types"]],
    ["a contract as number", {Elements: [element, {...element, ContractId: 4}]}, ["Types"]],
    [
      "cost and quantity",
      {Elements: [{...element, ContractCommitmentAppliedQuantity: 1, ContractCommitmentAppliedUnit: "Hours"}]},
      ["Alternatives"]
    ],
    [
      "a quantity without unit",
      {Elements: [{ContractId: "c", ContractCommitmentId: "k", ContractCommitmentAppliedQuantity: 1}]},
      ["Alternatives"]
    ]
  ])("%s", async (_, value, parts) => {
    const rows = [applied({Elements: [element]}), applied(value)];
    expect(await failing(rows, "1.4", "CostAndUsage")).toEqual(
      [...parts].map((part) => `Ashlar-ContractApplied-${part}`)
    );
  });
});

test("an invoice detail stands in one row, and its billing period begins before it ends", async () => {
  const detail: FixtureRow = {
    BilledCost: "1",
    BillingAccountId: "100",
    BillingCurrency: "USD",
    BillingPeriodEnd: "2026-11-01T00:00:00Z",
    BillingPeriodStart: "2026-10-01T00:00:00Z",
    ChargeCategory: "Usage",
    InvoiceDetailCreated: "2026-11-02T00:00:00Z",
    InvoiceDetailId: "d1",
    InvoiceDetailLastUpdated: "2026-11-02T00:00:00Z",
    InvoiceId: "INV-1",
    InvoiceIssuerName: "Vendor"
  };
  const before = await failing([detail], "1.4", "InvoiceDetail");
  const added = async (rows: readonly FixtureRow[]) =>
    (await failing(rows, "1.4", "InvoiceDetail")).filter((rule) => !before.includes(rule));
  expect(await added([detail, {...detail, InvoiceDetailId: "d2"}])).toEqual([]);
  expect(await added([detail, {...detail, BilledCost: "2"}])).toEqual(["Ashlar-InvoiceDetailId-Once"]);
  expect(await added([{...detail, BillingPeriodEnd: "2026-10-01T00:00:00Z"}])).toEqual([
    "Ashlar-BillingPeriodEnd-Order"
  ]);
});
