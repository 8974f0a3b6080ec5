import {identifier, join, literal, type Query, sql} from "../../engine/query.ts";
import {extensionColumn, type LakeKind} from "../../focus/columns.ts";
import type {Dataset} from "../../focus/dataset.ts";
import {keptName} from "../../focus/downgrade-kept.ts";
import type {Downgrade} from "../../focus/downgrade.ts";

/** A column of the data files. */
export interface ExportColumn {
  readonly name: string;
  readonly kind: LakeKind;
  /** Its value over the rows of the lake, in the type of its kind. */
  readonly value: Query;
  /** Whether it is of another version than the files, or of none. */
  readonly kept: boolean;
}

/** What was found in the rows, which decides on the columns that a version does not demand. */
export interface Filled {
  /** Rows that have a value in a column of the version. */
  readonly values: ReadonlyMap<string, bigint>;
  /** Rows in which a kept column says something. */
  readonly kept: ReadonlyMap<string, bigint>;
  /** The keys of the map `x` that the reader may see. */
  readonly extensions: readonly string[];
}

/** Every column of the files in their order: those of the version, then the others by name. */
export function exportColumns(
  {columns, kept}: Downgrade,
  {values, kept: saying, extensions}: Filled,
  isHidden: (name: string) => boolean
): readonly ExportColumn[] {
  const own = columns
    .filter(({name, mandatory}) => !isHidden(name) && (mandatory || (values.get(name) ?? 0n) > 0n))
    .map(({name, kind, value}): ExportColumn => ({name, kind, value, kept: false}));
  const others = kept
    .filter(({name, column}) => !isHidden(column) && (saying.get(name) ?? 0n) > 0n)
    .map(({name, kind, value}): ExportColumn => ({name, kind, value, kept: true}));
  return [...own, ...[...others, ...extensionColumns(extensions)].toSorted((a, b) => (a.name < b.name ? -1 : 1))];
}

/**
 * A column for each key of the map `x`. Keys that differ only by case share one, as columns of a file do not differ by
 * it: no row has two of them, since each came from one file.
 */
function extensionColumns(keys: readonly string[]): readonly ExportColumn[] {
  const groups = [...Map.groupBy(keys.toSorted(), (key) => key.toLowerCase()).values()];
  return groups.flatMap((group): readonly ExportColumn[] => {
    const [first] = group;
    if (first === undefined) return [];
    const values = group.map((key) => sql`${identifier(extensionColumn)}[${literal(key)}]`);
    const value = sql`coalesce(${join(values)})`;
    const isNamed = /^x_/i.test(first);
    return [{name: isNamed ? first : keptName(first), kind: "text", value, kept: !isNamed}];
  });
}

/** A value of the lake as the files have it as text: exact and without needless zeros, in UTC, JSON; null stays null. */
export function fileText(value: Query, kind: LakeKind): Query {
  switch (kind) {
    case "decimal":
      return sql`rtrim(rtrim(cast(${value} as varchar), '0'), '.')`;
    case "instant":
      return sql`case when epoch_us(${value}) % 1000000 = 0 then strftime(${value}, '%Y-%m-%dT%H:%M:%SZ')
        else rtrim(strftime(${value}, '%Y-%m-%dT%H:%M:%S.%f'), '0') || 'Z' end`;
    case "map":
      return sql`cast(to_json(${value}) as varchar)`;
    default:
      return value;
  }
}

const sortColumns: Readonly<Record<Dataset, readonly string[]>> = {
  CostAndUsage: ["ChargePeriodStart", "BillingAccountId", "SubAccountId", "ServiceName", "ResourceId"],
  ContractCommitment: ["ContractCommitmentPeriodStart", "ContractCommitmentId"],
  InvoiceDetail: ["BillingPeriodStart", "InvoiceId", "InvoiceDetailId"],
  BillingPeriod: ["BillingPeriodStart", "InvoiceIssuerName"]
};

/** The columns that the rows of the files are in the order of, as far as the files have them. */
export function orderOf(dataset: Dataset, columns: readonly ExportColumn[]): readonly string[] {
  return sortColumns[dataset].filter((name) => columns.some((column) => column.name === name));
}

/** What tells rows of the same order apart: a hash of all that the files say of them. */
export function rowHash(columns: readonly {readonly text: Query}[]): Query {
  return sql`md5(concat(${join(
    columns.map(({text}) => sql`coalesce(${text}, '')`),
    ", chr(31), "
  )}))`;
}
