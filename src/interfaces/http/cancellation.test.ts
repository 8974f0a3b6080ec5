import {setTimeout as sleep} from "node:timers/promises";
import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, expect, test} from "vitest";
import {z} from "zod";
import {engineOf} from "../../engine/duckdb/open.ts";
import {sql} from "../../engine/query.ts";
import {contract, type Operation} from "../../operation.ts";
import {openSite, type Site} from "./fixtures/site.ts";

const endlessContract = contract({
  name: "test.endless",
  summary: "Asks what takes for ever.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({})
});
let outcome = Promise.withResolvers<unknown>();
const endless: Operation = {
  contract: endlessContract,
  run: async (_input, {use, signal, caller}) => {
    const engine = await use(engineOf);
    try {
      return await engine.rows(sql`select count(*) from range(100000000000000)`, {signal, caller: caller.id});
    } catch (error) {
      outcome.resolve(error);
      throw error;
    }
  }
};

let site: Site;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  site = await openSite();
  app = site.server({}, [endless]);
  address = await app.listen({port: 0, host: "127.0.0.1"});
});
afterAll(() => site.close());

test("a question ends when its client leaves, by GET and by POST, and others are answered", async () => {
  for (const [path, init] of [
    ["/api/test/endless", {}],
    ["/api/test/endless/query", {method: "POST", body: "{}", headers: {"content-type": "application/json"}}]
  ] as const) {
    outcome = Promise.withResolvers();
    const abort = new AbortController();
    const call = fetch(`${address}${path}`, {...init, signal: abort.signal}).catch((error: unknown) => error);
    while (((await site.place.engine())?.pending ?? 0) === 0) await sleep(10);
    const other = await fetch(`${address}/api/cost?by=service`);
    expect(other.status).toBe(200);
    abort.abort();
    expect(await outcome.promise).toMatchObject({code: "cancelled"});
    await call;
    expect((await site.place.engine())?.pending).toBe(0);
  }
});

test("more questions than may wait are refused with the time to come again", async () => {
  const aborts = Array.from({length: 103}, () => new AbortController());
  const calls = aborts.map(({signal}) => fetch(`${address}/api/test/endless`, {signal}).catch(() => null));
  while (((await site.place.engine())?.pending ?? 0) < 102) await sleep(20);
  const busy = await Promise.any<Response>(
    calls.map(async (call) => (await call) ?? Promise.reject(new Error("aborted")))
  );
  expect(busy.status).toBe(429);
  expect(busy.headers.get("retry-after")).toBe("2");
  expect(await busy.json()).toMatchObject({code: "engine.busy"});
  for (const abort of aborts) abort.abort();
  await Promise.all(calls);
});

test("an engine that dies fails what runs with a remedy, and the next question is answered", async () => {
  const engine = await site.place.context.use(engineOf);
  while (((await site.place.engine())?.pending ?? 0) > 0) await sleep(10);
  const running = fetch(`${address}/api/test/endless`);
  while (((await site.place.engine())?.pending ?? 0) === 0) await sleep(10);
  process.kill((engine as unknown as {processId(): number}).processId(), "SIGKILL");
  const failed = await running;
  expect(failed.status).toBe(500);
  expect(await failed.json()).toMatchObject({code: "engine.failed", remedy: expect.stringMatching(/again/)});
  expect((await fetch(`${address}/api/cost?by=provider`)).status).toBe(200);
});
