import {amount, isNegative, isZero, pixel} from "../../format/amount.ts";
import type {Explanation, TieLine} from "./facts.ts";
import {explanationWords} from "./words.ts";

/**
 * Billed cost as a bar that is cut, then the parts of the difference on a scale of their own, each as long as it is
 * great and with its sign; what is unexplained is hatched. A line that ties is one whole bar.
 */
export function TieBar({line}: {readonly line: TieLine}) {
  const {stated, billed, currency, explanations, difference} = line;
  if (billed === null || stated === null || difference === null) {
    return (
      <span
        className="tie-bar"
        role="img"
        aria-label={stated === null ? "The invoice is not stated" : "Nothing was billed"}
      >
        <i className="tie-part" data-kind={stated === null ? "unstated" : "unbilled"} style={{width: "100%"}} />
      </span>
    );
  }
  const parts = explanations.filter(({amount: value}) => !isZero(value));
  const said = `${amount(billed)} ${currency} billed, ${amount(stated)} stated${parts.map(partText).join("")}`;
  if (parts.length === 0) {
    return (
      <span className="tie-bar" role="img" aria-label={`${said}; no difference`}>
        <i className="tie-part" data-kind="billed" style={{width: "100%"}} />
      </span>
    );
  }
  const gross = parts.reduce((sum, {amount: value}) => sum + Math.abs(pixel(value)), 0);
  return (
    <span className="tie-bar" role="img" aria-label={said} title={said}>
      {isZero(billed) ? null : (
        <>
          <i className="tie-part" data-kind="billed" style={{width: "38%"}} />
          <i className="tie-cut" />
        </>
      )}
      <span className="tie-parts">
        {parts.map((part) => (
          <i
            key={`${part.kind} ${part.text}`}
            className="tie-part"
            data-kind={part.kind}
            style={{width: `${(Math.abs(pixel(part.amount)) / gross) * 100}%`}}
          >
            <b className="tie-sign">{isNegative(part.amount) ? "−" : "+"}</b>
          </i>
        ))}
      </span>
    </span>
  );
}

function partText({kind, amount: value}: Explanation): string {
  return `; ${explanationWords[kind]} ${isNegative(value) ? "" : "+"}${amount(value)}`;
}
