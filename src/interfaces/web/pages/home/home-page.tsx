import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useMemo, useState} from "react";
import {incompleteFrom} from "../../answer/completeness.ts";
import {sourcesQuery, useCost} from "../../api/queries.ts";
import {type CurrencyChoice, CurrencyPicker, useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {later} from "../../blocks/later.tsx";
import {Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ReceiptButton} from "../../blocks/receipt.tsx";
import {dayText, addDays, daysText, monthText, today} from "../../format/period.ts";
import {FreshnessPanel} from "./freshness-panel.tsx";
import {HomeBlock} from "./home-block.tsx";
import {chartDays, homeDays, lastDay} from "./month.ts";

const FirstStart = later(
  () => import("./first-start.tsx"),
  (part) => part.FirstStart,
  <HomeSkeleton />
);

/** The numbers that a practitioner reads first. */
export function HomePage() {
  const sources = useQuery(sourcesQuery());
  const choice = useCurrencyChoice();
  const [first, setFirst] = useState(false);
  if (sources.isError) {
    return (
      <Page title="Home">
        <ProblemNote error={sources.error} retry={() => void sources.refetch()} />
      </Page>
    );
  }
  if (sources.isPending || !choice.ready) return <HomeSkeleton />;
  if (first || sources.data.rows.every(({rows}) => rows === 0)) {
    // It stays until it is left: what became of the first file is shown on it.
    if (!first) setFirst(true);
    return <FirstStart leave={() => setFirst(false)} />;
  }
  const last = lastDay(
    today(),
    sources.data.rows.map(({lastPeriod}) => lastPeriod)
  );
  return <Figures last={last} choice={choice} />;
}

function Figures({last, choice}: {readonly last: string; readonly choice: CurrencyChoice}) {
  const widest = homeDays(last, null);
  const daily = useCost({
    metric: ["effective", "billed"],
    by: ["provider"],
    top: 10,
    from: widest.chartFrom,
    to: widest.chartTo,
    granularity: "day",
    ...choice.question
  });
  const completeness = daily.data?.completeness;
  const days = useMemo(
    () => homeDays(last, completeness === undefined ? null : incompleteFrom(completeness)),
    [last, completeness]
  );
  if (daily.isError) {
    return (
      <Page title="Home" actions={<CurrencyPicker choice={choice} />}>
        <ProblemNote error={daily.error} retry={() => void daily.refetch()} />
      </Page>
    );
  }
  if (daily.isPending) return <HomeSkeleton />;
  const answer = daily.data;
  const old = last < today();
  const converted = answer.receipt.rates;
  const note = (
    <>
      <span>
        {monthText(days.month)}
        {days.complete === 0
          ? ", no complete day yet"
          : days.complete === days.days
            ? ", complete"
            : `, complete through ${dayText(addDays(days.through, -1))} (${days.complete} of ${days.days} days)`}
      </span>
      <span>
        {converted === null
          ? "as billed, currencies apart"
          : `converted to ${choice.value} by rate set ${converted.set}, ${converted.basis}`}
      </span>
      <ReceiptButton receipt={answer.receipt} />
    </>
  );
  return (
    <Page title="Home" note={note} actions={<CurrencyPicker choice={choice} />}>
      {old ? (
        <p className="notice">The newest data is of {monthText(days.month)}; everything here is of that month.</p>
      ) : null}
      {answer.totals.map((total) => {
        const currency = String(total["currency"]);
        return (
          <HomeBlock
            key={currency}
            currency={currency}
            several={answer.totals.length > 1}
            answer={answer}
            days={days}
            choice={choice}
          />
        );
      })}
      <FreshnessPanel days={days} completeness={answer.completeness} />
      <p className="colophon">
        Daily figures of {daysText(days.chartFrom, days.chartTo)}, at least {chartDays} days, on the axis of charge
        periods, in UTC.
      </p>
    </Page>
  );
}

function HomeSkeleton() {
  return (
    <Page title="Home">
      <div aria-busy="true" aria-label="Loading">
        <div className="figures">
          {[0, 1, 2, 3].map((index) => (
            <div className="figure" key={index}>
              <Skeleton height={12} width="45%" mb={14} />
              <Skeleton height={30} width="70%" mb={14} />
              <Skeleton height={12} width="60%" />
            </div>
          ))}
        </div>
        <div className="panel">
          <Skeleton height={16} width={180} mb={18} />
          <Skeleton height={240} />
        </div>
      </div>
    </Page>
  );
}
