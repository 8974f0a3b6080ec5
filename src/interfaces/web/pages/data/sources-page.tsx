import {Button, Skeleton} from "@mantine/core";
import {IconUpload} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {sourcesQuery} from "../../api/queries.ts";
import {FreshnessWord} from "../../blocks/freshness-word.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {count, counted} from "../../format/amount.ts";
import {ago, shortMonth} from "../../format/period.ts";
import {HealthPanel} from "./health-panel.tsx";

/** Where cost data comes from, and how fresh it is. */
export function SourcesPage() {
  const sources = useQuery(sourcesQuery());
  const rows = sources.data?.rows ?? [];
  const total = rows.reduce((sum, row) => sum + row.rows, 0);
  const upload = (
    <Button component={Link} to="/data/upload" leftSection={<IconUpload size={15} />}>
      Upload
    </Button>
  );
  return (
    <Page
      title="Sources"
      note={
        <span>
          {sources.isPending ? "" : `${counted(rows.length, "source")}, ${counted(total, "charge")} that questions see`}
        </span>
      }
      actions={upload}
    >
      {sources.isError ? <ProblemNote error={sources.error} retry={() => void sources.refetch()} /> : null}
      {sources.isPending ? (
        <Skeleton height={260} />
      ) : rows.length === 0 ? (
        <div className="panel">
          <EmptyNote title="No sources yet" action={upload}>
            A source is a named place that cost data comes from, such as the payer account of a cloud. It is made with
            its first delivery.
          </EmptyNote>
        </div>
      ) : (
        <Panel
          title="Freshness and coverage"
          note="Late is measured against the cadence that the practice expects of a source."
        >
          <div className="table-scroll" tabIndex={0} role="region" aria-label="Sources">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  <th scope="col">State</th>
                  <th scope="col">Delivered</th>
                  <th scope="col">Cadence</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Billing periods</th>
                  <th scope="col">Currencies</th>
                  <th scope="col" className="num">
                    Charges
                  </th>
                  <th scope="col" className="num">
                    Held
                  </th>
                  <th scope="col" className="num">
                    Quarantined
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.source}>
                    <td className="source-cell">
                      <Link to="/data/snapshots" search={{source: row.source}} className="quiet-link strong">
                        {row.title ?? row.source}
                      </Link>
                      {row.title === null || row.title === row.source ? null : (
                        <span className="quiet">{row.source}</span>
                      )}
                    </td>
                    <td>
                      <FreshnessWord lastDelivery={row.lastDelivery} cadence={row.cadence} />
                    </td>
                    <td title={row.lastDelivery ?? undefined}>
                      {row.lastDelivery === null ? "never" : ago(row.lastDelivery)}
                    </td>
                    <td>{row.cadence ?? <span className="quiet">not said</span>}</td>
                    <td>{row.owner ?? <span className="quiet">nobody</span>}</td>
                    <td className="one-line">
                      {row.firstPeriod === null || row.lastPeriod === null
                        ? "none"
                        : periods(row.firstPeriod, row.lastPeriod)}
                    </td>
                    <td>{row.currencies.join(", ")}</td>
                    <td className="num">{count(row.rows)}</td>
                    <td className="num">
                      {row.held === 0 ? (
                        "0"
                      ) : (
                        <Link to="/data/snapshots" search={{source: row.source, state: "held"}}>
                          {count(row.held)}
                        </Link>
                      )}
                    </td>
                    <td className="num">
                      {row.quarantined === 0 ? "0" : <Link to="/data/quarantine">{count(row.quarantined)}</Link>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {sources.data?.notes.map((note) => (
            <p className="footnote" key={note}>
              {note}
            </p>
          ))}
        </Panel>
      )}
      <HealthPanel />
    </Page>
  );
}

function periods(first: string, last: string): string {
  const text = (period: string): string => (period === "all" ? "all" : shortMonth(`${period}-01`));
  return first === last ? text(first) : `${text(first)} – ${text(last)}`;
}
