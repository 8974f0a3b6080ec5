import {identifier, type Query, sql} from "../engine/query.ts";
import {notAfter} from "./column.ts";
import {columnsOf, type LakeKind, lakeColumns} from "./columns.ts";
import type {Dataset} from "./dataset.ts";
import {keptName} from "./downgrade-kept.ts";
import {downgradeRules} from "./downgrade-rules.ts";
import type {ExportedVersion} from "./downgrade-version.ts";
import {type UpgradeRule, upgradeRules} from "./upgrade-rules.ts";

/** A column of a version, as it is had from the rows of the lake. */
export interface DowngradedColumn {
  readonly name: string;
  readonly kind: LakeKind;
  /** Its value in the type of its kind, over the columns of the lake under their own names. */
  readonly value: Query;
  /** Lake columns that the value is made of. */
  readonly sources: readonly string[];
  readonly mandatory: boolean;
  readonly nullable: boolean;
}

/** A column of the lake that the version does not have. */
export interface KeptColumn {
  /** As the file names it. */
  readonly name: string;
  /** The lake column. */
  readonly column: string;
  readonly kind: LakeKind;
  readonly value: Query;
  /** What reading the file makes of the lake column where it is not kept; the column says something where it differs. */
  readonly regained: Query;
}

export interface Downgrade {
  /** The columns of the version in the order of the specification's tables. */
  readonly columns: readonly DowngradedColumn[];
  readonly kept: readonly KeptColumn[];
}

/** How rows of the lake become rows of a version. Columns that the lake never has (of 1.0-preview) are in no version here. */
export function downgrade(dataset: Dataset, version: ExportedVersion): Downgrade {
  const lake = new Map(lakeColumns(dataset).map(({name, kind}) => [name, kind]));
  const own = columnsOf(dataset, version);
  const columns = own.map(({name, versions}): DowngradedColumn => {
    const kind = lake.get(name);
    const facts = versions[version];
    if (kind === undefined || facts === undefined) throw new Error(`column that the lake does not have: ${name}`);
    const rule = downgradeRules.find(
      (each) =>
        each.column === name &&
        each.datasets.includes(dataset) &&
        notAfter(each.from, version) &&
        notAfter(version, each.to)
    );
    return {
      name,
      kind,
      value: rule === undefined ? identifier(name) : rule.expression((needed) => identifier(needed)),
      sources: rule?.needs ?? [name],
      mandatory: facts.level === "Mandatory",
      nullable: facts.nullable
    };
  });
  const byName = new Map(columns.map((column) => [column.name, column]));
  const kept = [...lake]
    .filter(([name]) => !byName.has(name))
    .map(([name, kind]) => ({
      name: keptName(name),
      column: name,
      kind,
      value: identifier(name),
      regained: regained(dataset, version, name, byName)
    }));
  return {columns, kept};
}

function regained(
  dataset: Dataset,
  version: ExportedVersion,
  name: string,
  columns: ReadonlyMap<string, DowngradedColumn>
): Query {
  const applies = (rule: UpgradeRule): boolean =>
    rule.column === name &&
    rule.datasets.includes(dataset) &&
    notAfter(rule.from, version) &&
    notAfter(version, rule.to) &&
    rule.needs.every((needed) => columns.get(needed)?.kind === "text");
  const rule = upgradeRules.find(applies);
  if (rule === undefined) return sql`null`;
  return rule.expression((needed) => {
    const column = columns.get(needed);
    if (column === undefined) throw new Error(`column not among the needs of the rule: ${needed}`);
    return column.value;
  });
}
