import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useParams} from "@tanstack/react-router";
import {snapshotQuery} from "../../api/queries.ts";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, bytes, count} from "../../format/amount.ts";
import {instantText, monthText} from "../../format/period.ts";
import {PublishButton} from "./publish-button.tsx";
import {RestatementPanel} from "./restatement-panel.tsx";
import {StateTag} from "./state-tag.tsx";

/** Everything that is known of one delivery, and what it changed. */
export function SnapshotPage() {
  const {snapshot = ""} = useParams({strict: false});
  const facts = useQuery(snapshotQuery(snapshot));
  if (facts.isError) {
    return (
      <Page title="Snapshot">
        <ProblemNote error={facts.error} retry={() => void facts.refetch()} />
      </Page>
    );
  }
  if (facts.isPending) {
    return (
      <Page title="Snapshot">
        <Skeleton height={300} />
      </Page>
    );
  }
  const {manifest, state, activeFrom, activeTo} = facts.data;
  const lines: readonly (readonly [string, string])[] = [
    ["Snapshot", manifest.id],
    ["Delivered", instantText(manifest.createdAt)],
    [
      "Seen by questions",
      activeFrom === null
        ? "never"
        : `from ${instantText(activeFrom)}${activeTo === null ? "" : ` until ${instantText(activeTo)}`}`
    ],
    ["Format", `${manifest.flavour}, FOCUS ${manifest.focusVersion}, ${manifest.mode}`],
    ["Charges from", manifest.chargeFrom === null ? "none" : instantText(manifest.chargeFrom)],
    ["Charges until", manifest.chargeTo === null ? "none" : instantText(manifest.chargeTo)],
    ["Rows", count(manifest.rows)],
    ["Files", `${count(manifest.files.length)}, ${bytes(manifest.files.reduce((sum, file) => sum + file.bytes, 0))}`],
    ["Delivered as", manifest.inputs.map(({name}) => name.split(/[/\\]/).at(-1) ?? name).join(", ")],
    [
      "Accounts",
      manifest.accounts.length > 12
        ? `${manifest.accounts.slice(0, 12).join(", ")} and ${manifest.accounts.length - 12} more`
        : manifest.accounts.join(", ")
    ],
    ["Tag columns", manifest.tags.length === 0 ? "none" : manifest.tags.join(", ")],
    ["Written by", `Ashlar ${manifest.software}`]
  ];
  return (
    <Page
      title={`${manifest.source}, ${manifest.billingPeriod === "all" ? manifest.dataset : monthText(`${manifest.billingPeriod}-01`)}`}
      note={
        <>
          <span>
            <StateTag state={state} />
          </span>
          <span>{manifest.dataset}</span>
          <Link to="/data/snapshots" search={{source: manifest.source}}>
            all of {manifest.source}
          </Link>
        </>
      }
      actions={state === "held" ? <PublishButton snapshot={manifest.id} /> : null}
    >
      <Panel title="Totals" note="Sums over its rows, as delivered">
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Totals">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Currency</th>
                <th scope="col" className="num">
                  Rows
                </th>
                <th scope="col" className="num">
                  Billed
                </th>
                <th scope="col" className="num">
                  Effective
                </th>
                <th scope="col" className="num">
                  List
                </th>
              </tr>
            </thead>
            <tbody>
              {manifest.totals.map(({currency, rows, billed, effective, list}) => (
                <tr key={currency}>
                  <td className="strong">{currency}</td>
                  <td className="num">{count(rows)}</td>
                  {[billed, effective, list].map((value, index) => (
                    <td className="num" key={index}>
                      {value === null ? "—" : amount(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {manifest.checks.length === 0 ? null : (
          <ul className="checks">
            {manifest.checks.map(({check, level, message}) => (
              <li key={`${check} ${message}`}>
                <span className={`tag ${level === "error" ? "tag-bad" : level === "warning" ? "tag-warn" : ""}`}>
                  {level}
                </span>{" "}
                {message}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Facts">
        <dl className="facts facts-wide">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <RestatementPanel snapshot={manifest.id} />
    </Page>
  );
}
