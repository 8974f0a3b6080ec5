import {amount, isAmountText} from "../format/amount-cell.ts";
import {instantText} from "../format/period.ts";

export interface ChargeTableProps {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Charges as they lie in the lake, columns by their FOCUS names. */
export function ChargeTable({rows}: ChargeTableProps) {
  const columns = Object.keys(rows[0] ?? {}).filter(
    (name) => rows.some((row) => row[name] !== null) || columnIsKept(name)
  );
  const numeric = new Set(
    columns.filter((name) => /(Cost|Price|Quantity)$/.test(name) || /^(billed|effective|list|contracted)$/.test(name))
  );
  if (rows.length === 0) return <p className="quiet">No charges.</p>;
  return (
    <div className="table-scroll charges-table" tabIndex={0} role="region" aria-label="Charges">
      <table className="table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={numeric.has(name) ? "num" : ""}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((name) => (
                <td key={name} className={numeric.has(name) ? "num" : "charge-cell"} title={cellText(row[name])}>
                  {numeric.has(name) && isAmountText(row[name]) ? amount(row[name]) : cellText(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function columnIsKept(name: string): boolean {
  return name.endsWith("Cost");
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? instantText(text) : text;
}
