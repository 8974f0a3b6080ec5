import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {kpisValues} from "../kpi/contract.ts";
import type {Workshop} from "../lake/fixtures/workshop.ts";
import type {Output} from "../operation.ts";
import {invoicesRecordOperation} from "../records/invoices/record.ts";
import {practiceBoardOperation} from "./board.ts";
import type {practiceBoard} from "./contract.ts";
import {declarations} from "./declarations.ts";
import {evaluators} from "./evaluators.ts";
import {emptyEstate, estate} from "./fixtures/estate.ts";
import {kpisValuesOperation} from "./kpis-values.ts";

let shop: Workshop;
let empty: Workshop;
const values = (input: object = {}, place = shop): Promise<Output<typeof kpisValues>> =>
  place.run(kpisValuesOperation, input);
const valueOf = async (id: string, input: object = {}) => {
  const {rows} = await values({measure: id, ...input});
  return rows[0];
};

beforeAll(async () => {
  shop = await estate();
  empty = await emptyEstate();
  const invoice = {issuer: "Vendor", period: "2026-10", currency: "USD"};
  await shop.run(invoicesRecordOperation, {...invoice, invoice: "I-2026-10", total: "100"});
});
afterAll(async () => {
  await shop.close();
  await empty.close();
});

describe("ING-C4 indicators and KPIs of data ingestion", () => {
  test("are unknown without data, never zero", async () => {
    const {rows, capabilities} = await values({}, empty);
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(rows.every(({value, level, readiness}) => value === null && level === null && readiness === "no data")).toBe(
      true
    );
    expect(rows.every(({reason}) => reason !== null && reason !== "")).toBe(true);
    expect(capabilities).toMatchObject([{capability: "data-ingestion", level: null, measured: 0, total: 7}]);
  });

  test("have value, unit, window, evidence and the level that their thresholds give", async () => {
    expect(await valueOf("history_months")).toMatchObject({
      value: "2",
      unit: "months",
      level: "pre-crawl",
      next: "crawl: >=3"
    });
    expect(await valueOf("normalized_cost_share")).toMatchObject({value: "100", level: "run", next: null});
    // 89 are billed on an invoice of 100, and nothing explains the other 11.
    expect(await valueOf("invoice_reconciliation_gap")).toMatchObject({
      value: "11",
      unit: "%",
      level: "pre-crawl",
      window: {from: "2026-10-01", to: "2026-11-01"},
      evidence: [{operation: "invoices.tie-out"}]
    });
    expect(await valueOf("percentage-of-normalized-queryable-data-within-repository")).toMatchObject({
      kind: "kpi",
      value: "89",
      level: null
    });
    expect(await valueOf("update_interval")).toMatchObject({value: null, readiness: "no data"});
    expect(await valueOf("unified-cost-usage-visibility")).toMatchObject({value: "100"});
    expect(await valueOf("etl-processing-time")).toMatchObject({unit: "minutes", readiness: "measured"});
  });

  test("are those of a scope's sources, and of nothing where it has none", async () => {
    expect((await values({scope: "shop"})).scope).toBe("shop");
    expect(await valueOf("history_months", {scope: "shop"})).toMatchObject({value: "2"});
    expect(await valueOf("history_months", {scope: "moon"})).toMatchObject({value: null, readiness: "no data"});
  });

  test("decide the level of the capability on the board", async () => {
    const {capabilities} = await values({scope: "shop"});
    const level = capabilities[0]?.level ?? null;
    expect(level).toBe("pre-crawl");
    expect(capabilities[0]?.reason).toContain("Months of history at hand");
    const board = (await shop.run(practiceBoardOperation, {scope: "shop"})) as Output<typeof practiceBoard>;
    const cards = board.domains.flatMap((domain) => domain.cards);
    expect(cards.find(({capability}) => capability === "data-ingestion")?.level).toBe(level);
    expect(cards.find(({capability}) => capability === "allocation")?.level).toBeNull();
  });

  test("are told from what nobody computes yet, and from what there is not", async () => {
    const {rows} = await values({unbuilt: true});
    expect(rows.find(({readiness}) => readiness === "not built")).toMatchObject({value: null, level: null});
    const error = await shop.refusal(() => values({measure: "history_month"}));
    expect(error.message).toContain('did you mean "history_months"?');
  });
});

describe("evaluators", () => {
  test("compute what the declarations of their capabilities say", () => {
    for (const {capability, measures} of evaluators) {
      const own = declarations.find(({id}) => id === capability);
      expect([...(own?.indicators ?? []), ...(own?.kpis ?? [])].toSorted()).toEqual([...measures].toSorted());
    }
    const list = readFileSync(join(import.meta.dirname, "evaluators.ts"), "utf8");
    for (const {id, indicators} of declarations) if (indicators.length > 0) expect(list).toContain(`./${id}/`);
  });
});
