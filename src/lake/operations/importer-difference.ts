import type {z} from "zod";
import {engineOf} from "../../engine/duckdb/open.ts";
import type {Row} from "../../engine/engine.ts";
import {identifier, join, type Query, sql} from "../../engine/query.ts";
import {lakeColumns} from "../../focus/columns.ts";
import type {DeclaredTest} from "../../focus/importers/declared/form.ts";
import {compare, isAmount, normalise} from "../../money/amount.ts";
import type {Context, Output} from "../../operation.ts";
import type {ingest as ingestContract} from "../ingest/contract.ts";
import {lakeOf} from "../open.ts";
import type {importerTest} from "./importer-contract.ts";

type Difference = z.input<(typeof importerTest)["output"]>["rows"][number]["differences"][number];
type Expected = DeclaredTest["expect"];

/** Where what came of the files is not what a test expects; `rows` is the number of charges in the lake. */
export async function differencesOf(
  {expect}: DeclaredTest,
  report: Output<typeof ingestContract>,
  context: Context
): Promise<{readonly differences: Difference[]; readonly rows: number}> {
  const rows = report.rows.reduce((sum, each) => sum + each.rows, 0);
  const quarantined = report.rows.reduce((sum, each) => sum + each.quarantined, 0);
  const differences: Difference[] = [
    ...count("rows", expect.rows, rows),
    ...count("quarantined rows", expect.quarantined, quarantined),
    ...report.rows
      .flatMap(({checks}) => checks)
      .filter(({level}) => level === "error")
      .map(({check, message}) => ({what: `check ${check}`, expected: "no error", found: message}))
  ];
  if (expect.totals !== undefined) differences.push(...(await totalDifferences(expect.totals, context)));
  for (const [index, charge] of (expect.charges ?? []).entries())
    differences.push(...(await chargeDifference(charge, index, context)));
  return {differences, rows};
}

function count(what: string, expected: string | undefined, found: number): Difference[] {
  return expected === undefined || expected === String(found) ? [] : [{what, expected, found: String(found)}];
}

async function charges(select: (scan: Query) => Query, context: Context): Promise<readonly Row[]> {
  const lake = await context.use(lakeOf);
  const engine = await context.use(engineOf);
  const selection = await lake.select({dataset: "CostAndUsage"});
  try {
    if (selection.files.length === 0) return [];
    return await engine.rows(select(engine.dialect.scan("CostAndUsage", selection.files)), {signal: context.signal});
  } finally {
    await selection.release();
  }
}

async function totalDifferences(totals: NonNullable<Expected["totals"]>, context: Context): Promise<Difference[]> {
  const rows = await charges(
    (scan) => sql`select coalesce("InvoiceId", '') as invoice, strftime("BillingPeriodStart", '%Y-%m') as period,
        "BillingCurrency" as currency, sum("BilledCost") as billed, sum("EffectiveCost") as effective
      from ${scan} group by 1, 2, 3 having sum("BilledCost") <> 0 or sum("EffectiveCost") <> 0 order by 1, 2, 3`,
    context
  );
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  const wanted = totals.map((total) => ({...total, key: keyOf({...total, invoice: total.invoice ?? ""})}));
  // Billed cost of months that nothing is billed in is zero: spread charges have only effective cost there.
  const others = [...found].filter(
    ([key, row]) => !wanted.some((total) => total.key === key) && compare(String(row["billed"]), "0") !== 0
  );
  const effective = totals.filter((total) => total.effective !== undefined);
  return [
    ...wanted.flatMap(({key, billed}) => amount(`billed total of ${key}`, billed, found.get(key)?.["billed"])),
    ...others.map(([key, row]) => ({
      what: `billed total of ${key}`,
      expected: "none",
      found: normalise(String(row["billed"]), {trailingZeros: false})
    })),
    ...(effective.length === 0 ? [] : await effectiveDifferences(effective, context))
  ];
}

