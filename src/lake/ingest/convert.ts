import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {LakeColumn} from "../../focus/columns.ts";
import type {Repair} from "../../focus/repairs/repair.ts";
import type {LakeMapping} from "../../focus/upgrade.ts";
import {tagColumn} from "../layout.ts";
import {type Relation, withTexts} from "./relation.ts";
import {extensionMap, rowRules, textOf, type TypedColumn, typedColumns} from "./typing.ts";

/** Everything there is to know to turn the rows of one file into rows of the lake. */
export interface Conversion {
  readonly relation: Relation;
  readonly typed: readonly TypedColumn[];
  readonly extensions: Query;
  /** Tag keys that get a column of their own. */
  readonly tags: readonly string[];
  /** Pairs of columns of which the second must not be before the first. */
  readonly intervals: readonly {readonly from: TypedColumn; readonly to: TypedColumn; readonly reason: string}[];
  /** Columns that say what money a row holds that cannot be taken. */
  readonly money: MoneyColumns;
  /** Known faults of the vendor's export that are mended. */
  readonly repairs: readonly Repair[];
}

export interface MoneyColumns {
  readonly period: string;
  readonly currency: string;
  readonly billed: string;
}

export function conversion(
  delivered: Relation,
  mapping: LakeMapping,
  columns: readonly LakeColumn[],
  essential: ReadonlySet<string>,
  tags: readonly string[],
  repairs: readonly Repair[] = []
): Conversion {
  const ruled = mapping.columns.filter(({rule}) => rule !== null).flatMap(({sources}) => sources);
  const relation = withTexts(delivered, new Set(ruled));
  const kinds = new Map(columns.map(({name, kind}) => [name, kind]));
  const typed = typedColumns(mapping, kinds, relation, essential);
  const named = (name: string): TypedColumn | undefined =>
    typed.find((column) => column.name === name && column.spoiled);
  return {
    relation,
    typed,
    extensions: extensionMap(mapping, relation),
    tags: kinds.get("Tags") === "map" ? tags : [],
    intervals: rowRules.flatMap((rule) => {
      const from = named(rule.from);
      const to = named(rule.to);
      return from === undefined || to === undefined ? [] : [{from, to, reason: rule.reason}];
    }),
    money: {period: "BillingPeriodStart", currency: "BillingCurrency", billed: "BilledCost"},
    repairs
  };
}

/** Options of every Parquet file of the lake; measured in the benchmark. */
export const parquetOptions = raw("format parquet, compression zstd, row_group_size 122880");

/** Writes the rows that can be taken exactly to a Parquet file and gives their number. */
export async function writeParquet(
  session: Session,
  plan: Conversion,
  target: string,
  signal: AbortSignal
): Promise<number> {
  // The limit, larger than any file, keeps the filter above the projection: pushed below it, every value would be
  // read from its text twice. Values that are typed already cost less than the limit does.
  const barrier = plan.typed.some(({parsed}) => parsed) ? raw("limit 4611686018427387904") : raw("");
  const {rowsChanged} = await session.run(
    sql`copy (
      select ${mended(plan.repairs)} from (
        select ${join(lakeColumnsOf(plan))}, ${spoiledRow(plan)} as spoiled
        from ${valued(plan)} ${barrier}
      ) where not spoiled
    ) to ${literal(target)} (${parquetOptions})`,
    {signal}
  );
  return Number(rowsChanged); // a count of rows
}

/** Every column but the mark of spoiled rows, with known faults mended and told in `x_SourceChanges`. */
function mended(repairs: readonly Repair[]): Query {
  if (repairs.length === 0) return raw("* exclude (spoiled)");
  const when = (repair: Repair): Query => sql`coalesce(${repair.when(identifier)}, false)`;
  const columns = [...Map.groupBy(repairs, ({column}) => column)].map(([column, own]) => {
    const cases = own.map((repair) => sql`when ${when(repair)} then ${repair.value(identifier)}`);
    return sql`case ${join(cases, " ")} else ${identifier(column)} end as ${identifier(column)}`;
  });
  const changes = join(repairs.map((repair) => sql`case when ${when(repair)} then ${literal(repair.id)} end`));
  const told = sql`case when ${join(repairs.map(when), " or ")}
    then map_concat(coalesce("x", map()), map {'x_SourceChanges': concat_ws(', ', ${changes})}) else "x" end as "x"`;
  return sql`* exclude (spoiled) replace (${join([...columns, told])})`;
}

