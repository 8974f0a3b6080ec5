import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {z} from "zod";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, sql} from "../../engine/query.ts";
import {applicabilityOf} from "../../focus/conformance/applicability.ts";
import {plannedOf} from "../../focus/conformance/evaluate.ts";
import {plainFacts} from "../../focus/conformance/facts.ts";
import {correctRows, type FixtureRow} from "../../focus/conformance/fixtures/correct-rows.ts";
import {defects} from "../../focus/conformance/fixtures/defects.data.ts";
import {leavesOf, violationOf} from "../../focus/conformance/leaf.ts";
import type {Output} from "../../operation.ts";
import {csv} from "../fixtures/charges.ts";
import {type Workshop, workshop} from "../fixtures/workshop.ts";
import {csvRelation} from "../ingest/relation.ts";
import type {validate as validateContract} from "./validate-contract.ts";
import {validateOperation} from "./validate.ts";

type Answer = Output<typeof validateContract>;
type Asked = Partial<z.input<(typeof validateContract)["input"]>>;

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const columns = Object.keys(correctRows.usage);
const correct: readonly FixtureRow[] = Object.values(correctRows);
const broken = {...correctRows.usage, RegionName: "", BilledCost: "2.5"};

const validated = (paths: readonly string[], input: Asked = {}): Promise<Answer> =>
  shop.run(validateOperation, {path: paths, focus: "1.2", ...input});
const failing = ({rows}: Answer, file: string): readonly string[] =>
  rows
    .filter((row) => row.file === file && row.verdict === "fail" && !row.message.startsWith("below it fail"))
    .map(({rule}) => rule);

describe("several files", () => {
  test("of a folder have a result each and counts of all", async () => {
    await shop.file("in/a.csv", csv(correct, {columns}));
    await shop.file("in/b.csv", csv([...correct, broken], {columns}));
    const answer = await validated(["in"]);
    expect(answer.files.map(({file, verdict, rowsRead}) => [file, verdict, rowsRead])).toEqual([
      ["in/a.csv", "ok", correct.length],
      ["in/b.csv", "quality", correct.length + 1]
    ]);
    expect([failing(answer, "in/a.csv"), failing(answer, "in/b.csv")]).toEqual([[], ["RegionName-C-005-C"]]);
    expect([answer.verdict, answer.rowsRead]).toEqual(["quality", 2 * correct.length + 1]);
    expect(answer.counts.pass).toBe((answer.files[0]?.counts.pass ?? 0) + (answer.files[1]?.counts.pass ?? 0));
  });

  test("go on after one that is no FOCUS, and say what is wrong with it", async () => {
    await shop.file("in/a.csv", csv(correct, {columns}));
    await shop.file("in/notes.csv", "one,two\n1,2\n");
    const answer: Answer = await shop.run(validateOperation, {path: ["in"]});
    expect(answer.files.map(({fault}) => fault === null)).toEqual([true, false]);
    expect(answer.verdict).toBe("quality");
    const alone = await shop.refusal(() => shop.run(validateOperation, {path: ["in/notes.csv"]}));
    expect(alone.code).toBe("version.unknown");
  });
});

describe("sample rows", () => {
  test("stand on lines where each record is a line, and on none where a record has several", async () => {
    await shop.file("a.csv", csv([correctRows.usage, broken], {columns}));
    await shop.file("b.csv", csv([{...correctRows.usage, ChargeDescription: "two\nlines"}, broken], {columns}));
    const places = async (path: string) =>
      (await validated([path])).rows.find(({rule}) => rule === "RegionName-C-005-C")?.samples;
    expect(await places("a.csv")).toMatchObject([{row: 2, line: 3}]);
    expect(await places("b.csv")).toMatchObject([{row: 2, line: null}]);
  });

  test("and amounts are not for callers who may not see them", async () => {
    await shop.file("a.csv", csv([{...broken, ListCost: "7"}], {columns}));
    const {context} = shop;
    const asked = (caller: Partial<typeof context.caller>) =>
      validateOperation.run(
        {path: ["a.csv"], focus: "1.2"},
        {...context, caller: {...context.caller, ...caller}}
      ) as Promise<Answer>;
    const rule = ({rows}: Answer, id: string) => rows.find((row) => row.rule === id);
    const whole = rule(await asked({}), "ListCost-C-009-C");
    expect(whole?.samples[0]?.values).toMatchObject({ListCost: "7"});
    const masked = await asked({masked: ["list"]});
    expect(rule(masked, "ListCost-C-009-C")?.samples[0]?.values).not.toHaveProperty("ListCost");
    expect(rule(masked, "ListCost-C-009-C")?.cost).toEqual(whole?.cost);
    expect(rule(await asked({masked: ["billed"]}), "RegionName-C-005-C")?.cost).toEqual([]);
    const filtered = rule(await asked({rowFilter: "SubAccountId = '1'"}), "RegionName-C-005-C");
    expect([filtered?.cost, filtered?.samples, filtered?.violations]).toEqual([[], [], 1]);
  });
});

