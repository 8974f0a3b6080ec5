import {Link} from "@tanstack/react-router";
import {amount, headline, pixel} from "../../format/amount.ts";
import {dayText, daysText} from "../../format/period.ts";
import type {Verification} from "./facts.ts";

/** How an effect was measured: cost on the days before against the days after, drawn to one scale, with the method. */
export function VerificationFacts({verification}: {readonly verification: Verification}) {
  const {before, after, effect, perMonth, currency, days, doneOn, method, caveats, filter} = verification;
  const greatest = Math.max(1e-9, pixel(before.amount), pixel(after.amount));
  const sides = [
    {title: `${days} days before`, side: before},
    {title: `${days} days after`, side: after}
  ];
  return (
    <div className="verification">
      <ul className="claims">
        {sides.map(({title, side}) => (
          <li key={title}>
            <span className="claims-name">
              {title}
              <span className="quiet claims-by">{daysText(side.from, side.to)}</span>
            </span>
            <span className="claims-bar" aria-hidden="true">
              <i
                className="claims-fill claims-side"
                style={{width: `${(Math.max(0, pixel(side.amount)) / greatest) * 100}%`}}
              />
            </span>
            <span className="claims-value">
              <Link
                to="/explore"
                search={{
                  metric: "effective",
                  by: "resource",
                  from: side.from,
                  to: side.to,
                  granularity: "day",
                  top: "10",
                  filter
                }}
                className="quiet-link strong"
              >
                {amount(side.amount)}
              </Link>{" "}
              {currency}
              <span className="quiet claims-by">receipt {side.receipt.slice(0, 12)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="verification-sum">
        {amount(effect)} {currency} {pixel(effect) < 0 ? "more" : "less"} in {days} days; for a month{" "}
        <span className="strong" title={perMonth}>
          {headline(perMonth)} {currency}
        </span>
        . Done on {dayText(doneOn)}.
      </p>
      <p className="quiet small">{method}</p>
      {caveats.length === 0 ? null : (
        <ul className="caveats">
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