/** Copies part of a converted file to a file of its own. */
export async function copyRows(
  session: Session,
  source: string,
  where: Query,
  target: string,
  signal: AbortSignal
): Promise<number> {
  const {rowsChanged} = await session.run(
    sql`copy (select * from read_parquet(${literal(source)}) where ${where}) to ${literal(target)} (${parquetOptions})`,
    {signal}
  );
  return Number(rowsChanged); // a count of rows
}

/** The rows of the file with every value and, where a row can be spoiled, the text that it was read from. */
function valued({relation, typed, extensions}: Conversion, more: readonly Query[] = []): Query {
  const items = [
    ...typed.map(({name, value}) => sql`${value} as ${identifier(name)}`),
    ...typed.flatMap(({name, text, spoiled}) => (spoiled === null ? [] : [sql`${text} as ${textOf(name)}`])),
    sql`${extensions} as "x"`,
    ...more
  ];
  return sql`(select ${join(items)} from ${relation.query})`;
}

function lakeColumnsOf(plan: Conversion): readonly Query[] {
  return [
    ...plan.typed.map(({name}) => identifier(name)),
    sql`"x"`,
    ...plan.tags.map((key) => sql`"Tags"[${literal(key)}] as ${identifier(tagColumn(key))}`)
  ];
}

function spoiledRow({typed, intervals}: Conversion): Query {
  const faults = [...typed.flatMap(({spoiled}) => (spoiled === null ? [] : [spoiled])), ...intervals.map(isInverted)];
  return faults.length === 0 ? sql`false` : sql`(${join(faults, " or ")})`;
}

function isInverted({from, to}: Conversion["intervals"][number]): Query {
  return sql`coalesce(${identifier(to.name)} < ${identifier(from.name)}, false)`;
}

/** A row that cannot be taken exactly, as the engine gives it. */
export interface SpoiledRow {
  /** Every field as text, in the order of the file's columns. */
  readonly fields: readonly (string | null)[];
  readonly faults: readonly {readonly column: string; readonly reason: string; readonly text: string | null}[];
  /** `YYYY-MM` where the row has a billing period that can be read. */
  readonly period: string | null;
  readonly currency: string | null;
  /** Exact decimal, null where it cannot be read. */
  readonly billed: string | null;
}

/** The rows that `writeParquet` left out, with the reasons. */
export async function* spoiledRows(
  session: Session,
  plan: Conversion,
  texts: readonly Query[],
  signal: AbortSignal
): AsyncIterable<readonly SpoiledRow[]> {
  const faults = [
    ...plan.typed.flatMap(({name, spoiled, reason}) => (spoiled === null ? [] : [fault(spoiled, name, reason)])),
    ...plan.intervals.map((interval) => fault(isInverted(interval), interval.to.name, interval.reason))
  ];
  const value = (name: string, type: Query): Query =>
    plan.typed.some((column) => column.name === name) ? identifier(name) : sql`cast(null as ${type})`;
  const {period, currency, billed} = plan.money;
  const query = sql`select "fields", list_filter([${join(faults)}], lambda f: f is not null) as faults,
      strftime(${value(period, sql`timestamp`)}, '%Y-%m') as period,
      ${value(currency, sql`varchar`)} as currency, ${value(billed, sql`decimal(38, 18)`)} as billed
    from ${valued(plan, [sql`[${join(texts)}] as "fields"`])} where ${spoiledRow(plan)}`;
  for await (const batch of session.stream(query, {signal})) yield batch as unknown as readonly SpoiledRow[];
}

function fault(spoiled: Query, column: string, reason: string): Query {
  return sql`case when ${spoiled} then {'column': ${literal(column)},
    'reason': case when ${textOf(column)} is null then 'is empty' else ${literal(reason)} end,
    'text': left(${textOf(column)}, 200)} end`;
}
