import {StreamableHTTPServerTransport} from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import type {FastifyInstance, FastifyReply, FastifyRequest} from "fastify";
import type {Effects} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import type {Context, Operation} from "../../operation.ts";
import {confirmations} from "../mcp/confirmation.ts";
import {mcpServer} from "../mcp/mcp-server.ts";
import {requirePathsInside} from "./path-input.ts";
import {problemOf} from "./problem.ts";
import type {Heavy} from "./server-options.ts";
import {ranWhereItBelongs} from "./write.ts";

export interface McpParts {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly effects: Effects;
  /** Also the tools that change something. */
  readonly write: boolean;
  /** Folders that no answer names. */
  readonly roots: readonly string[];
  readonly heavy: Heavy;
}

/** The Model Context Protocol over HTTP, each call by itself: there are no sessions that a restart would lose. */
export function addMcp(
  app: FastifyInstance,
  operations: readonly Operation[],
  {contextOf, effects, write, roots, heavy}: McpParts
): void {
  const confirmed = confirmations(effects);
  app.post("/mcp", async (request, reply) => {
    const context = await contextOf(request, reply);
    const server = mcpServer(
      operations,
      (signal) => Promise.resolve({...context, signal: AbortSignal.any([signal, context.signal])}),
      {
        write,
        confirmations: confirmed,
        inspect: (operation, input) => requirePathsInside(operation, input, context.folder.root),
        run: (operation, input, context) => ranWhereItBelongs(operation, input, context, heavy),
        failure: (error) => {
          const problem = problemOf(error, request.id, roots);
          if (problem.status >= 500) request.log.error({code: problem.code}, "a tool failed");
          return problem;
        }
      }
    );
    const transport = new StreamableHTTPServerTransport({enableJsonResponse: true});
    reply.raw.once("close", () => {
      void transport.close();
      void server.close();
    });
    await server.connect(transport);
    void reply.hijack();
    await transport.handleRequest(request.raw, reply.raw, request.body);
    return reply;
  });
  for (const method of ["GET", "DELETE"] as const) {
    app.route({
      method,
      url: "/mcp",
      handler: (_request, reply) => {
        void reply.header("allow", "POST");
        throw new UserError("request.method", "there are no sessions here: every call is a POST");
      }
    });
  }
}
