import {readdir} from "node:fs/promises";
import {join} from "node:path";
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

const write = (payload: object) => app.inject({method: "POST", url: "/api/export", payload});

test("an export is written to a folder of the practice", async () => {
  const response = await write({folder: "exports/first", focus: "1.2"});
  expect([response.statusCode, response.json()]).toMatchObject([200, {focusVersion: "1.2", folder: "exports/first"}]);
  expect(await readdir(join(site.root, "exports", "first"))).toContain("manifest.json");
  expect(response.body).not.toContain(site.root);
  const again = await write({folder: "exports/first"});
  expect([again.statusCode, again.json()]).toMatchObject([409, {code: "name.taken"}]);
});

test.for(["/tmp/out", "../out", "exports/../../out"])("and to no other: %s", async (folder) => {
  const response = await write({folder});
  expect([response.statusCode, response.json()]).toMatchObject([403, {code: "caller.refused"}]);
});

test.for([".", ".ashlar/lake/CostAndUsage", ".ashlar"])("nor over the practice itself: %s", async (folder) => {
  const response = await write({folder, replace: true});
  expect([response.statusCode, response.json()]).toMatchObject([400, {code: "usage.invalid"}]);
});
