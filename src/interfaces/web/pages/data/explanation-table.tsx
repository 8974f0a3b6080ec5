import {Link} from "@tanstack/react-router";
import {absolute, amount, compare, count, isNegative, isZero, pixel} from "../../format/amount.ts";
import type {Explanation} from "./facts.ts";
import {chargesOf} from "./finding-step.tsx";
import {basisWords, explanationWords} from "./words.ts";

export interface ExplanationTableProps {
  readonly stated: string;
  readonly billed: string;
  readonly difference: string;
  readonly currency: string;
  readonly explanations: readonly Explanation[];
}

/** From what is stated to what is billed: each part of the difference with its sign, and their sum. */
export function ExplanationTable({stated, billed, difference, currency, explanations}: ExplanationTableProps) {
  const greatest = explanations
    .map(({amount: value}) => absolute(value))
    .reduce((most, value) => (compare(value, most) > 0 ? value : most), "0");
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="What the difference consists of">
      <table className="table explanations">
        <thead>
          <tr>
            <th scope="col">From stated to billed</th>
            <th scope="col">
              <span className="sr-only">Drawn</span>
            </th>
            <th scope="col" className="num">
              {currency}
            </th>
            <th scope="col">How it is known</th>
            <th scope="col" className="num">
              Charges
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className="strong">Stated on the invoice</td>
            <td />
            <td className="num">{amount(stated)}</td>
            <td />
            <td />
          </tr>
          {explanations.map(({kind, amount: value, text, basis, rows, filter}) => (
            <tr key={`${kind} ${text}`}>
              <td className="explanation-what">
                <span className="strong">{explanationWords[kind]}</span>
                <span className="small">{text}</span>
              </td>
              <td>
                <SignedBar kind={kind} value={value} greatest={greatest} />
              </td>
              <td className="num">{signed(value)}</td>
              <td className="quiet">{basisWords[basis]}</td>
              <td className="num">
                {filter === null ? (
                  rows === null ? (
                    ""
                  ) : (
                    count(rows)
                  )
                ) : (
                  <Link to="/explore" search={chargesOf(null, filter)}>
                    {rows === null ? "see them" : count(rows)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Billed in the lake</th>
            <td />
            <td className="num">{amount(billed)}</td>
            <td colSpan={2} className="quiet explanation-sum">
              the parts sum to {signed(difference)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A difference with its sign; cents, and more digits where it is less than one. */
export function signed(value: string): string {
  const exact = !isZero(value) && compare(absolute(value), "0.01") < 0 ? absolute(value).replace(/0+$/, "") : null;
  const text = exact ?? amount(absolute(value));
  return isZero(value) ? text : `${isNegative(value) ? "−" : "+"}${text}`;
}

/** A part of a difference, to the left of the middle where it takes away, to the right where it adds. */
export function SignedBar({
  kind,
  value,
  greatest
}: {
  readonly kind: Explanation["kind"];
  readonly value: string;
  readonly greatest: string;
}) {
  const part = isZero(greatest) ? 0 : (Math.abs(pixel(value)) / pixel(greatest)) * 50;
  return (
    <span className="signed-bar" aria-hidden="true">
      <i
        className="tie-part"
        data-kind={kind}
        style={{width: `${Math.max(isZero(value) ? 0 : 1, part)}%`, left: isNegative(value) ? `${50 - part}%` : "50%"}}
      />
    </span>
  );
}
