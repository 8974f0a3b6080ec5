import type {Contract} from "../../operation.ts";
import {type Fields, isFields, isRows} from "./cells.ts";
import {csv, markdown, ndjson} from "./delimited.ts";
import {kindsOf} from "./kinds.ts";

/** The forms of an answer that no terminal matters to. */
export type PlainForm = "json" | "ndjson" | "csv" | "md";

/** An answer as text with every digit, in pieces to be written one after the other. */
export function plainAnswer(form: PlainForm, contract: Contract, output: unknown): Iterable<string> {
  switch (form) {
    case "json":
      return [`${JSON.stringify(output, null, 2)}\n`];
    case "csv":
      return csv(rowsOf(output).rows);
    case "ndjson": {
      const {rows, rest} = rowsOf(output);
      return ndjson(rows, rest);
    }
    case "md": {
      const {rows, name} = rowsOf(output);
      const kinds = kindsOf(contract, output, name);
      return [markdown(rows, (field) => kinds(field) !== "text")];
    }
  }
}

/** The rows of an answer (its `rows`, else its only list of objects, else itself), and what stands beside them. */
export function rowsOf(output: unknown): {
  readonly rows: readonly Fields[];
  readonly rest: Fields;
  readonly name: string | null;
} {
  if (isRows(output)) return {rows: output, rest: {}, name: null};
  if (!isFields(output)) return {rows: [{value: output}], rest: {}, name: null};
  const lists = Object.keys(output).filter((name) => isRows(output[name]));
  const name = lists.includes("rows") ? "rows" : lists.length === 1 ? lists[0] : undefined;
  const rows = name === undefined ? undefined : output[name];
  if (name === undefined || !isRows(rows)) return {rows: [output], rest: {}, name: null};
  const rest = Object.fromEntries(Object.entries(output).filter(([key]) => key !== name));
  return {rows, rest, name};
}
