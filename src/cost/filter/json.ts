import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import {findField, fieldNames, unknownFieldRemedy} from "../field.ts";
import {type Filter, filterSchema, limits} from "./filter.ts";
import {readValue} from "./value.ts";

/**
 * The filter that a JSON value says, with names and values in canonical form. Throws `UserError` filter.invalid.
 * The depth is measured without recursion before anything walks the value.
 */
export function filterFromJson(json: unknown): Filter {
  measure(json);
  const parsed = filterSchema.safeParse(json);
  if (!parsed.success)
    throw problem(
      "this JSON is not a filter",
      "A test is {field, op, value}; join tests by {all: […]}, {any: […]} or {not: …}."
    );
  return canonicalValues(parsed.data);
}

function canonicalValues(filter: Filter): Filter {
  if ("all" in filter) return {all: filter.all.map(canonicalValues)};
  if ("any" in filter) return {any: filter.any.map(canonicalValues)};
  if ("not" in filter) return {not: canonicalValues(filter.not)};
  const field = findField(filter.field);
  if (field === null) {
    throw problem(
      `there is no column "${filter.field.slice(0, 80)}"${didYouMean(filter.field, fieldNames())}`,
      unknownFieldRemedy
    );
  }
  const read = (value: string, op: Parameters<typeof readValue>[1]): string => {
    if (value.includes("\0")) throw problem("the character NUL cannot stand in a filter");
    const reading = readValue(field.type, op, value);
    if ("value" in reading) return reading.value;
    throw problem(`${field.name}: ${reading.problem}`, reading.remedy);
  };
  if ("values" in filter)
    return {field: field.name, op: filter.op, values: filter.values.map((value) => read(value, filter.op))};
  if ("value" in filter) return {field: field.name, op: filter.op, value: read(filter.value, filter.op)};
  return {field: field.name, op: filter.op};
}

function measure(json: unknown): void {
  const open: {readonly value: unknown; readonly depth: number}[] = [{value: json, depth: 0}];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1;
    // A level of a filter is an object and, in it, a list.
    if (next.depth > limits.depth * 2) throw problem(`nested more than ${limits.depth} levels deep`);
    if (nodes > limits.tests * 8 + limits.values)
      throw problem(`more than ${limits.tests} tests or ${limits.values} values`);
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const value of Object.values(next.value)) open.push({value, depth: next.depth + 1});
  }
}

function problem(message: string, remedy?: string): UserError {
  return new UserError("filter.invalid", `Filter: ${message}`, remedy === undefined ? {} : {remedy});
}
