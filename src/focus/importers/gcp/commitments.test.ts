import {afterEach, beforeEach, expect, test} from "vitest";
import {raw, sql} from "../../../engine/query.ts";
import {workshop, type Workshop} from "../../../lake/fixtures/workshop.ts";
import {normalise} from "../../../money/amount.ts";
import {csvText} from "../fixtures/dice.ts";
import {type Credit, type ExportRow, exportRow} from "./fixtures/export-rows.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

async function imported(...rows: readonly ExportRow[]) {
  await shop.file("usage.csv", csvText(Object.keys(exportRow({})), rows));
  return shop.ingest("usage.csv");
}

const plain = (value: unknown): string => normalise(String(value), {trailingZeros: false});
const credit = (type: string, amount: string, more: Partial<Credit> = {}): Credit => ({
  type,
  name: type,
  amount,
  ...more
});

const fee = (cost: string, more: ExportRow = {}): ExportRow =>
  exportRow({
    cost,
    "sku.id": "F",
    "sku.description": "Commitment v1: N2 Cpu in Americas for 1 Year",
    "usage.amount": "36000",
    "usage.amount_in_pricing_units": "10",
    ...more
  });
const use = (cost: string, covered: string, more: ExportRow = {}): ExportRow =>
  exportRow(
    {
      cost,
      "sku.id": "U",
      "sku.description": "N2 Instance Core running in Americas",
      "usage.amount": "18000",
      "usage.amount_in_pricing_units": "5",
      ...more
    },
    [credit("COMMITTED_USAGE_DISCOUNT", `-${covered}`, {id: "Committed Usage Discount: CPU"})]
  );
const columns = `"ChargeCategory" as c, coalesce("CommitmentDiscountStatus", '-') as s, "BilledCost" as b, "EffectiveCost" as e,
    "PricingQuantity" as q, "CommitmentDiscountId" as id, "PricingCategory" as p`;
const parts = async () =>
  (await shop.rows(sql`select ${raw(columns)} from charges order by c, s, b, q, e`)).map(({c, s, b, e, q, id, p}) => [
    c,
    s,
    plain(b),
    plain(e),
    plain(q),
    p,
    id
  ]);
const pool = "01A2B3-C4D5E6-F70819/us-central1/cpu";

test("commitments of the older model: a fee is used as far as its quantity is, and what a credit does not cover is charged", async () => {
  await imported(fee("6"), use("20", "20"), use("20", "4"));
  // Covered: 5 hours of 10, and a fifth of 5 more.
  expect(await parts()).toEqual([
    ["Purchase", "-", "6", "0", "10", "Standard", pool],
    ["Usage", "-", "16", "16", "4", "Standard", null],
    ["Usage", "Unused", "0", "2.4", "4", "Committed", pool],
    ["Usage", "Used", "0", "0.6", "1", "Committed", pool],
    ["Usage", "Used", "0", "3", "5", "Committed", pool]
  ]);
});

test("commitments with an id on fee and use belong together by it", async () => {
  const row = use("20", "20", {"subscription.instance_id": "sub-1"});
  await imported(fee("6", {"subscription.instance_id": "sub-1"}), fee("4", {"subscription.instance_id": "sub-2"}), row);
  const rows =
    await shop.rows(sql`select "CommitmentDiscountId" as id, cast(sum("BilledCost") as varchar) as b, cast(sum("EffectiveCost") as varchar) as e
      from charges group by 1 order by 1`);
  expect(rows.map(({id, b, e}) => [id, plain(b), plain(e)])).toEqual([
    ["sub-1", "6", "6"],
    ["sub-2", "4", "4"]
  ]);
});

test("commitments without any use are unused as a whole", async () => {
  await imported(fee("6"));
  expect(await parts()).toEqual([
    ["Purchase", "-", "6", "0", "10", "Standard", pool],
    ["Usage", "Unused", "0", "6", "10", "Committed", pool]
  ]);
});

test("commitments without a fee in the delivery are told", async () => {
  const report = await imported(use("20", "20"));
  expect(report.rows[0]?.checks.find(({check}) => check === "commitment-without-fee")).toMatchObject({
    level: "warning",
    rows: 1
  });
  expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "0"}});
});

const offset = (cost: string, given: string): ExportRow =>
  exportRow(
    {cost, "sku.description": "Commitment - dollar based v1: GCE for 1 year", "subscription.instance_id": "flex"},
    [credit("FEE_UTILIZATION_OFFSET", `-${given}`)]
  );
const modelled = (cost: string): ExportRow =>
  exportRow({
    cost,
    cost_at_effective_price_default: "9",
    "subscription.instance_id": "flex",
    "consumption_model.id": "5515-81A8-03A2",
    "consumption_model.description": "Flexible CUD"
  });

test("commitments of the newer model: use carries its price, what the fee is not given back for is unused", async () => {
  await imported(offset("10", "7"), modelled("3"), modelled("4"));
  expect((await parts()).map(([c, s, b, e, , , id]) => [c, s, b, e, id])).toEqual([
    ["Purchase", "-", "10", "0", "flex"],
    ["Usage", "Unused", "0", "3", "flex"],
    ["Usage", "Used", "0", "3", "flex"],
    ["Usage", "Used", "0", "4", "flex"]
  ]);
});

test("commitments of the newer model that do not balance have the difference in a row of its own", async () => {
  const report = await imported(offset("10", "7"), modelled("3"), modelled("4.25"));
  expect(await shop.totals()).toEqual({USD: {rows: 5, billed: "10.25"}});
  const [row] = await shop.rows(
    sql`select "BilledCost" as b, "EffectiveCost" as e from charges where "ChargeCategory" = 'Adjustment'`
  );
  expect([plain(row?.["b"]), plain(row?.["e"])]).toEqual(["0.25", "0"]);
  expect(report.rows[0]?.checks.map(({check}) => check)).toContain("commitment-remainder");
});
