import {isFields, isRows} from "../render/cells.ts";
import type {Fields} from "../render/cells.ts";
import {markdown} from "../render/delimited.ts";

/** Rows that the text shows; the structured content has more. */
const shownRows = 50;

/** A cost answer as Markdown: what was asked, the table, the totals, what the data are. */
export function answerText(output: unknown): string {
  if (!isFields(output)) return "";
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const totals = isRows(output["totals"]) ? output["totals"] : [];
  const parts = [
    headline(output, totals),
    rows.length === 0 ? "No charges match." : tableOf(rows),
    rowsText(output, rows.length),
    totals.length === 0 ? "" : `Totals of all charges that match:\n\n${tableOf(totals)}`,
    planText(output["plan"]),
    dataText(output),
    notesText(output)
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Any other answer: its rows as a table, else its fields. */
export function listText(operation: string): (output: unknown) => string {
  return (output) => {
    if (!isFields(output)) return String(output);
    const {rows, notes: _, stages: __, rowLimit: ___, ...rest} = output;
    const fields = Object.entries(rest).map(([name, value]) => `- ${name}: ${plain(value)}`);
    const list = isRows(rows) ? rows.map(flat) : null;
    const parts = [
      fields.join("\n"),
      list === null ? "" : list.length === 0 ? `${operation}: there is nothing to list.` : tableOf(list),
      list === null ? "" : rowsText(output, list.length),
      notesText(output)
    ];
    return parts.filter((part) => part !== "").join("\n\n");
  };
}

/** A text as it is, below its title, with where it comes from. */
export function proseText(output: unknown): string {
  if (!isFields(output)) return "";
  const {title, markdown: text, source, licence} = output;
  return `# ${plain(title)}\n\n${typeof text === "string" ? text.trim() : ""}\n\n${plain(source)} ${plain(licence)}`;
}

function headline({question}: Fields, totals: readonly Fields[]): string {
  const asked = isFields(question) ? question : {};
  const {metric, axis, from, to, filter, compare, currency} = asked;
  const currencies = [...new Set(totals.map((total) => total["currency"]))].filter((each) => typeof each === "string");
  const money =
    typeof currency === "string"
      ? `${currency} (converted)`
      : currencies.length > 1
        ? `${currencies.join(", ")} (one row each, never summed)`
        : (currencies[0] ?? "none");
  return [
    `**Metric** ${Array.isArray(metric) ? metric.join(", ") : ""}`,
    `**Period** ${typeof from === "string" && typeof to === "string" ? `${from} to ${lastDay(to)}, UTC` : "all data"}`,
    `**Axis** ${axis === "billing" ? "billing (the month it is invoiced for)" : "charge (when it was used)"}`,
    `**Currency** ${money}`,
    ...(typeof filter === "string" ? [`**Filter** \`${filter}\``] : []),
    ...(isFields(compare) ? [`**Compared with** ${String(compare["from"])} to ${lastDay(String(compare["to"]))}`] : [])
  ].join(" · ");
}

function lastDay(to: string): string {
  return Temporal.PlainDate.from(to).subtract({days: 1}).toString();
}

function tableOf(rows: readonly Fields[]): string {
  const shown = rows.slice(0, shownRows);
  return markdown(shown, (name) => shown.every((row) => isNumber(row[name]))).trimEnd();
}

function isNumber(value: unknown): boolean {
  return value === null || typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
}

function rowsText(output: Fields, count: number): string {
  const {rowLimit, count: all, next} = output;
  const of =
    typeof all === "number" ? all : isFields(rowLimit) && typeof rowLimit["of"] === "number" ? rowLimit["of"] : count;
  const text = Math.min(count, shownRows);
  if (of <= text) return `All ${of} rows.`;
  const more = typeof next === "number" ? `; go on with offset ${next}` : "; ask with top or a filter for fewer";
  return `${text} of ${of} rows in this table, ${count} in the structured content${more}.`;
}

function planText(plan: unknown): string {
  if (!isFields(plan)) return "";
  const {files, rows, sql, parameters} = plan;
  if (typeof sql !== "string") return "Nothing had to be read.";
  return `Read ${String(files)} files with ${String(rows)} rows by:\n\n\`\`\`sql\n${sql}\n\`\`\`\n\nParameters: ${JSON.stringify(parameters)}`;
}

function dataText({completeness, receipt}: Fields): string {
  const parts: string[] = [];
  if (isFields(completeness)) {
    const {dataFrom, dataTo, complete} = completeness;
    parts.push(
      typeof dataFrom === "string"
        ? `Data ${dataFrom} to ${String(dataTo)}${complete === true ? "" : ", incomplete"}`
        : "No data"
    );
  }
  if (isFields(receipt)) {
    const {id, snapshots, asOf} = receipt;
    const list = Array.isArray(snapshots) ? snapshots.map(String) : [];
    const named = list.length > 6 ? `${list.slice(0, 6).join(", ")} and ${list.length - 6} more` : list.join(", ");
    parts.push(
      `receipt ${String(id)}`,
      `data version: snapshots ${named === "" ? "none" : named}, as of ${String(asOf)}`
    );
  }
  return parts.join(" · ");
}

function notesText({notes, completeness}: Fields): string {
  const more = isFields(completeness) ? completeness["notes"] : [];
  const all = [...(Array.isArray(notes) ? notes : []), ...(Array.isArray(more) ? more : [])];
  return all.map((note) => `- Note: ${String(note)}`).join("\n");
}

function flat(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isScalar(value) ? value : plain(value)]));
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function plain(value: unknown): string {
  return isScalar(value) ? String(value) : JSON.stringify(value);
}
