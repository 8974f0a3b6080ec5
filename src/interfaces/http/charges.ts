import {createReadStream} from "node:fs";
import {Readable} from "node:stream";
import type {FastifyReply} from "fastify";
import {askContextOf} from "../../cost/ask-context.ts";
import {type RowsQuestion, rowsQuestion} from "../../cost/question.ts";
import {type ChargeListing, withCharges} from "../../cost/rows.ts";
import type {Row} from "../../engine/engine.ts";
import {UserError} from "../../errors.ts";
import type {Context, Operation} from "../../operation.ts";
import {plainText} from "../render/cells.ts";
import {csvCell} from "../render/delimited.ts";
import {attach, parsedInput} from "./call-input.ts";
import {type Form, mediaTypes} from "./form.ts";
import {withExportFile} from "./parquet.ts";
import {workbookOfRows} from "./workbook.ts";

/** Charges that one export may have; a workbook holds fewer. */
const mostCharges = 1_000_000;
const mostInWorkbook = 100_000;

/** Whether charges in this form are read and sent batch by batch. */
export function isStreamed(operation: string, form: Form): boolean {
  return operation === "rows" && (form === "ndjson" || form === "csv" || form === "parquet" || form === "xlsx");
}

interface Asked {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
  readonly form: Form;
  readonly context: Context;
}

/** Sends the charges of a question as an export, with as much memory as a batch takes (a workbook: all). */
export async function chargesStream(
  {operation, input, form, context}: Asked,
  reply: FastifyReply
): Promise<FastifyReply> {
  const question = questionOf(operation, input, form);
  const around = await askContextOf(context);
  void reply.type(mediaTypes[form]);
  if (form !== "ndjson") attach(reply, "charges", form);
  const started = Promise.withResolvers<FastifyReply>();
  // The selection is held until the last batch is sent, so the sending happens inside.
  withCharges(question, around, async (listing) => {
    void reply.header("ashlar-receipt", listing.receipt.id);
    if (form === "xlsx") {
      const rows: Row[] = [];
      for await (const batch of listing.read()) rows.push(...batch);
      started.resolve(reply.send(await workbookOfRows(rows, listing.columns)));
      return;
    }
    if (form === "parquet") {
      await withExportFile(context, async (path, session, copy) => {
        await copy(session, listing.query, path);
        await sent(reply, started, createReadStream(path));
      });
      return;
    }
    await sent(reply, started, Readable.from(form === "csv" ? csvText(listing) : ndjsonText(listing)));
  }).catch((error: unknown) => {
    started.reject(error);
  });
  return started.promise;
}

async function sent(reply: FastifyReply, started: PromiseWithResolvers<FastifyReply>, stream: Readable): Promise<void> {
  const done = new Promise<void>((resolve) => stream.once("close", () => resolve()));
  started.resolve(reply.send(stream));
  await done;
}

function questionOf({contract}: Operation, input: Record<string, unknown>, form: Form): RowsQuestion {
  const {limit = 100, ...rest} = input;
  const {explain: _, limit: __, ...question} = parsedInput(contract, rest);
  const most = form === "xlsx" ? mostInWorkbook : mostCharges;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > most) {
    throw new UserError("usage.invalid", `limit must be a whole number from 1 to ${most} for ${form}`, {
      at: {column: "limit"},
      remedy: "Take CSV, NDJSON or Parquet for more than a workbook holds, and the cursor for more than that."
    });
  }
  return {...rowsQuestion.parse(question), limit};
}

async function* csvText(listing: ChargeListing): AsyncGenerator<string, void, void> {
  const names = listing.columns.map(({key}) => key);
  yield `${names.map(csvCell).join(",")}\r\n`;
  for await (const batch of listing.read()) {
    yield batch.map((row) => `${names.map((name) => csvCell(plainText(row[name]))).join(",")}\r\n`).join("");
  }
}

async function* ndjsonText(listing: ChargeListing): AsyncGenerator<string, void, void> {
  for await (const batch of listing.read()) yield batch.map((row) => `${JSON.stringify(row)}\n`).join("");
  yield `${JSON.stringify({receipt: listing.receipt, notes: listing.notes})}\n`;
}
