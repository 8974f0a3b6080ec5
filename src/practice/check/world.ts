import type {Edition, Framework} from "../../framework/framework.ts";
import type {Remark} from "../finding.ts";
import type {Arrangement, Scope} from "../practice-file.ts";
import type {CheckRules} from "./rules.ts";

/** What two scopes have in common, as far as it is known. */
export type Common =
  | {readonly kind: "disjoint"}
  /** No charge so far is in both. */
  | {readonly kind: "none"}
  | {readonly kind: "cost"; readonly amounts: readonly string[]}
  /** No data, or none that this caller may see all of. */
  | {readonly kind: "open"};

/** What a check is made with. Everything that has to be asked for has been. */
export interface World {
  readonly arrangement: Arrangement;
  readonly framework: Framework;
  readonly edition: Edition;
  readonly rules: CheckRules;
  /** The day of the check, in UTC. */
  readonly today: string;
  /** The arrangement that was applied last, or null. */
  readonly applied: Arrangement | null;
  /** Data domains that there is data of. */
  readonly present: ReadonlySet<string>;
  /** By the key of a pair of scopes. */
  readonly common: ReadonlyMap<string, Common>;
}

/** A rule gives remarks about what breaks it. */
export type Rule = (world: World) => readonly Remark[];

export function pairKey(a: Scope, b: Scope): string {
  return JSON.stringify([a.id, b.id].toSorted());
}

/** The scopes that count: retired ones are history. */
export function scopesIn({
  arrangement
}: Pick<World, "arrangement">): readonly {readonly scope: Scope; readonly index: number}[] {
  return arrangement.scopes.flatMap((scope, index) => (scope.status === "retired" ? [] : [{scope, index}]));
}

/** Names in a sentence: `a, b and c`. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
