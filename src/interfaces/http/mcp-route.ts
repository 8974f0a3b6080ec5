import type {FastifyInstance, FastifyReply, FastifyRequest} from "fastify";
import type {Context, Operation} from "../../operation.ts";

/** The Model Context Protocol over HTTP. */
export function addMcp(
  _app: FastifyInstance,
  _operations: readonly Operation[],
  _contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>
): void {}
