import {extname} from "node:path";
import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import type {Contract} from "../../operation.ts";
import {rowsOf} from "../render/answer.ts";
import {type Fields, fieldNames} from "../render/cells.ts";
import {kindsOf} from "../render/kinds.ts";
import type {SheetParts} from "./sheet.ts";

/** The rows of any answer as an XLSX workbook: a note, a header, then typed cells. */
export function workbook(contract: Contract, output: unknown): Promise<Buffer> {
  const {rows, name} = rowsOf(output);
  const names = fieldNames(rows);
  return made({rows, names, kinds: names.map(kindsOf(contract, output, name))});
}

/** Charges as a workbook, by the kinds of their columns. */
export function workbookOfRows(
  rows: readonly Fields[],
  columns: readonly {readonly key: string; readonly kind: string}[]
): Promise<Buffer> {
  const names = columns.map(({key}) => key);
  return made({rows, names, kinds: columns.map(({kind}) => (kind === "amount" ? "amount" : "text"))});
}

/** Made by a worker: thousands of rows would stop all other answers for seconds. */
function made(parts: SheetParts): Promise<Buffer> {
  const module = new URL(`./workbook-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  const worker = new Worker(module, {workerData: parts, execArgv: []});
  return new Promise((resolve, reject) => {
    worker.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the worker of a workbook ended with ${code}`)));
  });
}
