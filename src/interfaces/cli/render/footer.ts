import {counted} from "../../../counted.ts";
import {isFields} from "../../render/cells.ts";
import type {Fields} from "../../render/cells.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** Notes as a list; nothing where there are none. */
export function notesText(notes: unknown, style: Style): string {
  if (!Array.isArray(notes)) return "";
  return notes.map((note) => `${wrapped(`note: ${String(note)}`, style.columns, "  ")}\n`).join("");
}

/** The last lines of an answer: up to when its data reach, whether they are complete, and its receipt. */
export function footer(output: Fields, style: Style): string {
  const facts = [completenessText(output["completeness"]), receiptText(output["receipt"])].filter(
    (fact) => fact !== ""
  );
  return facts.length === 0 ? "" : `${style.colors.dim(wrapped(facts.join(" · "), style.columns))}\n`;
}

function completenessText(completeness: unknown): string {
  if (!isFields(completeness)) return "";
  const {dataFrom, dataTo, complete} = completeness;
  if (typeof dataFrom !== "string" || typeof dataTo !== "string") return "no data";
  const range = `data ${day(dataFrom)} to ${day(dataTo)}`;
  return complete === false ? `${range}, incomplete` : range;
}

function day(text: string): string {
  return text.replace(/T00:00:00(\.0+)?Z$/, "");
}

function receiptText(receipt: unknown): string {
  if (!isFields(receipt)) return "";
  const {id, snapshots} = receipt;
  const count = Array.isArray(snapshots) ? counted(snapshots.length, "snapshot") : "";
  return [count, typeof id === "string" ? `receipt ${id.slice(0, 12)}` : ""].filter((part) => part !== "").join(" · ");
}
