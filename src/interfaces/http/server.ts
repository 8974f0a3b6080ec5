import Fastify, {LogController, type FastifyInstance, type FastifyReply, type FastifyRequest} from "fastify";
import {UserError} from "../../errors.ts";
import {type Caller, type Context, localCaller, type Operation} from "../../operation.ts";
import {requireRole} from "../../records/tokens/role.ts";
import {storeOf} from "../../store/open.ts";
import {answerCache} from "./answer-cache.ts";
import {allowedHosts, callerOf, requireOwnSite} from "./caller.ts";
import {addDescription} from "./description.ts";
import {addGuards} from "./guards.ts";
import {addHealth, lakeCounts} from "./health.ts";
import {addMcp} from "./mcp-route.ts";
import {type Metrics, serverMetrics} from "./metrics.ts";
import {problemOf, problemType} from "./problem.ts";
import {answerRead, type MadeAnswer} from "./read.ts";
import {routeOf} from "./route.ts";
import {defaultLimits, type Heavy, type ServerParts} from "./server-options.ts";
import {sharedWork} from "./shared-work.ts";
import {answerUpload} from "./upload.ts";
import {type WebFiles, webFiles} from "./web-files.ts";
import {answerWrite} from "./write.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who calls; null until that is known, and for pages and health. */
    caller: Caller | null;
  }
}

const inThisProcess: Heavy = (operation, input, context) => operation.run(input, context);

/**
 * The server over a workplace: every operation by HTTP, the web client, MCP, health and metrics. It listens to nothing
 * yet, so that a test can inject calls. Closing it does not close the workplace.
 */
export function createServer({operations, workplace, options = {}}: ServerParts): FastifyInstance {
  const limits = {...defaultLimits, ...defined(options)};
  const {context} = workplace;
  const roots = [context.folder.root, context.folder.data];
  const cache = answerCache(limits.cacheBytes);
  const making = sharedWork<MadeAnswer>();
  const metrics = serverMetrics({
    engine: options.engine ?? (() => Promise.resolve(null)),
    parallel: context.settings.engine.parallel,
    cacheBytes: cache.bytes,
    snapshots: () => lakeCounts(context)
  });
  const app = Fastify({
    logger: options.log === undefined ? false : {level: options.log.level, ...streamOf(options.log)},
    logController: new LogController({disableRequestLogging: true, requestIdLogLabel: "requestId"}),
    bodyLimit: limits.bodyLimit,
    genReqId: () => context.effects.id(),
    requestIdHeader: false,
    routerOptions: {maxParamLength: 200},
    forceCloseConnections: "idle",
    return503OnClosing: true,
    // Answers name no software.
    exposeHeadRoutes: true
  });
  app.removeContentTypeParser("text/plain");
  app.decorateRequest("caller", null);

  const allowed = allowedHosts(options.host ?? "127.0.0.1", options.allowHosts ?? []);
  const known = {
    tokenRequired: options.tokenRequired ?? false,
    store: () => context.use(storeOf),
    effects: context.effects
  };
  app.addHook("onRequest", async (request, reply) => {
    void reply.headers({"x-request-id": request.id, "content-security-policy": apiPolicy});
    requireOwnSite(request, allowed);
    if (request.url.length > limits.urlLength) {
      throw new UserError("request.too-large", `the address has more than ${limits.urlLength} characters`, {
        remedy: "Ask long questions with POST, at the same address and /query behind it."
      });
    }
    if (needsCaller(request)) request.caller = await callerOf(request, known);
  });
  app.addHook("onResponse", (request, reply, done) => {
    observe(request, reply, metrics);
    done();
  });
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, roots));

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => ({
    ...context,
    caller: request.caller ?? localNever(),
    settings: options.settings === undefined ? context.settings : await options.settings(),
    signal: leaving(reply)
  });

  void app.register(async (inner) => {
    await addGuards(inner, limits);
    const web = options.web === undefined || options.web === null ? null : await webFiles(inner, options.web);
    const heavy = options.heavy ?? inThisProcess;
    for (const operation of operations) {
      addRoutes(inner, operation, contextOf, {
        metrics,
        cache,
        making,
        heavy,
        roots,
        uploadLimit: limits.uploadLimit
      });
    }
    addHealth(inner, context, metrics, {
      tokenRequired: options.tokenRequired ?? false,
      contextOf,
      schedule: options.schedule ?? (() => ({on: false, running: null, next: null}))
    });
    addDescription(inner, operations);
    addMcp(inner, operations, {contextOf, effects: context.effects, write: options.mcpWrite ?? false, roots, heavy});
    inner.setNotFoundHandler({preHandler: inner.rateLimit()}, (request, reply) => notFound(request, reply, inner, web));
  });
  return app;
}

