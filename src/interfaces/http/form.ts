import {Readable} from "node:stream";
import {UserError} from "../../errors.ts";
import type {Context, Contract} from "../../operation.ts";
import {plainAnswer, rowsOf} from "../render/answer.ts";
import type {Presentation} from "./query-input.ts";

export const forms = ["json", "ndjson", "csv", "xlsx", "parquet", "md"] as const;
export type Form = (typeof forms)[number];

export const mediaTypes: Readonly<Record<Form, string>> = {
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  md: "text/markdown; charset=utf-8"
};

/** The form that is asked for: by `format`, else by what the caller accepts, else JSON. Throws `usage.invalid`. */
export function formOf({format}: Presentation, accept: string | undefined): Form {
  if (format !== null) {
    const form = forms.find((each) => each === format);
    if (form !== undefined) return form;
    throw new UserError("usage.invalid", `format must be one of ${forms.join(", ")}`, {at: {column: "format"}});
  }
  const first = accept?.split(",")[0]?.split(";")[0]?.trim().toLowerCase() ?? "";
  return forms.find((form) => mediaTypes[form].split(";")[0] === first) ?? "json";
}

/** An answer that is complete in memory, in another form than JSON. */
export async function formed(
  form: Exclude<Form, "json">,
  contract: Contract,
  output: unknown,
  context: Context
): Promise<Readable | Buffer | string> {
  switch (form) {
    case "csv":
    case "ndjson":
    case "md":
      return Readable.from(plainAnswer(form, contract, output));
    case "xlsx": {
      const {workbook} = await import("./workbook.ts");
      return workbook(contract, output);
    }
    case "parquet": {
      const {parquetOfRows} = await import("./parquet.ts");
      return parquetOfRows(contract, rowsOf(output).rows, output, context);
    }
  }
}
