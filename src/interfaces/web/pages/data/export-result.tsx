import {CopyButton} from "../../blocks/copy-button.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {amount, bytes, count, counted} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import type {Exported} from "./facts.ts";

/** What an export would write or has written. */
export function ExportResult({exported}: {readonly exported: Exported}) {
  const {dryRun, folder, focusVersion, rows, datasets, hidden, receipt, bytes: size, notes} = exported;
  const files = rows.reduce((sum, row) => sum + row.files, 0);
  return (
    <Panel
      title={dryRun ? "What would be written" : "It is written"}
      note={
        dryRun
          ? `FOCUS ${focusVersion}; nothing has been written yet`
          : `FOCUS ${focusVersion}, ${bytes(size)} in ${folder}`
      }
    >
      <div role="status">
        {rows.length === 0 ? <p className="quiet">No charge meets what was asked.</p> : null}
        {rows.length === 0 ? null : (
          <div className="table-scroll tall" tabIndex={0} role="region" aria-label="Billing periods">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Billing period</th>
                  <th scope="col">Dataset</th>
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
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.dataset} ${row.billingPeriod} ${row.currency ?? ""}`}>
                    <td className="one-line">
                      {/^\d{4}-\d\d$/.test(row.billingPeriod)
                        ? shortMonth(`${row.billingPeriod}-01`)
                        : row.billingPeriod}
                    </td>
                    <td>{row.dataset}</td>
                    <td>{row.currency ?? "–"}</td>
                    <td className="num">{count(row.rows)}</td>
                    <td className="num">{row.billed === null ? "–" : amount(row.billed)}</td>
                    <td className="num">{row.effective === null ? "–" : amount(row.effective)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {datasets.map(({dataset, columns, kept, lacking, conformance}) => (
          <details className="more" key={dataset}>
            <summary>
              {dataset}: {counted(columns.length, "column")}
              {kept.length === 0 ? "" : `, ${count(kept.length)} kept of other versions`}
              {lacking.length === 0 ? "" : `, ${count(lacking.length)} not filled`}
              {conformance === null ? "" : `; ${counted(conformance.errors, "rule")} fail that must not`}
            </summary>
            {conformance === null ? null : (
              <p className="small">
                {conformance.model}: {count(conformance.pass)} pass, {count(conformance.fail)} fail (
                {count(conformance.errors)} errors, {count(conformance.warnings)} warnings),{" "}
                {count(conformance["needs-evidence"])} need evidence
              </p>
            )}
            {lacking.length === 0 ? null : (
              <p className="small">
                <span className="strong">Required and not filled:</span>{" "}
                {lacking
                  .map(({column, nulls, nullable}) => `${column} (${count(nulls)} rows${nullable ? ", allowed" : ""})`)
                  .join(", ")}
              </p>
            )}
            {kept.length === 0 ? null : (
              <p className="small">
                <span className="strong">Kept:</span> {kept.join(", ")}
              </p>
            )}
          </details>
        ))}
        {hidden.length === 0 ? null : (
          <p className="notice">Not in the files, as you may not see them: {hidden.join(", ")}.</p>
        )}
        {notes.map((note) => (
          <p className="footnote" key={note}>
            {note}
          </p>
        ))}
        <p className="footnote export-receipt">
          {dryRun ? "" : `${counted(files, "file")}. `}receipt {receipt.slice(0, 12)}{" "}
          <CopyButton text={receipt} label="Copy receipt id" />
        </p>
      </div>
    </Panel>
  );
}
