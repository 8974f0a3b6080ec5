import {queryOf} from "../api/call.ts";

/** The query part of a URL as it stands: texts, and lists where a key repeats. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

export function parseSearch(text: string): Record<string, string | string[]> {
  const search = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const values = search.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    })
  );
}

export function searchText(search: Record<string, unknown>): string {
  const text = queryOf(search);
  return text === "" ? "" : `?${text}`;
}

/** The only value of a key, or null. */
export function one(search: Search, key: string): string | null {
  const value = search[key];
  return typeof value === "string" ? value : (value?.[0] ?? null);
}

/** All values of a key. */
export function many(search: Search, key: string): readonly string[] {
  const value = search[key];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
