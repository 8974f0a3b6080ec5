import type {Colors} from "picocolors/types.js";
import {padded, printable, shortened, textWidth} from "./text-width.ts";

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
  const rule = style.colors.dim(
    "─".repeat(widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1))
  );
  const lines = [style.colors.bold(line(columns.map(({title}) => title))), rule];
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
  return pairs
    .map(([name, value]) => `${style.colors.dim(padded(name, width, "left"))}${gap}${value}`.trimEnd() + "\n")
    .join("");
}

type CleanRow = {readonly cells: readonly string[]; readonly role: TableRow["role"]};

function fitted(columns: readonly Column[], rows: readonly CleanRow[], room: number): readonly number[] | null {
  const widths = columns.map(({title}, index) =>
    rows.reduce((width, {cells}) => Math.max(width, textWidth(cells[index] ?? "")), textWidth(title))
  );
  const total = (): number =>
    widths.reduce((sum, width) => sum + width, 0) + gap.length * Math.max(0, widths.length - 1);
  for (let excess = total() - room; excess > 0; excess = total() - room) {
    const shrinkable = columns.flatMap(({align}, index) =>
      align === "left" && (widths[index] ?? 0) > least ? [index] : []
    );
    const widest = shrinkable.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) return null;
    const next = Math.max(least, ...shrinkable.filter((index) => index !== widest).map((index) => widths[index] ?? 0));
    const width = widths[widest] ?? 0;
    widths[widest] = Math.max(least, width - Math.max(1, Math.min(excess, width - next)));
  }
  return widths;
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
