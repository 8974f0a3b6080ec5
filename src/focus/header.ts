import {UserError} from "../errors.ts";
import {columnsOf} from "./columns.ts";
import {type Dataset, datasets} from "./dataset.ts";
import {columnAliases} from "./flavours.data.ts";

/** A column of a file: its name exactly as the file writes it, and the name that FOCUS has for it. */
export interface HeaderColumn {
  /** As in the file, for a quoted identifier. */
  readonly raw: string;
  /** The name as FOCUS spells it, or else the file's own without spaces around it and byte order mark. */
  readonly name: string;
  /** 0-based place in the header. */
  readonly index: number;
}

/** The header of a file with names made comparable, and what had to be done for that. */
export interface Header {
  readonly columns: readonly HeaderColumn[];
  /** 0-based places of columns without a name. */
  readonly unnamed: readonly number[];
  /** What was read differently from how it is written, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Reads column names regardless of case, spaces around them, a byte order mark, and short names that some exports use.
 * Throws `UserError` `columns.duplicate` where two names mean one column, since an engine cannot tell them apart.
 */
export function readHeader(names: readonly string[], file?: string): Header {
  const columns: HeaderColumn[] = [];
  const unnamed: number[] = [];
  const notes: string[] = [];
  const seen = new Map<string, HeaderColumn>();
  const written = new Set(names.map((raw) => bareName(raw).toLowerCase()));
  const at = file === undefined ? {} : {file};
  names.forEach((raw, index) => {
    const bare = bareName(raw);
    if (bare === "") {
      unnamed.push(index);
      notes.push(`Column ${index + 1} has no name.`);
      return;
    }
    const name = focusNames.get(bare.toLowerCase()) ?? aliased(bare, written) ?? bare;
    if (name !== raw) notes.push(`${quoted(raw)} is read as ${name}.`);
    const column = {raw, name, index};
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      throw new UserError("columns.duplicate", duplicateMessage(other, column), {
        at: {...at, column: name},
        remedy: "Remove or rename one of the two, or export the file again.",
        data: {column: name, places: [other.index, index]}
      });
    }
    seen.set(name.toLowerCase(), column);
    columns.push(column);
  });
  return {columns, unnamed, notes};
}

const focusNames: ReadonlyMap<string, string> = new Map([
  ...datasets.flatMap((dataset: Dataset) =>
    columnsOf(dataset).flatMap(({previousName: old}) => (old === null ? [] : [[old.toLowerCase(), old] as const]))
  ),
  ...datasets.flatMap((dataset: Dataset) => columnsOf(dataset).map(({name}) => [name.toLowerCase(), name] as const))
]);

function bareName(raw: string): string {
  return raw.replace(/^\uFEFF/, "").trim();
}

function aliased(name: string, written: ReadonlySet<string>): string | undefined {
  const wanted = name.toLowerCase();
  return columnAliases.find(({alias, column}) => alias.toLowerCase() === wanted && !written.has(column.toLowerCase()))
    ?.column;
}

function duplicateMessage(first: HeaderColumn, second: HeaderColumn): string {
  const places = `columns ${first.index + 1} and ${second.index + 1}`;
  if (first.raw === second.raw) return `${quoted(first.raw)} stands twice in the header, as ${places}`;
  return `${quoted(first.raw)} and ${quoted(second.raw)} both mean ${first.name} (${places})`;
}

/** A name for a message: quoted, with what cannot be seen made visible, and not longer than a line. */
export function quoted(name: string): string {
  const text = JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
  return text.replaceAll("\uFEFF", "\\ufeff");
}
