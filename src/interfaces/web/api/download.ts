import {operationUrl, queryOf, reach} from "./call.ts";
import {problemOfResponse} from "./problem.ts";

export const exportForms = [
  ["csv", "CSV", "exact decimals as text"],
  ["xlsx", "Excel (XLSX)", "amounts as numbers"],
  ["parquet", "Parquet", "exact decimals"]
] as const;
export type ExportForm = (typeof exportForms)[number][0];

/** Fetches an answer in another form and hands it to the browser as a file. Throws `Problem`. */
export async function download(
  name: string,
  input: Readonly<Record<string, unknown>>,
  form: ExportForm
): Promise<string> {
  const query = queryOf(input);
  const long = query.length > 3500;
  const response = await reach(
    long
      ? `${operationUrl(name)}/query?format=${form}`
      : `${operationUrl(name)}?${query}${query === "" ? "" : "&"}format=${form}`,
    long
      ? {method: "POST", headers: {"content-type": "application/json", accept: "*/*"}, body: JSON.stringify(input)}
      : {method: "GET", headers: {accept: "*/*"}}
  );
  if (!response.ok) throw await problemOfResponse(response);
  const file = /filename="?([^";]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? `${name}.${form}`;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return file;
}
