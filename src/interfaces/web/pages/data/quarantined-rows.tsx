import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Fragment, useState} from "react";
import {quarantinedQuery} from "../../api/queries.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, isAmountText} from "../../format/amount-cell.ts";
import {count} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";

export interface QuarantinedRowsProps {
  readonly snapshot: string;
  /** Null for all reasons. */
  readonly reason: string | null;
  /** Empty for the whole row; null for all columns. */
  readonly column: string | null;
}

const most = 1000;

/** Rows in quarantine with file, line, column and text; each opens to the row as delivered. */
export function QuarantinedRows({snapshot, reason, column}: QuarantinedRowsProps) {
  const rows = useQuery(quarantinedQuery(snapshot, most));
  const [open, setOpen] = useState<number | null>(null);
  if (rows.isPending) return <Skeleton height={240} />;
  if (rows.isError) return <ProblemNote error={rows.error} retry={() => void rows.refetch()} />;
  const own = rows.data.rows.filter(
    (row) => (reason === null || row.reason === reason) && (column === null || (row.column ?? "") === column)
  );
  return (
    <div className="sheet">
      <p>
        {reason === null ? null : <span className="strong">{reason}. </span>}
        <span className="quiet">
          {count(own.length)} {own.length === 1 ? "row" : "rows"}
          {rows.data.total > rows.data.rows.length
            ? ` among the first ${count(most)} of ${count(rows.data.total)}`
            : ""}
          , as delivered
        </span>
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Rows">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className="num">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">Text</th>
              <th scope="col" className="num">
                Billed
              </th>
              <th scope="col">
                <span className="sr-only">The row</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {own.slice(0, 300).map((row, index) => (
              <Fragment key={`${row.file} ${row.line ?? index} ${row.column ?? ""}`}>
                <tr>
                  <td className="break">{row.file}</td>
                  <td className="num">{row.line === null ? "–" : count(row.line)}</td>
                  <td>{row.column ?? "the whole row"}</td>
                  <td className="break">
                    {row.text === null ? <span className="quiet">nothing</span> : <code>{row.text}</code>}
                  </td>
                  <td className="num">
                    {row.billed === null ? "unknown" : `${billedText(row.billed)} ${row.currency ?? ""}`}
                  </td>
                  <td className="num">
                    <button
                      type="button"
                      className="link-button"
                      aria-expanded={open === index}
                      aria-label={`The row of line ${row.line ?? index + 1}`}
                      onClick={() => setOpen(open === index ? null : index)}
                    >
                      {open === index ? "close" : "row"}
                    </button>
                  </td>
                </tr>
                {open === index ? (
                  <tr className="opened-row">
                    <td colSpan={6}>
                      {row.more.map((also) => (
                        <p className="small" key={also}>
                          also: {also}
                        </p>
                      ))}
                      <pre className="policy-text" tabIndex={0}>
                        {typeof row.row === "string" ? row.row : JSON.stringify(row.row, null, 2)}
                      </pre>
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <CliNote command={commandOf("quarantine.show", {snapshot}, ["snapshot"])} />
    </div>
  );
}

/** To the cent where it is an amount at all. */
function billedText(billed: string): string {
  return isAmountText(billed) ? amount(billed) : billed;
}
