import {diffRows} from "./diff-rows.ts";

/** A unified diff with the line numbers of both sides. */
export function DiffView({diff, label}: {readonly diff: string; readonly label: string}) {
  return (
    <div className="diff" tabIndex={0} role="region" aria-label={label}>
      <table className="diff-table">
        <tbody>
          {diffRows(diff).map((row, index) => (
            // The rows of a diff have nothing else to tell them apart by.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index} className={`diff-${row.kind}`}>
              <td className="diff-number">{row.before ?? ""}</td>
              <td className="diff-number">{row.after ?? ""}</td>
              <td className="diff-text">
                {row.kind === "add" || row.kind === "drop" ? (
                  <>
                    <span className="sr-only">{row.kind === "add" ? "added: " : "removed: "}</span>
                    <span aria-hidden="true">{row.kind === "add" ? "+ " : "− "}</span>
                  </>
                ) : row.kind === "same" ? (
                  "  "
                ) : null}
                {row.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
