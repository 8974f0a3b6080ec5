import {UserError} from "../../../errors.ts";
import type {Contract} from "../../../operation.ts";
import {plainAnswer} from "../../render/answer.ts";
import type {OutputFormat} from "../global-options.ts";
import {junit} from "./junit.ts";
import {plainReport} from "./report.ts";
import {sarif} from "./sarif.ts";
import type {Style} from "./table.ts";
import {viewOf} from "./views.ts";

/** Throws `usage.invalid` for a form that the operation's answers do not have, before it is run. */
export function requireForm(format: OutputFormat, {name}: Contract): void {
  if ((format === "sarif" || format === "junit") && name !== "validate")
    throw new UserError(
      "usage.invalid",
      `${format} is a form of what validate finds, not of ${name.replaceAll(".", " ")}`,
      {
        remedy: "Use --output table, json, ndjson, csv or md."
      }
    );
}

/** An answer as text, in pieces to be written one after the other. */
export function renderAnswer(
  format: OutputFormat,
  contract: Contract,
  output: unknown,
  style: Style
): Iterable<string> {
  if (format === "sarif") return [sarif(output)];
  if (format === "junit") return [junit(output)];
  if (format !== "table") return plainAnswer(format, contract, output);
  return [viewOf(contract.name)?.(output, style) ?? plainReport(contract, output, style)];
}
