import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

const marks: Readonly<Record<string, string>> = {error: "✗", warning: "!", hint: "·"};

/** What a check of the practice found: each finding with its place, and what to do below it. */
export function practiceCheckText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const counts = isFields(fields["counts"]) ? fields["counts"] : {};
  const file = fields["file"] === null ? "no practice file, so only defaults" : textOf(fields["file"]);
  const head = `${style.colors.bold(`${file}, edition ${fields["edition"] === null ? "not known" : textOf(fields["edition"])}`)}\n\n`;
  return `${head}${findingsText(rowsOf(fields["rows"]), style)}${countsText(counts)}\n`;
}

/** What a change does: in plain words, as a diff, and what checks say of it. */
export function practiceChangeText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const changes = rowsOf(fields["changes"]);
  const {colors} = style;
  const part = (title: string, text: string): string => (text === "" ? "" : `${colors.bold(title)}\n${text}\n`);
  const diff = typeof fields["diff"] === "string" ? fields["diff"] : "";
  const words = changes.map(({label}) => `  ${wrapped(`- ${textOf(label)}`, style.columns - 2, "    ")}\n`).join("");
  const errors = rowsOf(fields["findings"]).filter(({severity}) => severity === "error");
  const fresh = rowsOf(fields["newFindings"]).filter(({severity}) => severity !== "error");
  const resolved = rowsOf(fields["resolvedFindings"]).map(
    ({message}) => `  ${wrapped(`✓ ${textOf(message)}`, style.columns - 2, "    ")}\n`
  );
  const parts = [
    part("Changes", words),
    part("Diff", diffText(diff, style)),
    part("Errors", findingsText(errors, style)),
    part("New findings", findingsText(fresh, style)),
    part("Resolved", resolved.join(""))
  ];
  return `${parts.join("")}${outcome(fields, diff)}\n`;
}

function outcome(fields: Fields, diff: string): string {
  if (fields["applied"] === true)
    return `Applied as revision ${textOf(fields["revision"]).slice(0, 12)} (${textOf(fields["id"])}).`;
  if (fields["verdict"] === "policy") return "With these errors it cannot be applied.";
  return diff === "" ? "Nothing changes." : "Nothing is written yet.";
}

function findingsText(rows: readonly Fields[], style: Style): string {
  const {colors} = style;
  return rows
    .map(({severity, rule, message, remedy, file, line}) => {
      const name = textOf(severity);
      const place = line === null || line === undefined ? textOf(file) : `${textOf(file)}:${String(line)}`;
      const text = wrapped(
        `${marks[name] ?? "·"} ${place} ${textOf(message)} (${name}: ${textOf(rule)})`,
        style.columns,
        "  "
      );
      const shown = name === "error" ? colors.red(text) : name === "warning" ? colors.yellow(text) : text;
      return `${shown}\n  ${wrapped(`→ ${textOf(remedy)}`, style.columns - 2, "    ")}\n`;
    })
    .join("");
}

function countsText(counts: Fields): string {
  const named = ["error", "warning", "hint"].map((name) => {
    const count = textOf(counts[name]);
    return `${count} ${name}${count === "1" ? "" : "s"}`;
  });
  return `\n${named.join(", ")}.`;
}

function diffText(diff: string, {colors}: Style): string {
  return diff
    .split("\n")
    .map((line) => (line.startsWith("+") ? colors.green(line) : line.startsWith("-") ? colors.red(line) : line))
    .join("\n");
}

function rowsOf(value: unknown): readonly Fields[] {
  return isRows(value) ? value : [];
}

function textOf(value: unknown): string {
  return cellText(value, "text");
}
