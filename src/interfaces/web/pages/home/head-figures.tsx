import type {ReactNode} from "react";
import {Delta} from "../../blocks/delta.tsx";
import {amount, headline} from "../../format/amount.ts";
import {monthText} from "../../format/period.ts";
import type {HomeDays, MonthFigures} from "./month.ts";

export interface HeadFiguresProps {
  readonly currency: string;
  readonly days: HomeDays;
  readonly billed: MonthFigures;
  readonly effective: MonthFigures;
}

/** The four figures at the head: this month by two metrics, the projection, and the month before. */
export function HeadFigures({currency, days, billed, effective}: HeadFiguresProps) {
  const partial = days.complete < days.days;
  const against = partial
    ? `same days of ${monthText(days.previousMonth).split(" ")[0] ?? ""}`
    : monthText(days.previousMonth);
  const compared = days.complete > 0;
  const delta = (figures: MonthFigures): ReactNode =>
    compared ? (
      <Delta now={figures.completeDays} before={figures.sameDaysBefore} against={against} />
    ) : (
      <span className="quiet">no complete day to compare yet</span>
    );
  return (
    <div className="figures">
      <Figure
        title="Effective"
        about={partial ? "month to date" : monthText(days.month)}
        value={effective.toDate}
        currency={currency}
        main
      >
        {delta(effective)}
      </Figure>
      <Figure
        title="Billed"
        about={partial ? "month to date" : monthText(days.month)}
        value={billed.toDate}
        currency={currency}
      >
        {delta(billed)}
      </Figure>
      <Figure
        title="Projected"
        about={`effective, ${monthText(days.month)}`}
        value={partial ? effective.projected : effective.toDate}
        currency={currency}
      >
        {partial && effective.projected !== null ? (
          <span className="quiet">
            plain run-rate of {days.complete} complete {days.complete === 1 ? "day" : "days"}; billed{" "}
            {headline(billed.projected ?? "0")}
          </span>
        ) : (
          <span className="quiet">{partial ? "needs one complete day" : "the month is complete"}</span>
        )}
      </Figure>
      <Figure
        title="Last month"
        about={`effective, ${monthText(days.previousMonth)}`}
        value={effective.lastMonth}
        currency={currency}
      >
        <span className="quiet">billed {headline(billed.lastMonth)}</span>
      </Figure>
    </div>
  );
}

interface FigureProps {
  readonly title: string;
  readonly about: string;
  readonly value: string | null;
  readonly currency: string;
  readonly main?: boolean;
  readonly children: ReactNode;
}

function Figure({title, about, value, currency, main = false, children}: FigureProps) {
  return (
    <div className={`figure ${main ? "figure-main" : ""}`}>
      <div className="figure-title">
        {title} <span className="quiet">{about}</span>
      </div>
      <div className="figure-value" title={value === null ? undefined : `${amount(value)} ${currency}`}>
        {value === null ? "—" : headline(value)} <span className="figure-unit">{currency}</span>
      </div>
      <div className="figure-foot">{children}</div>
    </div>
  );
}
