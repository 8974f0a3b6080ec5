import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import {importerQuery} from "./queries.ts";

/** One importer: how it knows a file, and which columns it reads. */
export function ImporterSheet({id}: {readonly id: string}) {
  const importer = useQuery({...importerQuery(id), retry: false});
  if (importer.isPending) return <Skeleton height={240} />;
  if (importer.isError) return <ProblemNote error={importer.error} retry={() => void importer.refetch()} />;
  const {about, reads, focus, file, rows, text} = importer.data;
  return (
    <div className="sheet">
      <p>{about}</p>
      <p className="quiet small">
        Reads {reads === "json" ? "JSON" : "CSV and Parquet"}, makes FOCUS {focus}
        {file === null ? "" : `; declared in ${file}`}. {counted(rows.length, "column")} of the file{" "}
        {rows.length === 1 ? "is" : "are"} read; a file is known by those that it must have.
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Columns">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Kind</th>
              <th scope="col">Rule</th>
              <th scope="col">Values</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({column, kind, spelled, required, filled, values}) => (
              <tr key={column}>
                <td>
                  <span className="strong">{spelled[0] ?? column}</span>
                  {spelled.length < 2 ? null : <span className="quiet small"> or {spelled.slice(1).join(", ")}</span>}
                </td>
                <td className="one-line">{kind}</td>
                <td className="one-line">
                  {[required ? "must be there" : "", filled ? "never empty" : ""]
                    .filter((word) => word !== "")
                    .join(", ")}
                </td>
                <td className="small">{values === null ? "" : values.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {text === null ? null : (
        <details className="more">
          <summary>The declaration</summary>
          <pre tabIndex={0}>{text}</pre>
        </details>
      )}
      <CliNote command={`ashlar importer show ${id}`} />
    </div>
  );
}
