import {cellText, isFields, isRows} from "../../render/cells.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** A text of the library as Markdown, its prose wrapped; a template exactly as it is, since it goes into a file. */
export function entryText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const markdown = shownText(fields["markdown"]);
  if (fields["kind"] === "template") return markdown;
  const title = fields["section"] === null ? `${style.colors.bold(`# ${cellText(fields["title"], "text")}`)}\n\n` : "";
  return `${title}${proseWrapped(markdown, style)}\n${attributionText(fields, style)}`;
}

/** Terms with their meanings, one below the other. */
export function glossaryText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const rows = isRows(fields["rows"]) ? fields["rows"] : [];
  const terms = rows.map((row) => {
    const also = textsOf(row["also"]);
    const see = isRows(row["see"]) ? row["see"].map(({term}) => cellText(term, "text")) : [];
    const more = [
      ...(also.length === 0 ? [] : [`Also: ${also.join(", ")}.`]),
      ...(see.length === 0 ? [] : [`See: ${see.join(", ")}.`])
    ];
    const lines = [cellText(row["meaning"], "text"), ...more].map(
      (line) => `  ${wrapped(line, style.columns - 2, "  ")}`
    );
    return `${style.colors.bold(cellText(row["term"], "text"))}\n${lines.join("\n")}\n`;
  });
  return `${terms.join("\n")}\n${attributionText(fields, style)}`;
}

function attributionText(fields: Readonly<Record<string, unknown>>, style: Style): string {
  const said = [fields["source"], fields["licence"]].map((text) => cellText(text, "text")).join(" ");
  return `${style.colors.dim(wrapped(said, style.columns))}\n`;
}

function proseWrapped(markdown: string, style: Style): string {
  let code = false;
  return markdown
    .split("\n")
    .map((line) => {
      if (line.startsWith("```")) code = !code;
      if (code || line.startsWith("#")) return line.startsWith("#") && !code ? style.colors.bold(line) : line;
      return wrapped(line, style.columns, /^([-*]|\d+\.) /.test(line) ? "  " : "");
    })
    .join("\n");
}

/** Lines and tabs stay; other control characters, which could steer a terminal, do not. */
function shownText(value: unknown): string {
  return typeof value === "string" ? value.replaceAll(/[^\P{Cc}\n\t]/gu, "\uFFFD") : "";
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
