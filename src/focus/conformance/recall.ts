import type {FocusVersion} from "../column.ts";
import type {Dataset} from "../dataset.ts";
import type {Finding} from "./details.ts";
import {plannedOf} from "./evaluate.ts";
import {judge, type Judged} from "./judge.ts";
import {lakeFileColumns} from "./lake-columns.ts";

/** What is kept of a delivery that was held against the rules as it was taken in. */
export interface Kept {
  readonly version: FocusVersion;
  readonly dataset: Dataset;
  /** Columns that it had. */
  readonly columns: readonly string[];
  /** Criteria that were taken to hold. */
  readonly criteria: readonly string[];
  /** The rules that failed. */
  readonly rules: readonly {readonly rule: string; readonly violations: number; readonly cost: Finding["cost"]}[];
}

/** The verdict of every rule again, from the rules that failed; no row is read. */
export function recalled({version, dataset, columns, criteria, rules}: Kept): readonly Judged[] {
  const examination = {version, dataset, reading: "corrected", criteria, samples: 0, asRead: true} as const;
  const {all, leaves} = plannedOf(lakeFileColumns(dataset, columns), examination);
  const violations = new Map(rules.map(({rule, violations}) => [rule, violations]));
  const findings = new Map(rules.map(({rule, cost}) => [rule, {cost, samples: []}]));
  return judge(all, leaves, violations, findings, "corrected");
}
