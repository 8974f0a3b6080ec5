import {PassThrough} from "node:stream";
import type {FastifyReply, FastifyRequest} from "fastify";
import {UserError} from "../../errors.ts";
import type {Context, Operation, Progress} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {isFields, isRows} from "../render/cells.ts";
import {inputOfBody, parsedInput, searchOf} from "./call-input.ts";
import {mediaTypes} from "./form.ts";
import {type KeptAnswer, reserve} from "./idempotency.ts";
import type {Metrics} from "./metrics.ts";
import {requirePathsInside} from "./path-input.ts";
import {problemOf} from "./problem.ts";
import type {Heavy} from "./server-options.ts";

export interface WriteParts {
  readonly metrics: Metrics;
  readonly heavy: Heavy;
  /** Folders that no answer names. */
  readonly roots: readonly string[];
}

/** Operations that read or write much: they run where the server's own work does not feel them. */
const heavyOperations: readonly string[] = [
  "ingest",
  "sync",
  "demo",
  "doctor",
  "rollups.build",
  "validate",
  "export",
  "importer.test"
];

/** Runs a write operation from its JSON body; with NDJSON accepted, its progress comes line by line. */
export async function answerWrite(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  parts: WriteParts
): Promise<FastifyReply> {
  const [extra] = [...searchOf(request).keys()];
  if (extra !== undefined) {
    throw new UserError("usage.invalid", `${extra.slice(0, 40)} belongs into the body`, {
      remedy: "Send the input of a write as JSON."
    });
  }
  const input = inputOfBody(request.body);
  parsedInput(operation.contract, input);
  await requirePathsInside(operation.contract.name, input, context.folder.root);
  const write = {operation: operation.contract.name, input};
  const work = await onlyOnce(write, request, reply, context, (watched) => performed(operation, input, watched, parts));
  return answerWork(request, reply, context, parts, work);
}

type Work = (context: Context) => Promise<KeptAnswer>;

/** Seconds after which a write that still runs may be asked about again. */
const pauseOfRetry = "2";

/**
 * The work that a call means: that of `work`, once for its Idempotency-Key where it has one, or the answer that was
 * given before. Asked for before anything is sent, so that a refusal has a status and headers of its own.
 * Throws `request.repeated`, with Retry-After where the first call still runs.
 */
export async function onlyOnce(
  write: {readonly operation: string; readonly input: unknown},
  request: FastifyRequest,
  reply: FastifyReply,
  {effects, caller, use}: Context,
  work: Work
): Promise<Work> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") return work;
  const reservation = await reserve({caller: caller.id, key, ...write}, await use(storeOf), effects);
  if (reservation.state === "running") {
    void reply.header("retry-after", pauseOfRetry);
    throw new UserError("request.repeated", "the first call with this Idempotency-Key still runs", {
      remedy: "Ask again with the same key as late as Retry-After says."
    });
  }
  if (reservation.state === "free") return (watched) => reservation.run(() => work(watched));
  void reply.header("idempotency-replayed", "true");
  return () => Promise.resolve(reservation.answer);
}

/** Runs the operation and counts what came of it. */
export async function performed(
  operation: Operation,
  input: unknown,
  context: Context,
  {metrics, heavy}: WriteParts
): Promise<KeptAnswer> {
  const {name} = operation.contract;
  try {
    const output = await ranWhereItBelongs(operation, input, context, heavy);
    metrics.writes.inc({operation: name, result: "done"});
    if (name === "ingest" && isFields(output) && isRows(output["rows"]) && output["dryRun"] !== true) {
      for (const {status} of output["rows"]) metrics.deliveries.inc({status: String(status)});
    }
    return {status: 200, text: JSON.stringify(output)};
  } catch (error) {
    metrics.writes.inc({operation: name, result: "refused"});
    throw error;
  }
}

/** Runs an operation in this process, or elsewhere where it is heavy. */
export function ranWhereItBelongs(
  operation: Operation,
  input: unknown,
  context: Context,
  heavy: Heavy
): Promise<unknown> {
  return heavyOperations.includes(operation.contract.name)
    ? heavy(operation, input, context)
    : operation.run(input, context);
}

/** Sends what `work` gives: as JSON, or as lines of progress with the result or the problem as the last. */
export async function answerWork(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  {roots}: WriteParts,
  work: (context: Context) => Promise<KeptAnswer>
): Promise<FastifyReply> {
  void reply.header("cache-control", "no-store");
  if (!/application\/x-ndjson/i.test(request.headers.accept ?? "")) {
    const {status, text} = await work(context);
    return reply.code(status).type(mediaTypes.json).send(text);
  }
  const lines = new PassThrough();
  const say = (line: string): void => void lines.write(`${line}\n`);
  const watched: Context = {...context, progress: throttled((step) => say(JSON.stringify(step)))};
  void reply.type(mediaTypes.ndjson).send(lines);
  // The client may have left; what is written then goes nowhere.
  lines.on("error", () => undefined);
  try {
    const {text} = await work(watched);
    say(`{"result":${text}}`);
  } catch (error) {
    const problem = problemOf(error, request.id, roots);
    if (problem.status >= 500) request.log.error({code: problem.code}, "a write failed");
    say(JSON.stringify({error: problem}));
  }
  lines.end();
  return reply;
}

/** Milliseconds between two lines about one stage. */
const pause = 100;

function throttled(say: (step: Progress) => void): (step: Progress) => void {
  let last = {stage: "", at: 0};
  return (step) => {
    const now = performance.now();
    const finished = step.total !== undefined && step.done === step.total;
    if (step.stage === last.stage && now - last.at < pause && !finished) return;
    last = {stage: step.stage, at: now};
    say(step);
  };
}
