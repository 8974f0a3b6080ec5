import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import {pairsText, type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** Columns of `framework list` for each kind of row; all other fields are in the other forms. */
const columns: Readonly<Record<string, readonly string[]>> = {
  principles: ["id", "title"],
  personas: ["id", "title", "group", "goal"],
  phases: ["id", "title", "theme"],
  maturity: ["id", "title", "meaning"],
  lenses: ["id", "title", "labels"],
  domains: ["id", "title", "capabilities"],
  capabilities: ["code", "id", "domain"],
  "technology-categories": ["id", "title"],
  scopes: ["id", "meaning"],
  kpis: ["id", "unit", "direction", "dataDomains"],
  indicators: ["id", "title", "unit", "crawl", "walk", "run", "basis"],
  edges: ["from", "to", "basis"],
  starters: ["id", "kind", "when"],
  thresholds: ["id", "capability", "unit", "values", "status"],
  requirements: ["id", "title"],
  "data-domains": ["id", "title", "kpis"],
  microsoft: ["title", "capability"]
};

/** Parts of the framework as a table with what fits a line. */
export function frameworkTable(output: unknown, style: Style): string {
  const fields = fieldsOf(output);
  const names = columns[cellText(fields["what"], "text")] ?? ["id", "title"];
  const rows = rowsIn(fields["rows"]);
  const table = rows.length === 0 ? "Nothing to show.\n" : tableOf(names, rows, style);
  return joined([
    table,
    `${rows.length} ${cellText(fields["what"], "text")} of edition ${cellText(fields["edition"], "text")}\n`,
    notesText(fields["notes"], style),
    attribution(fields, style)
  ]);
}

/** Fields of a capability's row that its detail says better. */
const inDetail = ["id", "title", "domain", "needs", "provides", "featuredKpis", "indicators"];

/** One part of the framework: what it is, then everything that it is tied to. */
export function frameworkItem(output: unknown, style: Style): string {
  const fields = fieldsOf(output);
  const item = fieldsOf(fields["item"]);
  const detail = fieldsOf(fields["capability"]);
  const whole = isFields(fields["capability"]);
  const told = whole ? inDetail : ["id", "title"];
  const scalars = Object.entries(item).filter(([name, value]) => !told.includes(name) && isPlain(value));
  return joined([
    `${style.colors.bold(cellText(fields["title"], "text"))}  ${style.colors.dim(`${cellText(fields["id"], "text")} · edition ${cellText(fields["edition"], "text")}`)}\n`,
    pairsText(
      scalars.map(([name, value]) => [fieldName(name), cellText(value, "text")] as const),
      style
    ),
    ...bullets("Activities", detail["activityGroups"], style),
    ...bullets("Success shows in", detail["measuresOfSuccess"], style),
    ...bullets("Hands on", detail["artefacts"], style),
    ...section("Data", ["id", "title", "level"], detail["data"], style),
    ...section("Indicators", ["id", "title", "unit", "crawl", "walk", "run", "basis"], detail["indicators"], style),
    ...section("KPIs", ["id", "relation", "unit", "direction"], detail["kpis"], style),
    ...section("Requirements", ["id", "title"], detail["requirements"], style),
    ...section("Uses", ["id", "title", "basis"], detail["needs"], style),
    ...section("Serves", ["id", "title", "basis"], detail["provides"], style),
    ...(whole ? [] : section("Leads to", ["relation", "id", "title", "note"], fields["links"], style)),
    ...section("In other editions", ["edition", "ids", "kind", "note"], fields["names"], style),
    ...section("Also of this name", ["what", "id", "title"], fields["also"], style),
    notesText(fields["notes"], style),
    attribution(fields, style)
  ]);
}

/** Where something went from one edition to another, the note below each way. */
export function frameworkWays(output: unknown, style: Style): string {
  const fields = fieldsOf(output);
  const lines = rowsIn(fields["rows"]).map((row) => {
    const text = (name: string): string => cellText(row[name], "text");
    const to = text("ids") === "" ? "nothing" : `${text("titles")} (${text("ids")})`;
    const line = wrapped(
      `${text("from")} ${text("title")} (${text("id")}) → ${text("to")} ${to}: ${text("kind")}`,
      style.columns,
      "  "
    );
    return text("note") === "" ? `${line}\n` : `${line}\n  ${wrapped(text("note"), style.columns - 2, "  ")}\n`;
  });
  return joined([lines.join(""), notesText(fields["notes"], style), attribution(fields, style)]);
}

/** What was found, each with the place where it stands. */
export function frameworkHits(output: unknown, style: Style): string {
  const fields = fieldsOf(output);
  const lines = rowsIn(fields["rows"]).map((row) => {
    const text = (name: string): string => cellText(row[name], "text");
    const head = `${style.colors.bold(text("title"))}  ${style.colors.dim(`${text("what")} ${text("id")}`)}`;
    return text("excerpt") === "" ? `${head}\n` : `${head}\n  ${wrapped(text("excerpt"), style.columns - 2, "  ")}\n`;
  });
  return joined([lines.join(""), notesText(fields["notes"], style), attribution(fields, style)]);
}

/** Editions, and below them what changed in each. */
export function frameworkEditionsText(output: unknown, style: Style): string {
  const fields = fieldsOf(output);
  const rows = rowsIn(fields["rows"]);
  return joined([
    tableOf(["edition", "title", "released", "capabilities", "kpis", "own", "inUse"], rows, style),
    ...rows.flatMap((row) => bullets(`Changes of ${cellText(row["edition"], "text")}`, row["changes"], style)),
    ...rows.flatMap((row) => {
      const unknown = rowsIn(row["basis"]).filter(({confidence}) => confidence === "unknown");
      const names = unknown.map(({part}) => fieldName(cellText(part, "text"))).join(", ");
      return names === ""
        ? []
        : [`${wrapped(`Not known of ${cellText(row["edition"], "text")}: ${names}`, style.columns, "  ")}\n`];
    }),
    notesText(fields["notes"], style),
    attribution(fields, style)
  ]);
}

/** Findings of an edition file with their places and what to do. */
export function frameworkFindings(output: unknown, style: Style): string {
  const fields = fieldsOf(output);
  const {colors} = style;
  const rows = rowsIn(fields["rows"]);
  const lines = rows.map((row) => {
    const text = (name: string): string => cellText(row[name], "text");
    const place = text("line") === "" ? text("file") : `${text("file")}:${text("line")}`;
    const line = wrapped(`${text("severity")}: ${place}: ${text("message")}`, style.columns, "  ");
    const shown = text("severity") === "error" ? colors.red(line) : colors.yellow(line);
    return `${shown}\n  ${wrapped(`→ ${text("remedy")}`, style.columns - 2, "    ")}\n`;
  });
  const counts = fieldsOf(fields["counts"]);
  const count = (name: string): string => `${cellText(counts[name], "text")} ${name}`;
  const size =
    cellText(counts["errors"], "text") === "0"
      ? `${["capabilities", "kpis", "indicators", "edges"].map(count).join(", ")}\n`
      : "";
  return joined([
    lines.join(""),
    ...bullets("Differs", fields["changes"], style),
    `${count("errors")}, ${count("warnings")}\n${size}`,
    notesText(fields["notes"], style)
  ]);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function rowsIn(value: unknown): readonly Fields[] {
  return isRows(value) ? value : [];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

function isPlain(value: unknown): boolean {
  if (value === null || value === "") return false;
  return typeof value !== "object" || isFields(value) || (Array.isArray(value) && value.length > 0);
}

function fieldName(name: string): string {
  return name.replace(/[a-z][A-Z]/g, (pair) => `${pair[0] ?? ""} ${(pair[1] ?? "").toLowerCase()}`);
}

function tableOf(names: readonly string[], rows: readonly Fields[], style: Style): string {
  const cell = (row: Fields, name: string): string => {
    const value = row[name];
    if (name === "basis" && isFields(value)) return Object.values(value).join("/");
    if (isRows(value))
      return value
        .map((each) =>
          cellText(each["id"] ?? `${cellText(each["at"], "text")} ${cellText(each["value"], "text")}`, "text")
        )
        .join(", ");
    return cellText(value, "text");
  };
  return tableText(
    names.map((name) => ({title: fieldName(name), align: "left" as const})),
    rows.map((row) => ({cells: names.map((name) => cell(row, name))})),
    style
  );
}

function section(title: string, names: readonly string[], value: unknown, style: Style): readonly string[] {
  const rows = rowsIn(value);
  return rows.length === 0 ? [] : [`${style.colors.bold(title)}\n${tableOf(names, rows, style)}`];
}

function bullets(title: string, value: unknown, style: Style): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const lines = value.map((each) => `- ${wrapped(cellText(each, "text"), style.columns - 2, "  ")}\n`);
  return [`${style.colors.bold(title)}\n${lines.join("")}`];
}

function attribution(fields: Fields, style: Style): string {
  const source = cellText(fields["source"], "text");
  return source === "" ? "" : `${style.colors.dim(wrapped(source, style.columns))}\n`;
}
