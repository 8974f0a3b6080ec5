import type {RollupFiles} from "../lake/lake.ts";
import {rollupKeys} from "../lake/rollup/rollup.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import type {Field} from "./field.ts";
import {metrics} from "./metric.ts";
import {columnOf, sourceColumn} from "./terms.ts";

/** What a roll-up must have to answer a question to the last digit; null where only the charges can. */
export interface RollupNeed {
  readonly columns: readonly string[];
  /** Whether charges must be told apart by day; months are enough otherwise. */
  readonly days: boolean;
}

/** What a question asks of a roll-up. `fields` are those of its dimensions and filters, the caller's among them. */
export function rollupNeed(
  question: CanonicalQuestion,
  fields: readonly Field[],
  promoted: ReadonlySet<string>
): RollupNeed | null {
  const {granularity, axis, rates, compare} = question;
  if (granularity === "hour") return null;
  const units = question.metric.flatMap((name) => metrics[name].unit ?? []);
  const bounds = [question.from, question.to, compare?.from ?? null, compare?.to ?? null];
  const isCut = axis === "charge" && bounds.some((day) => day !== null && !day.endsWith("-01"));
  const byDay = axis === "charge" && (granularity === "day" || granularity === "week");
  return {
    columns: [...fields.map((field) => columnOf(field, promoted)), ...units],
    days: isCut || byDay || rates?.basis === "charge-day"
  };
}

/** Columns that every roll-up has as the charges have them; the start of the charge period is cut to a day or month. */
const always: readonly string[] = [...rollupKeys.filter((name) => name !== "ChargePeriodStart"), sourceColumn];

/** The smallest roll-up of a snapshot that serves; null where the charges must be read. */
export function chooseRollup(
  need: RollupNeed | null,
  rollups: readonly RollupFiles[],
  {manifest}: Snapshot
): RollupFiles | null {
  if (need === null) return null;
  const serving = rollups.filter(
    ({snapshot, rollup}) =>
      snapshot === manifest.id &&
      (!need.days || rollup.bucket === "day") &&
      need.columns.every((column) => rollup.columns.includes(column) || always.includes(column))
  );
  return serving.toSorted((a, b) => a.rows - b.rows)[0] ?? null;
}
