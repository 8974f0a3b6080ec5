import {type Flavour, type FlavourMarks, flavourMarks} from "./flavours.data.ts";
import {type Found, listed} from "./found.ts";
import type {Header} from "./header.ts";

/** Whose export a file is: by its own columns, else by the names of file and folders. */
export function flavourOf(
  header: Header,
  hints: {readonly flavour?: Flavour; readonly names?: readonly string[]}
): Found<Flavour> {
  if (hints.flavour !== undefined) return {value: hints.flavour, reason: `Flavour ${hints.flavour} is stated.`};
  const scores = flavourMarks
    .map((marks) => ({marks, hits: header.columns.filter(({name}) => isMark(marks, name)).map(({name}) => name)}))
    .filter(({hits}) => hits.length > 0)
    .toSorted((a, b) => b.hits.length - a.hits.length);
  const [best, second] = scores;
  if (best !== undefined && best.hits.length > (second?.hits.length ?? 0)) {
    return {value: best.marks.flavour, reason: `Flavour ${best.marks.flavour}: it has ${listed(best.hits)}.`};
  }
  const words = new Set((hints.names ?? []).flatMap((name) => name.toLowerCase().split(/[^a-z]+/)));
  const hinted = flavourMarks.filter((marks) => marks.words.some((word) => words.has(word)));
  if (hinted.length === 1 && hinted[0] !== undefined) {
    const {flavour} = hinted[0];
    return {value: flavour, reason: `Flavour ${flavour}: the name of the file or its folder says so.`};
  }
  return {value: "plain", reason: "Flavour plain: no column or name tells a vendor."};
}

function isMark({columns, prefixes}: FlavourMarks, name: string): boolean {
  const wanted = name.toLowerCase();
  return (
    columns.some((column) => column.toLowerCase() === wanted) || prefixes.some((prefix) => wanted.startsWith(prefix))
  );
}
