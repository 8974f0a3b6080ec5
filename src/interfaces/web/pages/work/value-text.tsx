import {amount, headline} from "../../format/amount.ts";
import type {Sum, Value} from "./facts.ts";
import {claimWords, perText} from "./words.ts";

/** A value with its currency, its rhythm and how sure it is: outlined estimated, half agreed, full realised. */
export function ValueText({value, exact = false}: {readonly value: Value | null; readonly exact?: boolean}) {
  if (value === null) return <span className="quiet">no value yet</span>;
  return (
    <span className="value" title={`${value.class}: ${claimWords[value.class]}`}>
      <i className={`claim claim-${value.class}`} aria-hidden="true" />
      <span className="strong">{exact ? amount(value.amount) : headline(value.amount)}</span>
      <span>
        {value.currency} {perText(value.per)}
      </span>
      <span className="quiet">{value.class}</span>
    </span>
  );
}

/** Sums, one for each currency and rhythm: they are never added to each other. */
export function Sums({sums, none}: {readonly sums: readonly Sum[]; readonly none: string}) {
  if (sums.length === 0) return <span className="quiet">{none}</span>;
  return (
    <span className="sums">
      {sums.map((sum) => (
        <span key={`${sum.currency} ${sum.per}`} className="sum">
          <span className="sum-amount">{headline(sum.amount)}</span>{" "}
          <span className="figure-unit">
            {sum.currency} {perText(sum.per)}
          </span>
        </span>
      ))}
    </span>
  );
}
