import {mkdir, mkdtemp, realpath, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openSite, type Site} from "./fixtures/site.ts";
import {requirePathsInside} from "./path-input.ts";

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
  const byBody = await app.inject({method: "POST", url: "/api/validate/query", payload: {path: [path]}});
  const other = await app.inject({method: "GET", url: `/api/framework/check?file=${encodeURIComponent(path)}`});
  for (const response of [byQuery, byBody, other])
    expect([response.statusCode, response.json()]).toMatchObject([403, {code: "caller.refused"}]);
});

test("a read of a file below it is answered", async () => {
  const response = await app.inject({method: "GET", url: "/api/validate?path=gone.csv"});
  expect([response.statusCode, response.json()]).toMatchObject([404, {code: "input.missing"}]);
});

describe("through links", () => {
  let home: string;
  let root: string;
  beforeAll(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), "ashlar-links-")));
    root = join(home, "practice");
    await mkdir(join(root, "exports", "2026"), {recursive: true});
    await mkdir(join(home, "outside"));
    await writeFile(join(home, "outside", "secret.csv"), "");
    const links = {
      out: "../outside",
      gone: "../outside/gone",
      "out-by-out": "out/deeper",
      "exports/up": "../../outside",
      "exports/2026/back": "..",
      latest: "exports/2026",
      next: "exports/2027",
      itself: "itself",
      there: "back",
      back: "there"
    };
    for (const [name, to] of Object.entries(links)) await symlink(to, join(root, name));
    await symlink(join(home, "outside", "new"), join(root, "absolute"));
    await symlink(root, join(home, "by-link"));
  });
  afterAll(() => rm(home, {recursive: true, force: true}));

  test.for([
    "out",
    "out/secret.csv",
    "out/new",
    "out/new/deeper",
    "gone",
    "gone/new",
    "out-by-out",
    "exports/up/new",
    "latest/back/up/new",
    "absolute",
    "absolute/new",
    "itself",
    "there/new",
    "new/".repeat(2000)
  ])("%.20s leads out, whether it is there or not", async (folder) => {
    await expect(requirePathsInside("demo", {folder}, root)).rejects.toMatchObject({code: "caller.refused"});
    const paths = ["exports/a.csv", folder];
    await expect(requirePathsInside("ingest", {paths}, root)).rejects.toMatchObject({at: {column: "paths"}});
  });

  test.for([".", "new", "new/deeper", "latest", "latest/new", "next", "next/new", "latest/back/new", "out/../new"])(
    "%s stays inside",
    async (folder) => {
      await expect(requirePathsInside("demo", {folder}, root)).resolves.toBeUndefined();
      await expect(requirePathsInside("demo", {folder}, join(home, "by-link"))).resolves.toBeUndefined();
    }
  );
});
