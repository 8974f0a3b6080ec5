import {UserError} from "../errors.ts";
import {didYouMean} from "../nearest.ts";
import type {Context} from "../operation.ts";
import {loadArrangement} from "../practice/arrangement.ts";
import type {Arrangement} from "../practice/practice-file.ts";

/** What records refer to by id: the people, scopes, policies and units that the practice file names. */
export type PracticeNames = Pick<Arrangement, "people" | "scopes" | "policies" | "organisation">;

/** What the practice file says; without one, nothing has a name. Throws `practice.invalid`. */
export async function practiceNames({folder}: Pick<Context, "folder">): Promise<PracticeNames> {
  return (await loadArrangement(folder)).arrangement;
}

type Kind = "people" | "scopes" | "policies";
const kinds: Readonly<Record<Kind, {readonly noun: string; readonly command: string}>> = {
  people: {noun: "person", command: "ashlar practice people"},
  scopes: {noun: "scope", command: "ashlar practice scopes"},
  policies: {noun: "policy", command: "ashlar practice show"}
};

/**
 * Throws `not-found` with the nearest id where the practice names such things and this is none of them. A practice that
 * names none of a kind takes any id.
 */
export function requireKnown(of: PracticeNames, kind: Kind, id: string | null | undefined, column: string): void {
  const ids = of[kind].map((each) => each.id);
  if (id === null || id === undefined || ids.length === 0 || ids.includes(id)) return;
  const {noun, command} = kinds[kind];
  throw new UserError("not-found", `The practice has no ${noun} ${id}${didYouMean(id, ids)}`, {
    at: {column},
    remedy: `See who and what there is with: ${command}`
  });
}
