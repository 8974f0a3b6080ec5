import type {Snapshot} from "../lake/snapshot.ts";
import {didYouMean} from "../nearest.ts";
import type {Caller} from "../operation.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import {findField} from "./field.ts";
import {fieldsOf} from "./filter/compile.ts";
import {parseFilter} from "./filter/parse.ts";

/** As many as a manifest keeps; of a snapshot with so many there may be more. */
const mostKept = 50;

/**
 * Says of tag keys that no charge has that they are none, as an answer without values looks like one about untagged
 * charges. Silent where it is not known, and to a caller who does not see everything.
 */
export function tagNotes(
  {by, filter}: CanonicalQuestion,
  snapshots: readonly Snapshot[],
  {rowFilter, masked}: Caller
): readonly string[] {
  if (rowFilter !== null || masked.length > 0 || snapshots.length === 0 || !snapshots.every(areKeysKnown)) return [];
  const fields = [...by.map(findField), ...(filter === null ? [] : fieldsOf(parseFilter(filter)))];
  const asked = new Set(fields.flatMap((field) => (field?.kind === "tag" ? [field.key] : [])));
  const found = new Set(snapshots.flatMap(({manifest}) => manifest.tagKeys.map(({key}) => key)));
  return [...asked]
    .filter((key) => !found.has(key))
    .map((key) => `No charge here has the tag ${key}${didYouMean(key, [...found])}`);
}

function areKeysKnown({manifest}: Snapshot): boolean {
  const {columns, tagKeys} = manifest;
  if (!columns.some((name) => name.toLowerCase() === "tags")) return true;
  return tagKeys.length > 0 && tagKeys.length < mostKept;
}
