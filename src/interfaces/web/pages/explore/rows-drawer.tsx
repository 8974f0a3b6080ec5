import {Button, Drawer, Loader, MultiSelect, SegmentedControl} from "@mantine/core";
import {useInfiniteQuery} from "@tanstack/react-query";
import {useMemo, useState} from "react";
import {fieldNames, findField} from "../../../../cost/field.ts";
import type {Block} from "../../answer/pivot.ts";
import {type Question, askable, changed} from "../../answer/question.ts";
import {ask} from "../../api/call.ts";
import type {RowsAnswer} from "../../api/contracts.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ReceiptButton} from "../../blocks/receipt.tsx";
import {amount, compare, count} from "../../format/amount.ts";
import {periodText} from "../../format/period.ts";
import {metricWords} from "../../format/words.ts";
import {ChargeTable} from "../../table/charge-table.tsx";
import type {Picked} from "./picked.ts";

export interface RowsDrawerProps {
  readonly drilled: Picked | null;
  readonly close: () => void;
  readonly question: Question;
  readonly unit: string;
  readonly block: Block;
}

/** The charges behind a number, with sums that are held against it. */
export function RowsDrawer({drilled, close, question, unit, block}: RowsDrawerProps) {
  const title =
    drilled === null
      ? ""
      : [
          drilled.group?.title ?? "All charges",
          drilled.period === null ? null : periodText(drilled.period, question.granularity ?? null)
        ]
          .filter((part) => part !== null)
          .join(" · ");
  return (
    <Drawer
      opened={drilled !== null}
      onClose={close}
      position="right"
      size="min(1180px, 100%)"
      title={`Charges: ${title}`}
    >
      {drilled === null ? null : <Charges drilled={drilled} question={question} unit={unit} block={block} />}
    </Drawer>
  );
}

const pageSize = 100;

function Charges({
  drilled,
  question,
  unit,
  block
}: Omit<RowsDrawerProps, "close" | "drilled"> & {readonly drilled: Picked}) {
  const [set, setSet] = useState("usual");
  const [own, setOwn] = useState<string[]>([]);
  const columns = set === "all" ? ["all"] : set === "own" ? own : [];
  const input = useMemo(() => {
    const {group, period} = drilled;
    const cell: Record<string, string | null> = {};
    if (group !== null && group.role !== "other")
      question.by.forEach((name, index) => (cell[name] = group.values[index] ?? null));
    if (period !== null) cell["period"] = period;
    if (block.currency !== null) cell["currency"] = block.currency;
    if (block.unit !== null) cell["unit"] = block.unit;
    return {...askable(changed(question, {compare: undefined, top: undefined})), cell};
  }, [drilled, question, block]);
  const rows = useInfiniteQuery({
    queryKey: ["rows", JSON.stringify(input), columns.join(",")],
    queryFn: ({pageParam, signal}) =>
      ask<RowsAnswer>(
        "rows",
        {...input, ...(columns.length === 0 ? {} : {columns}), limit: pageSize, offset: pageParam},
        signal
      ),
    initialPageParam: 0,
    getNextPageParam: ({next}) => next
  });
  const [answer] = rows.data?.pages ?? [];
  const all = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  const names = useMemo(() => [...new Set(fieldNames().flatMap((name) => findField(name)?.name ?? []))].toSorted(), []);
  return (
    <div className="charges">
      {answer === undefined ? null : (
        <Agreement answer={answer} drilled={drilled} question={question} unit={unit} block={block} />
      )}
      <div className="charges-columns">
        <SegmentedControl
          aria-label="Columns"
          value={set}
          onChange={setSet}
          data={[
            {value: "usual", label: "Usual columns"},
            {value: "all", label: "All columns"},
            {value: "own", label: "Choose"}
          ]}
        />
        {set === "own" ? (
          <MultiSelect
            aria-label="Columns to show"
            className="charges-own"
            data={names}
            value={own}
            onChange={setOwn}
            searchable
            placeholder="FOCUS columns"
            maxDropdownHeight={320}
          />
        ) : null}
      </div>
      {answer === undefined || answer.receipt.rates === null ? null : (
        <p className="quiet small">The sums are converted; each charge stands in the currency that it was billed in.</p>
      )}
      {rows.isError ? <ProblemNote error={rows.error} retry={() => void rows.refetch()} /> : null}
      {rows.isPending ? <Loader size="sm" aria-label="Loading the charges" /> : <ChargeTable rows={all} />}
      {rows.hasNextPage ? (
        <Button variant="default" mt="sm" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          Show {pageSize} more
        </Button>
      ) : null}
    </div>
  );
}

/** Count and sums of all charges, and whether they are the number that was chosen. */
function Agreement({
  answer,
  drilled,
  question,
  unit,
  block
}: Omit<RowsDrawerProps, "close" | "drilled"> & {readonly answer: RowsAnswer; readonly drilled: Picked}) {
  const [metric = "effective"] = question.metric;
  const {group, period} = drilled;
  const at = period === null ? -1 : block.periods.indexOf(period);
  const expected =
    period === null
      ? (group?.sums[metric] ?? block.totals[metric] ?? null)
      : ((group?.series ?? block.periodTotals)[at] ?? null);
  const [total] = answer.totals;
  const sum = total?.[metric];
  const same = typeof sum === "string" && expected !== null && compare(sum, expected) === 0;
  return (
    <div className="agreement">
      <span className="strong">{count(answer.count)} charges</span>
      {question.metric.map((name) => {
        const value = total?.[name];
        return (
          <span key={name}>
            {metricWords[name].title}{" "}
            <span className="strong">{typeof value === "string" ? amount(value) : "unknown"}</span> {unit}
          </span>
        );
      })}
      {expected === null || typeof sum !== "string" ? null : (
        <span className={`tag ${same ? "tag-good" : "tag-bad"}`}>
          {same ? "agrees with the cell to the last digit" : `the cell says ${amount(expected)}`}
        </span>
      )}
      <ReceiptButton receipt={answer.receipt} />
    </div>
  );
}
