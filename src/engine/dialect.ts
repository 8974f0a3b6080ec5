import type {Query} from "./query.ts";

export type Granularity = "hour" | "day" | "week" | "month" | "quarter" | "year";

/** One data file of a snapshot as an engine is given it: an absolute path or URL. */
export interface ScanFile {
  readonly path: string;
  /** The snapshot the file belongs to; Trino filters its partition column by it. */
  readonly snapshot: string;
}

/** What differs between engines, as a dozen hooks; a query is written once, with these in the places that differ. */
export interface Dialect {
  readonly name: string;
  /** The placeholder of the nth parameter, n from 1. */
  placeholder(n: number): string;
  /** A relation of the rows of these files; a column that a file lacks is null. Never empty. */
  scan(dataset: string, files: readonly ScanFile[]): Query;
  /**
   * a / b as DECIMAL(38, scale), rounded half away from zero, null where b is 0 or either is null. Scale 0 to 18.
   * Exact for a of DECIMAL(38,18), |b| < 10^19 and |a / b| < 10^20; beyond that an overflow, never a wrong digit.
   */
  ratio(a: Query, b: Query, scale: number): Query;
  /**
   * a × b as DECIMAL(38, scale), rounded half away from zero, without overflow while the result fits. Scale 0 to 18.
   * Exact for a of DECIMAL(38,18) and b of DECIMAL(36,18). Takes microseconds a row: multiply sums where that is the same.
   */
  product(a: Query, b: Query, scale: number): Query;
  /** The value of a key in a MAP(VARCHAR, VARCHAR), null where it is not there. */
  element(map: Query, key: Query): Query;
  /** The keys of a map as a list that `unnest` takes in the FROM clause. */
  keys(map: Query): Query;
  /** The start of the interval that holds an instant, as TIMESTAMP; weeks begin on Monday, everything in UTC. */
  bucket(granularity: Granularity, instant: Query): Query;
  /** An instant plus a number of months (an SQL integer expression), as TIMESTAMP. */
  addMonths(instant: Query, months: Query): Query;
  /** An instant plus a number of days, as TIMESTAMP. */
  addDays(instant: Query, days: Query): Query;
  /** Whether a text matches a regular expression (RE2 syntax common to both), anywhere in it. */
  matches(text: Query, pattern: Query): Query;
  /** The type name of an exact text, of an instant without zone (microseconds), and of an exact decimal. */
  readonly types: {readonly text: Query; readonly instant: Query; decimal(precision: number, scale: number): Query};
}
