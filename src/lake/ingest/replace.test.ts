import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {type Charge, charge, csv, inMonth} from "../fixtures/charges.ts";
import {refusalWithoutTrace, type Workshop, workshop} from "../fixtures/workshop.ts";
import {snapshotsDiscardOperation} from "../operations/snapshots-discard.ts";
import {snapshotsPublishOperation} from "../operations/snapshots-publish.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const costing = (billed: string, fields: Charge = {}): Charge => charge({BilledCost: billed, ...fields});
const file = (name: string, ...charges: readonly Charge[]) => shop.file(name, csv(charges));
const statuses = ({rows}: {readonly rows: readonly {readonly status: string}[]}) => rows.map(({status}) => status);

describe("ING-C2 ING-C3 an overwrite", () => {
  test("replaces its unit, says what changed, and leaves the past to be asked", async () => {
    const first = await shop.ingest(await file("a.csv", costing("1"), costing("2")));
    const before = (await shop.snapshots())[0]?.activeFrom ?? "";
    const second = await shop.ingest(await file("b.csv", costing("1"), costing("2.5")));
    expect(second.rows[0]).toMatchObject({
      status: "published",
      superseded: [first.rows[0]?.snapshot],
      rowsChange: 0,
      money: [{currency: "USD", billed: "3.5", billedChange: "0.5"}]
    });
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "3.5"}});
    expect(await shop.totals({asOf: before})).toEqual({USD: {rows: 2, billed: "3"}});
    expect(await shop.totals({asOf: "2020-01-01T00:00:00Z"})).toEqual({});
  });

  test("of the same bytes, under any name, changes nothing", async () => {
    await shop.ingest(await file("a.csv", costing("1")));
    const files = await shop.lakeFiles();
    const again = await shop.ingest(await file("renamed.csv", costing("1")));
    expect(statuses(again)).toEqual(["unchanged"]);
    expect(await shop.lakeFiles()).toEqual(files);
  });

  test("of bytes that were replaced meanwhile brings them back", async () => {
    await file("a.csv", costing("1"));
    await file("b.csv", costing("2"));
    for (const name of ["a.csv", "b.csv", "a.csv"]) await shop.ingest(name, {replace: true});
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "1"}});
  });

  test("with a part that is known and one that is new keeps both", async () => {
    await shop.ingest(await file("part-1.csv", costing("1")));
    await file("part-2.csv", costing("5"));
    const report = await shop.ingest(["part-1.csv", "part-2.csv"]);
    expect(report.rows).toMatchObject([{status: "published", rows: 2}]);
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "6"}});
  });

  test("reads no more known files than share a unit with new ones", async () => {
    await file("october.csv", costing("1"));
    await file("november.csv", costing("2", inMonth("2026-11")));
    await shop.ingest(["october.csv", "november.csv"]);
    await file("november-2.csv", costing("4", inMonth("2026-11")));
    const report = await shop.ingest(["october.csv", "november.csv", "november-2.csv"]);
    expect(report.rows.map(({billingPeriod, status, rows}) => [billingPeriod, status, rows])).toEqual([
      ["2026-10", "unchanged", 1],
      ["2026-11", "published", 2]
    ]);
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "7"}});
  });

  test("of the same bytes after something was appended is the whole again", async () => {
    await shop.ingest(await file("a.csv", costing("100")));
    await shop.ingest(await file("late.csv", costing("1")), {append: true});
    const error = await refusalWithoutTrace(shop, () => shop.ingest("a.csv"));
    expect(error.code).toBe("replace.refused");
    await shop.ingest("a.csv", {replace: true});
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "100"}});
  });

  test("that would remove too much of rows, cost or accounts is refused", async () => {
    const many = Array.from({length: 20}, (_, n) =>
      costing("1", {ChargeDescription: `${n}`, SubAccountId: `${n % 2}`})
    );
    await shop.ingest(await file("all.csv", ...many));
    const cases: readonly [string, readonly Charge[], RegExp][] = [
      ["fewer rows", many.slice(2), /18 rows would replace 20/],
      [
        "less cost",
        many.map((each, n) => ({...each, BilledCost: n < 2 ? "0" : "1"})),
        /billed cost would change by -2 from 20 USD/
      ],
      ["fewer accounts", many.map((each) => ({...each, SubAccountId: "0"})), /1 account would be gone: 1/]
    ];
    for (const [name, charges, says] of cases) {
      const path = await file(`${name}.csv`, ...charges);
      const error = await refusalWithoutTrace(shop, () => shop.ingest(path));
      expect([error.code, error.exit]).toEqual(["replace.refused", 4]);
      expect(error.message).toMatch(says);
      expect(error.remedy).toMatch(/--append.*--replace.*Nothing was changed/);
      const dry = await refusalWithoutTrace(shop, () => shop.ingest(path, {dryRun: true}));
      expect(dry.code).toBe("replace.refused");
    }
    expect(statuses(await shop.ingest(await file("one less.csv", ...many.slice(1))))).toEqual(["published"]);
    expect(statuses(await shop.ingest("fewer rows.csv", {replace: true}))).toEqual(["published"]);
  });

  test("of several periods, one of which is refused, changes none", async () => {
    const november = inMonth("2026-11");
    await shop.ingest(await file("a.csv", costing("1"), costing("100", november)));
    const path = await file("b.csv", costing("2"), costing("1", november));
    expect((await refusalWithoutTrace(shop, () => shop.ingest(path))).message).toMatch(/2026-11/);
  });

  test("with --dry-run says what would change and changes nothing", async () => {
    await shop.ingest(await file("a.csv", costing("1")));
    const files = await shop.lakeFiles();
    const report = await shop.ingest(await file("b.csv", costing("3")), {dryRun: true});
    expect(report).toMatchObject({dryRun: true, rows: [{money: [{billedChange: "2"}]}]});
    expect(await shop.lakeFiles()).toEqual(files);
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "1"}});
  });
});

