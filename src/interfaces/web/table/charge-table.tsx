import {amount, isAmountText} from "../format/amount-cell.ts";
import {dayText, instantText} from "../format/period.ts";

export interface ChargeTableProps {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Charges as they lie in the lake, columns by their FOCUS names. */
export function ChargeTable({rows}: ChargeTableProps) {
  const columns = Object.keys(rows[0] ?? {})
    .filter((name) => rows.some((row) => row[name] !== null) || columnIsKept(name))
    .toSorted((a, b) => rank(a) - rank(b));
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

/** What tells a charge apart and what it costs stands first; the others keep their order. */
const first = [
  "ChargePeriodStart",
  "EffectiveCost",
  "BilledCost",
  "BillingCurrency",
  "ServiceName",
  "ResourceName",
  "ResourceId"
];

function rank(name: string): number {
  const place = first.indexOf(name);
  return place < 0 ? first.length : place;
}

function columnIsKept(name: string): boolean {
  return name.endsWith("Cost");
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) return text;
  return text.slice(11, 19) === "00:00:00" ? dayText(text) : instantText(text);
}
