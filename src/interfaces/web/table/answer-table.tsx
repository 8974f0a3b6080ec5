import {Checkbox} from "@mantine/core";
import {IconChevronDown, IconChevronRight} from "@tabler/icons-react";
import {
  createExpandedRowModel,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef
} from "@tanstack/react-table";
import {useMemo, useState} from "react";
import {isIncomplete} from "../answer/completeness.ts";
import type {Block} from "../answer/pivot.ts";
import {periodText} from "../format/period.ts";
import {dimensionTitle, metricWords} from "../format/words.ts";
import type {Picked} from "../pages/explore/picked.ts";
import type {ExploreState} from "../pages/explore/state.ts";
import {AnswerCell} from "./answer-cell.tsx";
import {type AnswerColumn, byColumn, columnsOf} from "./columns.ts";
import {type TreeRow, treeOf} from "./tree.ts";

const features = tableFeatures({
  rowSortingFeature,
  rowExpandingFeature,
  sortedRowModel: createSortedRowModel(),
  expandedRowModel: createExpandedRowModel()
});

export interface AnswerTableProps {
  readonly block: Block;
  readonly state: ExploreState;
  readonly colours: readonly string[];
  readonly unit: string;
  readonly incompleteFrom: string | null;
  readonly pick: (picked: Picked) => void;
  readonly drill: (picked: Picked) => void;
  readonly sortBy: (sort: string | null) => void;
  readonly showPeriods: (show: boolean) => void;
}

/** Periods that may stand beside each other. */
const mostPeriods = 62;
/** Rows that are shown at first. */
const firstRows = 60;

