import {tagField} from "../../cost/field.ts";
import {filterText} from "../../cost/filter/text.ts";
import type {Arrangement} from "../../practice/practice-file.ts";

/** When a charge counts as owned: in words, and as a filter; null where the practice does not say enough. */
export interface OwnedRule {
  readonly rule: string;
  readonly filter: string | null;
  readonly reason: string | null;
}

/**
 * A charge is owned where one of the practice's tags names a unit or a cost centre of the organisation, by id or title;
 * where the practice names none of these, where it has any of the tags.
 */
export function ownedRule(tags: readonly string[], organisation: Arrangement["organisation"]): OwnedRule {
  if (tags.length === 0) {
    return {
      rule: "A charge is owned where a tag of the practice names a unit or cost centre.",
      filter: null,
      reason: "The practice file names no tag keys; add those that say who owns something under tags."
    };
  }
  const fields = tags.map((key) => tagField(key).name);
  const values = [...new Set([...organisation.units, ...organisation.costCentres].flatMap(spellings))].toSorted();
  const keys = tags.join(", ");
  if (values.length === 0) {
    const any = fields.map((field) => ({field, op: "is not null"}) as const);
    return {
      rule: `A charge is owned where it has any of the tags ${keys}; the practice names no units or cost centres yet.`,
      filter: textOf(any),
      reason: null
    };
  }
  const any = fields.map((field) => ({field, op: "in", values}) as const);
  return {
    rule: `A charge is owned where one of the tags ${keys} names a unit or cost centre of the practice, by its id or title.`,
    filter: textOf(any),
    reason: null
  };
}

/** Ids are small letters in the file; tags are often written large. */
function spellings({id, title}: {readonly id: string; readonly title?: string | undefined}): readonly string[] {
  return [id, id.toUpperCase(), ...(title === undefined ? [] : [title])];
}

function textOf(any: readonly Parameters<typeof filterText>[0][]): string {
  const [only] = any;
  return filterText(any.length === 1 && only !== undefined ? only : {any});
}
