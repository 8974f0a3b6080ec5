import type {Colors} from "picocolors/types.js";
import {printable} from "../../render/printable.ts";
import {padded, shortened, textWidth, wrapped} from "./text-width.ts";

export interface Style {
  readonly columns: number;
  readonly colors: Colors;
}

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface TableRow {
  readonly cells: readonly string[];
  /** A row that sums up or stands for others is set apart. */
  readonly role?: "total" | "rest";
}

const gap = "  ";
const least = 6;

/**
 * A table that fits the terminal: texts are shortened in their middle, numbers never. Where even that is too wide,
 * each row becomes a block of lines.
 */
export function tableText(columns: readonly Column[], rows: readonly TableRow[], style: Style): string {
  const clean = rows.map(({cells, role}) => ({cells: columns.map((_, index) => printable(cells[index] ?? "")), role}));
  const widths = fitted(columns, clean, style.columns);
  if (widths === null) return blocks(columns, clean, style);
  const line = (cells: readonly string[]): string =>
    columns
      .map(({align}, index) => padded(shortened(cells[index] ?? "", widths[index] ?? 0), widths[index] ?? 0, align))
      .join(gap)
      .trimEnd();
  const heads = columns.map(({title}, index) => headLines(title, widths[index] ?? 0));
  const height = Math.max(1, ...heads.map(({length}) => length));
  const head = Array.from({length: height}, (_, at) =>
    line(heads.map((lines) => lines[lines.length - height + at] ?? ""))
  );
  const rule = style.colors.dim(
    "─".repeat(widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1))
  );
  const lines = [...head.map((text) => style.colors.bold(text)), rule];
  clean.forEach(({cells, role}, index) => {
    if (role === "total" && clean[index - 1]?.role !== "total") lines.push(rule);
    lines.push(
      role === "total" ? style.colors.bold(line(cells)) : role === "rest" ? style.colors.dim(line(cells)) : line(cells)
    );
  });
  return `${lines.join("\n")}\n`;
}

/** Lines of a name and a value each. */
export function pairsText(pairs: readonly (readonly [string, string])[], style: Style): string {
  const width = Math.max(0, ...pairs.map(([name]) => textWidth(name)));
  const indent = " ".repeat(width + gap.length);
  return pairs
    .map(([name, value]) => {
      const text = wrapped(value, Math.max(20, style.columns - indent.length)).replaceAll("\n", `\n${indent}`);
      return `${style.colors.dim(padded(name, width, "left"))}${gap}${text}`.trimEnd() + "\n";
    })
    .join("");
}

/** A title in as few lines as its column is wide enough for, broken at spaces. */
function headLines(title: string, width: number): readonly string[] {
  return wrapped(title, Math.max(1, width)).split("\n");
}

type CleanRow = {readonly cells: readonly string[]; readonly role: TableRow["role"]};

/** Widths that fit: titles are broken into lines first, then texts are shortened, the widest first; else null. */
function fitted(columns: readonly Column[], rows: readonly CleanRow[], room: number): readonly number[] | null {
  const cells = columns.map((_, index) => Math.max(0, ...rows.map(({cells}) => textWidth(cells[index] ?? ""))));
  const word = columns.map(({title}) => Math.max(0, ...title.split(" ").map(textWidth)));
  const whole = columns.map((_, index) => Math.max(cells[index] ?? 0, word[index] ?? 0));
  const floor = columns.map(({align}, index) =>
    align === "left" ? Math.min(whole[index] ?? 0, least) : (whole[index] ?? 0)
  );
  const wanted = columns.map(({title}, index) => Math.max(cells[index] ?? 0, textWidth(title)));
  const space = room - gap.length * Math.max(0, columns.length - 1);
  return narrowed(narrowed(wanted, whole, space), floor, space, true);
}

/** The widths with what is too much taken from the widest, down to the floor; null where that does not do. */
function narrowed(
  widths: readonly number[],
  floor: readonly number[],
  space: number,
  strict: true
): readonly number[] | null;
function narrowed(widths: readonly number[], floor: readonly number[], space: number): readonly number[];
function narrowed(
  widths: readonly number[],
  floor: readonly number[],
  space: number,
  strict = false
): readonly number[] | null {
  const left = [...widths];
  let excess = left.reduce((sum, width) => sum + width, 0) - space;
  for (; excess > 0; excess -= 1) {
    const room = left.map((width, index) => (width > (floor[index] ?? 0) ? width : 0));
    const widest = room.indexOf(Math.max(...room));
    if ((room[widest] ?? 0) === 0) break;
    left[widest] = (left[widest] ?? 0) - 1;
  }
  return strict && excess > 0 ? null : left;
}

function blocks(columns: readonly Column[], rows: readonly CleanRow[], style: Style): string {
  return rows
    .map(({cells, role}) => {
      const head = role === "total" ? `${style.colors.bold("total")}\n` : "";
      return (
        head +
        pairsText(
          columns.map(({title}, index) => [title, cells[index] ?? ""] as const),
          style
        )
      );
    })
    .join("\n");
}
