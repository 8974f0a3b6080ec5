import type {Contract} from "../../../operation.ts";
import type {OutputFormat} from "../global-options.ts";
import {isFields, isRows} from "./cells.ts";
import type {Fields} from "./cells.ts";
import {csv, markdown, ndjson} from "./delimited.ts";
import {fieldKinds} from "./fields.ts";
import type {FieldKind} from "./fields.ts";
import {plainReport} from "./report.ts";
import type {Style} from "./table.ts";
import {viewOf} from "./views.ts";

/** An answer as text, in pieces to be written one after the other. */
export function renderAnswer(
  format: OutputFormat,
  contract: Contract,
  output: unknown,
  style: Style
): Iterable<string> {
  switch (format) {
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
    case "table":
      return [viewOf(contract.name).table?.(output, style) ?? plainReport(contract, output, style)];
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

function kindsOf(contract: Contract, output: unknown, name: string | null): (field: string) => FieldKind {
  const own = viewOf(contract.name).kindOf;
  const declared = name === null ? fieldKinds(contract) : fieldKinds(contract, name);
  return (field) => own?.(field, output) ?? declared(field);
}