const oddTexts = ["", "NULL", " ", "abc", "-1", "+1", "1E+1", "1e5", "1_0", "NaN", "1E999", "2026-10-01T00:00:00Z"];
const oddJson = ["{}", "[]", '{"a":1,"a":2}', '{"a":{"b":1}}', '"x"', "\uFFFD", "2026-10-01T02:00:00+02:00", "Usage"];

test("rows counted by kind give the violations that each row by itself gives, in both readings", async () => {
  const change = fc.tuple(fc.constantFrom(...columns), fc.constantFrom(...oddTexts, ...oddJson));
  const row = fc
    .tuple(
      fc.constantFrom(...correct, ...defects.map((each) => ({...correctRows[each.in], ...each.fields}))),
      fc.array(change, {maxLength: 3})
    )
    .map(([base, changes]) => ({...base, ...Object.fromEntries(changes)}));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, {minLength: 1, maxLength: 30}),
      fc.constantFrom("official", "corrected"),
      async (rows, reading) => {
        const path = await shop.file("odd.csv", csv(rows, {columns}));
        const answer = await validated([path], {
          verdicts: reading,
          failOn: "never",
          samples: 0
        });
        const byRule = new Map(answer.rows.map((each) => [each.rule, each.violations]));
        for (const [rule, violations] of await oneByOne(path, reading, rows.length))
          expect([rule, byRule.get(rule)]).toEqual([rule, violations]);
      }
    ),
    {numRuns: 6}
  );
}, 120_000);

/** The violations of every rule of rows with its condition as it is, counted over the rows of the file. */
async function oneByOne(path: string, reading: "official" | "corrected", rows: number) {
  const relation = csvRelation({path: `${shop.root}/${path}`, names: columns, delimiter: ","});
  const file = columns.map((name) => ({name, type: "VARCHAR", text: identifier(name)}));
  const examination = {version: "1.2", dataset: "CostAndUsage", reading, criteria: undefined, samples: 0} as const;
  const {all, ground} = plannedOf(file, examination);
  const applicability = applicabilityOf(all, ground.present, undefined, reading);
  const plain = leavesOf(all, {...ground, facts: plainFacts(reading)}, file, applicability, "CostAndUsage");
  const looked = plain.flatMap((leaf) => (leaf.kind === "rows" ? [leaf] : []));
  const sums = looked.map((leaf) => sql`count_if(${violationOf(leaf)})::varchar`);
  const selected = columns.map((name) => {
    const text = identifier(name);
    return reading === "official" ? sql`case when ${text} = 'NULL' then null else ${text} end as ${text}` : text;
  });
  const engine = await openDuckdb({
    memory: "1GB",
    spill: "1GB",
    parallel: 1,
    spillFolder: `${shop.root}/spill`,
    allowedDirectories: [shop.root]
  });
  const [found] = await engine.rows(
    sql`select [${join(sums)}] as counts from (select ${join(selected)} from ${relation.query})`
  );
  await engine.close();
  const counts = found?.["counts"] as readonly string[];
  return looked.map(({rule, unlessAll}, index) => {
    const count = Number(counts[index]);
    return [rule.id, unlessAll && count < rows ? 0 : count] as const;
  });
}
