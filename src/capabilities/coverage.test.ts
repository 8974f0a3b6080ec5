import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Workshop} from "../lake/fixtures/workshop.ts";
import type {Output} from "../operation.ts";
import type {frameworkCoverage} from "./contract.ts";
import {frameworkCoverageOperation} from "./coverage.ts";
import {declarations} from "./declarations.ts";
import {emptyEstate} from "./fixtures/estate.ts";

type Coverage = Output<typeof frameworkCoverage>;

let shop: Workshop;
const coverage = async (input: object = {}): Promise<Coverage> => shop.run(frameworkCoverageOperation, input);

beforeAll(async () => {
  shop = await emptyEstate();
});
afterAll(async () => shop.close());

describe("coverage", () => {
  test("has a row for each capability, and accounts for every requirement", async () => {
    const {rows, platform, totals} = await coverage();
    expect(rows).toHaveLength(22);
    for (const row of [...rows, platform]) {
      const parts = row.missing.filter(({done}) => done === "in part");
      expect(parts).toHaveLength(row.partly);
      expect(row.missing.length + row.done).toBe(row.requirements);
      expect(parts.every(({note}) => note !== null)).toBe(true);
      expect(row.requirements).toBeGreaterThan(0);
    }
    expect(totals.works + totals.partly + totals.notYet).toBe(22);
    expect(totals.requirements).toBe(rows.reduce((sum, row) => sum + row.requirements, 0));
  });

  test("calls nothing practised that is only read", async () => {
    const {rows} = await coverage();
    const status = Object.fromEntries(rows.map((row) => [row.capability, row.status]));
    expect(status).toMatchObject({"data-ingestion": "partly", allocation: "not yet", forecasting: "not yet"});
    for (const {capability, status: of, missing, done} of rows) {
      if (of === "works") expect({capability, missing}).toEqual({capability, missing: []});
      const beyondInputs = missing.some((each) => each.done === "in part" && !/-I\d+$/.test(each.id));
      if (of === "not yet")
        expect({capability, beyondInputs, done}).toEqual({capability, beyondInputs: false, done: 0});
    }
  });

  test("says of a capability without a declaration that all of it is missing", async () => {
    const {rows} = await coverage();
    const declared = declarations.map(({id}) => id);
    for (const row of rows.filter(({capability}) => !declared.includes(capability))) {
      expect(row).toMatchObject({status: "not yet", done: 0, partly: 0, operations: [], pages: []});
      expect(row.missing).toHaveLength(row.requirements);
      expect(row.library).toBe(`/library/playbook/${row.capability}`);
    }
  });

  test("is of one capability by id, code or title, and of another edition by its names", async () => {
    for (const capability of ["reporting-analytics", "REP", "Reporting & Analytics"]) {
      expect((await coverage({capability})).rows.map((row) => row.capability)).toEqual(["reporting-analytics"]);
    }
    const older = await coverage({edition: "2025", capability: "workload-optimization"});
    const [now] = (await coverage({capability: "usage-optimization"})).rows;
    expect(older.rows).toMatchObject([{status: now?.status, requirements: now?.requirements, partly: now?.partly}]);
    expect(await shop.refusal(async () => coverage({capability: "reportng-analytics"}))).toMatchObject({
      code: "not-found"
    });
  });
});