describe("parts of one delivery", () => {
  const part = (n: number) => costing("10", {ChargeDescription: `part ${n}`, SubAccountId: `${n}`});

  test("one by one are refused, and taken together or with --append", async () => {
    for (let n = 1; n <= 3; n++) await file(`part-${n}.csv`, part(n));
    await shop.ingest("part-1.csv");
    const error = await refusalWithoutTrace(shop, () => shop.ingest("part-2.csv"));
    expect(error.code).toBe("replace.refused");
    await shop.ingest("part-2.csv", {append: true});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "20"}});
    await shop.ingest(["part-1.csv", "part-2.csv", "part-3.csv"]);
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "30"}});
  });

  test("appended twice count once, in whatever company they come", async () => {
    for (let n = 1; n <= 3; n++) await file(`part-${n}.csv`, part(n));
    await shop.ingest(["part-1.csv", "part-2.csv"], {append: true});
    expect(statuses(await shop.ingest("part-1.csv", {append: true}))).toEqual(["unchanged"]);
    await shop.ingest(["part-2.csv", "part-3.csv"], {append: true});
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "30"}});
  });

  test("appended to a delivery that has them already are refused unless every row counts", async () => {
    await shop.ingest(await file("part-1.csv", part(1)));
    const error = await refusalWithoutTrace(shop, () => shop.ingest("part-1.csv", {append: true}));
    expect([error.code, error.exit, error.at?.file]).toEqual(["input.repeated", 4, "part-1.csv"]);
    await shop.ingest("part-1.csv", {append: true, repeats: true});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "20"}});
  });
});

describe("ING-C3 84 repeated snapshots of one month", () => {
  const month = (n: number) =>
    csv(
      Array.from({length: 10 + n}, (_, row) => costing("1", {ChargeDescription: `row ${row}`, ResourceId: `r${row}`}))
    );

  test("in one folder are refused", async () => {
    for (let n = 0; n < 84; n++) await shop.file(`month/run-${String(n).padStart(2, "0")}.csv`, month(n));
    const error = await refusalWithoutTrace(shop, () => shop.ingest("month"));
    expect([error.code, error.exit]).toEqual(["input.repeated", 4]);
    expect(error.message).toMatch(/% of the rows of 2026-10 stand in more than one of 84 files/);
    expect(error.remedy).toMatch(/only the newest, or use --repeats/);
  });

  test("one after the other leave the last", async () => {
    for (let n = 0; n < 8; n++) await shop.ingest(await shop.file(`run-${n}.csv`, month(n)));
    expect(await shop.totals()).toEqual({USD: {rows: 17, billed: "17"}});
    expect((await shop.snapshots()).map(({state}) => state)).toEqual([...Array(7).fill("superseded"), "active"]);
  });

  test("the same bytes twice in one command count once, with a note", async () => {
    await shop.file("a.csv", month(0));
    await shop.file("b.csv", month(0));
    const report = await shop.ingest(["a.csv", "b.csv"]);
    expect(report.notes).toContain("b.csv has the same bytes as a.csv; it counts once");
    expect(await shop.totals()).toEqual({USD: {rows: 10, billed: "10"}});
  });
});

