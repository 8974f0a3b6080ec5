import type {Entry} from "./entry.ts";
import {withoutTargets} from "./headings.ts";

export interface Found {
  readonly entry: Entry;
  /** The words around the first find in the text; null where only title or summary have them. */
  readonly excerpt: string | null;
}

/** Characters of an excerpt on each side of the find. */
const around = 80;

/** Entries that have all words of a text, those with more of them in title and summary first. */
export function entriesWith(entries: readonly Entry[], text: string): readonly Found[] {
  const words = [
    ...new Set(
      text
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== "")
    )
  ];
  return entries
    .map((entry) => ({entry, plain: plainText(entry.markdown)}))
    .map(({entry, plain}) => {
      const title = entry.title.toLowerCase();
      const summary = entry.summary.toLowerCase();
      const body = plain.toLowerCase();
      const all = words.every((word) => title.includes(word) || summary.includes(word) || body.includes(word));
      const score =
        words.filter((word) => title.includes(word)).length * 3 + words.filter((word) => summary.includes(word)).length;
      return {entry, excerpt: excerptOf(plain, words), score, all};
    })
    .filter(({all}) => all)
    .toSorted((a, b) => b.score - a.score)
    .map(({entry, excerpt}) => ({entry, excerpt}));
}

function excerptOf(plain: string, words: readonly string[]): string | null {
  const body = plain.toLowerCase();
  const places = words.map((word) => body.indexOf(word)).filter((at) => at >= 0);
  if (places.length === 0) return null;
  const at = Math.min(...places);
  const start = Math.max(0, at - around);
  const end = Math.min(plain.length, at + around);
  return `${start > 0 ? "…" : ""}${plain.slice(start, end).trim()}${end < plain.length ? "…" : ""}`;
}

function plainText(markdown: string): string {
  return withoutTargets(markdown)
    .replaceAll(/[`*#|]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
