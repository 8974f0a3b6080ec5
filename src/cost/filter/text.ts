import {findField} from "../field.ts";
import type {Filter} from "./filter.ts";

/** The canonical text of a filter: `parseFilter` reads it back as the same filter. */
export function filterText(filter: Filter): string {
  if ("all" in filter) return filter.all.map((part) => inside(part, "all" in part || "any" in part)).join(" and ");
  if ("any" in filter) return filter.any.map((part) => inside(part, "any" in part)).join(" or ");
  if ("not" in filter) return `not ${inside(filter.not, "all" in filter.not || "any" in filter.not)}`;
  if ("values" in filter) {
    return `${filter.field} ${filter.op} (${filter.values.map((value) => valueText(filter.field, value)).join(", ")})`;
  }
  return "value" in filter
    ? `${filter.field} ${filter.op} ${valueText(filter.field, filter.value)}`
    : `${filter.field} ${filter.op}`;
}

function inside(filter: Filter, parentheses: boolean): string {
  return parentheses ? `(${filterText(filter)})` : filterText(filter);
}

function valueText(field: string, value: string): string {
  return findField(field)?.type === "decimal" ? value : `'${value.replaceAll("'", "''")}'`;
}
