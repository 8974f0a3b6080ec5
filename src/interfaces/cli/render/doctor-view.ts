import {cellText, isFields, isRows} from "../../render/cells.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

const marks: Readonly<Record<string, string>> = {ok: "✓", info: "·", warning: "!", error: "✗"};

/** Findings of the doctor, a line each with what to do below it: messages are prose and are not cut. */
export function doctorList(output: unknown, style: Style): string {
  const rows = isFields(output) && isRows(output["rows"]) ? output["rows"] : [];
  const {colors} = style;
  const lines = rows.map(({level, check, message, remedy}) => {
    const name = cellText(level, "text");
    const text = `${marks[name] ?? "·"} ${name}: ${cellText(check, "text")}: ${cellText(message, "text")}`;
    const line = wrapped(text, style.columns, "  ");
    const shown = name === "error" ? colors.red(line) : name === "warning" ? colors.yellow(line) : line;
    const advice = cellText(remedy, "text");
    return advice === "" ? `${shown}\n` : `${shown}\n  ${wrapped(`→ ${advice}`, style.columns - 2, "    ")}\n`;
  });
  const bad = rows.filter(({level}) => level === "error" || level === "warning").length;
  return `${lines.join("")}\n${bad === 0 ? "Nothing to mend." : `${bad} of ${rows.length} findings need attention.`}\n`;
}
