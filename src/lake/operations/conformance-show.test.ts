import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {z} from "zod";
import {correctRows, type FixtureRow} from "../../focus/conformance/fixtures/correct-rows.ts";
import type {Output} from "../../operation.ts";
import {csv} from "../fixtures/charges.ts";
import {type Workshop, workshop} from "../fixtures/workshop.ts";
import type {conformanceRules, conformanceShow as showContract} from "./conformance-contract.ts";
import {conformanceRulesOperation, conformanceShowOperation} from "./conformance-show.ts";

type Answer = Output<typeof showContract>;

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const columns = Object.keys(correctRows.usage);
const correct: readonly FixtureRow[] = Object.values(correctRows);
const show = (input: Partial<z.input<(typeof showContract)["input"]>> = {}): Promise<Answer> =>
  shop.run(conformanceShowOperation, input);

describe("conformance show", () => {
  test("has the rules that fail of every active delivery, the worst first, and the counts of each delivery", async () => {
    const broken = {...correctRows.usage, RegionName: ""};
    await shop.ingest(await shop.file("a.csv", csv([...correct, broken], {columns})), {focus: "1.2", source: "first"});
    const loose = {...correctRows.usage, PricingUnit: "hours"};
    await shop.ingest(await shop.file("b.csv", csv([...correct, loose], {columns})), {focus: "1.2", source: "second"});
    const answer = await show();
    expect(
      answer.rows.map(({source, rule, severity, violations, origin}) => [source, rule, severity, violations, origin])
    ).toEqual([
      ["first", "RegionName-C-005-C", "error", 1, "official"],
      ["second", "PricingUnit-C-003-O", "warning", 1, "official"]
    ]);
    expect(answer.rows[0]).toMatchObject({
      title: "RegionName must not be null where RegionId is not null",
      column: "RegionName",
      billingPeriod: "2026-10",
      cost: [{currency: "USD", amount: "1.500000000000000000"}]
    });
    expect([answer.total, answer.failed]).toEqual([2, {error: 1, warning: 1, info: 0}]);
    expect(answer.snapshots.map(({source, failed}) => [source, failed?.error])).toEqual([
      ["first", 1],
      ["second", 0]
    ]);
    expect((await show({source: "second", severity: ["error"]})).rows).toEqual([]);
    expect((await show({rule: "regionname"})).rows.length).toBe(1);
    expect((await show({period: "2026-09"})).snapshots).toEqual([]);
  });

  test("knows the verdict of every rule again, as many as were counted when it was taken in", async () => {
    await shop.ingest(await shop.file("a.csv", csv([...correct, {...correctRows.usage, RegionName: ""}], {columns})), {
      focus: "1.2"
    });
    const {rows} = await show({all: true, limit: 10_000});
    const of = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
    const [snapshot] = await shop.snapshots();
    const counts = snapshot?.manifest.conformance?.counts;
    expect(of("fail")).toBe(1);
    expect(of("pass")).toBeLessThanOrEqual(counts?.pass ?? 0);
    expect(rows.find(({rule}) => rule === "BilledCost-C-001-M")?.verdict).toBe("pass");
    expect(rows.find(({rule}) => rule === "BilledCost-C-002-M")?.verdict).toBe("skipped");
    expect(rows.find(({rule}) => rule === "InvoiceId-C-004-C")).toMatchObject({verdict: "needs-evidence"});
  });

  test("shows no money to callers who see only some rows", async () => {
    await shop.ingest(await shop.file("a.csv", csv([...correct, {...correctRows.usage, RegionName: ""}], {columns})), {
      focus: "1.2"
    });
    const {context} = shop;
    const caller = {...context.caller, rowFilter: "SubAccountId = '1'"};
    const answer = (await conformanceShowOperation.run({}, {...context, caller})) as Answer;
    expect(answer.rows.map(({cost}) => cost)).toEqual([[]]);
  });

  test("looks at what charges say of invoice details and billing periods, where their source has both", async () => {
    const names = [...columns, "InvoiceDetailId", "ServiceProviderName", "HostProviderName"].filter(
      (name) => !/^(Provider|Publisher)Name$/.test(name)
    );
    const row = (id: string): FixtureRow => ({
      ...correctRows.usage,
      InvoiceDetailId: id,
      ServiceProviderName: "Vendor",
      HostProviderName: "Vendor"
    });
    await shop.ingest(await shop.file("c.csv", csv([row("d1"), row("d1"), row("d9")], {columns: names})), {
      focus: "1.4",
      source: "charges"
    });
    expect((await show({all: true, rule: "Reference"})).rows).toEqual([]);
    const detail = {
      InvoiceDetailId: "d1",
      InvoiceId: "INV-1",
      BilledCost: "4",
      BillingCurrency: "USD",
      BillingPeriodStart: "2026-10-01T00:00:00Z",
      BillingPeriodEnd: "2026-11-01T00:00:00Z",
      InvoiceIssuerName: "Vendor"
    };
    const details = await shop.file("d.csv", csv([detail], {columns: Object.keys(detail)}));
    const asDetails = {focus: "1.4", dataset: "InvoiceDetail"} as const;
    // The details of another source say nothing of these charges.
    await shop.ingest(details, {...asDetails, source: "another"});
    expect((await show({source: "charges", all: true, rule: "Ashlar-InvoiceDetailId-Reference"})).rows).toEqual([]);
    await shop.ingest(details, {...asDetails, source: "charges"});
    const answer = await show({source: "charges", rule: "InvoiceDetailId-"});
    expect(new Map(answer.rows.map(({rule, violations}) => [rule, violations]))).toEqual(
      new Map([
        ["Ashlar-InvoiceDetailId-Reference", 1],
        ["Ashlar-InvoiceDetailId-Total", 1]
      ])
    );
  });
});

test("conformance rules lists each rule with whose it is and what was corrected", async () => {
  const {rows, model}: Output<typeof conformanceRules> = await shop.run(conformanceRulesOperation, {
    rule: "InvoiceId-C-004-C"
  });
  expect(model).toMatch(/official/);
  expect(rows).toMatchObject([{rule: "InvoiceId-C-004-C", origin: "official", decidable: false}]);
  expect(rows[0]?.erratum).not.toBeNull();
  const newest: Output<typeof conformanceRules> = await shop.run(conformanceRulesOperation, {
    focus: "1.4",
    rule: "ContractApplied"
  });
  expect(newest.rows.every(({origin}) => origin === "ashlar")).toBe(true);
  expect(newest.rows.map(({rule}) => rule)).toContain("Ashlar-ContractApplied-Alternatives");
});
