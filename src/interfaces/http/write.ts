import {PassThrough} from "node:stream";
import type {FastifyReply, FastifyRequest} from "fastify";
import {UserError} from "../../errors.ts";
import type {Context, Operation, Progress} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {isFields, isRows} from "../cli/render/cells.ts";
import {inputOfBody, parsedInput, searchOf} from "./call-input.ts";
import {mediaTypes} from "./form.ts";
import {type KeptAnswer, once} from "./idempotency.ts";
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
export const heavyOperations: readonly string[] = ["ingest", "demo", "doctor"];

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
  const key = request.headers["idempotency-key"];
  return answerWork(request, reply, context, parts, async (watched) => {
    const work = (): Promise<KeptAnswer> => performed(operation, input, watched, parts);
    if (typeof key !== "string") return work();
    const {effects, caller} = context;
    const call = {caller: caller.id, key, operation: operation.contract.name, input};
    const answer = await once(call, await context.use(storeOf), effects, work);
    if (answer.repeated && !reply.sent) void reply.header("idempotency-replayed", "true");
    return answer;
  });
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
    const output = heavyOperations.includes(name)
      ? await heavy(operation, input, context)
      : await operation.run(input, context);
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
