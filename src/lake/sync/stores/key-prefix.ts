import {basename} from "node:path/posix";

/** How names of a bucket or container and keys below a location become each other. */
export interface KeyPrefix {
  /** What the store is asked for. */
  readonly asked: string;
  /** The key of an object below the location; null for what is not below it, or only stands for a folder. */
  keyOf(name: string): string | null;
  nameOf(key: string): string;
}

/**
 * A location is a folder: `exports` has nothing to do with `exports-old/x.csv`. One whose last part has the ending of a
 * data file is that file alone.
 */
export function keyPrefix(prefix: string): KeyPrefix {
  if (isFileName(prefix)) {
    const name = basename(prefix);
    return {asked: prefix, keyOf: (found) => (found === prefix ? name : null), nameOf: () => prefix};
  }
  const asked = prefix === "" ? "" : `${prefix}/`;
  return {
    asked,
    keyOf: (name) =>
      name.startsWith(asked) && name.length > asked.length && !name.endsWith("/") ? name.slice(asked.length) : null,
    nameOf: (key) => `${asked}${key}`
  };
}

/** Whether a location names one data file. */
export function isFileName(prefix: string): boolean {
  return /\.(csv|gz|gzip|zst|parquet|json|jsonl|ndjson)$/i.test(prefix);
}
