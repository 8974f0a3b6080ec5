import {counted} from "../../../counted.ts";
import {amountText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

const marks: Readonly<Record<string, string>> = {ok: "✓", attention: "!", broken: "✗"};

/** The health of sources, a line each with the reasons below it: reasons are prose and are not cut. */
export function healthList(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const sources = rowsIn(fields["rows"]).map((row) => {
    const level = cellText(row["level"], "text");
    const head = `${marks[level] ?? "·"} ${cellText(row["source"], "text")}: ${level}, ${reach(row)}`;
    const reasons = rowsIn(row["findings"]).map((finding) => {
      const text = `${cellText(finding["text"], "text")}${moneyOf(finding)}`;
      return `    ${wrapped(text, style.columns - 4, "    ")}\n`;
    });
    return `${coloured(level, head, style)}\n${reasons.join("")}`;
  });
  const bad = rowsIn(fields["rows"]).filter(({level}) => level !== "ok").length;
  const sum = bad === 0 ? "Nothing is wrong, as far as it can be told." : `${counted(bad, "source")} to look at.`;
  return [`${sources.join("")}\n${sum}\n`, notesText(fields["notes"], style)].filter((part) => part !== "").join("\n");
}

function reach({delivery, delay}: Fields): string {
  const through = isFields(delivery) ? cellText(delivery["dataThrough"], "text") : "";
  const hours = isFields(delay) ? cellText(delay["p95Hours"], "text") : "";
  return [
    through === "" ? "no data" : `data through ${through.slice(0, 10)}`,
    ...(hours === "" ? [] : [`95 % of cost within ${hours} hours`])
  ].join(", ");
}

function moneyOf({money}: Fields): string {
  const amounts = rowsIn(money).map(
    ({currency, amount}) => `${amountText(cellText(amount, "text"))} ${cellText(currency, "text")}`
  );
  return amounts.length === 0 ? "" : ` (${amounts.join(", ")})`;
}

function coloured(level: string, text: string, {colors}: Style): string {
  return level === "broken" ? colors.red(text) : level === "attention" ? colors.yellow(text) : text;
}

function rowsIn(value: unknown): readonly Fields[] {
  return isRows(value) ? value : [];
}