/** All figures of an answer: every one leads to its charges. */
export function AnswerTable({
  block,
  state,
  colours,
  unit,
  incompleteFrom,
  pick,
  drill,
  sortBy,
  showPeriods
}: AnswerTableProps) {
  const {question} = state;
  const [limit, setLimit] = useState(firstRows);
  const granularity = question.granularity ?? null;
  const mayShowPeriods =
    granularity !== null &&
    block.periods.length > 1 &&
    block.periods.length <= mostPeriods &&
    question.compare === undefined;
  const withPeriods = mayShowPeriods && state.periods;
  const columns = useMemo(
    () =>
      columnsOf(block, {
        metrics: question.metric.map((name) => ({name, title: metricWords[name].title})),
        compared: question.compare !== undefined,
        periods: withPeriods ? block.periods.map((key) => ({key, title: periodText(key, granularity, true)})) : null,
        course: granularity === null ? 0 : completePeriods(block.periods, granularity, incompleteFrom),
        unit
      }),
    [block, question.metric, question.compare, withPeriods, granularity, incompleteFrom, unit]
  );
  const rows = useMemo(
    () => treeOf(block, question.by.length, question.metric[0] ?? ""),
    [block, question.by.length, question.metric]
  );
  const defs = useMemo(() => definitions(columns), [columns]);
  const sorting = useMemo(
    () =>
      state.sort === null
        ? []
        : [{id: state.sort.replace(/^-/, ""), desc: state.sort.startsWith("-")}].filter(
            ({id}) => id === "name" || columns.some((column) => column.id === id)
          ),
    [state.sort, columns]
  );
  const [expanded, setExpanded] = useState<true | Record<string, boolean>>({});
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: ({key}) => key,
    getSubRows: ({children}) => children as TreeRow[] | undefined,
    state: {sorting, expanded},
    onExpandedChange: (next) => setExpanded((held) => (typeof next === "function" ? next(held) : next)),
    enableMultiSort: false
  });
  const all = table.getRowModel().rows;
  const sortTo = (id: string): void => {
    const [held] = sorting;
    sortBy(held?.id !== id ? `-${id}` : held.desc ? id : null);
  };
  const name = question.by.length === 0 ? "Charges" : question.by.map(dimensionTitle).join(" / ");
  const nestedRows = question.by.length > 1;
  return (
    <div className="answer-table">
      <div className="answer-table-bar">
        <span className="quiet">
          {block.groups.length} {block.groups.length === 1 ? "row" : "rows"}
        </span>
        {nestedRows ? (
          <button type="button" className="link-button" onClick={() => setExpanded(expanded === true ? {} : true)}>
            {expanded === true ? "Fold all" : "Unfold all"}
          </button>
        ) : null}
        {mayShowPeriods ? (
          <Checkbox
            size="xs"
            label="A column for each period"
            checked={state.periods}
            onChange={({currentTarget}) => showPeriods(currentTarget.checked)}
          />
        ) : null}
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={`Figures, ${unit}`}>
        <table className="table figures-table">
          <thead>
            <tr>
              <SortHead id="name" title={name} unit="" sorting={sorting} sortTo={sortTo} />
              {columns.map((column) =>
                column.kind === "course" ? (
                  <th key={column.id} scope="col" className="course-cell">
                    Course
                  </th>
                ) : (
                  <SortHead
                    key={column.id}
                    id={column.id}
                    title={column.title}
                    unit={column.unit}
                    sorting={sorting}
                    sortTo={sortTo}
                    numeric
                    hatched={
                      column.kind === "period" &&
                      isIncomplete(block.periods[column.index] ?? "", granularity, incompleteFrom)
                    }
                  />
                )
              )}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, limit).map((row) => {
              const {original} = row;
              return (
                <tr key={row.id} className={original.role === "other" ? "row-rest" : ""} data-level={original.level}>
                  <th scope="row" className="name-cell" style={{paddingLeft: original.level * 18 + 2}}>
                    <span className="name-line">
                      {row.getCanExpand() ? (
                        <button
                          type="button"
                          className="fold"
                          aria-expanded={row.getIsExpanded()}
                          aria-label={`${row.getIsExpanded() ? "Fold" : "Unfold"} ${original.title}`}
                          onClick={row.getToggleExpandedHandler()}
                        >
                          {row.getIsExpanded() ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
                        </button>
                      ) : nestedRows ? (
                        <span className="fold" />
                      ) : null}
                      {original.place < 0 || question.by.length === 0 ? null : (
                        <span className="tip-swatch" style={{background: colours[original.place]}} aria-hidden="true" />
                      )}
                      <button
                        type="button"
                        className="name-button clip"
                        onClick={(event) => pick({group: original.group, period: null, ...placeOf(event)})}
                      >
                        {original.title}
                      </button>
                    </span>
                  </th>
                  {columns.map((column) => (
                    <AnswerCell
                      key={column.id}
                      column={column}
                      row={original}
                      columns={columns}
                      open={
                        original.role === "other"
                          ? null
                          : (event) =>
                              drill({
                                group: original.group,
                                period: column.kind === "period" ? (block.periods[column.index] ?? null) : null,
                                ...placeOf(event)
                              })
                      }
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {columns.map((column) => (
                <AnswerCell
                  key={column.id}
                  column={column}
                  row={{sums: block.totals, series: block.periodTotals, title: "Total"}}
                  columns={columns}
                  open={(event) =>
                    drill({
                      group: null,
                      period: column.kind === "period" ? (block.periods[column.index] ?? null) : null,
                      ...placeOf(event)
                    })
                  }
                />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {all.length > limit ? (
        <button type="button" className="link-button more-rows" onClick={() => setLimit(limit + 200)}>
          Show {Math.min(200, all.length - limit)} of {all.length - limit} more rows
        </button>
      ) : null}
    </div>
  );
}

/** The periods from the first on that are complete; all where none is. */
function completePeriods(periods: readonly string[], granularity: string, incompleteFrom: string | null): number {
  const first = periods.findIndex((period) => isIncomplete(period, granularity, incompleteFrom));
  return first < 2 ? periods.length : first;
}

function definitions(columns: readonly AnswerColumn[]): ColumnDef<typeof features, TreeRow>[] {
  const rest = (a: TreeRow, b: TreeRow): number => Number(a.role === "other") - Number(b.role === "other");
  return [
    {
      id: "name",
      accessorFn: ({title}) => title,
      sortFn: (a, b) => rest(a.original, b.original) || (a.original.title < b.original.title ? -1 : 1)
    },
    ...columns.map((column): ColumnDef<typeof features, TreeRow> => ({
      id: column.id,
      accessorFn: (row) => column.value(row),
      sortFn: (a, b) => byColumn(column, a.original, b.original)
    }))
  ];
}

interface SortHeadProps {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly sorting: readonly {readonly id: string; readonly desc: boolean}[];
  readonly sortTo: (id: string) => void;
  readonly numeric?: boolean;
  readonly hatched?: boolean;
}

function SortHead({id, title, unit, sorting, sortTo, numeric = false, hatched = false}: SortHeadProps) {
  const held = sorting.find((sort) => sort.id === id);
  return (
    <th
      scope="col"
      className={`${numeric ? "num" : ""} ${hatched ? "hatched" : ""}`}
      aria-sort={held === undefined ? "none" : held.desc ? "descending" : "ascending"}
      title={hatched ? "not complete" : undefined}
    >
      <button type="button" className="sort" onClick={() => sortTo(id)}>
        {title}
        {unit === "" ? null : <span className="sort-unit"> {unit}</span>}
        <span aria-hidden="true" className="sort-mark">
          {held === undefined ? "" : held.desc ? " ↓" : " ↑"}
        </span>
      </button>
    </th>
  );
}

function placeOf({currentTarget}: React.MouseEvent): {readonly x: number; readonly y: number} {
  const {left, bottom} = currentTarget.getBoundingClientRect();
  return {x: left, y: bottom};
}
