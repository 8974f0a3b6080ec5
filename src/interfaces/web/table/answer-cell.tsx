import {Delta} from "../blocks/delta.tsx";
import {Sparkline} from "../blocks/sparkline.tsx";
import {amount, isNegative, isZero, percent} from "../format/amount.ts";
import type {AnswerColumn} from "./columns.ts";
import type {TreeRow} from "./tree.ts";

export interface AnswerCellProps {
  readonly column: AnswerColumn;
  readonly columns: readonly AnswerColumn[];
  readonly row: Pick<TreeRow, "sums" | "series" | "title">;
  /** Opens the charges behind the figure; null where they are not told apart. */
  readonly open: ((event: React.MouseEvent) => void) | null;
}

/** A figure of the answer's table, or the course of a row. */
export function AnswerCell({column, row, open}: AnswerCellProps) {
  const {kind} = column;
  if (kind === "course") {
    return (
      <td className="course-cell">
        <Sparkline values={row.series.slice(0, column.index)} title={`Course of ${row.title}`} />
      </td>
    );
  }
  const value = column.value(row);
  if (kind === "ratio") {
    const metric = column.id.replace(/_ratio$/, "");
    return (
      <td className="num">
        <Delta
          now={row.sums[metric] ?? null}
          before={row.sums[`${metric}_previous`] ?? null}
          moreIsBetter={metric === "savings"}
        />
      </td>
    );
  }
  if (value === null)
    return <td className="num quiet">{kind === "period" ? "" : kind === "share" ? "" : "unknown"}</td>;
  if (kind === "share") return <td className="num quiet">{percent(value)}</td>;
  const text = kind === "change" && !isNegative(value) && !isZero(value) ? `+${amount(value)}` : amount(value);
  const leads = open !== null && kind !== "before" && kind !== "change";
  return (
    <td className="num">
      {leads ? (
        <button type="button" className="number-button" onClick={open} title="Show the charges">
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  );
}
