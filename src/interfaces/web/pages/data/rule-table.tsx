import {Link} from "@tanstack/react-router";
import {Fragment, useState} from "react";
import {count, counted} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import {deliveryCount} from "./delivery-count.ts";
import {MoneyText} from "./money-text.tsx";
import type {RuleGroup} from "./rule-groups.ts";
import {RuleOrigin} from "./rule-origin.tsx";
import {SeverityMark} from "./severity-mark.tsx";
import {VerdictTag} from "./verdict-tag.tsx";

const first = 60;

/** Rules with their verdicts; each opens to the deliveries that it was held against. */
export function RuleTable({rules}: {readonly rules: readonly RuleGroup[]}) {
  const [open, setOpen] = useState<string | null>(null);
  const [limit, setLimit] = useState(first);
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Rules">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Rule</th>
              <th scope="col">Column</th>
              <th scope="col">Verdict</th>
              <th scope="col" className="num">
                Violations
              </th>
              <th scope="col" className="num">
                Billed in them
              </th>
              <th scope="col">Whose rule</th>
            </tr>
          </thead>
          <tbody>
            {rules.slice(0, limit).map((group) => {
              const {rule, title, column, severity, verdict, violations, cost, deliveries} = group;
              const key = `${rule} ${verdict}`;
              const opened = open === key;
              return (
                <Fragment key={key}>
                  <tr>
                    <td>
                      <SeverityMark severity={severity} />
                    </td>
                    <td className="rule-cell">
                      <button
                        type="button"
                        className="rule-button"
                        aria-expanded={opened}
                        onClick={() => setOpen(opened ? null : key)}
                      >
                        {title}
                      </button>
                      <span className="quiet small">
                        {rule}, in {deliveryCount(deliveries.length)}
                      </span>
                    </td>
                    <td>
                      <Link to="/data/dictionary" search={{column}}>
                        {column}
                      </Link>
                    </td>
                    <td>
                      <VerdictTag verdict={verdict} />
                    </td>
                    <td className="num">{verdict === "fail" ? count(violations) : ""}</td>
                    <td className="num">{verdict === "fail" ? <MoneyText money={cost} exact none="–" /> : ""}</td>
                    <td>
                      <RuleOrigin origin={group.origin} erratum={group.erratum} />
                    </td>
                  </tr>
                  {opened ? (
                    <tr className="opened-row">
                      <td colSpan={7}>
                        <Deliveries group={group} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      {rules.length > limit ? (
        <button type="button" className="link-button more-rows" onClick={() => setLimit(limit + 200)}>
          Show more of {counted(rules.length - limit, "other rule")}
        </button>
      ) : null}
    </>
  );
}

function Deliveries({group}: {readonly group: RuleGroup}) {
  const {erratum, deliveries, origin} = group;
  return (
    <div className="opened">
      <p className="small">
        {erratum === null
          ? origin === "official"
            ? "The rule is read as the official model has it."
            : "The official model has no such rule; it follows from the definition of the column."
          : `Read otherwise than the official model: ${erratum}`}
      </p>
      <ul className="rule-deliveries">
        {deliveries.slice(0, 30).map(({snapshot, source, dataset, billingPeriod, partition, violations, cost}) => (
          <li key={snapshot}>
            <Link to="/data/snapshots/$snapshot" params={{snapshot}}>
              {source}, {billingPeriod === "all" ? dataset : shortMonth(`${billingPeriod}-01`)}
            </Link>
            {partition === "all" ? "" : ` ${partition}`}
            {violations === 0 ? "" : `: ${counted(violations, "violation")}`}
            {cost.length === 0 ? null : (
              <>
                , <MoneyText money={cost} exact />
              </>
            )}
          </li>
        ))}
        {deliveries.length > 30 ? <li className="quiet">and {count(deliveries.length - 30)} more</li> : null}
      </ul>
      <p className="quiet small">
        Rows that violate a rule are shown where a file is held against the rules, below on this page.
      </p>
    </div>
  );
}
