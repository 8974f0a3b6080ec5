import {bytes, count} from "../../format/amount.ts";
import {instantText} from "../../format/period.ts";
import type {Synced} from "./facts.ts";

const tones: Readonly<Record<Synced["rows"][number]["status"], string>> = {
  unchanged: "",
  synced: "tag-good",
  "would sync": "",
  held: "tag-warn",
  failed: "tag-bad"
};

/** What was found at each source, or came of it. */
export function SyncedTable({synced}: {readonly synced: Synced}) {
  const {rows, notes, dryRun} = synced;
  return (
    <>
      <p className="quiet small">
        {dryRun ? "What is there to be fetched. Nothing has changed yet." : "What came of it."}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Sources">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Result</th>
              <th scope="col" className="num">
                Deliveries
              </th>
              <th scope="col" className="num">
                New or changed
              </th>
              <th scope="col" className="num">
                {dryRun ? "To fetch" : "Fetched"}
              </th>
              <th scope="col">Next</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.source}>
                <td className="strong">{row.source}</td>
                <td>
                  <span className={`tag ${tones[row.status]}`}>{row.status}</span>
                </td>
                <td className="num">{count(row.deliveries)}</td>
                <td className="num">{count(row.changed)}</td>
                <td className="num">{bytes(row.bytes)}</td>
                <td>{row.next === null ? <span className="quiet">by hand</span> : instantText(row.next)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.flatMap(({source, error}) =>
        error === null
          ? []
          : [
              <p className="small problem-line" key={source}>
                <span className="strong">{source}:</span> {error.message} {error.remedy ?? ""} <code>{error.code}</code>
              </p>
            ]
      )}
      {notes.map((note) => (
        <p className="footnote" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}
