import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Charge, charge, csv} from "../../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../../lake/fixtures/workshop.ts";
import {type Caller, type Output, localCaller} from "../../../operation.ts";
import {invoicesRecordOperation} from "../../../records/invoices/record.ts";
import type {HealthRow, sourcesDrift, sourcesHealth} from "../contract.ts";
import {sourcesDriftOperation} from "./drift.ts";
import {sourcesHealthOperation} from "./health.ts";

let shop: Workshop;
let now = "";

const first = Temporal.PlainDate.from("2026-06-01");
/** Days of usage: all of June to September, and October up to the 20th. */
const days = Array.from({length: 142}, (_, n) => first.add({days: n}));

function onDay(day: Temporal.PlainDate, fields: Charge = {}): Charge {
  const month = day.toPlainYearMonth();
  return charge({
    ServiceProviderName: "Amazon Web Services",
    BillingPeriodStart: `${month.toString()}-01T00:00:00Z`,
    BillingPeriodEnd: `${month.add({months: 1}).toString()}-01T00:00:00Z`,
    ChargePeriodStart: `${day.toString()}T00:00:00Z`,
    ChargePeriodEnd: `${day.add({days: 1}).toString()}T00:00:00Z`,
    CommitmentDiscountId: "",
    ResourceId: "",
    RegionId: "east",
    ...fields
  });
}

const sound = (day: Temporal.PlainDate): Charge[] =>
  Array.from({length: 30}, (_, n) => onDay(day, {ResourceId: `vm-${n}`}));

/** Three months in a row an account and a service that are gone in September; faults of the last weeks. */
function faulty(day: Temporal.PlainDate): Charge[] {
  const text = day.toString();
  if (text === "2026-09-14" || text === "2026-10-07") return [];
  const isOld = text < "2026-09-01";
  const rows = text === "2026-10-19" ? sound(day).slice(0, 5) : sound(day);
  const cost = text === "2026-10-20" ? rows.map((row) => ({...row, BilledCost: "5"})) : rows;
  return [
    ...cost,
    ...(isOld ? [onDay(day, {SubAccountId: "gone", ServiceName: "Old stone", BilledCost: "2"})] : []),
    ...(text > "2026-08-09" ? [onDay(day, {CommitmentDiscountId: "plan-x", EffectiveCost: "3", BilledCost: "0"})] : []),
    ...(text === "2026-07-01"
      ? [onDay(day, {CommitmentDiscountId: "plan-y", ChargeCategory: "Purchase", BilledCost: "40", EffectiveCost: "0"})]
      : []),
    ...(text.startsWith("2026-09-2") ? [onDay(day, {ResourceId: "twice"}), onDay(day, {ResourceId: "twice"})] : []),
    ...(text === "2026-09-30" ? [onDay(day, {BillingCurrency: "EUR"}), onDay(day, {ServiceCategory: "Stones"})] : [])
  ];
}

beforeAll(async () => {
  now = "2026-10-21T06:00:00Z";
  shop = await workshop({
    settings: {
      sources: [
        {id: "sound", cadence: "daily", title: "AWS of the quarry", owner: "ada"},
        {id: "faulty", cadence: "daily"},
        {id: "silent", cadence: "monthly"}
      ],
      health: {"conformance-errors": 1000, "canonical-share": "0.9999", "duplicate-share": 0.0005, "no-such": 1}
    },
    effects: {now: () => Temporal.Instant.from(now)}
  });
  await shop.file("sound.csv", csv(days.flatMap(sound)));
  await shop.ingest("sound.csv", {source: "sound"});
  await shop.file("copy.csv", csv(days.slice(0, 30).flatMap(sound)));
  await shop.file("faulty.csv", csv(days.flatMap(faulty)));
  await shop.ingest("faulty.csv", {source: "faulty"});
  await shop.ingest("copy.csv", {source: "copy-a"});
  await shop.ingest("copy.csv", {source: "copy-b"});
  const invoice = {issuer: "Vendor", invoice: "I-1", period: "2026-09", currency: "USD", total: "12"};
  await shop.run(invoicesRecordOperation, invoice);
}, 60_000);
afterAll(() => shop.close());

const health = (input: object = {}): Promise<Output<typeof sourcesHealth>> => shop.run(sourcesHealthOperation, input);
const of = async (source: string): Promise<HealthRow> => {
  const {rows} = await health({source});
  const [row] = rows;
  if (row === undefined) throw new Error(source);
  return row;
};

