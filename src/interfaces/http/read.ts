import type {FastifyReply, FastifyRequest} from "fastify";
import {askContextOf} from "../../cost/ask-context.ts";
import {rows as rowsContract} from "../../cost/contract.ts";
import {cost as costContract} from "../../cost/contract.ts";
import {receiptOfQuestion, receiptOfRows} from "../../cost/receipt-of-question.ts";
import {UserError} from "../../errors.ts";
import type {Context, Operation} from "../../operation.ts";
import {withBaseView} from "../base-view.ts";
import {isFields, isRows} from "../render/cells.ts";
import type {AnswerCache} from "./answer-cache.ts";
import {attach, inputOfBody, parsedInput, searchOf} from "./call-input.ts";
import {chargesStream, isStreamed} from "./charges.ts";
import {type Form, formed, formOf, mediaTypes} from "./form.ts";
import type {Metrics} from "./metrics.ts";
import {cursorText, nextLink, offsetOf, subjectOf} from "./page.ts";
import {requirePathsInside} from "./path-input.ts";
import {inputFromQuery, type Presentation, presentationOf} from "./query-input.ts";
import type {Heavy} from "./server-options.ts";
import type {SharedWork} from "./shared-work.ts";
import {ranWhereItBelongs} from "./write.ts";

/** An answer, and its JSON text. */
export interface MadeAnswer {
  readonly output: unknown;
  readonly text: string;
}

export interface ReadParts {
  readonly cache: AnswerCache;
  /** Answers that are being made now. */
  readonly making: SharedWork<MadeAnswer>;
  readonly metrics: Metrics;
  readonly heavy: Heavy;
}

interface Asked {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
  readonly presentation: Presentation;
  readonly form: Form;
  readonly context: Context;
}

/** Answers a read operation: from the cache where the receipt is known, in the form that is asked for. */
export async function answerRead(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  parts: ReadParts
): Promise<FastifyReply> {
  const {contract} = operation;
  const {presentation, own} = presentationOf(searchOf(request), contract);
  const given = request.method === "POST" ? bodyOf(request, own) : inputFromQuery(contract, own);
  const input = await withBaseView(contract, given, context);
  await requirePathsInside(contract.name, input, context.folder.root);
  const asked = {operation, input, presentation, form: formOf(presentation, request.headers.accept), context};
  void reply.header("cache-control", "private, no-cache").header("vary", "Accept, Authorization");
  if (isStreamed(contract.name, asked.form)) return chargesStream(asked, reply);
  return contract === costContract || contract === rowsContract
    ? answerWithReceipt(asked, request, reply, parts)
    : answerList(asked, request, reply, parts);
}

function bodyOf(request: FastifyRequest, query: URLSearchParams): Record<string, unknown> {
  const [extra] = [...query.keys()];
  if (extra !== undefined) {
    throw new UserError("usage.invalid", `${extra.slice(0, 40)} belongs into the body`, {
      remedy: "With POST the input is JSON; only format, limit of lists and cursor stand in the query."
    });
  }
  return inputOfBody(request.body);
}

async function answerWithReceipt(
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  {cache, making, metrics}: ReadParts
): Promise<FastifyReply> {
  const {operation, presentation, form, context} = asked;
  const {contract} = operation;
  const subject = subjectOf(contract.name, asked.input, context.caller.id);
  const {cursor} = presentation;
  const input = cursor === null ? asked.input : {...asked.input, offset: offsetOf(cursor, subject)};
  const known = await receiptId(operation, input, context);
  const tag = (receipt: string): string => `W/"${receipt.slice(0, 32)}.${form}"`;
  void reply.header("etag", tag(known));
  if (isUnchanged(request.headers["if-none-match"], tag(known))) {
    metrics.unchanged.inc();
    return reply.code(304).send();
  }
  // Answers bear the names that were asked by, which a receipt leaves aside.
  const key = JSON.stringify([known, input["by"] ?? null, input["columns"] ?? null, input["explain"] ?? false]);
  const kept = cache.get(key);
  metrics.cache.inc({result: kept !== null ? "hit" : making.has(key) ? "shared" : "miss"});
  const {output, text} =
    kept === null
      ? await making.run(key, context.signal, (signal) => made(operation, input, {...context, signal}))
      : {output: form === "json" && contract !== rowsContract ? null : (JSON.parse(kept) as unknown), text: kept};
  const receipt = kept === null ? receiptIn(output) : known;
  if (kept === null && receipt === known) cache.set(key, text);
  void reply.header("etag", tag(receipt ?? known)).header("ashlar-receipt", receipt ?? known);
  if (contract === rowsContract) linkNext(reply, request, nextOf(output), subject);
  void reply.type(mediaTypes[form]);
  return form === "json" ? reply.send(text) : sendFormed(asked, output, reply);
}

