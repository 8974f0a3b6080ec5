import {findField} from "../../../cost/field.ts";
import {type Filter, comparisons, memberships, presences} from "../../../cost/filter/filter.ts";
import {parseFilter} from "../../../cost/filter/parse.ts";
import {filterText} from "../../../cost/filter/text.ts";
import {testText} from "./filter-text.ts";

/** A filter as people build it: groups of conditions, in which groups may stand. */
export interface FilterGroup {
  readonly kind: "group";
  readonly match: "all" | "any";
  readonly not: boolean;
  readonly items: readonly FilterItem[];
}
export interface FilterTest {
  readonly kind: "test";
  readonly field: string;
  readonly op: Operator;
  readonly values: readonly string[];
}
export type FilterItem = FilterGroup | FilterTest;

export type Operator = (typeof comparisons)[number] | (typeof memberships)[number] | (typeof presences)[number];
export const operators: readonly Operator[] = [...comparisons, ...memberships, ...presences];

export const emptyGroup: FilterGroup = {kind: "group", match: "all", not: false, items: []};

export function takesList(op: Operator): boolean {
  return op === "in" || op === "not in";
}
export function takesNothing(op: Operator): boolean {
  return op === "is null" || op === "is not null";
}

/** The groups of a filter text. Throws `UserError` filter.invalid with its place. */
export function groupOf(text: string): FilterGroup {
  if (text.trim() === "") return emptyGroup;
  const item = itemOf(parseFilter(text));
  return item.kind === "group" ? item : {...emptyGroup, items: [item]};
}

function itemOf(filter: Filter): FilterItem {
  if ("all" in filter) return {kind: "group", match: "all", not: false, items: filter.all.map(itemOf)};
  if ("any" in filter) return {kind: "group", match: "any", not: false, items: filter.any.map(itemOf)};
  if ("not" in filter) {
    const inner = itemOf(filter.not);
    if (inner.kind === "group" && !inner.not) return {...inner, not: true};
    return {kind: "group", match: "all", not: true, items: [inner]};
  }
  if ("values" in filter) return {kind: "test", field: filter.field, op: filter.op, values: filter.values};
  return {kind: "test", field: filter.field, op: filter.op, values: "value" in filter ? [filter.value] : []};
}

/** The text of what is built; conditions that are not finished are left out. Empty where nothing is. */
export function textOf(group: FilterGroup): string {
  const filter = filterOf(group);
  return filter === null ? "" : filterText(filter);
}

function filterOf(item: FilterItem): Filter | null {
  if (item.kind === "test") return testOf(item);
  const parts = item.items.flatMap((part) => filterOf(part) ?? []);
  const [only] = parts;
  if (only === undefined) return null;
  const joined: Filter = parts.length === 1 ? only : item.match === "all" ? {all: parts} : {any: parts};
  return item.not ? {not: joined} : joined;
}

function testOf({field, op, values}: FilterTest): Filter | null {
  if (field === "" || findField(field) === null) return null;
  if (op === "is null" || op === "is not null") return {field, op};
  if (op === "in" || op === "not in") return values.length === 0 ? null : {field, op, values};
  const [value] = values;
  return value === undefined || value === "" ? null : {field, op, value};
}

/** The column that a dimension of an answer is filtered by. */
export function fieldOf(dimension: string): string {
  return findField(dimension)?.name ?? dimension;
}

export interface Chosen {
  readonly dimension: string;
  readonly value: string | null;
}

/** The filter narrowed to the charges with these values, or without them. */
export function narrowed(filter: string | undefined, chosen: readonly Chosen[], way: "only" | "without"): string {
  const tests = chosen.map(({dimension, value}) =>
    testText(fieldOf(dimension), value, way === "without" && chosen.length === 1)
  );
  const added = way === "without" && tests.length > 1 ? `not (${tests.join(" and ")})` : tests.join(" and ");
  const before = filter === undefined || filter.trim() === "" ? null : parseFilter(filter);
  const next = parseFilter(added);
  if (before === null) return filterText(next);
  const parts = (part: Filter): readonly Filter[] => ("all" in part ? part.all : [part]);
  const known = new Set(parts(before).map(filterText));
  const all = [...parts(before), ...parts(next).filter((part) => !known.has(filterText(part)))];
  const [only] = all;
  return filterText(all.length === 1 && only !== undefined ? only : {all});
}
