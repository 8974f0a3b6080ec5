import type {Contract} from "../../../operation.ts";
import {plainAnswer} from "../../render/answer.ts";
import type {OutputFormat} from "../global-options.ts";
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
  if (format !== "table") return plainAnswer(format, contract, output);
  return [viewOf(contract.name)?.(output, style) ?? plainReport(contract, output, style)];
}