/** Effective cost by currency, over all months: what is bought in one is used in others. */
async function effectiveDifferences(totals: NonNullable<Expected["totals"]>, context: Context): Promise<Difference[]> {
  const rows = await charges(
    (scan) => sql`select "BillingCurrency" as currency, sum("EffectiveCost") as effective from ${scan} group by 1`,
    context
  );
  const {sum} = await import("../../money/amount.ts");
  return [...Map.groupBy(totals, ({currency}) => currency)].flatMap(([currency, each]) => {
    const expected = sum(each.map(({effective = "0"}) => effective));
    const row = rows.find((candidate) => candidate["currency"] === currency);
    return amount(`effective total in ${currency}`, expected, row?.["effective"]);
  });
}

function keyOf(row: Readonly<Record<string, unknown>>): string {
  const invoice = String(row["invoice"] ?? "");
  return [invoice === "" ? [] : [`invoice ${invoice}`], String(row["period"]), String(row["currency"])]
    .flat()
    .join(", ");
}

function amount(what: string, expected: string, found: unknown): Difference[] {
  const text = typeof found === "string" ? normalise(found, {trailingZeros: false}) : "none";
  const same = text === "none" ? compare(expected, "0") === 0 : compare(expected, text) === 0;
  return same ? [] : [{what, expected, found: text}];
}

/** A charge that must be there, by some of its columns; where it is not, the nearest shows what differs. */
async function chargeDifference(
  charge: Readonly<Record<string, string>>,
  index: number,
  context: Context
): Promise<Difference[]> {
  const items = Object.entries(charge).map(([name, expected]) => ({name, expected, value: valueOf(name)}));
  const shown = items.map(({value}, at) => sql`${value.text} as ${identifier(`v${at}`)}`);
  const met = items.map(({value, expected}) => sql`cast(coalesce(${matches(value, expected)}, false) as integer)`);
  const rows = await charges(
    (scan) => sql`select ${join(shown)} from ${scan} order by ${join(met, " + ")} desc limit 1`,
    context
  );
  const [nearest] = rows;
  if (nearest === undefined)
    return [{what: `charge ${index + 1}`, expected: JSON.stringify(charge), found: "no charge at all"}];
  return items.flatMap(({name, expected}, at) => {
    const cell = nearest[`v${at}`];
    const found = typeof cell === "string" ? cell : "";
    return same(expected, found) ? [] : [{what: `charge ${index + 1}, ${name}`, expected, found: plain(found)}];
  });
}

interface Value {
  readonly text: Query;
  readonly kind: "text" | "decimal" | "instant";
}

function valueOf(name: string): Value {
  if (name.startsWith("tag.")) return {text: sql`"Tags"[${name.slice(4)}]`, kind: "text"};
  if (name.startsWith("x_")) return {text: sql`"x"[${name}]`, kind: "text"};
  const column = lakeColumns("CostAndUsage").find((each) => each.name === name);
  if (column === undefined) return {text: sql`cast('there is no such column' as varchar)`, kind: "text"};
  const kind = column.kind === "decimal" || column.kind === "instant" ? column.kind : "text";
  const value = identifier(name);
  if (kind === "instant") return {text: sql`strftime(${value}, '%Y-%m-%dT%H:%M:%SZ')`, kind};
  return {text: sql`cast(${value} as varchar)`, kind};
}

function matches({text, kind}: Value, expected: string): Query {
  if (expected === "") return sql`${text} is null`;
  if (kind === "decimal") return sql`try_cast(${text} as decimal(38, 18)) = try_cast(${expected} as decimal(38, 18))`;
  return kind === "instant" ? sql`starts_with(${text}, ${expected})` : sql`${text} = ${expected}`;
}

function same(expected: string, found: string): boolean {
  if (expected === found) return true;
  if (isAmount(expected) && isAmount(found) && /^-?[\d.]+$/.test(found)) return compare(expected, found) === 0;
  return /^\d{4}-\d\d-\d\d$/.test(expected) && found === `${expected}T00:00:00Z`;
}

function plain(found: string): string {
  return found === "" ? "nothing" : found;
}
