import {compareText} from "../text-order.ts";
import type {Filter} from "./filter.ts";
import {filterText} from "./text.ts";

/**
 * One form for filters that differ only where order and grouping have no meaning: nested `and` and `or` are joined,
 * their parts and the values of lists sorted and made unique, double negations dropped. It selects the same charges.
 */
export function canonicalFilter(filter: Filter): Filter {
  if ("all" in filter) {
    const parts = joined(filter.all, (part) => ("all" in part ? part.all : [part]));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : {all: parts};
  }
  if ("any" in filter) {
    const parts = joined(filter.any, (part) => ("any" in part ? part.any : [part]));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : {any: parts};
  }
  if ("not" in filter) {
    const inner = canonicalFilter(filter.not);
    return "not" in inner ? inner.not : {not: inner};
  }
  if ("values" in filter) return {...filter, values: [...new Set(filter.values)].toSorted(compareText)};
  return filter;
}

function joined(filters: readonly Filter[], open: (part: Filter) => readonly Filter[]): readonly Filter[] {
  const byText = new Map(
    filters.flatMap((part) => open(canonicalFilter(part))).map((part) => [filterText(part), part])
  );
  return [...byText].toSorted(([a], [b]) => compareText(a, b)).map(([, part]) => part);
}
