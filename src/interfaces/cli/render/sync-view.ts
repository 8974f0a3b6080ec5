import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import {type Column, type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** What was fetched: a line for each source and each delivery that was new or changed, then what went wrong. */
export function syncText(output: unknown, style: Style): string {
  if (!isFields(output)) return "";
  const sources = isRows(output["rows"]) ? output["rows"] : [];
  const deliveries = isRows(output["deliveries"]) ? output["deliveries"] : [];
  return [
    output["dryRun"] === true ? `${style.colors.bold("Dry run: nothing was fetched.")}\n` : "",
    sources.length === 0 ? "" : table(sources, sourceColumns, style),
    deliveries.length === 0 ? "" : table(deliveries, deliveryColumns, style),
    failures(sources, deliveries, style) + notesText(output["notes"], style)
  ]
    .filter((part) => part !== "")
    .join("\n");
}

type Kind = "text" | "count";
type Columns = Readonly<Record<string, Kind>>;

const sourceColumns: Columns = {
  source: "text",
  status: "text",
  deliveries: "count",
  changed: "count",
  fetched: "count",
  bytes: "count",
  gone: "count"
};

const deliveryColumns: Columns = {
  source: "text",
  delivery: "text",
  files: "count",
  bytes: "count",
  status: "text"
};

function table(rows: readonly Fields[], fields: Columns, style: Style): string {
  const names = Object.keys(fields);
  const columns = names.map((title): Column => ({title, align: fields[title] === "count" ? "right" : "left"}));
  return tableText(
    columns,
    rows.map((row) => ({cells: names.map((name) => cellText(row[name], fields[name] ?? "text"))})),
    style
  );
}

function failures(sources: readonly Fields[], deliveries: readonly Fields[], {columns, colors}: Style): string {
  const said = sources.flatMap(({source, error}) => (isFields(error) ? [{...error, source}] : []));
  const first = said.map(({source, message, remedy}: Fields) => {
    const line = colors.red(wrapped(`error: ${named(source, message)}`, columns, "  "));
    return remedy === null ? `${line}\n` : `${line}\n${wrapped(`→ ${cellText(remedy, "text")}`, columns, "  ")}\n`;
  });
  const known = new Set(said.map(({message}: Fields) => message));
  const others = deliveries
    .filter(({error}) => error !== null && !known.has(error))
    .map((row) => `${colors.red(wrapped(`error: ${named(row["source"], row["error"])}`, columns, "  "))}\n`);
  return [...first, ...others].join("");
}

/** A message with its source before it, where it does not name it itself. */
function named(source: unknown, message: unknown): string {
  const [id, text] = [cellText(source, "text"), cellText(message, "text")];
  return text.startsWith(`${id}: `) ? text : `${id}: ${text}`;
}

/** Policies as they are given to the vendor, one below the other. */
export function policiesText(output: unknown, style: Style): string {
  const rows = isFields(output) && isRows(output["rows"]) ? output["rows"] : [];
  if (rows.length === 0) return "A folder of this machine needs no policy: who runs Ashlar must be able to read it.\n";
  return rows
    .map((row) => {
      const of = row["source"] === null ? cellText(row["vendor"], "text") : cellText(row["source"], "text");
      const head = style.colors.bold(wrapped(`# ${of}: ${cellText(row["title"], "text")}`, style.columns));
      const text = String(row["text"]).replaceAll(/[^\P{Cc}\n]/gu, "\uFFFD");
      const notes = (Array.isArray(row["notes"]) ? row["notes"] : []).map(
        (note) => `${style.colors.dim(wrapped(`# ${String(note)}`, style.columns, "# "))}\n`
      );
      return `${head}\n${text}\n${notes.join("")}`;
    })
    .join("\n");
}
