import type {FastifyInstance, InjectOptions} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {operations} from "../../operations.ts";
import {openSite, type Site} from "./fixtures/site.ts";
import {problemOf} from "./problem.ts";
import {routeOf} from "./route.ts";

let site: Site;
let app: FastifyInstance;
let guarded: FastifyInstance;
const lines: string[] = [];

beforeAll(async () => {
  site = await openSite();
  const stream = {write: (line: string) => void lines.push(line)};
  app = site.server({log: {level: "debug", stream}});
  guarded = site.server({tokenRequired: true});
});
afterAll(() => site.close());

/** Every call that the server takes, with a body where it has one. */
const calls: readonly InjectOptions[] = [
  ...operations.flatMap(({contract: {name, kind}}): InjectOptions[] => {
    const url = routeOf(name);
    const body = {payload: "{}", headers: {"content-type": "application/json"}};
    return kind === "read"
      ? [
          {method: "GET", url},
          {method: "POST", url: `${url}/query`, ...body}
        ]
      : [{method: "POST", url, ...body}];
  }),
  {
    method: "POST",
    url: "/api/ingest/upload",
    payload: "--x--",
    headers: {"content-type": "multipart/form-data; boundary=x"}
  },
  {method: "POST", url: "/mcp", payload: "{}", headers: {"content-type": "application/json"}},
  {method: "GET", url: "/metrics"},
  {method: "GET", url: "/api/server"}
];

const named = calls.map((call) => ({name: `${String(call.method)} ${String(call.url)}`, call}));
const withHeaders = (call: InjectOptions, headers: Record<string, string>): InjectOptions => ({
  ...call,
  headers: {...call.headers, ...headers}
});