const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

type RouteParts = Parameters<typeof answerRead>[4] & Parameters<typeof answerUpload>[4];

function addRoutes(
  app: FastifyInstance,
  operation: Operation,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
  parts: RouteParts
): void {
  const {contract} = operation;
  const url = routeOf(contract.name);
  const guarded = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const context = await contextOf(request, reply);
    requireRole(context.caller, contract);
    return context;
  };
  if (contract.kind === "read") {
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      answerRead(operation, request, reply, await guarded(request, reply), parts);
    app.get(url, handler);
    app.post(`${url}/query`, handler);
    return;
  }
  // Lines of progress must not wait in a compressor.
  app.post(url, {compress: false}, async (request, reply) =>
    answerWrite(operation, request, reply, await guarded(request, reply), parts)
  );
  if (contract.name !== "ingest") return;
  app.post(`${url}/upload`, {compress: false, bodyLimit: Number.MAX_SAFE_INTEGER}, async (request, reply) =>
    answerUpload(operation, request, reply, await guarded(request, reply), parts)
  );
}

/** Pages, health and the description of the calls are for everybody who reaches the server; all else has a caller. */
function needsCaller(request: FastifyRequest): boolean {
  const [path = ""] = request.url.split("?");
  if (/^\/api\/(docs|docs\.css|openapi\.json)$/.test(path)) return false;
  return /^\/(api|mcp|metrics)(\/|$)/.test(path);
}

/** Aborted when the client leaves before the answer is complete. */
function leaving(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) abort.abort();
  });
  return abort.signal;
}

function observe(request: FastifyRequest, reply: FastifyReply, metrics: Metrics): void {
  // The pattern of the route and never the address: questions may name what is nobody's business.
  const route = request.routeOptions.url ?? "other";
  const {method} = request;
  const seconds = reply.elapsedTime / 1000;
  metrics.requests.inc({route, method, status: String(reply.statusCode)});
  metrics.seconds.observe({route, method}, seconds);
  request.log.info(
    {
      method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      caller: request.caller?.id ?? null
    },
    "answered"
  );
}

function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  roots: readonly string[]
): FastifyReply {
  const problem = problemOf(error, request.id, roots);
  if (problem.status >= 500) logFailure(error, request, problem.code);
  if (problem.status === 401) void reply.header("www-authenticate", 'Bearer realm="ashlar"');
  if ((problem.status === 429 || problem.status === 503) && !reply.hasHeader("retry-after")) {
    void reply.header("retry-after", "2");
  }
  for (const name of ["etag", "content-disposition", "link"]) reply.removeHeader(name);
  return reply
    .code(problem.status)
    .headers({"cache-control": "no-store"})
    .type(problemType)
    .send(JSON.stringify(problem));
}

/** The frames of a stack without its message, which may repeat what was asked. */
function logFailure(error: unknown, request: FastifyRequest, code: string): void {
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  request.log.error({code, name, stack: frames.join("\n")}, "a call failed");
  request.log.debug({err: error}, "the failure in full");
}

async function notFound(
  request: FastifyRequest,
  reply: FastifyReply,
  app: FastifyInstance,
  web: WebFiles | null
): Promise<void> {
  const {method} = request;
  if ((method === "GET" || method === "HEAD") && web !== null && (await web.answer(request, reply))) return;
  const [path = ""] = request.url.split("?");
  const others = (["GET", "POST"] as const).filter((each) => app.hasRoute({url: path, method: each}));
  if (others.length === 0) {
    throw new UserError("not-found", "there is nothing at this address", {remedy: "See /api/docs for what there is."});
  }
  void reply.header("allow", others.flatMap((each) => (each === "GET" ? ["GET", "HEAD"] : [each])).join(", "));
  throw new UserError("request.method", `this address takes ${others.join(" and ")}`, {
    remedy: "See /api/docs for what is taken."
  });
}

function localNever(): Caller {
  throw new Error(`a call without a caller came through, and it is not ${localCaller.id}`);
}

function streamOf({stream}: {readonly stream?: object}): object {
  return stream === undefined ? {} : {stream};
}

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>;
}
