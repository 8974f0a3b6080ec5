import {identifier, type Query} from "../engine/query.ts";
import {type FocusVersion, notAfter} from "./column.ts";
import {columnsOf, findColumn, lakeColumns} from "./columns.ts";
import type {Dataset} from "./dataset.ts";
import {keptName, nameKept} from "./downgrade-kept.ts";
import type {Header, HeaderColumn} from "./header.ts";
import {type UpgradeRule, upgradeRules} from "./upgrade-rules.ts";

/** Where a lake column comes from. */
export interface ColumnMapping {
  readonly column: string;
  /** Its value as text (VARCHAR), over the file's columns as text under their raw names; null where there is none. */
  readonly expression: Query | null;
  /** The id of the upgrade rule; null where the file has the column itself or nothing to derive it from. */
  readonly rule: string | null;
  /** The raw names of the file's columns that it is made of, so that a fault can be placed. */
  readonly sources: readonly string[];
}

/** A column of the file that becomes an entry of the map `x`. */
export interface Extension {
  /** Its name in the file, for a quoted identifier. */
  readonly raw: string;
  /** Its key in the map. */
  readonly key: string;
  /**
   * `custom` begins with `x_` as the specification wants, `old` is of an earlier version and not wholly carried over,
   * `unknown` is none of these: worth telling the user.
   */
  readonly kind: "custom" | "old" | "unknown";
}

export interface LakeMapping {
  /** Every lake column of the dataset, in order. */
  readonly columns: readonly ColumnMapping[];
  /** What else the file has, in its order: nothing is dropped. */
  readonly extensions: readonly Extension[];
}

/** How the rows of a file of a version become rows of the lake. */
export function lakeMapping(dataset: Dataset, version: FocusVersion, header: Header): LakeMapping {
  const byName = new Map(header.columns.map((column) => [column.name, column] as const));
  const used = new Set<string>();
  const kept = new Map(header.columns.map((column) => [column.name.toLowerCase(), column] as const));
  const columns = lakeColumns(dataset).map(({name}): ColumnMapping => {
    const back = byName.has(name) ? undefined : kept.get(keptName(name).toLowerCase());
    if (back !== undefined) {
      used.add(back.name);
      return {column: name, expression: identifier(back.raw), rule: null, sources: [back.raw]};
    }
    const rule = upgradeRules.find((each) => applies(each, dataset, version, name, byName));
    if (rule !== undefined) {
      for (const carried of rule.carries) used.add(carried);
      return {
        column: name,
        expression: rule.expression((needed) => sourceOf(byName, needed)),
        rule: rule.id,
        sources: rule.needs.map((needed) => byName.get(needed)?.raw ?? needed)
      };
    }
    const own = byName.get(name);
    if (own === undefined) return {column: name, expression: null, rule: null, sources: []};
    used.add(name);
    return {column: name, expression: identifier(own.raw), rule: null, sources: [own.raw]};
  });
  const extensions = header.columns
    .filter(({name}) => !used.has(name))
    .map(({raw, name}): Extension => ({raw, key: keyOf(name, kept), kind: extensionKind(dataset, name)}));
  return {columns, extensions};
}

function applies(
  {datasets, from, to, column, needs}: UpgradeRule,
  dataset: Dataset,
  version: FocusVersion,
  name: string,
  byName: ReadonlyMap<string, HeaderColumn>
): boolean {
  return (
    column === name &&
    datasets.includes(dataset) &&
    notAfter(from, version) &&
    notAfter(version, to) &&
    needs.every((needed) => byName.has(needed)) &&
    (needs.includes(column) || !byName.has(column))
  );
}

function sourceOf(byName: ReadonlyMap<string, HeaderColumn>, name: string): Query {
  const column = byName.get(name);
  if (column === undefined) throw new Error(`column not among the needs of the rule: ${name}`);
  return identifier(column.raw);
}

/** An export keeps columns without the prefix `x_` under a name that has it, and so they get their own name back. */
function keyOf(name: string, header: ReadonlyMap<string, HeaderColumn>): string {
  const key = nameKept(name);
  return key === null || header.has(key.toLowerCase()) ? name : key;
}

function extensionKind(dataset: Dataset, name: string): Extension["kind"] {
  if (/^x_/i.test(name)) return "custom";
  const isOld =
    (findColumn(dataset, name)?.removed ?? null) !== null ||
    columnsOf(dataset).some(({previousName}) => previousName === name);
  return isOld ? "old" : "unknown";
}
