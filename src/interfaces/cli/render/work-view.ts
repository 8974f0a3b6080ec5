import {amountText, percentText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import {pairsText, type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

const text = (value: unknown): string => cellText(value, "text");
const rowsIn = (value: unknown): readonly Fields[] => (isRows(value) ? value : []);
const fieldsIn = (value: unknown): Fields => (isFields(value) ? value : {});

/** Work objects, one to a line, with the sums of all that match. */
export function workTable(output: unknown, style: Style): string {
  const fields = fieldsIn(output);
  const rows = rowsIn(fields["rows"]);
  if (rows.length === 0) return "Nothing to show.\n";
  const columns = ["Number", "Title", "Stage", "Owner", "Due"].map((title) => ({title, align: "left"}) as const);
  const table = tableText(
    [...columns, {title: "Value", align: "right"}],
    rows.map((row) => ({
      cells: [
        text(row["number"]),
        text(row["title"]),
        row["doneAt"] === null || row["stage"] !== "action" ? text(row["stage"]) : "done",
        text(row["owner"]),
        `${text(row["due"])}${row["overdue"] === true ? " !" : ""}`,
        valueText(row["value"])
      ]
    })),
    style
  );
  const shown = rows.length === fields["count"] ? "" : ` of ${text(fields["count"])}`;
  return `${table}\n${rows.length}${shown} work objects: ${sumsText(fields["totals"])}\n`;
}

/** The counters of each scope, a block to a scope. */
export function workSummaryText(output: unknown, style: Style): string {
  const fields = fieldsIn(output);
  const period = fieldsIn(fields["period"]);
  const head = `${text(period["from"])} to ${text(period["to"])}`;
  const blocks = rowsIn(fields["rows"]).map((row) => scopeText(row, style));
  return [`${style.colors.bold(head)}\n`, ...blocks, notesText(fields["notes"], style)]
    .filter((part) => part !== "")
    .join("\n");
}

function scopeText(row: Fields, style: Style): string {
  const see = fieldsIn(row["see"]);
  const owned = fieldsIn(see["owned"]);
  const loop = fieldsIn(row["loop"]);
  const spend = rowsIn(see["spend"]).map(({currency, effective}) =>
    typeof effective === "string" ? `${amountText(effective)} ${text(currency)}` : `${text(currency)} not known`
  );
  const shares = rowsIn(owned["amounts"]).flatMap(({share, currency}) =>
    typeof share === "string" ? [`${percentText(share)} of ${text(currency)}`] : []
  );
  const late = row["overdue"] === 0 ? "" : `; ${text(row["overdue"])} past their day`;
  const pairs = [
    ["what we see", spend.length === 0 ? "no spend in this time" : spend.join(", ")],
    ["with an owner", shares.length === 0 ? text(owned["reason"]) : shares.join(", ")],
    ["what we could do", groupText(row["could"])],
    ["what we are doing", `${groupText(row["doing"])}${late}`],
    ["what we did", groupText(row["did"])],
    ["set aside", groupText(row["aside"])],
    [
      "finding to effect",
      loop["medianDays"] === null
        ? "no loop is closed yet"
        : `${text(loop["medianDays"])} days (${text(loop["count"])})`
    ]
  ] as const;
  const title = row["scope"] === null ? text(row["title"]) : `${text(row["title"])} (${text(row["scope"])})`;
  return `${style.colors.bold(wrapped(title, style.columns))}\n${pairsText(pairs, style)}`;
}

function groupText(group: unknown): string {
  const {count, values} = fieldsIn(group);
  return rowsIn(values).length === 0 ? text(count) : `${text(count)}: ${sumsText(values)}`;
}

function sumsText(sums: unknown): string {
  const parts = rowsIn(sums).map(valueText);
  return parts.length === 0 ? "none has a value" : parts.join(", ");
}

function valueText(value: unknown): string {
  const {amount, currency, per} = fieldsIn(value);
  if (typeof amount !== "string") return "";
  return `${amountText(amount)} ${text(currency)}${per === "month" ? " a month" : " once"}`;
}
