import {setTimeout as sleep} from "node:timers/promises";
import type {FastifyInstance} from "fastify";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {engineOf} from "../../engine/duckdb/open.ts";
import type {Engine} from "../../engine/engine.ts";
import {openSite, type Site} from "./fixtures/site.ts";

let site: Site;
let app: FastifyInstance;
let address: string;
let engine: {rows: Engine["rows"]};
let real: Engine["rows"];

/** What the engine was asked, with the signal of each; the engine answers once the gate is open. */
const asked: {readonly signal: AbortSignal | undefined}[] = [];
let gate = Promise.withResolvers<void>();

beforeAll(async () => {
  site = await openSite();
  app = site.server();
  address = await app.listen({port: 0, host: "127.0.0.1"});
  engine = await site.place.context.use(engineOf);
  real = engine.rows;
  engine.rows = async (query, options) => {
    asked.push({signal: options?.signal});
    await gate.promise;
    return real(query, options);
  };
});
afterEach(() => {
  gate.resolve();
  gate = Promise.withResolvers();
  asked.length = 0;
});
afterAll(async () => {
  engine.rows = real;
  await site.close();
});

const shared = async (): Promise<number> =>
  Number(
    /answer_cache_total\{result="shared"\} (\d+)/.exec(await (await fetch(`${address}/metrics`)).text())?.[1] ?? 0
  );

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(5);
}

test("identical questions at a time are one query, in whatever form and way they are asked", async () => {
  const before = await shared();
  const calls = [
    fetch(`${address}/api/cost?by=service&period=2026-10`),
    fetch(`${address}/api/cost?by=service&from=2026-10-01&to=2026-11-01`),
    fetch(`${address}/api/cost/query`, {
      method: "POST",
      body: JSON.stringify({by: ["service"], period: "2026-10"}),
      headers: {"content-type": "application/json"}
    }),
    fetch(`${address}/api/cost?by=service&period=2026-10&format=csv`)
  ];
  const others = [
    fetch(`${address}/api/cost?by=ServiceName&period=2026-10`),
    fetch(`${address}/api/cost?by=service&period=2026-09`)
  ];
  await until(async () => (await shared()) === before + 3 && asked.length === 3);
  gate.resolve();
  const [first, second, posted, table] = await Promise.all(calls.map(async (call) => (await call).text()));
  expect(JSON.parse(first ?? "")).toMatchObject({rows: expect.arrayContaining([expect.anything()])});
  expect([second, posted]).toEqual([first, first]);
  expect(table).toContain("service,currency,billed");
  const [renamed, earlier] = await Promise.all(others.map(async (call) => (await call).text()));
  expect(new Set([first, renamed, earlier]).size).toBe(3);
  expect(asked).toHaveLength(3);
});

test("callers do not share, as a receipt names its caller", async () => {
  const {out} = await site.cli("tokens", "create", "other", "--output", "json");
  const {token} = JSON.parse(out) as {token: string};
  const url = `${address}/api/cost?by=region`;
  const calls = [fetch(url), fetch(url, {headers: {authorization: `Bearer ${token}`}})];
  await until(() => asked.length === 2);
  gate.resolve();
  for (const call of calls) expect((await call).status).toBe(200);
});

test("who leaves does not end the question of the others; when all have left the query ends", async () => {
  const before = await shared();
  const url = `${address}/api/cost?by=provider&period=2026-08`;
  const ask = (abort: AbortController) => fetch(url, {signal: abort.signal}).catch(() => null);
  const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
  const first = ask(one);
  await until(() => asked.length === 1);
  const second = ask(two);
  await until(async () => (await shared()) === before + 1);
  one.abort();
  await first;
  // A round trip, in which the server sees that the first has left.
  await fetch(`${address}/healthz`);
  expect(asked[0]?.signal?.aborted).toBe(false);
  two.abort();
  await second;
  await until(() => asked[0]?.signal?.aborted === true);
  // A new question is not tied to the one that ends.
  const third = ask(three);
  await until(() => asked.length === 2);
  gate.resolve();
  expect((await third)?.status).toBe(200);
  expect(asked[1]?.signal?.aborted).toBe(false);
});

test("one of two who leaves while the engine works lets the other have the answer", async () => {
  const before = await shared();
  const url = `${address}/api/cost?by=subaccount`;
  const leaving = new AbortController();
  const first = fetch(url, {signal: leaving.signal}).catch(() => null);
  await until(() => asked.length === 1);
  const second = fetch(url);
  await until(async () => (await shared()) === before + 1);
  leaving.abort();
  expect(await first).toBeNull();
  gate.resolve();
  const answer = await second;
  expect([answer.status, asked.length]).toEqual([200, 1]);
  expect(((await answer.json()) as {rows: object[]}).rows.length).toBeGreaterThan(0);
});
