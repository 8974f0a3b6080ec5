import type {FastifyInstance} from "fastify";
import type {Operation} from "../../operation.ts";
import {docsPage} from "./docs-page.ts";
import {docsStyle} from "./docs-style.data.ts";
import {openApiOf} from "./openapi.ts";

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The description of all calls: OpenAPI for programs, a page for people. Both say nothing of the data. */
export function addDescription(app: FastifyInstance, operations: readonly Operation[]): void {
  let document: string | undefined;
  app.get("/api/openapi.json", async (_request, reply) => {
    document ??= JSON.stringify(openApiOf(operations));
    return reply.type("application/json; charset=utf-8").header("cache-control", "no-cache").send(document);
  });
  app.get("/api/docs", async (request, reply) =>
    reply
      .headers({"content-security-policy": policy, "cache-control": "no-cache"})
      .type("text/html; charset=utf-8")
      .send(docsPage(operations, request.host))
  );
  app.get("/api/docs.css", async (_request, reply) =>
    reply.header("cache-control", "no-cache").type("text/css; charset=utf-8").send(docsStyle)
  );
}