function expectProblem(
  response: {statusCode: number; body: string; headers: Record<string, unknown>},
  status: number,
  code: string
): void {
  expect(response.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect({...(JSON.parse(response.body) as object)}).toMatchObject({
    status,
    code,
    type: `/api/docs#${code}`,
    title: expect.any(String),
    detail: expect.any(String)
  });
  expect(response.statusCode).toBe(status);
  expect(response.body).not.toMatch(/\/work\/|\/tmp\/|\/root\/|node_modules|\bat .*\.[tj]s:\d/);
  expect(response.body).not.toContain(site.root);
}

describe.for(named)("$name refuses", ({call}) => {
  test("no caller", async () => {
    const response = await guarded.inject(call);
    expectProblem(response, 401, "caller.unknown");
    expect(response.headers["www-authenticate"]).toMatch(/^Bearer/);
    expectProblem(
      await guarded.inject(withHeaders(call, {authorization: "Bearer ashlar_wrong"})),
      401,
      "caller.unknown"
    );
    expectProblem(await guarded.inject(withHeaders(call, {authorization: "Basic eDp5"})), 401, "caller.unknown");
  });

  test("a caller from elsewhere without a token", async () => {
    expectProblem(await app.inject({...call, remoteAddress: "192.0.2.7"}), 401, "caller.unknown");
  });

  test("a foreign host", async () => {
    for (const host of [
      "evil.example",
      "127.0.0.1.evil.example",
      "localhost.evil.example:4680",
      "evil.example@localhost"
    ]) {
      expectProblem(await app.inject(withHeaders(call, {host})), 403, "origin.refused");
    }
  });

  test("a page of another site", async () => {
    for (const origin of ["http://evil.example", "null", "http://localhost:9999", "file://"]) {
      expectProblem(await app.inject(withHeaders(call, {host: "localhost:4680", origin})), 403, "origin.refused");
    }
    expectProblem(await app.inject(withHeaders(call, {"sec-fetch-site": "cross-site"})), 403, "origin.refused");
  });

  test("a body or an address that is too long", async () => {
    if (call.method === "GET") {
      expectProblem(
        await app.inject({...call, url: `${String(call.url)}?by=${"x".repeat(4100)}`}),
        413,
        "request.too-large"
      );
    } else if (!String(call.url).endsWith("upload")) {
      expectProblem(
        await app.inject({...call, payload: `{"by":"${"x".repeat(1_100_000)}"}`}),
        413,
        "request.too-large"
      );
    }
  });

  test("what it does not understand", async () => {
    if (call.url === "/mcp" || call.url === "/metrics" || call.url === "/api/server") return;
    if (call.method === "GET") {
      const response = await app.inject({...call, url: `${String(call.url)}?nonsense=%00%ff`});
      expect(response.statusCode).toBe(400);
      expectProblem(response, 400, JSON.parse(response.body).code as string);
      return;
    }
    const isUpload = String(call.url).endsWith("upload");
    for (const payload of ["{", "[]", '"x"', "12", '{"__proto__": {"a": 1}}', '{"nonsense": 1}', "\u0000"]) {
      const response = await app.inject({...call, payload});
      expect([payload, response.statusCode]).toEqual([payload, 400]);
      expectProblem(response, 400, "usage.invalid");
    }
    const xml = withHeaders({...call, payload: "<a/>"}, {"content-type": "application/xml"});
    expectProblem(await app.inject(xml), 415, "request.unsupported");
    expect(isUpload || call.method === "POST").toBe(true);
  });
});

describe("the server", () => {
  test("answers to its own names", async () => {
    for (const host of ["localhost", "127.0.0.1:4680", "[::1]:4680", "LOCALHOST:1"]) {
      expect((await app.inject({url: "/healthz", headers: {host, origin: `http://${host}`}})).statusCode).toBe(200);
    }
    const other = site.server({allowHosts: ["costs.example.com"]});
    expect((await other.inject({url: "/healthz", headers: {host: "costs.example.com"}})).statusCode).toBe(200);
  });

  test("says which methods an address takes, and that there is nothing elsewhere", async () => {
    const wrong = await app.inject({method: "DELETE", url: "/api/cost"});
    expectProblem(wrong, 405, "request.method");
    expect(wrong.headers["allow"]).toBe("GET, HEAD");
    expectProblem(await app.inject({method: "GET", url: "/api/ingest"}), 405, "request.method");
    expectProblem(await app.inject({url: "/api/nothing"}), 404, "not-found");
    expectProblem(await app.inject({url: "/mcp"}), 405, "request.method");
  });

  test("says when to call again", async () => {
    const slow = site.server({callsPerMinute: 2});
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push(await slow.inject({url: "/api/sources/list"}));
    const last = statuses[2];
    if (last === undefined) throw new Error("no answer");
    expectProblem(last, 429, "request.too-often");
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
    expect((await slow.inject({url: "/healthz"})).statusCode).toBe(200);
  });

  test("sets a strict policy on every answer, and names no software", async () => {
    for (const url of ["/api/cost", "/nothing", "/api/docs", "/healthz"]) {
      const {headers} = await app.inject({url});
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
      expect(headers["content-security-policy"]).not.toMatch(/unsafe/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["server"] ?? headers["x-powered-by"]).toBeUndefined();
    }
  });

  test("logs neither questions nor tokens nor addresses with their query", async () => {
    await app.inject({
      url: "/api/cost?filter=tag.team%20%3D%20'geheim'",
      headers: {authorization: "Bearer ashlar_geheim"}
    });
    await app.inject({url: "/api/cost?filter=tag.team%20%3D%20'geheim'"});
    await app.inject({url: "/geheim?x=geheim"});
    const text = lines.join("");
    expect(text).toContain('"route":"/api/cost"');
    expect(text).not.toContain("geheim");
  });
});

describe("REP-C2 PLT-9 tokens", () => {
  async function token(...argv: readonly string[]): Promise<{authorization: string}> {
    const {out, err} = await site.cli("tokens", "create", ...argv, "--output", "json");
    expect(err).toBe("");
    return {authorization: `Bearer ${(JSON.parse(out) as {token: string}).token}`};
  }

  test("give a caller with a role, a row filter and masks", async () => {
    const headers = await token("reader-of-stone", "--row-filter", "tag.team = 'stone'", "--masked", "effective");
    const get = (url: string) => guarded.inject({url, headers});
    const {rows, receipt} = (await get("/api/cost?metric=billed&by=tag.team")).json<{
      rows: Record<string, string>[];
      receipt: {caller: object};
    }>();
    expect(new Set(rows.map((row) => row["tag.team"]))).toEqual(new Set(["stone"]));
    expect(receipt.caller).toMatchObject({id: "token:reader-of-stone", rowFilter: "tag.team = 'stone'"});
    expectProblem(await get("/api/cost"), 403, "caller.refused");
    expectProblem(
      await guarded.inject({
        method: "POST",
        url: "/api/ingest",
        payload: {paths: ["charges.csv"], source: "q"},
        headers
      }),
      403,
      "caller.refused"
    );
    expectProblem(await get("/api/tokens/list"), 403, "caller.refused");
    expect((await get("/api/server")).json()).toMatchObject({
      caller: {id: "token:reader-of-stone"},
      tokenRequired: true,
      tagKeys: []
    });
    // Keys of what a caller may not see are not told either.
    const owner = await token("sees-all-tags", "--role", "owner");
    expect((await guarded.inject({url: "/api/server", headers: owner})).json()).toMatchObject({tagKeys: ["team"]});
  });

  test("answers in memory are not shared between callers", async () => {
    const one = await token("one-team", "--row-filter", "tag.team = 'stone'");
    const all = await token("all-teams", "--role", "writer");
    const rowsOf = async (headers: {authorization: string}) =>
      (await guarded.inject({url: "/api/cost?by=tag.team", headers})).json<{rows: object[]}>().rows.length;
    expect(await rowsOf(all)).toBeGreaterThan(await rowsOf(one));
    expect(await rowsOf(one)).toBe(1);
  });

  test("end when they are revoked or expire, and are kept as a hash alone", async () => {
    const headers = await token("gone", "--role", "owner");
    const call = {url: "/api/tokens/list", headers};
    const before = await guarded.inject(call);
    expect(before.statusCode).toBe(200);
    expect(before.body).not.toContain(headers.authorization.slice(8));
    expect((await site.cli("tokens", "create", "gone")).err).toMatch(/already/);
    expect((await site.cli("tokens", "revoke", "gone")).exit).toBe(0);
    expectProblem(await guarded.inject(call), 401, "caller.unknown");
  });

  test("limits that mean nothing are refused", async () => {
    expect((await site.cli("tokens", "create", "x", "--row-filter", "tag.team =")).exit).toBe(2);
    expect((await site.cli("tokens", "create", "x", "--masked", "nonsense")).exit).toBe(2);
  });
});

describe("problems", () => {
  test("paths of the machine do not leave it", () => {
    const {detail} = problemOf(
      Object.assign(new Error("cannot read /home/somebody/.ashlar/lake/x.parquet or /srv/p/ashlar.yaml"), {
        statusCode: 400
      }),
      "1",
      ["/srv/p"]
    );
    expect(detail).toBe("cannot read x.parquet or ashlar.yaml");
  });
});
