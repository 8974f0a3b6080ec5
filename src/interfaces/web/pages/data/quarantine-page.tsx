import {Button, Drawer, Loader, Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {quarantineQuery, quarantinedQuery} from "../../api/queries.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, count, counted} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import {PublishButton} from "./publish-button.tsx";
import {StateTag} from "./state-tag.tsx";

/** Rows that could not be read exactly: kept, counted, and in no sum. */
export function QuarantinePage() {
  const list = useQuery(quarantineQuery());
  const [opened, setOpened] = useState<string | null>(null);
  const rows = list.data?.rows ?? [];
  return (
    <Page
      title="Quarantine"
      note={
        <span>
          Rows that could not be read exactly. They are kept as delivered and are in no sum; nothing is guessed.
        </span>
      }
    >
      {list.isError ? (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton height={200} />
      ) : rows.length === 0 ? (
        <div className="panel">
          <EmptyNote title="Nothing is in quarantine">
            Every row of every delivery could be read exactly. A row that cannot be would be here, with its file, line,
            column and reason, and the money in it.
          </EmptyNote>
        </div>
      ) : (
        <Panel title={counted(list.data.totals[0]?.rows ?? 0, "row")} note="By snapshot and reason">
          <div className="table-scroll" tabIndex={0} role="region" aria-label="Quarantine">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  <th scope="col">Billing period</th>
                  <th scope="col">Snapshot</th>
                  <th scope="col">Column</th>
                  <th scope="col">Reason</th>
                  <th scope="col" className="num">
                    Rows
                  </th>
                  <th scope="col" className="num">
                    Billed in them
                  </th>
                  <th scope="col">
                    <span className="sr-only">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.snapshot} ${row.column ?? ""} ${row.reason}`}>
                    <td className="strong">{row.source}</td>
                    <td>{row.billingPeriod === "all" ? "all" : shortMonth(`${row.billingPeriod}-01`)}</td>
                    <td>
                      <StateTag state={row.state} />
                    </td>
                    <td>{row.column ?? "the whole row"}</td>
                    <td>{row.reason}</td>
                    <td className="num">{count(row.rows)}</td>
                    <td className="num">
                      {row.billed.length === 0
                        ? "unknown"
                        : row.billed
                            .map(
                              ({currency, amount: billed}) =>
                                `${billed === null ? "unknown" : amount(billed)} ${currency}`
                            )
                            .join(", ")}
                    </td>
                    <td className="num actions-cell">
                      <Button size="compact-xs" variant="default" onClick={() => setOpened(row.snapshot)}>
                        Show rows
                      </Button>{" "}
                      {row.state === "held" ? <PublishButton snapshot={row.snapshot} /> : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        size="min(1000px, 100%)"
        title="Quarantined rows"
      >
        {opened === null ? null : <Rows snapshot={opened} />}
      </Drawer>
    </Page>
  );
}

function Rows({snapshot}: {readonly snapshot: string}) {
  const rows = useQuery(quarantinedQuery(snapshot, 200));
  if (rows.isPending) return <Loader size="sm" aria-label="Loading" />;
  if (rows.isError) return <ProblemNote error={rows.error} retry={() => void rows.refetch()} />;
  return (
    <>
      <p className="quiet">
        {count(rows.data.rows.length)} of {count(rows.data.total)} rows, as delivered
      </p>
      {rows.data.rows.map((row, index) => (
        <details className="quarantined" key={`${row.file} ${row.line ?? index}`} open={index === 0}>
          <summary>
            <span className="strong">
              {row.file}
              {row.line === null ? "" : `, line ${count(row.line)}`}
            </span>
            <span>
              {row.column === null ? "" : `${row.column}: `}
              {row.reason}
              {row.text === null ? "" : ` “${row.text}”`}
            </span>
            <span className="quiet">
              {row.billed === null ? "billed unknown" : `${row.billed} ${row.currency ?? ""}`}
            </span>
          </summary>
          <pre tabIndex={0}>{typeof row.row === "string" ? row.row : JSON.stringify(row.row, null, 2)}</pre>
        </details>
      ))}
    </>
  );
}
