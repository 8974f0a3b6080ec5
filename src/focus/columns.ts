import {UserError} from "../errors.ts";
import {nearest} from "../nearest.ts";
import {billingPeriodColumns} from "./billing-period.data.ts";
import {type Column, type ColumnFacts, type ColumnInVersion, type FocusVersion, focusVersions} from "./column.ts";
import {contractCommitmentColumns} from "./contract-commitment.data.ts";
import {costAndUsageColumns} from "./cost-and-usage.data.ts";
import type {Dataset} from "./dataset.ts";
import {invoiceDetailColumns} from "./invoice-detail.data.ts";

/** How a column lies in the lake: `json` is VARCHAR holding JSON text, `instant` TIMESTAMP in UTC, `decimal` exact. */
export type LakeKind = "text" | "decimal" | "instant" | "map" | "json";

export interface LakeColumn {
  readonly name: string;
  readonly kind: LakeKind;
}

/** The map column that holds everything of a file that FOCUS does not name; it stands after the lake columns. */
export const extensionColumn = "x";

const columns: Readonly<Record<Dataset, readonly Column[]>> = {
  CostAndUsage: costAndUsageColumns.map((facts) => column("CostAndUsage", facts)),
  ContractCommitment: contractCommitmentColumns.map((facts) => column("ContractCommitment", facts)),
  InvoiceDetail: invoiceDetailColumns.map((facts) => column("InvoiceDetail", facts)),
  BillingPeriod: billingPeriodColumns.map((facts) => column("BillingPeriod", facts))
};

/** The columns of a dataset by name: those of one version, or of all versions with those that were removed. */
export function columnsOf(dataset: Dataset, version?: FocusVersion): readonly Column[] {
  const all = columns[dataset];
  return version === undefined ? all : all.filter(({versions}) => versions[version] !== undefined);
}

/** The versions that have a dataset, oldest first. */
export function versionsOf(dataset: Dataset): readonly FocusVersion[] {
  return focusVersions.filter((version) => columns[dataset].some(({versions}) => versions[version] !== undefined));
}

/** The column with a name, upper or lower case; null where the dataset never had it. */
export function findColumn(dataset: Dataset, name: string): Column | null {
  const wanted = name.toLowerCase();
  return columns[dataset].find((each) => each.name.toLowerCase() === wanted) ?? null;
}

/** The column with a name, upper or lower case. Throws `UserError` `not-found` with the nearest names. */
export function columnNamed(dataset: Dataset, name: string): Column {
  const found = findColumn(dataset, name);
  if (found !== null) return found;
  const close = nearest(
    name,
    columns[dataset].map((each) => each.name)
  );
  throw new UserError("not-found", `${dataset} has no column ${name}`, {
    remedy:
      close.length > 0 ? `Did you mean ${close.join(" or ")}?` : `See docs/focus.md for the columns of ${dataset}.`,
    data: {dataset, name, close}
  });
}

/**
 * The columns of a dataset as every file of the lake has them, by name: those of the newest version and those that
 * were removed without another column taking over all they said. The map `x` and promoted tags are not among them.
 */
export function lakeColumns(dataset: Dataset): readonly LakeColumn[] {
  const newest = focusVersions[focusVersions.length - 1];
  return columns[dataset]
    .filter(
      ({versions, removed, name}) => (newest !== undefined && versions[newest]) || (removed && !renamed(dataset, name))
    )
    .map(({name, type}) => ({name, kind: lakeKind(name, type)}));
}

function renamed(dataset: Dataset, name: string): boolean {
  return columns[dataset].some(({previousName}) => previousName === name);
}

function lakeKind(name: string, type: Column["type"]): LakeKind {
  switch (type) {
    case "string":
      return "text";
    case "decimal":
      return "decimal";
    case "datetime":
      return "instant";
    case "json":
      return "json";
    case "keyvalue":
      return name === "Tags" ? "map" : "json";
  }
}

function column(dataset: Dataset, facts: ColumnFacts): Column {
  const {name, type, format = null, range = null, condition = null, deprecated = null, removed = null} = facts;
  const versions: Partial<Record<FocusVersion, ColumnInVersion>> = {};
  let introduced: FocusVersion | null = null;
  let current: ColumnInVersion | null = null;
  for (const version of focusVersions) {
    if (version === removed) break;
    const change = facts.since[version];
    if (change !== undefined) current = {allowed: facts.allowed ?? [], ...change};
    if (current === null) continue;
    introduced ??= version;
    versions[version] = current;
  }
  if (introduced === null) throw new Error(`column of no version: ${dataset}.${name}`);
  const {replacedBy = null, previousName = null, about} = facts;
  return {
    dataset,
    name,
    type,
    format,
    range,
    condition,
    versions,
    introduced,
    deprecated,
    removed,
    replacedBy,
    previousName,
    about
  };
}
