import {useMemo} from "react";
import {periodsBetween} from "../../answer/completeness.ts";
import {type AnswerRow, type Block, blocksOf} from "../../answer/pivot.ts";
import type {CostAnswer} from "../../api/contracts.ts";
import {useCost} from "../../api/queries.ts";
import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {DailyPanel} from "./daily-panel.tsx";
import {HeadFigures} from "./head-figures.tsx";
import {type HomeDays, monthFigures} from "./month.ts";
import {movements} from "./movement.ts";
import {MoversPanel} from "./movers-panel.tsx";
import {SavingsPanel} from "./savings-panel.tsx";
import {SharesPanel} from "./shares-panel.tsx";
import {UntaggedPanel} from "./untagged-panel.tsx";

export interface HomeBlockProps {
  readonly currency: string;
  readonly several: boolean;
  readonly answer: CostAnswer;
  readonly days: HomeDays;
  readonly choice: CurrencyChoice;
}

/** Everything of one currency. */
export function HomeBlock({currency, several, answer, days, choice}: HomeBlockProps) {
  const compared = days.complete > 0;
  const question = {metric: ["effective", "billed"], by: ["provider", "service"], ...choice.question};
  const now = useCost(
    compared
      ? {...question, from: days.month, to: days.through}
      : {...question, from: days.previousMonth, to: days.month}
  );
  const before = useCost(compared ? {...question, from: days.previousMonth, to: days.previousThrough} : null);
  const own = <T extends {readonly currency?: unknown}>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.currency === currency);
  const daily = own(answer.rows);
  const block = useMemo(() => dailyBlock(answer, currency, days), [answer, currency, days]);
  const rowsNow = own(now.data?.rows ?? []);
  const rowsBefore = own(before.data?.rows ?? []);
  // The figures and their movements come first: what is asked besides waits for them.
  const pending = now.isPending || (compared && before.isPending);
  const failed = now.error ?? before.error;
  const byProvider = movements(rowsNow, rowsBefore, ["provider"], "effective");
  const byService = movements(rowsNow, rowsBefore, ["service"], "effective");
  return (
    <section className="home-block" aria-label={`In ${currency}`}>
      {several ? <h2 className="currency-head">{currency}</h2> : null}
      <HeadFigures
        currency={currency}
        days={days}
        billed={monthFigures(daily, "billed", days)}
        effective={monthFigures(daily, "effective", days)}
      />
      <div className="home-grid">
        {block === undefined ? null : (
          <DailyPanel block={block} completeness={answer.completeness} currency={currency} />
        )}
        <MoversPanel
          all={byService}
          days={days}
          currency={currency}
          pending={pending}
          compared={compared}
          choice={choice}
        />
      </div>
      {failed === null ? null : <ProblemNote error={failed} retry={() => void now.refetch()} />}
      <div className="home-thirds">
        <SharesPanel
          title="By provider"
          dimension="provider"
          all={byProvider}
          {...{days, currency, pending, compared, choice}}
        />
        <SharesPanel
          title="By service"
          dimension="service"
          all={byService}
          {...{days, currency, pending, compared, choice}}
        />
        <div className="home-stack">
          <UntaggedPanel {...{days, currency, choice, compared, pending}} total={totalOf(now.data, currency)} />
          <SavingsPanel {...{days, currency, choice, compared, pending}} />
        </div>
      </div>
    </section>
  );
}

/** The effective cost of an answer in a currency; null where it is unknown. */
function totalOf(answer: CostAnswer | undefined, currency: string): string | null {
  const value = answer?.totals.find((total) => total["currency"] === currency)?.["effective"];
  return typeof value === "string" ? value : null;
}

function dailyBlock({rows, totals}: CostAnswer, currency: string, days: HomeDays): Block | undefined {
  const own = (row: AnswerRow): boolean => row["currency"] === currency;
  const [block] = blocksOf(rows.filter(own), totals.filter(own), {
    dimensions: ["provider"],
    metrics: ["effective", "billed"],
    granularity: "day",
    periods: periodsBetween(days.chartFrom, days.chartTo, "day")
  });
  return block;
}
