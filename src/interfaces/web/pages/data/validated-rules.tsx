import {Fragment, useState} from "react";
import {count, counted} from "../../format/amount.ts";
import type {Validated} from "./facts.ts";
import {MoneyText} from "./money-text.tsx";
import {RuleOrigin} from "./rule-origin.tsx";
import {SeverityMark} from "./severity-mark.tsx";

type Judged = Validated["rows"][number];

const graveness = {error: 0, warning: 1, info: 2} as const;

/** The rules that a file fails, each with the first rows that violate it. */
export function ValidatedRules({rows}: {readonly rows: readonly Judged[]}) {
  const [limit, setLimit] = useState(25);
  const failed = rows
    .filter(({verdict}) => verdict === "fail")
    .toSorted((a, b) => graveness[a.severity] - graveness[b.severity] || b.violations - a.violations);
  const waiting = rows.filter(({verdict}) => verdict === "needs-evidence");
  return (
    <>
      {failed.length === 0 ? <p className="quiet">No rule fails.</p> : null}
      <ul className="validated-rules">
        {failed.slice(0, limit).map((row) => (
          <li key={row.rule}>
            <SeverityMark severity={row.severity} />
            <div>
              <p>
                <span className="strong">{row.message}</span> <RuleOrigin origin={row.origin} erratum={row.erratum} />
              </p>
              <p className="quiet small">
                {row.rule}, {counted(row.violations, "violation")}
                {row.cost.length === 0 ? null : (
                  <>
                    , <MoneyText money={row.cost} exact />
                  </>
                )}
              </p>
              {row.erratum === null ? null : <p className="small">{row.erratum}</p>}
              {row.samples.length === 0 ? null : <Samples row={row} />}
            </div>
          </li>
        ))}
      </ul>
      {failed.length > limit ? (
        <button type="button" className="link-button more-rows" onClick={() => setLimit(limit + 100)}>
          Show more of {counted(failed.length - limit, "other rule")}
        </button>
      ) : null}
      {waiting.length === 0 ? null : (
        <details className="more">
          <summary>{counted(waiting.length, "rule")} that rows alone cannot decide</summary>
          <ul className="checks">
            {waiting.map(({rule, message}) => (
              <li key={rule}>
                <span className="quiet">{rule}</span> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Samples({row}: {readonly row: Judged}) {
  return (
    <dl className="samples">
      {row.samples.map(({row: line, values}) => (
        <Fragment key={line}>
          <dt>row {count(line)}</dt>
          <dd>
            {Object.entries(values).map(([column, value]) => (
              <span key={column}>
                {column} <code>{value ?? "null"}</code>
              </span>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
