import type {Block} from "../answer/pivot.ts";
import {compareAmounts} from "../answer/pivot.ts";
import {share, subtract} from "../format/amount.ts";
import {type TreeRow} from "./tree.ts";

/** What a column of the answer's table shows. */
export type ColumnKind = "name" | "course" | "period" | "metric" | "share" | "before" | "change" | "ratio";

export interface AnswerColumn {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly title: string;
  /** Its unit, once per column. */
  readonly unit: string;
  /** The exact amount, or the ratio, of a row; null where it is unknown. */
  readonly value: (row: Pick<TreeRow, "sums" | "series">) => string | null;
  /** The place of a period. */
  readonly index: number;
}

export interface Laid {
  readonly metrics: readonly {readonly name: string; readonly title: string}[];
  readonly compared: boolean;
  readonly periods: readonly {readonly key: string; readonly title: string}[] | null;
  /** How many periods from the first the course shows: the complete ones; 0 for none. */
  readonly course: number;
  readonly unit: string;
}

/** Periods stand beside each other under the unit of the table's name and sum. */
const unitless: ReadonlySet<ColumnKind> = new Set(["share", "ratio", "course", "period"]);

/** The columns of a table, from the left. */
export function columnsOf(block: Block, {metrics, compared, periods, course, unit}: Laid): readonly AnswerColumn[] {
  const [first] = metrics;
  const plain = (
    id: string,
    kind: ColumnKind,
    title: string,
    value: AnswerColumn["value"],
    index = -1
  ): AnswerColumn => ({
    id,
    kind,
    title,
    unit: unitless.has(kind) ? "" : unit,
    value,
    index
  });
  const whole = first === undefined ? null : (block.totals[first.name] ?? null);
  return [
    ...(periods === null
      ? course > 1
        ? [plain("course", "course", "Course", () => null, course)]
        : []
      : periods.map(({key, title}, index) =>
          plain(`p:${key}`, "period", title, ({series}) => series[index] ?? null, index)
        )),
    ...metrics.flatMap(({name, title}, position) => [
      plain(name, "metric", title, ({sums}) => sums[name] ?? null),
      ...(position === 0 && whole !== null && !compared
        ? [plain("share", "share", "Share", ({sums}) => shareOf(sums[name] ?? null, whole))]
        : []),
      ...(compared
        ? [
            plain(`${name}_previous`, "before", "Before", ({sums}) => sums[`${name}_previous`] ?? null),
            plain(`${name}_change`, "change", "Change", ({sums}) => sums[`${name}_change`] ?? null),
            plain(`${name}_ratio`, "ratio", "Change", ({sums}) =>
              ratioOf(sums[name] ?? null, sums[`${name}_previous`] ?? null)
            )
          ]
        : [])
    ])
  ];
}

function shareOf(value: string | null, whole: string): string | null {
  return value === null ? null : share(value, whole);
}

/** The change as a share of what it changed from, for the order of rows. */
function ratioOf(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  return share(subtract(now, before), before.replace("-", ""));
}

/** The order of two rows by a column; what is unknown is least. */
export function byColumn(column: AnswerColumn, a: TreeRow, b: TreeRow): number {
  return compareAmounts(column.value(a), column.value(b));
}
