import compress from "@fastify/compress";
import etag from "@fastify/etag";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import type {FastifyInstance} from "fastify";
import {UserError} from "../../errors.ts";

/** What protects the server and its callers, before any route is added. */
export async function addGuards(
  app: FastifyInstance,
  {callsPerMinute, lagLimit}: {readonly callsPerMinute: number; readonly lagLimit: number}
): Promise<void> {
  await app.register(helmet, {
    // The policy differs between pages and answers and is set with them.
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: {policy: "same-origin"},
    referrerPolicy: {policy: "no-referrer"},
    xFrameOptions: {action: "deny"},
    // Plain HTTP on loopback is the usual case; who puts TLS before it sets this there.
    strictTransportSecurity: false
  });
  await app.register(compress, {threshold: 2048, encodings: ["br", "gzip"], brotliOptions: {params: {1: 4}}});
  await app.register(etag, {weak: true});
  await app.register(multipart);
  await app.register(rateLimit, {
    global: true,
    hook: "preHandler",
    max: callsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.caller?.id ?? "nobody"} ${request.ip}`,
    errorResponseBuilder: (_request, {after}) =>
      new UserError("request.too-often", "the caller calls more often than the server takes", {
        remedy: `Wait ${after} and call again.`
      })
  });
  await app.register(underPressure, {
    maxEventLoopDelay: lagLimit,
    sampleInterval: 1000,
    retryAfter: 5,
    pressureHandler: (request) => {
      if (/^\/(healthz|readyz|metrics)$/.test(request.url)) return;
      throw new UserError("server.busy", "the server has more to do than it can", {
        remedy: "Wait as long as Retry-After says."
      });
    }
  });
}
