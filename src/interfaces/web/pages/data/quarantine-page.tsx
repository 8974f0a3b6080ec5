import {Button, Drawer, Select, Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {quarantineQuery, sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {later} from "../../blocks/later.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, count, counted} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {PublishButton} from "./publish-button.tsx";
import {StateTag} from "./state-tag.tsx";
import "./data.css";

const QuarantinedRows = later(
  () => import("./quarantined-rows.tsx"),
  (part) => part.QuarantinedRows,
  null
);

/** Rows that could not be read exactly: kept, counted, and in no sum. */
export function QuarantinePage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const source = one(search, "source");
  const snapshot = one(search, "snapshot");
  const reason = one(search, "reason");
  const column = one(search, "column");
  const list = useQuery(quarantineQuery());
  const sources = useQuery(sourcesQuery());
  const all = list.data?.rows ?? [];
  const rows = all.filter((row) => source === null || row.source === source);
  const go = (next: Readonly<Record<string, string | null>>): void =>
    void navigate({
      to: "/data/quarantine",
      search: Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)),
      resetScroll: false
    });
  return (
    <Page
      title="Quarantine"
      note={
        <span>
          Rows that could not be read exactly. They are kept as delivered and are in no sum; nothing is guessed.
        </span>
      }
      actions={
        all.length === 0 ? null : (
          <Select
            aria-label="Source"
            w={190}
            placeholder="All sources"
            clearable
            data={(sources.data?.rows ?? []).map((row) => ({value: row.source, label: row.title ?? row.source}))}
            value={source}
            onChange={(value) => go({source: value})}
          />
        )
      }
    >
      {list.isError ? (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton height={200} />
      ) : rows.length === 0 ? (
        <div className="panel">
          <EmptyNote title={source === null ? "Nothing is in quarantine" : `Nothing of ${source} is in quarantine`}>
            Every row of every delivery could be read exactly. A row that cannot be would be here, with its file, line,
            column and reason, and the money in it.
          </EmptyNote>
        </div>
      ) : (
        <Panel
          title={counted(
            rows.reduce((sum, row) => sum + row.rows, 0),
            "row"
          )}
          note="By snapshot and reason; mend the file and deliver it again, or publish without them"
        >
          <div className="table-scroll" tabIndex={0} role="region" aria-label="Quarantine">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Why</th>
                  <th scope="col">Column</th>
                  <th scope="col">Source</th>
                  <th scope="col">Billing period</th>
                  <th scope="col">Snapshot</th>
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
                    <td className="strong">{row.reason}</td>
                    <td>{row.column ?? "the whole row"}</td>
                    <td>{row.source}</td>
                    <td className="one-line">
                      {row.billingPeriod === "all" ? "all" : shortMonth(`${row.billingPeriod}-01`)}
                    </td>
                    <td>
                      <StateTag state={row.state} />
                    </td>
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
                      <Button
                        size="compact-xs"
                        variant="default"
                        onClick={() =>
                          go({source, snapshot: row.snapshot, reason: row.reason, column: row.column ?? ""})
                        }
                      >
                        Show rows
                      </Button>{" "}
                      {row.state === "held" ? <PublishButton snapshot={row.snapshot} /> : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <CliNote command={commandOf("quarantine.list", {source})} />
        </Panel>
      )}
      <Drawer
        opened={snapshot !== null}
        onClose={() => go({source})}
        position="right"
        size="min(1040px, 100%)"
        title="Quarantined rows"
      >
        {snapshot === null ? null : <QuarantinedRows snapshot={snapshot} reason={reason} column={column} />}
      </Drawer>
    </Page>
  );
}
