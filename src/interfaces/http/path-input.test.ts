import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openSite, type Site} from "./fixtures/site.ts";

let site: Site;
let app: FastifyInstance;

beforeAll(async () => {
  site = await openSite();
  app = site.server({});
});
afterAll(() => site.close());

const outside = ["/etc/passwd", "../../secret.csv", "below/../../secret.csv"];

test.for(outside)("a read opens no file outside the practice folder: %s", async (path) => {
  const byQuery = await app.inject({method: "GET", url: `/api/validate?path=${encodeURIComponent(path)}`});
  const byBody = await app.inject({method: "POST", url: "/api/validate/query", payload: {path}});
  const other = await app.inject({method: "GET", url: `/api/framework/check?file=${encodeURIComponent(path)}`});
  for (const response of [byQuery, byBody, other])
    expect([response.statusCode, response.json()]).toMatchObject([403, {code: "caller.refused"}]);
});

test("a read of a file below it is answered", async () => {
  const response = await app.inject({method: "GET", url: "/api/validate?path=gone.csv"});
  expect([response.statusCode, response.json()]).toMatchObject([404, {code: "input.missing"}]);
});
