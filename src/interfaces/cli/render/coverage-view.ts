import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** What of the framework is practised: a line for each capability, and of a single one what is missing. */
export function coverageText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const rows = rowsIn(fields["rows"]);
  const totals = isFields(fields["totals"]) ? fields["totals"] : {};
  const [only] = rows;
  const count = (name: string): string => cellText(totals[name], "text");
  const head =
    `Of ${count("capabilities")} ${totals["capabilities"] === 1 ? "capability" : "capabilities"} of edition ` +
    `${cellText(fields["edition"], "text")}: ${count("works")} in whole, ${count("partly")} in part, ` +
    `${count("notYet")} not yet; ${count("done")} of ${count("requirements")} requirements done`;
  const detail = rows.length === 1 && only !== undefined ? missingText(only, style) : platformText(fields, style);
  return [`${wrapped(head, style.columns)}\n`, table(rows, style), detail, attribution(fields, style)]
    .filter((part) => part !== "")
    .join("\n");
}

function table(rows: readonly Fields[], style: Style): string {
  const columns = [
    {title: "", align: "left"},
    {title: "Capability", align: "left"},
    {title: "Practised", align: "left"},
    {title: "Done", align: "right"},
    {title: "In part", align: "right"},
    {title: "Of", align: "right"}
  ] as const;
  const text = (value: unknown): string => cellText(value, "text");
  const cells = rows.map((row) => ({
    cells: [row["code"], row["title"], row["status"], row["done"], row["partly"], row["requirements"]].map(text)
  }));
  return tableText(columns, cells, style);
}

function platformText(fields: Fields, style: Style): string {
  const platform = isFields(fields["platform"]) ? fields["platform"] : {};
  const text = (name: string): string => cellText(platform[name], "text");
  const line =
    `What all of them need: ${text("done")} of ${text("requirements")} requirements done, ${text("partly")} in part. ` +
    "What is missing of one: ashlar framework coverage --capability NAME";
  return `${wrapped(line, style.columns)}\n`;
}

/** A requirement to a paragraph: prose is not cut. */
function missingText(row: Fields, style: Style): string {
  const lines = rowsIn(row["missing"]).map(({id, title, done, note}) => {
    const head = wrapped(
      `${cellText(id, "text")}  ${cellText(title, "text")}: ${cellText(done, "text")}`,
      style.columns,
      "  "
    );
    const said = cellText(note, "text");
    return said === "" ? `${head}\n` : `${head}\n  ${wrapped(said, style.columns - 2, "  ")}\n`;
  });
  return lines.join("");
}

function attribution(fields: Fields, style: Style): string {
  return `${style.colors.dim(wrapped(cellText(fields["source"], "text"), style.columns))}\n`;
}

function rowsIn(value: unknown): readonly Fields[] {
  return isRows(value) ? value : [];
}
