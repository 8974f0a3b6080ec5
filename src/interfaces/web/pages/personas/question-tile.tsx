import {Skeleton} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {questionOf, searchOf} from "../../answer/question.ts";
import type {CostAnswer} from "../../api/contracts.ts";
import {useCost} from "../../api/queries.ts";
import {parseSearch} from "../../app/search.ts";
import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import {later} from "../../blocks/later.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ReceiptButton} from "../../blocks/receipt.tsx";
import {daysText} from "../../format/period.ts";
import {BarsTile} from "./bars-tile.tsx";
import {CostTable} from "./cost-table.tsx";
import type {Tile} from "./facts.ts";
import {NumberTile} from "./number-tile.tsx";

const heights: Readonly<Record<Tile["kind"], number>> = {number: 110, bars: 220, lines: 260, table: 260, list: 220};
const LinesTile = later(
  () => import("./lines-tile.tsx"),
  (module) => module.LinesTile,
  <Skeleton height={heights.lines} aria-busy="true" aria-label="Loading the chart" />
);

const charts: Partial<Readonly<Record<Tile["kind"], string>>> = {lines: "line", bars: "treemap"};

export interface QuestionTileProps {
  readonly tile: Tile;
  readonly question: string;
  readonly choice: CurrencyChoice;
}

/** A tile that asks a cost question; what it says can be had again by its receipt, and gone into in Explore. */
export function QuestionTile({tile, question: text, choice}: QuestionTileProps) {
  const question = questionOf(parseSearch(text));
  // Quantities have units and no currency: they are not converted.
  const money = question.metric.some((metric) => metric !== "consumed" && metric !== "pricing");
  const search = searchOf(money ? {...question, ...choice.question} : question);
  const answer = useCost(choice.ready ? search : null);
  const chart = charts[tile.kind];
  return (
    <>
      {answer.isError ? <ProblemNote error={answer.error} retry={() => void answer.refetch()} /> : null}
      {answer.data === undefined ? (
        answer.isError ? null : (
          <Skeleton height={heights[tile.kind]} aria-busy="true" aria-label={`Asking: ${tile.title}`} />
        )
      ) : answer.data.totals.length === 0 ? (
        <p className="quiet">No charge is like this.</p>
      ) : (
        <Answer tile={tile} answer={answer.data} by={question.by} granularity={question.granularity ?? null} />
      )}
      <p className="tile-foot">
        <Link to="/explore" search={{...search, ...(chart === undefined ? {} : {chart})}}>
          Explore it
        </Link>
        {answer.data === undefined ? null : (
          <>
            <span>{periodOf(answer.data)}</span>
            <ReceiptButton receipt={answer.data.receipt} />
          </>
        )}
      </p>
    </>
  );
}

interface AnswerProps {
  readonly tile: Tile;
  readonly answer: CostAnswer;
  readonly by: readonly string[];
  readonly granularity: string | null;
}

function Answer({tile, answer, by, granularity}: AnswerProps) {
  switch (tile.kind) {
    case "number":
      return <NumberTile tile={tile} answer={answer} />;
    case "bars":
      return <BarsTile tile={tile} answer={answer} by={by} />;
    case "lines":
      return <LinesTile tile={tile} answer={answer} by={by} granularity={granularity ?? "day"} />;
    default:
      return <CostTable tile={tile} answer={answer} by={by} />;
  }
}

/** The days that an answer is of, and those that it is held against. */
function periodOf({completeness: {asked}, question}: CostAnswer): string {
  const {compare} = question as {readonly compare?: {readonly from: string; readonly to: string} | null};
  if (asked.from === null || asked.to === null) return "";
  const now = daysText(asked.from, asked.to);
  return typeof compare === "object" && compare !== null
    ? `${now}, against ${daysText(compare.from, compare.to)}`
    : now;
}
