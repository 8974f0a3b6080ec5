import {type ChildProcess, spawn} from "node:child_process";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, describe, expect, test} from "vitest";
import type {incidentsList} from "../../capabilities/data-ingestion/incident-contract.ts";
import {incidentsListOperation} from "../../capabilities/data-ingestion/incidents/list.ts";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {dueSources} from "../../lake/sync/due-sources.ts";
import type {Output} from "../../operation.ts";
import type {Heavy} from "./server-options.ts";
import {syncSchedule} from "./sync-schedule.ts";

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

const bill = csv([charge(inMonth("2026-10"))]);
const launcher = fileURLToPath(new URL("../../../bin/ashlar.js", import.meta.url));

/** A practice whose clock a test sets, with a schedule that looks all the time. */
async function scheduled(sources: readonly object[]) {
  let now = Temporal.Instant.from("2026-11-24T00:00:00Z");
  const shop: Workshop = await workshop({
    settings: {sources: sources as []},
    effects: {now: () => now}
  });
  const ran: (readonly [string, string | null])[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const heavy: Heavy = async (operation, input, context) => {
    expect(context.caller.id).toBe("schedule");
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    return operation.run(input, context).finally(() => (atOnce -= 1));
  };
  const begin = () => {
    const schedule = syncSchedule({
      context: shop.context,
      settings: () => Promise.resolve(shop.context.settings),
      heavy,
      done: (source, code) => void ran.push([source, code]),
      pause: 5
    });
    closings.push(() => schedule.stop());
    return schedule;
  };
  closings.push(() => shop.close());
  return {
    shop,
    ran,
    begin,
    mostAtOnce: () => mostAtOnce,
    later: (hours: number) => {
      now = now.add({hours});
    }
  };
}

describe("the schedule", () => {
  test("fetches what is due, one source at a time, and again after its cadence", async () => {
    const {shop, ran, begin, later, mostAtOnce} = await scheduled([
      {id: "hourly", location: "a", cadence: "hourly"},
      {id: "daily", location: "b", cadence: "daily"},
      {id: "never", location: "c"},
      {id: "elsewhere", cadence: "daily"}
    ]);
    await shop.file("a/2026-10.csv", bill);
    await shop.file("b/2026-10.csv", bill);
    const schedule = begin();
    await expect.poll(() => ran.length).toBe(2);
    expect(Object.fromEntries(ran)).toEqual({daily: null, hourly: null});
    later(2);
    await expect.poll(() => ran.length).toBe(3);
    expect(ran.at(-1)).toEqual(["hourly", null]);
    await expect.poll(() => schedule.state().next?.source).toBe("hourly");
    later(30);
    await expect.poll(() => ran.length).toBe(5);
    expect(mostAtOnce()).toBe(1);
    await schedule.stop();
    expect(schedule.state().on).toBe(false);
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "2"}});
  });

  test("comes back to one that fails after growing pauses, and lets the others be", async () => {
    const {shop, ran, begin, later} = await scheduled([
      {id: "broken", location: "nowhere", cadence: "daily"},
      {id: "whole", location: "a", cadence: "daily"}
    ]);
    await shop.file("a/2026-10.csv", bill);
    begin();
    await expect.poll(() => ran.length).toBe(2);
    expect(ran).toContainEqual(["broken", "input.missing"]);
    expect(ran).toContainEqual(["whole", null]);
    const incidents = async (): Promise<readonly (string | null)[]> => {
      const {rows}: Output<typeof incidentsList> = await shop.run(incidentsListOperation, {source: "broken"});
      return rows.map(({check}) => check);
    };
    await expect.poll(incidents).toContain("late");
    const pauses: number[] = [];
    for (let n = 0; n < 3; n++) {
      const due = (await dueSources(shop.context)).find(({source}) => source === "broken")?.at ?? "";
      pauses.push(Temporal.Instant.from(due).since(shop.context.effects.now()).total("minutes"));
      later(3);
      await expect.poll(() => ran.length).toBe(3 + n);
    }
    expect(ran.filter(([source]) => source === "whole")).toHaveLength(1);
    for (const [n, least] of [5, 10, 20].entries()) {
      expect(pauses[n]).toBeGreaterThanOrEqual(least);
      expect(pauses[n]).toBeLessThanOrEqual(least * 1.1 + 0.01);
    }
  });

  test("stops in the middle of a fetch", async () => {
    const {shop, begin, ran} = await scheduled([{id: "hourly", location: "a", cadence: "hourly"}]);
    await shop.file("a/2026-10.csv", bill);
    const schedule = begin();
    await expect.poll(() => schedule.state().running ?? ran.length > 0).toBeTruthy();
    await schedule.stop();
    expect(schedule.state().running).toBeNull();
  });
});

describe("ashlar serve", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  async function serve(...argv: readonly string[]) {
    const root = await mkdtemp(join(tmpdir(), "ashlar-schedule-"));
    closings.push(() => rm(root, {recursive: true, force: true}));
    await mkdir(join(root, "exports"));
    await writeFile(join(root, "exports", "2026-10.csv"), bill);
    await writeFile(join(root, "ashlar.yaml"), "sources:\n  - {id: quarry, location: exports, cadence: daily}\n");
    const child = spawn(process.execPath, [launcher, "serve", "--practice", root, "--port", "0", ...argv], {
      stdio: ["ignore", "pipe", "inherit"]
    });
    children.push(child);
    const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
    const address = await new Promise<string>((resolve) => {
      let out = "";
      child.stdout.on("data", (text: Buffer) => {
        out += text.toString();
        const found = /http:\/\/\S+\//.exec(out)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    const get = async (path: string): Promise<unknown> => (await fetch(`${address}${path}`)).json();
    return {child, ended, get};
  }

  test("fetches by itself, says how it stands, and ends when it is asked to", async () => {
    const {child, ended, get} = await serve();
    await expect
      .poll(async () => ((await get("api/sources/list")) as {rows: {rows: number}[]}).rows[0]?.rows, {timeout: 60_000})
      .toBe(1);
    // Questions see the rows a moment before the fetch is noted as done.
    await expect
      .poll(() => get("api/sources/list"), {timeout: 60_000})
      .toMatchObject({
        rows: [
          {
            source: "quarry",
            location: "exports",
            lastSync: expect.any(String),
            nextSync: expect.any(String),
            lastError: null
          }
        ]
      });
    await expect
      .poll(() => get("api/server"))
      .toMatchObject({sync: {on: true, running: null, next: {source: "quarry"}}});
    child.kill("SIGTERM");
    await ended;
  });

  test("does not where it is told so", async () => {
    const {child, ended, get} = await serve("--no-sync");
    expect(await get("api/server")).toMatchObject({sync: {on: false, running: null, next: null}});
    child.kill("SIGTERM");
    await ended;
  });
});