describe("ING-W1 a quarantine", () => {
  const [good, bad] = [costing("1"), costing("x")];

  test("above the threshold holds the snapshot back, until somebody publishes it", async () => {
    await shop.ingest(await file("old.csv", costing("9")));
    const report = await shop.ingest(await file("a.csv", good, costing("8"), bad));
    const id = report.rows[0]?.snapshot;
    expect(report).toMatchObject({verdict: "quality", rows: [{status: "held", superseded: []}]});
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "9"}});
    expect(statuses(await shop.ingest("a.csv"))).toEqual(["unchanged"]);
    const dry = await shop.run(snapshotsPublishOperation, {snapshot: id, dryRun: true});
    expect(dry).toMatchObject({status: "would be published", quarantined: 1});
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "9"}});
    const done: {superseded: string[]} = await shop.run(snapshotsPublishOperation, {snapshot: id});
    expect(done).toMatchObject({status: "published"});
    expect(done.superseded).toHaveLength(1);
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "9"}});
    const again = await refusalWithoutTrace(shop, () => shop.run(snapshotsPublishOperation, {snapshot: id}));
    expect(again.code).toBe("not-found");
  });

  test("a snapshot that was held back is discarded on request, one that questions see is not", async () => {
    const bad = await file("discard.csv", charge(), charge({BilledCost: "much"}));
    const held = (await shop.ingest(bad)).rows[0]?.snapshot ?? "";
    expect(await shop.run(snapshotsDiscardOperation, {snapshot: held, dryRun: true})).toMatchObject({
      status: "would be discarded",
      quarantined: 1
    });
    expect((await shop.snapshots()).some(({manifest}) => manifest.id === held)).toBe(true);
    await shop.run(snapshotsDiscardOperation, {snapshot: held});
    expect((await shop.snapshots()).some(({manifest}) => manifest.id === held)).toBe(false);
    expect((await shop.lakeFiles()).some((path) => path.includes(held))).toBe(false);
    const seen = (await shop.ingest(await file("seen.csv", charge()), {replace: true})).rows[0]?.snapshot ?? "";
    const error = await refusalWithoutTrace(shop, () => shop.run(snapshotsDiscardOperation, {snapshot: seen}));
    expect([error.code, error.message]).toEqual(["not-found", `Snapshot ${seen} is active, not held back`]);
  });

  test("within the threshold of the practice or the command is published", async () => {
    const report = await shop.ingest(await file("a.csv", good, bad), {maxQuarantined: 1});
    expect(report).toMatchObject({verdict: "ok", rows: [{status: "published", rows: 1, quarantined: 1}]});
  });

  test("publishing what would remove too much is refused", async () => {
    await shop.ingest(await file("old.csv", costing("100")));
    const report = await shop.ingest(await file("a.csv", good, bad));
    const id = report.rows[0]?.snapshot;
    const error = await refusalWithoutTrace(shop, () => shop.run(snapshotsPublishOperation, {snapshot: id}));
    expect(error.code).toBe("replace.refused");
    await shop.run(snapshotsPublishOperation, {snapshot: id, replace: true});
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "1"}});
  });

  test("of rows without a period belongs to the largest period of their file", async () => {
    const stray = costing("1", {BillingPeriodStart: "x"});
    const november = costing("2", inMonth("2026-11"));
    const report = await shop.ingest(await file("a.csv", good, good, november, stray));
    expect(report.rows.map(({billingPeriod, status, quarantined}) => [billingPeriod, status, quarantined])).toEqual([
      ["2026-10", "held", 1],
      ["2026-11", "published", 0]
    ]);
  });
});

describe("partitions", () => {
  test("are units of their own", async () => {
    await shop.ingest(await file("a.csv", costing("1")), {partition: "subscription a"});
    await shop.ingest(await file("b.csv", costing("2")), {partition: "../b\n💰"});
    await shop.ingest(await file("a2.csv", costing("3")), {partition: "subscription a"});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "5"}});
    const folders = (await shop.lakeFiles()).filter((path) => path.endsWith(".parquet"));
    expect(folders.every((path) => path.startsWith(".ashlar/lake/CostAndUsage/source=quarry/partition="))).toBe(true);
    expect(folders.some((path) => path.includes("%2E./") || path.includes(".."))).toBe(false);
  });
});
