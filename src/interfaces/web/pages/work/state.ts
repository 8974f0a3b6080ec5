import {type Search, one} from "../../app/search.ts";
import type {Stage} from "./facts.ts";

/** Everything that the page of work shows, as its URL says it. */
export interface WorkState {
  readonly view: "board" | "list";
  readonly scope: string | null;
  readonly capability: string | null;
  readonly kind: string | null;
  readonly owner: string | null;
  readonly text: string | null;
  readonly overdue: boolean;
  /** What was dismissed or excepted, in place of what is on its way. */
  readonly aside: boolean;
}

export function stateOf(search: Search): WorkState {
  return {
    view: one(search, "view") === "list" ? "list" : "board",
    scope: one(search, "scope"),
    capability: one(search, "capability"),
    kind: one(search, "kind"),
    owner: one(search, "owner"),
    text: one(search, "text"),
    overdue: one(search, "overdue") === "true",
    aside: one(search, "aside") === "true"
  };
}

export function searchOfState({view, overdue, aside, ...texts}: WorkState): Record<string, string> {
  const named = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    ...Object.fromEntries(named),
    ...(view === "list" ? {view} : {}),
    ...(overdue ? {overdue: "true"} : {}),
    ...(aside ? {aside: "true"} : {})
  };
}

const onTheWay: readonly Stage[] = ["finding", "option", "action", "verified"];
const setAside: readonly Stage[] = ["dismissed", "excepted"];

/** What `work.list` is asked. */
export function inputOf({scope, capability, kind, owner, text, overdue, aside}: WorkState): Record<string, unknown> {
  return {
    stage: aside ? setAside : onTheWay,
    ...(scope === null ? {} : {scope}),
    ...(capability === null ? {} : {capability}),
    ...(kind === null ? {} : {kind}),
    ...(owner === null ? {} : {owner}),
    ...(text === null ? {} : {text}),
    ...(overdue ? {overdue: true} : {}),
    limit: 300
  };
}

export function isFiltered({capability, kind, owner, text, overdue, aside}: WorkState): boolean {
  return overdue || aside || [capability, kind, owner, text].some((value) => value !== null);
}
