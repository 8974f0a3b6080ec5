import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {engineOf} from "../../engine/duckdb/open.ts";
import {sql} from "../../engine/query.ts";
import {charge, csv} from "../../lake/fixtures/charges.ts";
import {ingestOperation} from "../../lake/ingest/ingest.ts";
import {rollupsBuildOperation} from "../../lake/operations/rollups.ts";
import {sourcesListOperation} from "../../lake/operations/sources-list.ts";
import type {Context} from "../../operation.ts";
import {settings as settingsSchema} from "../../settings.ts";
import {withHalfMemory} from "./engine-share.ts";
import {openSite, type Site} from "./fixtures/site.ts";
import {inOwnProcess} from "./heavy.ts";
import type {Heavy} from "./server-options.ts";
import {inTurn} from "./turns.ts";

describe("the memory of a server", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({data: false});
  });
  afterAll(() => site.close());

  test.for([
    ["4GB", "2GB"],
    ["1GB", "0.5GB"],
    ["512 MiB", "256MiB"],
    ["1.5tb", "0.75tb"]
  ] as const)("%s is halved to %s", ([whole, half]) => {
    expect(withHalfMemory(settingsSchema.parse({engine: {memory: whole}})).engine.memory).toBe(half);
  });

  test("is half that of the questions", async () => {
    const engine = await site.place.context.use(engineOf);
    const [row] = await engine.rows(sql`select current_setting('memory_limit') as "limit"`);
    expect(row?.["limit"]).toBe("476.8 MiB");
  });

  test("is half that of the process which ingests, by what the server says and not by the file", async () => {
    const paths = [await site.file("october.csv", csv([charge()]))];
    const {context} = site.place;
    const ingest = (memory: string): Promise<unknown> => {
      const settings = {...context.settings, engine: {...context.settings.engine, memory}};
      return inOwnProcess(ingestOperation, {paths, source: "quarry"}, {...context, settings});
    };
    await expect(ingest("1MB")).rejects.toMatchObject({code: "engine.memory"});
    expect(await ingest("1GB")).toMatchObject({rows: [{status: "published"}]});
  });
});

describe("turns", () => {
  const contextOf = (id: string, signal: AbortSignal = new AbortController().signal) =>
    ({caller: {id}, signal, progress: () => undefined}) as unknown as Context;

  /** Work that says when it runs and ends when it is told to. */
  function steps() {
    const running: string[] = [];
    const ends: (() => void)[] = [];
    const heavy: Heavy = async (_operation, input) => {
      running.push(String(input));
      await new Promise<void>((resolve) => ends.push(resolve));
      return input;
    };
    return {running, ends, heavy: inTurn(heavy)};
  }
  const tick = () => new Promise((resolve) => setImmediate(resolve));

  test("one operation with an engine runs at a time, callers by turns; others do not wait", async () => {
    const {running, ends, heavy} = steps();
    const calls = [
      heavy(ingestOperation, "a1", contextOf("a")),
      heavy(ingestOperation, "a2", contextOf("a")),
      heavy(rollupsBuildOperation, "a3", contextOf("a")),
      heavy(ingestOperation, "b1", contextOf("b")),
      heavy(sourcesListOperation, "list", contextOf("a"))
    ];
    await tick();
    expect(running).toEqual(["list", "a1"]);
    for (let n = 0; n < calls.length; n++) {
      ends[n]?.();
      await tick();
    }
    expect(await Promise.all(calls)).toEqual(["a1", "a2", "a3", "b1", "list"]);
    expect(running).toEqual(["list", "a1", "a2", "b1", "a3"]);
  });

  test("who leaves gives up the turn, and more than may wait are refused", async () => {
    const {running, ends, heavy} = steps();
    const first = heavy(ingestOperation, "first", contextOf("a"));
    await tick();
    const abort = new AbortController();
    const left = heavy(ingestOperation, "left", contextOf("a", abort.signal));
    abort.abort();
    await expect(left).rejects.toMatchObject({code: "cancelled"});
    const waiting = Array.from({length: 20}, (_, n) => heavy(ingestOperation, n, contextOf("a")));
    await expect(heavy(ingestOperation, "late", contextOf("a"))).rejects.toMatchObject({code: "server.busy"});
    for (let n = 0; n <= waiting.length; n++) {
      ends[n]?.();
      await tick();
    }
    await Promise.all([first, ...waiting]);
    expect(running).not.toContain("left");
  });
});