async function made(operation: Operation, input: Record<string, unknown>, context: Context): Promise<MadeAnswer> {
  const output = await operation.run(input, context);
  return {output, text: JSON.stringify(output)};
}

async function receiptId({contract}: Operation, input: Record<string, unknown>, context: Context): Promise<string> {
  const around = await askContextOf(context);
  const parsed = parsedInput(contract, input);
  if (contract === rowsContract) return (await receiptOfRows(rowsContract.input.parse(parsed), around)).id;
  return (await receiptOfQuestion(costContract.input.parse(parsed), around)).id;
}

async function answerList(
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  {heavy}: ReadParts
): Promise<FastifyReply> {
  const {operation, presentation, form, context} = asked;
  const {contract} = operation;
  const subject = subjectOf(contract.name, asked.input, context.caller.id);
  const offset = presentation.cursor === null ? 0 : offsetOf(presentation.cursor, subject);
  const page = presentation.limit;
  const ownLimit = "limit" in contract.input.shape;
  parsedInput(contract, asked.input);
  const input = ownLimit && page !== null ? {...asked.input, limit: Math.min(offset + page + 1, 100_000)} : asked.input;
  const whole = await ranWhereItBelongs(operation, input, context, heavy);
  const output = page === null && offset === 0 ? whole : pageOf(whole, offset, page, reply, request, subject);
  void reply.type(mediaTypes[form]);
  return form === "json" ? reply.send(JSON.stringify(output)) : sendFormed({...asked}, output, reply);
}

function pageOf(
  output: unknown,
  offset: number,
  page: number | null,
  reply: FastifyReply,
  request: FastifyRequest,
  subject: string
): unknown {
  if (!isFields(output) || !isRows(output["rows"])) return output;
  const all = output["rows"];
  const end = page === null ? all.length : offset + page;
  linkNext(reply, request, end < all.length ? end : null, subject);
  return {...output, rows: all.slice(offset, end)};
}

function linkNext(reply: FastifyReply, request: FastifyRequest, next: number | null, subject: string): void {
  if (next === null) return;
  const [path = ""] = request.url.split("?");
  void reply.header("link", nextLink(path, searchOf(request), cursorText(next, subject)));
}

async function sendFormed(
  {operation, form, context}: Asked,
  output: unknown,
  reply: FastifyReply
): Promise<FastifyReply> {
  if (form === "json") return reply.send(JSON.stringify(output));
  const {contract} = operation;
  if (form !== "md" && form !== "ndjson") attach(reply, contract.name, form);
  return reply.send(await formed(form, contract, output, context));
}

function isUnchanged(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const bare = (text: string): string => text.trim().replace(/^W\//, "");
  return header.split(",").some((each) => bare(each) === bare(tag));
}

function receiptIn(output: unknown): string | null {
  if (!isFields(output) || !isFields(output["receipt"])) return null;
  const {id} = output["receipt"];
  return typeof id === "string" ? id : null;
}

function nextOf(output: unknown): number | null {
  const next = isFields(output) ? output["next"] : null;
  return typeof next === "number" ? next : null;
}
