import type {Query} from "../../engine/query.ts";
import type {FocusVersion} from "../column.ts";
import type {Flavour} from "../flavours.data.ts";

/**
 * What a native column holds. `decimal` must be exact text; `float` is what the vendor itself keeps in binary, taken by
 * its shortest decimal to 18 places; `instant` is ISO text once `read` was applied; `json` any JSON; `map` a JSON object
 * or a MAP, read as texts.
 */
export type NativeKind = "text" | "decimal" | "float" | "instant" | "json" | "map";

/** A column of a native format as its importer reads it. */
export interface NativeColumn {
  /** What the importer's SQL calls it: small letters, digits, underscores. It is always there, null where a file lacks it. */
  readonly name: string;
  readonly kind: NativeKind;
  /** Header spellings that mean it, the preferred first; case, byte order mark and spaces around do not matter. */
  readonly spelled: readonly string[];
  /** A file without it is refused. */
  readonly required?: true;
  /** A row where it is empty goes to quarantine. */
  readonly filled?: true;
  /** A row with another value goes to quarantine: what a vendor adds is reported, not guessed. */
  readonly values?: readonly string[];
  /** Makes text as the vendor writes it into text that is read exactly, such as a date by month, day and year. */
  readonly read?: (text: Query) => Query;
}

/** Columns whose names hold a key, such as one for each tag, gathered into one MAP(VARCHAR, VARCHAR). */
export interface NativeFamily {
  readonly name: string;
  /** The key that a header spelling stands for; null for a column of another kind. */
  readonly key: (spelling: string) => string | null;
}

/** The rows of one delivered file, typed: text VARCHAR, decimals DECIMAL(38,18), instants TIMESTAMP in UTC, maps. */
export interface NativeRows {
  /** The file, as the user named it. */
  readonly file: string;
  /** A relation with every column and family of the importer. */
  readonly query: Query;
  /** Whether the file has a column at all, by the importer's name for it. */
  has(column: string): boolean;
}

/**
 * Turns a vendor's own bill into FOCUS, set by set. The runtime (lake/ingest) opens the file, types its columns exactly,
 * keeps what cannot be taken in quarantine, runs `rows`, and refuses a result whose billed cost differs from `invoices`.
 */
export interface Importer {
  readonly id: string;
  readonly title: string;
  /** One sentence for people: what it reads, and where the vendor keeps it. */
  readonly about: string;
  readonly vendor: Flavour;
  /** The version whose columns `rows` gives. */
  readonly focus: FocusVersion;
  /** `json` documents are flattened by `records` first. */
  readonly reads: "table" | "json";
  /**
   * Whether a file is of this format. For a table the names are its header in small letters (of a localized header, the
   * name in brackets, too); for JSON the paths of its first documents, such as `data[].results[].amount.value`.
   */
  recognises(names: ReadonlySet<string>): boolean;
  /** JSON only: a relation of text columns made of `documents`, which has the column `document` of type JSON. */
  records?(documents: Query): Query;
  /** It splits cost rows of the delivery or of the lake instead of giving rows of its own; see lake/ingest/split.ts. */
  readonly splits?: true;
  readonly columns: readonly NativeColumn[];
  readonly families?: readonly NativeFamily[];
  /** Native columns that say what money a quarantined row holds: an instant in the billing period, currency, amount. */
  readonly money?: {readonly period?: string; readonly currency?: string; readonly billed?: string};
  /**
   * FOCUS rows of a file as one query: columns by their FOCUS names (of `focus`), `Tags` as MAP or JSON text, and `x_`
   * columns. `siblings` are all files of this format in the delivery, this one among them.
   */
  rows(file: NativeRows, siblings: readonly NativeRows[]): Query;
  /**
   * What the vendor itself bills for the rows that `rows` gives of this file, worked out from the native columns in
   * another way: `invoice` (null where none is known), `period` (`YYYY-MM`), `currency`, `billed` DECIMAL(38,18).
   */
  invoices(file: NativeRows, siblings: readonly NativeRows[]): Query;
  /** What else is worth telling: rows of `check`, `level` (`info`, `warning`, `error`), `message`, `rows` (BIGINT). */
  checks?(file: NativeRows, siblings: readonly NativeRows[]): Query;
}