describe("ING-C3 ING-O1 the health of a source", () => {
  test("that delivers in time and whole is ok, with its figures", async () => {
    const row = await of("sound");
    expect(row.findings).toEqual([]);
    expect(row).toMatchObject({
      level: "ok",
      owner: "ada",
      rows: 142 * 30,
      delivery: {cadence: "daily", everyHours: 24, count: 1, ageHours: 0, dataThrough: "2026-10-21T00:00:00Z"},
      delay: {p95Hours: 6, days: 1, minimum: {hours: 24, vendor: "AWS"}},
      completeness: {firstPeriod: "2026-06", lastPeriod: "2026-10", months: 5, missingDays: []},
      canonical: {serviceCategory: "1", region: "1"},
      normalised: {share: "1"}
    });
    expect(row.delivery.loadMinutes).not.toBeNull();
  });

  test("says what is missing against its own earlier days and months", async () => {
    const {completeness} = await of("faulty");
    expect(completeness.missingDays).toEqual(["2026-09-14", "2026-10-07"]);
    expect(completeness.missingAccounts).toMatchObject([{id: "gone", lastPeriod: "2026-08"}]);
    expect(completeness.missingAccounts[0]?.money).toEqual([{currency: "USD", amount: "62"}]);
    expect(completeness.missingServices.map(({id}) => id)).toEqual(["Old stone"]);
  });

  test("finds sudden changes, duplicates, orphans, mixed currencies and foreign categories", async () => {
    const row = await of("faulty");
    expect(row.changes.map(({day, metric, value, expected}) => [day, metric, value, expected])).toEqual([
      ["2026-10-19", "rows", "6", "32"],
      ["2026-10-19", "billed", "5", "31"],
      ["2026-10-20", "billed", "150", "31"]
    ]);
    expect(row.duplicates).toMatchObject({rows: 10, money: [{currency: "USD", amount: "10"}]});
    expect(row.commitments.withoutPurchase).toMatchObject([{id: "plan-x", from: "2026-08-10", explained: false}]);
    expect(row.commitments.withoutUse).toMatchObject([{id: "plan-y", money: [{currency: "USD", amount: "40"}]}]);
    expect(row.mixedCurrencies).toMatchObject([{subAccount: "200", period: "2026-09"}]);
    const checks = row.findings.map(({check}) => check);
    expect(checks.toSorted()).toEqual(
      [
        "canonical",
        "cost-change",
        "duplicates",
        "missing-account",
        "missing-days",
        "missing-days",
        "missing-service",
        "mixed-currencies",
        "orphan-commitment",
        "row-change",
        "unused-commitment"
      ].toSorted()
    );
    expect(row.level).toBe("broken");
    expect(new Set(row.findings.map(({key}) => key)).size).toBe(row.findings.length);
    for (const {text} of row.findings) expect(text).toMatch(/^[A-Z0-9].*\.$/);
  });

  test("finds a file that counts twice, and a source that never came", async () => {
    const copy = await of("copy-a");
    expect(copy.findings.map(({check, level}) => [check, level])).toContainEqual(["duplicates", "broken"]);
    expect(copy.duplicates.files[0]?.money).toEqual([{currency: "USD", amount: "900"}]);
    expect((await of("silent")).findings).toMatchObject([{check: "late", level: "broken"}]);
  });

  test("takes thresholds from the practice, and says which it does not know", async () => {
    const {thresholds, notes, verdict} = await health({failOn: "broken"});
    expect(thresholds.find(({id}) => id === "duplicate-share")).toMatchObject({value: "0.0005", changed: true});
    expect(thresholds.filter(({changed}) => changed)).toHaveLength(3);
    expect(notes.join(" ")).toContain("health.no-such in ashlar.yaml is no threshold");
    expect(notes.join(" ")).toContain("copy-a, copy-b");
    expect(verdict).toBe("quality");
    expect((await shop.refusal(() => health({source: "faluty"}))).message).toContain('did you mean "faulty"?');
  });

  test("shows neither amounts nor parts of the bill to somebody who sees only some charges", async () => {
    const caller: Caller = {...localCaller, rowFilter: "service = 'x'"};
    const answer = (await sourcesHealthOperation.run({}, {...shop.context, caller})) as Output<typeof sourcesHealth>;
    const text = JSON.stringify(answer.rows);
    expect(answer.rows.map(({level}) => level)).toContain("broken");
    for (const secret of ["plan-x", "Old stone", '"amount"']) expect(text).not.toContain(secret);
  });

  test("measures the delay from later deliveries, and an invoice that stays open", async () => {
    now = "2026-10-23T12:00:00Z";
    const later = [...days, first.add({days: 142}), first.add({days: 143})];
    await shop.file(
      "later.csv",
      csv(later.flatMap((day) => sound(day).map((row) => ({...row, InvoiceId: day.month === 9 ? "I-1" : ""}))))
    );
    await shop.ingest("later.csv", {source: "sound"});
    const row = await of("sound");
    expect(row.delay).toMatchObject({p50Hours: 12, p95Hours: 36, maxHours: 36, days: 3});
    expect(row.delay.distribution.at(0)).toEqual({withinHours: 24, share: "0.6667"});
    expect(row.delivery).toMatchObject({count: 2, updateHours: 54});
    expect(row.findings).toMatchObject([{check: "invoice", money: [{currency: "USD", amount: "888"}]}]);
    now = "2026-10-25T00:30:00Z";
    expect((await of("sound")).findings.map(({check}) => check)).toEqual(["late", "invoice"]);
  });
});

describe("ING-C3 drift", () => {
  test("tells columns that came and went, and what a restated month changed", async () => {
    const {rows}: Output<typeof sourcesDrift> = await shop.run(sourcesDriftOperation, {source: "sound"});
    const [latest] = rows;
    expect(rows.every(({compared}) => compared === "same period")).toBe(true);
    expect(latest).toMatchObject({
      period: "2026-10",
      added: ["InvoiceId"],
      removed: [],
      rows: {before: 600, after: 660},
      money: [{currency: "USD", before: "600", after: "660", change: "60"}]
    });
    now = "2026-10-26T06:00:00Z";
    const november = Array.from({length: 3}, (_, n) => onDay(Temporal.PlainDate.from("2026-11-01").add({days: n})));
    const names = Object.keys(november[0] ?? {}).filter((name) => !["RegionId", "Tags"].includes(name));
    await shop.file("november.csv", csv(november, {columns: names}));
    await shop.ingest("november.csv", {source: "sound"});
    const again: Output<typeof sourcesDrift> = await shop.run(sourcesDriftOperation, {source: "sound"});
    expect(again.rows[0]).toMatchObject({compared: "delivery before", removed: ["InvoiceId", "RegionId", "Tags"]});
    const {findings} = await of("sound");
    expect(findings.find(({check}) => check === "schema-drift")?.text).toContain("InvoiceId, RegionId, Tags");
  });
});
