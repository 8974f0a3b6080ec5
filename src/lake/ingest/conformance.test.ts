import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {correctRows, type FixtureRow} from "../../focus/conformance/fixtures/correct-rows.ts";
import {defects} from "../../focus/conformance/fixtures/defects.data.ts";
import {csv} from "../fixtures/charges.ts";
import {type Workshop, workshop} from "../fixtures/workshop.ts";
import {isRefused, refusalOf} from "./conformance.ts";

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const columns = Object.keys(correctRows.usage);
const correct: readonly FixtureRow[] = Object.values(correctRows);

async function conformanceOf(rows: readonly FixtureRow[]) {
  await shop.ingest(await shop.file("charges.csv", csv(rows, {columns})), {
    focus: "1.2",
    replace: true,
    maxQuarantined: 100
  });
  const found = (await shop.snapshots()).find(({state}) => state === "active")?.manifest;
  if (found === undefined) throw new Error("nothing was published");
  return found;
}

describe("a delivery that is taken in", () => {
  test("is held against the rules of its version, and correct rows fail none", async () => {
    const {conformance} = await conformanceOf(correct);
    expect(conformance).toMatchObject({focusVersion: "1.2", failed: {error: 0, warning: 0, info: 0}, rules: []});
    expect(conformance?.counts.pass).toBeGreaterThan(300);
  });

  test("keeps the rules that fail, the worst first, with violations and money", async () => {
    const broken = {...correctRows.usage, RegionName: ""};
    const rows = [
      ...correct,
      broken,
      {...broken, BillingCurrency: "EUR"},
      {...correctRows.usage, PricingUnit: "hours"}
    ];
    const {conformance} = await conformanceOf(rows);
    expect(conformance?.rules).toEqual([
      {
        rule: "RegionName-C-005-C",
        severity: "error",
        violations: 2,
        cost: [
          {currency: "EUR", amount: "1.500000000000000000"},
          {currency: "USD", amount: "1.500000000000000000"}
        ]
      },
      {
        rule: "PricingUnit-C-003-O",
        severity: "warning",
        violations: 1,
        cost: [{currency: "USD", amount: "1.500000000000000000"}]
      }
    ]);
    expect(conformance?.failed).toEqual({error: 1, warning: 1, info: 0});
  });

  test("has each planted defect found that is not of the way a value was written, or that is in quarantine", async () => {
    const planted = defects.map(({in: kind, fields}) => ({...correctRows[kind], ...fields}));
    const {conformance, quarantined} = await conformanceOf([...correct, ...planted]);
    const found = new Set(conformance?.rules.map(({rule}) => rule));
    const wanted = new Set(defects.flatMap(({rules}) => rules));
    expect([...found].filter((rule) => !wanted.has(rule))).toEqual([]);
    const missed = [...wanted].filter((rule) => !found.has(rule));
    // Numbers, instants and tags were read exactly, or their rows are in quarantine.
    expect(missed.every((rule) => /^(.*(Cost|Quantity|Price|Period(Start|End))|Tags)-/.test(rule))).toBe(true);
    expect(missed.length).toBeLessThan(30);
    expect(quarantined).toBeGreaterThan(0);
  });

  test("of an older version is held against its own rules", async () => {
    await shop.ingest(await shop.file("old.csv", csv(correct, {columns})), {focus: "1.0"});
    const [snapshot] = await shop.snapshots();
    expect(snapshot?.manifest.conformance).toMatchObject({focusVersion: "1.0"});
    expect(snapshot?.manifest.conformance?.model).toMatch(/rules of Ashlar/);
  });
});

test("a gate refuses rules that fail of its severity or worse", async () => {
  const result = (await conformanceOf([...correct, {...correctRows.usage, PricingUnit: "hours"}])).conformance;
  if (result === undefined) throw new Error("not held against rules");
  expect([isRefused(result, "never"), isRefused(result, "error"), isRefused(result, "warning")]).toEqual([
    false,
    false,
    true
  ]);
  expect(refusalOf(result, "error")).toBeNull();
  expect(refusalOf(result, "warning")).toBe("1 rule of FOCUS 1.2 fails, such as PricingUnit-C-003-O");
});

test("under a gate a delivery with rules that fail is kept and not seen, until somebody publishes it", async () => {
  const path = await shop.file("loose.csv", csv([...correct, {...correctRows.usage, RegionName: ""}], {columns}));
  const held = await shop.ingest(path, {focus: "1.2", failOn: "error"});
  expect([held.verdict, held.rows.map(({status}) => status)]).toEqual(["quality", ["held"]]);
  expect(held.notes.join()).toContain("1 rule of FOCUS 1.2 fails, such as RegionName-C-005-C");
  expect(held.stages.map(({stage}) => stage)).toContain("conformance");
  expect((await shop.snapshots()).map(({state}) => state)).toEqual(["held"]);
  const open = await shop.ingest(path, {focus: "1.2"});
  expect([open.verdict, open.rows.map(({status}) => status)]).toEqual(["ok", ["published"]]);
});

test("the setting turns it off", async () => {
  await shop.close();
  shop = await workshop({settings: {lake: {conformance: "off"}}});
  expect((await conformanceOf(correct)).conformance).toBeUndefined();
});
