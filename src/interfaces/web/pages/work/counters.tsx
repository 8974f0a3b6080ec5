import {Skeleton} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import {counted, headline, percent, pixel} from "../../format/amount.ts";
import {daysText} from "../../format/period.ts";
import type {Summary, SummaryRow} from "./facts.ts";
import {Sums} from "./value-text.tsx";

/** What we can see, could do, do and did, with the time round the loop: of everything, or of one scope. */
export function Counters({summary, scope}: {readonly summary: Summary | undefined; readonly scope: string | null}) {
  if (summary === undefined) return <Skeleton height={128} mb={16} />;
  const row = summary.rows.find((each) => each.scope === scope);
  if (row === undefined) return null;
  const {see, could, doing, did, loop} = row;
  return (
    <section className="figures counters" aria-label={`Counters, ${row.title}`}>
      <div className="figure figure-main">
        <h2 className="figure-title">
          What we can see <span className="quiet">{daysText(summary.period.from, summary.period.to)}</span>
        </h2>
        {see.spend.length === 0 ? (
          <p className="figure-value quiet">no charges</p>
        ) : (
          see.spend.map(({currency, effective}) => (
            <p key={currency} className="figure-value counter-value">
              {effective === null ? "unknown" : headline(effective)}{" "}
              <span className="figure-unit">{currency} effective</span>
            </p>
          ))
        )}
        {see.owned.amounts.map(({currency, share}) =>
          share === null ? null : (
            <p key={currency} className="owned" title={see.owned.rule}>
              <Meter share={share} />
              {percent(share, 0)} owned{see.owned.amounts.length > 1 ? ` of ${currency}` : ""}
            </p>
          )
        )}
        {see.owned.reason === null ? null : <p className="figure-foot quiet">{see.owned.reason}</p>}
      </div>
      <Counter
        title="What we could do"
        group={could}
        foot={`${counted(could.count, "finding")} and options`.replace(/^1 finding and options/, "1 finding or option")}
      />
      <Counter title="What we are doing" group={doing} foot={actionsFoot(row)} />
      <Counter title="What we did" group={did} foot={`${counted(did.count, "effect")} verified from bills`} />
      <div className="figure">
        <h2 className="figure-title">Round the loop</h2>
        <p className="figure-value counter-value">
          {loop.medianDays === null ? (
            <span className="quiet">unknown</span>
          ) : (
            <>
              {Math.round(loop.medianDays)} <span className="figure-unit">days, median</span>
            </>
          )}
        </p>
        <p className="figure-foot quiet">
          {loop.count === 0
            ? "No loop was closed yet: from a finding to its verified effect"
            : `from finding to verified effect, ${counted(loop.count, "loop")}`}
        </p>
      </div>
    </section>
  );
}

function Counter({title, group, foot}: {title: string; group: SummaryRow["could"]; foot: string}) {
  return (
    <div className="figure">
      <h2 className="figure-title">{title}</h2>
      <p className="counter-sums">
        <Sums sums={group.values} none={group.count === 0 ? "nothing yet" : "no value yet"} />
      </p>
      <p className="figure-foot quiet">
        {foot}
        {group.unpriced === 0 || group.values.length === 0 ? "" : `, ${group.unpriced} without a value`}
      </p>
    </div>
  );
}

function actionsFoot({doing, overdue}: SummaryRow): string {
  return `${counted(doing.count, "action")}${overdue === 0 ? "" : `, ${overdue} overdue`}`;
}

export function Meter({share}: {readonly share: string}) {
  return (
    <span className="bar bar-wide" aria-hidden="true">
      <span className="bar-fill" style={{width: `${Math.max(0, Math.min(1, pixel(share))) * 100}%`}} />
    </span>
  );
}

/** The same counters for each scope, one row each. */
export function ScopeCounters({summary}: {readonly summary: Summary}) {
  const rows = summary.rows.filter(({scope}) => scope !== null);
  if (rows.length === 0) return null;
  return (
    <Panel title="By scope" note={summary.notes.join(" ")}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Counters by scope">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Scope</th>
              <th scope="col" className="num">
                Can see
              </th>
              <th scope="col">Owned</th>
              <th scope="col" className="num">
                Could do
              </th>
              <th scope="col" className="num">
                Doing
              </th>
              <th scope="col" className="num">
                Did
              </th>
              <th scope="col" className="num">
                Round the loop
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({scope, title, see, could, doing, did, loop}) => (
              <tr key={scope}>
                <td className="strong">
                  <Link to="/work" search={{scope: scope ?? ""}} className="quiet-link">
                    {title}
                  </Link>
                </td>
                <td className="num">
                  {see.spend.map(({currency, effective}) => (
                    <div key={currency}>
                      {effective === null ? "unknown" : headline(effective)} {currency}
                    </div>
                  ))}
                </td>
                <td>
                  {see.owned.amounts.map(({currency, share}) =>
                    share === null ? null : (
                      <span key={currency} className="coverage">
                        <Meter share={share} /> {percent(share, 0)}
                      </span>
                    )
                  )}
                </td>
                {[could, doing, did].map((group, index) => (
                  <td className="num" key={(["could", "doing", "did"] as const)[index]}>
                    {group.count === 0 ? (
                      <span className="quiet">none</span>
                    ) : (
                      <>
                        <span className="strong">{group.count}</span>
                        {group.values.map(({currency, per, amount}) => (
                          <div key={`${currency} ${per}`} className="quiet small">
                            {headline(amount)} {currency}
                            {per === "month" ? " a month" : " once"}
                          </div>
                        ))}
                      </>
                    )}
                  </td>
                ))}
                <td className="num">
                  {loop.medianDays === null ? (
                    <span className="quiet">unknown</span>
                  ) : (
                    `${Math.round(loop.medianDays)} days`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
