import {identifier, join, literal, type Query, sql} from "../../engine/query.ts";
import type {LakeKind} from "../../focus/columns.ts";
import type {ColumnMapping, LakeMapping} from "../../focus/upgrade.ts";
import {asText, type Relation, type RelationColumn} from "./relation.ts";

/** One column of the lake as it is made from a file. */
export interface TypedColumn {
  readonly name: string;
  /** The exact value, null where the text cannot be taken exactly. */
  readonly value: Query;
  /** The text as delivered, for the fault that a spoiled row shows. */
  readonly text: Query;
  /**
   * True for a row that this column spoils, in terms of the value and the text once they are columns of their own (see
   * `textOf`), so that neither is computed twice; null where no row can be spoiled.
   */
  readonly spoiled: Query | null;
  readonly reason: string;
  /** Whether the value is read from text, which costs more than all the rest. */
  readonly parsed: boolean;
  /** Whether the file has binary floating-point numbers, which are no exact decimals. */
  readonly float: boolean;
}

/** What is wrong with a text that cannot be taken as a value of a kind. */
export const reasons: Readonly<Record<LakeKind, string>> = {
  decimal: "is not a number that fits 20 digits before and 18 after the point exactly",
  instant: "is not an ISO date or instant such as 2026-10-01T00:00:00Z",
  map: "is not a JSON object with distinct keys",
  text: "is empty",
  json: "is empty"
};

/** How every lake column is typed from a file's relation. `essential` columns must not be empty. */
export function typedColumns(
  mapping: LakeMapping,
  kinds: ReadonlyMap<string, LakeKind>,
  relation: Relation,
  essential: ReadonlySet<string>
): readonly TypedColumn[] {
  const byName = new Map(relation.columns.map((column) => [column.name, column]));
  return mapping.columns.map((column) => {
    const kind = kinds.get(column.column);
    if (kind === undefined) throw new Error(`no lake column ${column.column}`);
    const native =
      column.rule === null && column.sources.length === 1 ? byName.get(column.sources[0] ?? "") : undefined;
    return typed(column, kind, native, essential.has(column.column));
  });
}

function typed(
  {column, expression}: ColumnMapping,
  kind: LakeKind,
  native: RelationColumn | undefined,
  isEssential: boolean
): TypedColumn {
  const name = column;
  if (expression === null) return absent(name, kind);
  const written = native === undefined ? sql`nullif(${expression}, '')` : asText(native);
  // Some exports write no tags as the JSON value null.
  const text = kind === "map" ? sql`nullif(${written}, 'null')` : written;
  const {value, exact, parsed = false, float} = valueOf(kind, text, native);
  const unreadable = exact ? null : sql`(${textOf(name)} is not null and ${identifier(name)} is null)`;
  const empty = isEssential ? sql`${textOf(name)} is null` : null;
  const spoiled = unreadable !== null && empty !== null ? sql`(${unreadable} or ${empty})` : (unreadable ?? empty);
  return {name, value, spoiled, text, reason: reasons[kind], parsed, float};
}

/** A column that a file does not have: null in every row. */
export function absent(name: string, kind: LakeKind): TypedColumn {
  const value = sql`cast(null as ${typeOf(kind)})`;
  return {name, value, spoiled: null, text: sql`null`, reason: "", parsed: false, float: false};
}

/** The column that holds the text of a lake column beside its value, while rows are being typed. */
export function textOf(name: string): Query {
  return identifier(`text of ${name}`);
}

/** The type of a lake column as SQL. */
export function typeOf(kind: LakeKind): Query {
  switch (kind) {
    case "decimal":
      return sql`decimal(38, 18)`;
    case "instant":
      return sql`timestamp`;
    case "map":
      return sql`map(varchar, varchar)`;
    default:
      return sql`varchar`;
  }
}

interface Value {
  readonly value: Query;
  /** Whether every value of the column is taken exactly, so that no row can be spoiled. */
  readonly exact: boolean;
  readonly parsed?: boolean;
  readonly float: boolean;
}

/** The exact value of a text; of a column that has a type already (`native`), of the column itself. */
export function valueOf(kind: LakeKind, text: Query, native: RelationColumn | undefined): Value {
  const type = native?.type ?? "VARCHAR";
  const column = native === undefined ? text : identifier(native.name);
  switch (kind) {
    case "decimal": {
      if (isNarrowDecimal(type) || /^U?(TINY|SMALL|BIG)?INT(EGER)?$/.test(type))
        return {value: sql`cast(${column} as decimal(38, 18))`, exact: true, float: false};
      // A binary float has no exact decimal of its own: the shortest text that means the same float is taken, and
      // what lies beyond the 18th decimal is less than the float knows.
      if (type === "DOUBLE" || type === "FLOAT")
        return {
          value: sql`try_cast(cast(${column} as varchar) as decimal(38, 18))`,
          exact: false,
          parsed: true,
          float: true
        };
      return {value: sql`exact_decimal(${text})`, exact: false, parsed: true, float: false};
    }
    case "instant":
      if (/^TIMESTAMP(_S|_MS)?$/.test(type) || type === "DATE")
        return {value: sql`plausible(cast(${column} as timestamp))`, exact: false, float: false};
      if (type === "TIMESTAMP WITH TIME ZONE")
        return {value: sql`plausible(cast(${column} at time zone 'UTC' as timestamp))`, exact: false, float: false};
      return {value: sql`exact_instant(${text})`, exact: false, parsed: true, float: false};
    case "map":
      if (type === "MAP(VARCHAR, VARCHAR)") return {value: column, exact: true, float: false};
      return {value: sql`exact_map(${text})`, exact: false, parsed: true, float: false};
    default:
      return {value: text, exact: true, float: false};
  }
}

function isNarrowDecimal(type: string): boolean {
  const found = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (found === null) return false;
  const [width = "", scale = ""] = found.slice(1);
  return BigInt(scale) <= 18n && BigInt(width) - BigInt(scale) <= 20n;
}

/** The map of what FOCUS does not name; a row has only the keys that it has values for. */
export function extensionMap(mapping: LakeMapping, relation: Relation): Query {
  const byName = new Map(relation.columns.map((column) => [column.name, column]));
  const named = new Set(mapping.extensions.map(({raw}) => raw));
  const unnamed = relation.columns.filter(({name}) => /^unnamed_\d+$/.test(name) && !named.has(name));
  const entries = [
    ...mapping.extensions.map(({raw, key}) => ({key, column: byName.get(raw)})),
    ...unnamed.map((column) => ({key: column.name, column}))
  ].flatMap(({key, column}) => (column === undefined ? [] : [sql`{'k': ${literal(key)}, 'v': ${asText(column)}}`]));
  if (entries.length === 0) return sql`cast(null as map(varchar, varchar))`;
  return sql`map_from_entries(list_filter([${join(entries)}], lambda entry: entry.v is not null))`;
}

/** Rules that concern two columns of a row: an interval must not end before it begins. */
export const rowRules: readonly {readonly from: string; readonly to: string; readonly reason: string}[] = [
  {from: "ChargePeriodStart", to: "ChargePeriodEnd", reason: "is before ChargePeriodStart"},
  {from: "BillingPeriodStart", to: "BillingPeriodEnd", reason: "is before BillingPeriodStart"},
  {from: "ContractCommitmentPeriodStart", to: "ContractCommitmentPeriodEnd", reason: "is before its start"}
];
