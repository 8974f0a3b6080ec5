import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";
import {useCost} from "../../api/queries.ts";
import {Panel} from "../../blocks/panel.tsx";
import {amount, counted, pixel} from "../../format/amount.ts";
import {dayText, shortMonth} from "../../format/period.ts";
import {type DayState, dayWords, daysSaid, lastMonths} from "./days.ts";
import type {HealthRow} from "./facts.ts";
import {chargesOf} from "./finding-step.tsx";
import {MoneyText} from "./money-text.tsx";

const legend: readonly DayState[] = ["present", "missing", "fewer", "more", "ahead"];

/** Each day of thirteen months: there or missing, darker where more was billed; and what else is missing. */
export function CompletenessPanel({row}: {readonly row: HealthRow}) {
  const {source, completeness, billed} = row;
  const [{currency} = {currency: null}] = billed;
  const cost = useCost({metric: "billed", source, window: "13m", granularity: "day"});
  const months = lastMonths(row, 13);
  const amounts = new Map(
    (cost.data?.rows ?? []).flatMap((each) =>
      each["currency"] === currency && typeof each["billed"] === "string"
        ? [[String(each["period"]).slice(0, 10), each["billed"]] as const]
        : []
    )
  );
  const steps = bounds([...amounts.values()].map(pixel));
  const {missingPeriods, missingAccounts, missingServices, missingDays} = completeness;
  return (
    <Panel
      title="Completeness"
      note={
        completeness.firstPeriod === null
          ? "Nothing was delivered yet"
          : `${counted(completeness.months, "billing period")} without a gap up to ${shortMonth(`${completeness.lastPeriod ?? completeness.firstPeriod}-01`)}${currency === null ? "" : `; darker where more was billed, ${currency}`}`
      }
    >
      <div className="month-grid" role="img" aria-label={months.map(({days}) => daysSaid(days)).join(". ")}>
        <span />
        {Array.from({length: 31}, (_, index) => (
          <span className="month-grid-head" key={index} aria-hidden="true">
            {index === 0 || (index + 1) % 5 === 0 ? index + 1 : ""}
          </span>
        ))}
        {months.flatMap(({month, days}) => [
          <span className="month-grid-name" key={month} aria-hidden="true">
            {shortMonth(month)}
          </span>,
          ...Array.from({length: 31}, (_, index) => {
            const day = days[index];
            if (day === undefined) return <i key={`${month} ${index}`} />;
            const money = amounts.get(day.day);
            const depth = money === undefined ? 0 : depthOf(pixel(money), steps);
            return (
              <i
                key={day.day}
                className="day-cell"
                data-state={day.state}
                data-depth={depth}
                title={`${dayText(day.day)}: ${dayWords[day.state]}${money === undefined ? "" : `, ${amount(money)} ${currency ?? ""}`}`}
              />
            );
          })
        ])}
      </div>
      <ul className="day-legend">
        {legend.map((state) => (
          <li key={state}>
            <i className="day-cell" data-state={state} data-depth={3} aria-hidden="true" /> {dayWords[state]}
          </li>
        ))}
      </ul>
      <div className="missing-lists">
        <MissingList title="Days" empty="No day is missing" count={missingDays.length}>
          {missingDays.slice(0, 24).map((day) => (
            <li key={day}>{dayText(day)}</li>
          ))}
        </MissingList>
        <MissingList title="Months" empty="No month is missing" count={missingPeriods.length}>
          {missingPeriods.map((period) => (
            <li key={period}>{shortMonth(`${period}-01`)}</li>
          ))}
        </MissingList>
        {(
          [
            ["Accounts", missingAccounts, "subaccount"],
            ["Services", missingServices, "service"]
          ] as const
        ).map(([title, list, field]) => (
          <MissingList key={title} title={title} empty={`No ${title.toLowerCase()} are missing`} count={list.length}>
            {list.map(({id, lastPeriod, money}) => (
              <li key={id}>
                <Link to="/explore" search={chargesOf(source, `${field} = '${id.replaceAll("'", "''")}'`)}>
                  {id}
                </Link>{" "}
                <span className="quiet">
                  last in {shortMonth(`${lastPeriod}-01`)}, <MoneyText money={money} />
                </span>
              </li>
            ))}
          </MissingList>
        ))}
      </div>
    </Panel>
  );
}

interface MissingListProps {
  readonly title: string;
  readonly empty: string;
  readonly count: number;
  readonly children: ReactNode;
}

function MissingList({title, empty, count, children}: MissingListProps) {
  return (
    <div>
      <h3 className="missing-title">
        {title} that are missing{count === 0 ? "" : `: ${count}`}
      </h3>
      {count === 0 ? <p className="quiet small">{empty}.</p> : <ul className="missing-list">{children}</ul>}
    </div>
  );
}

/** Bounds of five steps with about as many days each. */
function bounds(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * sorted.length)] ?? 0);
}

/** From 1 to 5; where many days are alike, the middle of the steps that they share. */
function depthOf(value: number, steps: readonly number[]): number {
  const below = steps.filter((bound) => value > bound).length;
  const reached = steps.filter((bound) => value >= bound).length;
  return 1 + Math.round((below + reached) / 2);
}
