import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "yaml";
import {z} from "zod";
import {anchorOf} from "./headings.ts";
import {shippedFolder} from "./shipped.ts";

const terms = z.array(
  z.strictObject({
    term: z.string().min(1),
    meaning: z.string().min(1),
    also: z.array(z.string()).default([]),
    see: z.array(z.string()).default([])
  })
);

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
  readonly also: readonly string[];
  readonly see: readonly {readonly id: string; readonly term: string}[];
  readonly path: string;
}

/** The terms of the shipped glossary, in alphabetical order. */
export async function glossaryTerms(): Promise<readonly Term[]> {
  const read = terms.parse(parse(await readFile(join(shippedFolder(), "glossary.yaml"), "utf8")));
  return read
    .map((each) => ({
      ...each,
      id: anchorOf(each.term),
      see: each.see.map((term) => ({id: anchorOf(term), term})),
      path: `/library/glossary#${anchorOf(each.term)}`
    }))
    .toSorted((a, b) => a.term.localeCompare(b.term, "en", {sensitivity: "base"}));
}

/** Terms that a text finds: the term itself first, then its other names, parts of them, and last the meanings. */
export function termsWith(all: readonly Term[], text: string): readonly Term[] {
  const wanted = text.toLowerCase();
  const rank = ({term, also, meaning}: Term): number => {
    const names = [term, ...also].map((name) => name.toLowerCase());
    if (names[0] === wanted) return 0;
    if (names.includes(wanted)) return 1;
    if (names.some((name) => name.startsWith(wanted))) return 2;
    if (names.some((name) => name.includes(wanted))) return 3;
    return meaning.toLowerCase().includes(wanted) ? 4 : 5;
  };
  return all
    .map((term) => ({term, rank: rank(term)}))
    .filter((each) => each.rank < 5)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({term}) => term);
}

/** The glossary as one text: a heading for each term. */
export function glossaryText(all: readonly Term[]): string {
  return all
    .map(({term, meaning, also, see}) => {
      const names = also.length === 0 ? "" : `\n\nAlso: ${also.join(", ")}.`;
      const next = see.length === 0 ? "" : `\n\nSee ${see.map((each) => `[${each.term}](#${each.id})`).join(", ")}.`;
      return `## ${term}\n\n${meaning}${names}${next}\n`;
    })
    .join("\n");
}
