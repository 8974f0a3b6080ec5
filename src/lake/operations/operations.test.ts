import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {defaultEffects} from "../../effects.ts";
import {type Charge, charge, csv, inMonth} from "../fixtures/charges.ts";
import {refusal, type Workshop, workshop} from "../fixtures/workshop.ts";
import {receiptsListOperation, receiptsPinOperation, receiptsUnpinOperation} from "./receipts.ts";
import {snapshotsDiffOperation} from "./snapshots-diff.ts";
import {snapshotsListOperation, snapshotsShowOperation} from "./snapshots-list.ts";
import {snapshotsPruneOperation} from "./snapshots-prune.ts";
import {sourcesListOperation} from "./sources-list.ts";

let shop: Workshop;
let shift = Temporal.Duration.from({hours: 0});

beforeEach(async () => {
  shift = Temporal.Duration.from({hours: 0});
  shop = await workshop({
    settings: {sources: [{id: "declared", title: "Declared", cadence: "daily"}]},
    effects: {now: () => defaultEffects.now().add(shift)}
  });
});
afterEach(() => shop.close());

const costing = (billed: string, fields: Charge = {}): Charge => charge({BilledCost: billed, ...fields});
let files = 0;
async function ingest(...charges: readonly Charge[]): Promise<string> {
  const report = await shop.ingest(await shop.file(`${++files}.csv`, csv(charges)), {replace: true});
  return report.rows[0]?.snapshot ?? "";
}

test("ING-I3 sources: what is declared and what has data", async () => {
  expect(await shop.run(sourcesListOperation, {})).toMatchObject({
    rows: [{source: "declared", title: "Declared", cadence: "daily", rows: 0, lastPeriod: null}],
    notes: ["Without data: declared."]
  });
  await ingest(costing("1"), costing("2", {...inMonth("2026-09"), BillingCurrency: "EUR"}));
  const listed: {rows: object[]} = await shop.run(sourcesListOperation, {});
  expect(listed.rows[1]).toMatchObject({
    source: "quarry",
    datasets: ["CostAndUsage"],
    firstPeriod: "2026-09",
    lastPeriod: "2026-10",
    rows: 2,
    currencies: ["EUR", "USD"],
    dataThrough: "2026-10-02T00:00:00Z",
    held: 0,
    quarantined: 0
  });
});

test("snapshots list, show: all of them or some, and by the end of an id", async () => {
  const [first, second] = [await ingest(costing("1")), await ingest(costing("2"))];
  const list = async (input: object) =>
    ((await shop.run(snapshotsListOperation, input)) as {rows: {snapshot: string; state: string}[]}).rows;
  expect((await list({})).map(({snapshot, state}) => [snapshot, state])).toEqual([
    [first, "superseded"],
    [second, "active"]
  ]);
  expect(await list({state: ["active"]})).toMatchObject([{snapshot: second, billed: [{currency: "USD", amount: "2"}]}]);
  for (const none of [{source: "other"}, {period: "2026-09"}, {dataset: "InvoiceDetail"}])
    expect(await list(none)).toEqual([]);
  const shown = await shop.run(snapshotsShowOperation, {snapshot: second.slice(-8).toLowerCase()});
  expect(shown).toMatchObject({state: "active", activeTo: null, manifest: {id: second, rows: 1}});
  for (const snapshot of ["ZZZZZZZZ", "%%%%%%", "' or 1=1 --"])
    expect((await refusal(() => shop.run(snapshotsShowOperation, {snapshot}))).code).toBe("not-found");
});

describe("snapshots diff", () => {
  test("shows a restatement by service and account, largest first, with totals over all", async () => {
    await ingest(costing("1"), costing("5", {ServiceName: "Disks"}), costing("3", {SubAccountId: "300"}));
    const after = await ingest(
      costing("1"),
      costing("7.5", {ServiceName: "Disks"}),
      costing("2", {SubAccountId: "300"})
    );
    expect(await shop.run(snapshotsDiffOperation, {snapshot: after})).toMatchObject({
      after,
      rows: [
        {service: "Disks", account: "200", billedChange: "2.5", rowsBefore: 1, rowsAfter: 1},
        {service: "Machines", account: "300", billedBefore: "3", billedAfter: "2", billedChange: "-1"}
      ],
      totals: [{currency: "USD", billedBefore: "9", billedAfter: "10.5", billedChange: "1.5"}]
    });
    expect(await shop.run(snapshotsDiffOperation, {snapshot: after, limit: 1})).toMatchObject({
      rows: [{service: "Disks"}],
      totals: [{billedChange: "1.5"}]
    });
  });

  test("of two named ones, of a first one, and of pruned ones", async () => {
    const first = await ingest(costing("1"));
    expect(await shop.run(snapshotsDiffOperation, {snapshot: first})).toMatchObject({
      before: [],
      totals: [{billedChange: "1"}],
      notes: ["It replaced nothing: everything in it is new."]
    });
    await ingest(costing("2"));
    const third = await ingest(costing("4"));
    expect(await shop.run(snapshotsDiffOperation, {snapshot: third, against: first})).toMatchObject({
      before: [first],
      totals: [{billedChange: "3"}]
    });
    await shop.run(snapshotsPruneOperation, {olderThan: 0, keep: 0});
    const error = await refusal(() => shop.run(snapshotsDiffOperation, {snapshot: third, against: first}));
    expect(error.code).toBe("snapshot.pruned");
    const lake = await shop.lake();
    expect(await lake.store.db.selectFrom("lease").selectAll().execute()).toEqual([]);
  });
});

