import {NativeSelect, Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {useState} from "react";
import {snapshotsQuery, sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, bytes, count, counted} from "../../format/amount.ts";
import {ago, shortMonth} from "../../format/period.ts";
import {PublishButton} from "./publish-button.tsx";
import {StateTag} from "./state-tag.tsx";

const states = ["all", "active", "held", "superseded", "pruned"] as const;
const pageSize = 80;

/** Deliveries in the lake, with what questions see of them. */
export function SnapshotsPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const [limit, setLimit] = useState(pageSize);
  const source = one(search, "source");
  const state = one(search, "state");
  const sources = useQuery(sourcesQuery());
  const snapshots = useQuery(
    snapshotsQuery({...(source === null ? {} : {source}), ...(state === null ? {} : {state})})
  );
  const dataset = one(search, "dataset");
  const set = (key: "source" | "state" | "dataset", value: string | null): void => {
    const next = {source, state, dataset, [key]: value === "all" ? null : value};
    void navigate({
      to: "/data/snapshots",
      search: Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null))
    });
  };
  const all = snapshots.data?.rows ?? [];
  const datasets = [...new Set([...all.map((row) => row.dataset), ...(dataset === null ? [] : [dataset])])].toSorted();
  const rows = all
    .filter((row) => dataset === null || row.dataset === dataset)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <Page
      title="Snapshots"
      note={
        <span>
          Each is one immutable delivery for a source and a billing period. A newer one replaces an older; both can be
          held against each other.
        </span>
      }
      actions={
        <>
          <NativeSelect
            size="xs"
            aria-label="Source"
            w={170}
            data={[
              {value: "all", label: "All sources"},
              ...(sources.data?.rows ?? []).map((row) => ({value: row.source, label: row.title ?? row.source}))
            ]}
            value={source ?? "all"}
            onChange={({currentTarget}) => set("source", currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label="Dataset"
            w={150}
            data={[{value: "all", label: "All datasets"}, ...datasets.map((value) => ({value, label: value}))]}
            value={dataset ?? "all"}
            onChange={({currentTarget}) => set("dataset", currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label="State"
            w={130}
            data={states.map((value) => ({value, label: value === "all" ? "All states" : value}))}
            value={state ?? "all"}
            onChange={({currentTarget}) => set("state", currentTarget.value)}
          />
        </>
      }
    >
      {snapshots.isError ? (
        <ProblemNote error={snapshots.error} retry={() => void snapshots.refetch()} />
      ) : snapshots.isPending ? (
        <Skeleton height={300} />
      ) : rows.length === 0 ? (
        <div className="panel">
          <EmptyNote title="No snapshots of this kind">
            Every delivery leaves a snapshot; those held back wait here for a decision.
          </EmptyNote>
        </div>
      ) : (
        <Panel title={counted(rows.length, "snapshot")} note={`${stateCounts(rows)}; the newest first`}>
          <div className="table-scroll" tabIndex={0} role="region" aria-label="Snapshots">
            <table className="table snapshots">
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  <th scope="col">Billing period</th>
                  <th scope="col">State</th>
                  <th scope="col" className="num">
                    Billed
                  </th>
                  <th scope="col" className="num">
                    Rows
                  </th>
                  <th scope="col">Dataset</th>
                  <th scope="col">Delivered</th>
                  <th scope="col" className="num">
                    Quarantined
                  </th>
                  <th scope="col" className="num">
                    Size
                  </th>
                  <th scope="col">
                    <span className="sr-only">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, limit).map((row) => (
                  <tr key={row.snapshot}>
                    <td className="strong">{row.source}</td>
                    <td className="one-line">
                      <Link to="/data/snapshots/$snapshot" params={{snapshot: row.snapshot}}>
                        {row.billingPeriod === "all" ? "all" : shortMonth(`${row.billingPeriod}-01`)}
                      </Link>
                      {row.partition === "all" ? null : <span className="quiet"> {row.partition}</span>}
                    </td>
                    <td>
                      <StateTag state={row.state} />
                    </td>
                    <td className="num">
                      {row.billed.length === 0
                        ? "—"
                        : row.billed
                            .map(
                              ({currency, amount: billed}) =>
                                `${billed === null ? "unknown" : amount(billed)} ${currency}`
                            )
                            .join(", ")}
                    </td>
                    <td className="num">{count(row.rows)}</td>
                    <td className="quiet">{row.dataset}</td>
                    <td title={row.createdAt}>{ago(row.createdAt)}</td>
                    <td className="num">{count(row.quarantined)}</td>
                    <td className="num">{bytes(row.bytes)}</td>
                    <td className="num">{row.state === "held" ? <PublishButton snapshot={row.snapshot} /> : null}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length > limit ? (
            <button type="button" className="link-button more-rows" onClick={() => setLimit(limit + 200)}>
              Show more of {count(rows.length - limit)} older
            </button>
          ) : null}
        </Panel>
      )}
    </Page>
  );
}

/** `140 active, 15 superseded`. */
function stateCounts(rows: readonly {readonly state: string}[]): string {
  return [...Map.groupBy(rows, ({state}) => state)].map(([state, own]) => `${count(own.length)} ${state}`).join(", ");
}
