import type {Dataset} from "./dataset.ts";

/** Versions of the FOCUS specification that files may be written in, oldest first. */
export const focusVersions = ["1.0-preview", "1.0", "1.1", "1.2", "1.3", "1.4"] as const;
export type FocusVersion = (typeof focusVersions)[number];

export type FeatureLevel = "Mandatory" | "Conditional" | "Recommended" | "Optional";
export type ColumnType = "string" | "decimal" | "datetime" | "json" | "keyvalue";

/** What the text of a column must look like beyond its type. */
export type ValueFormat = "currency" | "unit" | "duration";

/** Inclusive bounds as decimal text; an open end is null. */
export interface NumericRange {
  readonly min: string | null;
  readonly max: string | null;
}

/** What one version of the specification says of a column. */
export interface ColumnInVersion {
  readonly level: FeatureLevel;
  readonly nullable: boolean;
  /** The only values allowed; empty where any are. */
  readonly allowed: readonly string[];
}

/** A column of a FOCUS dataset, with what each version says of it. */
export interface Column {
  readonly dataset: Dataset;
  readonly name: string;
  readonly type: ColumnType;
  readonly format: ValueFormat | null;
  readonly range: NumericRange | null;
  /** A conditional column must be present when this holds. */
  readonly condition: string | null;
  readonly versions: Readonly<Partial<Record<FocusVersion, ColumnInVersion>>>;
  /** The first of `focusVersions` that has it; columns of 0.5 count as 1.0-preview. */
  readonly introduced: FocusVersion;
  readonly deprecated: FocusVersion | null;
  readonly removed: FocusVersion | null;
  readonly replacedBy: string | null;
  readonly previousName: string | null;
  /** What it is, in a sentence of ours, for help and the data dictionary. */
  readonly about: string;
}

/** A column as the data files write it: what holds from a version on, until the next entry or until it is removed. */
export interface ColumnFacts {
  readonly name: string;
  readonly type: ColumnType;
  readonly format?: ValueFormat;
  readonly range?: NumericRange;
  readonly allowed?: readonly string[];
  readonly since: Readonly<Partial<Record<FocusVersion, Omit<ColumnInVersion, "allowed"> & Partial<ColumnInVersion>>>>;
  readonly deprecated?: FocusVersion;
  readonly removed?: FocusVersion;
  readonly replacedBy?: string;
  readonly previousName?: string;
  readonly condition?: string;
  readonly about: string;
}

/** Whether version `a` is not newer than `b`. */
export function notAfter(a: FocusVersion, b: FocusVersion): boolean {
  return focusVersions.indexOf(a) <= focusVersions.indexOf(b);
}