describe("snapshots prune", () => {
  interface Pruned {
    readonly rows: readonly {readonly snapshot: string}[];
    readonly notes: readonly string[];
    readonly bytes: number;
  }
  const prune = (input: object): Promise<Pruned> =>
    shop.run(snapshotsPruneOperation, {olderThan: 0, keep: 0, ...input});
  const ids = ({rows}: Pruned) => rows.map(({snapshot}) => snapshot);

  test("takes the rows of what was replaced and keeps its manifest; an answer as of then says so", async () => {
    const first = await ingest(costing("1"));
    const then = (await shop.snapshots())[0]?.activeFrom ?? "";
    await ingest(costing("2"));
    expect(ids(await prune({dryRun: true}))).toEqual([first]);
    expect(await shop.totals({asOf: then})).toEqual({USD: {rows: 1, billed: "1"}});
    const done = await prune({});
    expect(ids(done)).toEqual([first]);
    expect(done.bytes).toBeGreaterThan(0);
    const error = await refusal(() => shop.totals({asOf: then}));
    expect([error.code, error.remedy]).toEqual([
      "snapshot.pruned",
      `Its totals are kept: ashlar snapshots show ${first}`
    ]);
    expect(await shop.run(snapshotsShowOperation, {snapshot: first})).toMatchObject({
      state: "pruned",
      manifest: {totals: [{billed: "1"}]}
    });
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "2"}});
    expect(ids(await prune({}))).toEqual([]);
  });

  test("keeps the newest, the young, and other sources", async () => {
    const [first, second] = [await ingest(costing("1")), await ingest(costing("2"))];
    await ingest(costing("3"));
    expect(ids(await prune({olderThan: 1}))).toEqual([]);
    expect(ids(await prune({source: "other"}))).toEqual([]);
    expect(ids(await prune({keep: 1}))).toEqual([first]);
    shift = Temporal.Duration.from({hours: 25});
    expect(ids(await prune({olderThan: 1}))).toEqual([second]);
  });

  test("spares what a reader has open, until it is done or its lease has run out", async () => {
    const first = await ingest(costing("1"));
    const lake = await shop.lake();
    const selection = await lake.select({dataset: "CostAndUsage"});
    const second = await ingest(costing("2"));
    const held = await prune({});
    expect([ids(held), held.notes.length]).toEqual([[], 1]);
    await selection.release();
    const dead = await lake.select({dataset: "CostAndUsage"});
    await ingest(costing("3"));
    expect(ids(await prune({}))).toEqual([first]);
    shift = Temporal.Duration.from({minutes: 16});
    expect(ids(await prune({}))).toEqual([second]);
    await dead.release();
  });

  test("spares what a pinned receipt needs, until it is unpinned", async () => {
    const first = await ingest(costing("1"));
    const answer = await shop.file(
      "answer.json",
      JSON.stringify({rows: [], receipt: {id: "receipt-1", snapshots: [first]}})
    );
    expect(await shop.run(receiptsPinOperation, {file: answer, dryRun: true})).toMatchObject({
      status: "would be pinned"
    });
    expect(await shop.run(receiptsListOperation, {})).toEqual({rows: []});
    expect(await shop.run(receiptsPinOperation, {file: answer})).toEqual({
      receipt: "receipt-1",
      snapshots: 1,
      status: "pinned"
    });
    await shop.run(receiptsPinOperation, {file: answer});
    expect(await shop.run(receiptsListOperation, {})).toMatchObject({rows: [{receipt: "receipt-1", snapshots: 1}]});
    await ingest(costing("2"));
    expect(ids(await prune({}))).toEqual([]);
    expect(await shop.totals({snapshots: [first]})).toEqual({USD: {rows: 1, billed: "1"}});
    expect(await shop.run(receiptsUnpinOperation, {receipt: "receipt"})).toMatchObject({status: "unpinned"});
    expect(ids(await prune({}))).toEqual([first]);
    expect((await refusal(() => shop.run(receiptsPinOperation, {file: answer}))).code).toBe("snapshot.pruned");
    expect((await refusal(() => shop.run(receiptsUnpinOperation, {receipt: "receipt"}))).code).toBe("not-found");
  });
});

test("receipts pin refuses what has no receipt, naming the file", async () => {
  for (const [name, content] of [
    ["text.json", "hello"],
    ["empty.json", "{}"],
    ["rows.json", '{"rows": []}']
  ] as const) {
    const error = await refusal(async () => shop.run(receiptsPinOperation, {file: await shop.file(name, content)}));
    expect([error.code, error.message, error.at?.file]).toEqual(["input.unreadable", `${name} has no receipt`, name]);
  }
  expect((await refusal(() => shop.run(receiptsPinOperation, {file: "gone.json"}))).code).toBe("input.missing");
});
