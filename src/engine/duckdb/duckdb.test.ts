import {mkdir, mkdtemp, readdir, rm, writeFile} from "node:fs/promises";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {defaultEffects} from "../../effects.ts";
import type {Context} from "../../operation.ts";
import {localCaller} from "../../operation.ts";
import {settings} from "../../settings.ts";
import {literal, raw, sql} from "../query.ts";
import type {DuckdbEngine, DuckdbOptions} from "./duckdb.ts";
import {openDuckdb} from "./duckdb.ts";
import {engineOf} from "./open.ts";

let folder: string;
let lake: string;
let spill: string;
let opened: DuckdbEngine[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ashlar-duckdb-"));
  lake = join(folder, "lake");
  spill = join(folder, "spill");
  await mkdir(lake);
  opened = [];
});

afterEach(async () => {
  for (const engine of opened) await engine.close();
  await rm(folder, {recursive: true});
});

async function open(options: Partial<DuckdbOptions> = {}): Promise<DuckdbEngine> {
  const engine = await openDuckdb({
    memory: "200 MB",
    threads: 2,
    spillFolder: spill,
    spill: "1 GB",
    parallel: 2,
    allowedDirectories: [lake],
    ...options
  });
  opened.push(engine);
  return engine;
}

const endless = raw(
  "select count(*) as n from range(10000000000) a, range(1000) b where (a.range + b.range) % 1000003 = 17"
);

describe("limits", () => {
  test("spills what does not fit into memory, and leaves nothing behind", async () => {
    const engine = await open({memory: "60MB"});
    const rows = await engine.rows(
      raw("select count(*) as n from (select distinct md5(range::varchar) from range(2000000))")
    );
    expect(rows).toEqual([{n: "2000000"}]);
    expect(await readdir(spill)).toHaveLength(1);
    await engine.close();
    expect(await readdir(spill)).toEqual([]);
  });

  test("says when the spill folder is full", async () => {
    const engine = await open({memory: "60MB", spill: "10MB"});
    await expect(
      engine.rows(raw("select count(*) as n from (select distinct md5(range::varchar) from range(2000000))"))
    ).rejects.toMatchObject({code: "storage.full", remedy: expect.stringContaining("engine.spill")});
    expect(await engine.rows(raw("select 1 as one"))).toEqual([{one: "1"}]);
  });

  test("says when memory is not enough", async () => {
    const engine = await open({memory: "60MB"});
    await expect(
      engine.rows(raw("select len(list(md5(range::varchar))) as n from range(3000000)"))
    ).rejects.toMatchObject({code: "engine.memory", remedy: expect.stringContaining("engine.memory")});
    expect(await engine.rows(raw("select 1 as one"))).toEqual([{one: "1"}]);
  });

  test("streams an answer far greater than memory and spill together", async () => {
    const engine = await open({memory: "60MB", spill: "1MB"});
    let rows = 0;
    for await (const batch of engine.stream(raw("select repeat('x', 10000) as x from range(30000)")))
      rows += batch.length;
    expect(rows).toBe(30_000);
  });

  test("refuses questions beyond the queue", async () => {
    const engine = await open({parallel: 1, queue: 1});
    const control = new AbortController();
    const asked = [endless, endless, endless].map(async (query) =>
      engine.rows(query, {signal: control.signal}).catch((error: unknown) => error)
    );
    expect(await asked[2]).toMatchObject({code: "engine.busy"});
    control.abort();
    expect(await Promise.all(asked.slice(0, 2))).toMatchObject([{code: "cancelled"}, {code: "cancelled"}]);
  });

  test("lets no caller starve another", async () => {
    const engine = await open({parallel: 1});
    const order: string[] = [];
    const ask = async (caller: string): Promise<void> => {
      await engine.rows(raw("select sum(range) as s from range(100000)"), {caller});
      order.push(caller);
    };
    await Promise.all(["a", "a", "a", "a", "b"].map(ask));
    expect(order).toEqual(["a", "a", "b", "a", "a"]);
  });
});

describe("the spill folder", () => {
  test("is not shared, and what dead processes left is removed", async () => {
    const host = hostname().replaceAll(/[^A-Za-z0-9-]/g, "-");
    const dead = `${host}.2147483647.01ARZ3NDEKTSV4RRFFQ69G5FAV`;
    const kept = [
      `${host}.${process.pid}.01ARZ3NDEKTSV4RRFFQ69G5FAV`,
      "elsewhere.1.01ARZ3NDEKTSV4RRFFQ69G5FAV",
      "notes"
    ];
    for (const name of [dead, ...kept]) await mkdir(join(spill, name), {recursive: true});
    const engines = [await open(), await open()];
    const names = await readdir(spill);
    expect(names).toHaveLength(kept.length + 2);
    expect(names).toEqual(expect.arrayContaining(kept));
    for (const engine of engines) await engine.close();
    expect((await readdir(spill)).sort()).toEqual(kept.sort());
  });

  test("that cannot be made is said so", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(open({spillFolder: join(folder, "file", "spill")})).rejects.toMatchObject({
      code: "storage.denied",
      at: {file: join(folder, "file", "spill")}
    });
  });
});

describe("a session", () => {
  test("counts what it changes, and keeps its temporary tables to itself", async () => {
    const engine = await open();
    const [one, two] = [await engine.session(), await engine.session()];
    await one.run(sql`create temp table t (a varchar, b bigint)`);
    expect(await one.run(sql`insert into t select ${"x"}, range from range(${5n})`)).toEqual({rowsChanged: 5n});
    expect(await one.run(sql`delete from t where b < ${2n}`)).toEqual({rowsChanged: 2n});
    expect(await one.rows(sql`select a, max(b) as b from t group by 1`)).toEqual([{a: "x", b: "4"}]);
    await expect(two.rows(sql`select * from t`)).rejects.toMatchObject({code: "engine.failed"});
  });

  test("runs its statements one after the other", async () => {
    const engine = await open();
    const session = await engine.session();
    await session.run(sql`create temp table t (n bigint)`);
    await Promise.all(Array.from({length: 20}, async () => session.run(sql`insert into t select count(*) from t`)));
    expect(await session.rows(sql`select count(*) as rows, sum(n) as total from t`)).toEqual([
      {rows: "20", total: "190"}
    ]);
  });

  test("does not stop one statement when another is cancelled that waits for it", async () => {
    const engine = await open();
    const session = await engine.session();
    const first = session.rows(raw("select count(*) as n from range(200000000) where (range * 7919) % 1000003 = 17"));
    const second = session.rows(endless, {signal: AbortSignal.timeout(20)});
    await expect(second).rejects.toMatchObject({code: "cancelled"});
    expect(await first).toHaveLength(1);
  });

  test("goes on after a cancelled copy and an abandoned stream", async () => {
    const engine = await open();
    const session = await engine.session();
    const file = literal(join(lake, "big.parquet"));
    await expect(
      session.run(sql`copy (select md5(range::varchar) as m from range(100000000)) to ${file} (format parquet)`, {
        signal: AbortSignal.timeout(200)
      })
    ).rejects.toMatchObject({code: "cancelled"});
    for await (const batch of session.stream(raw("select range as i from range(10000000)"))) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(await session.rows(raw("select 1 as one"))).toEqual([{one: "1"}]);
  });

  test("does not wait in the queue of questions", async () => {
    const engine = await open({parallel: 1});
    const control = new AbortController();
    const question = engine.rows(endless, {signal: control.signal}).catch((error: unknown) => error);
    const session = await engine.session();
    expect(await session.rows(raw("select 1 as one"))).toEqual([{one: "1"}]);
    control.abort();
    expect(await question).toMatchObject({code: "cancelled"});
  });

  test("that is closed stops its work and takes no more", async () => {
    const engine = await open();
    const session = await engine.session();
    const work = session.rows(endless).catch((error: unknown) => error);
    await session.close();
    await session.close();
    expect(await work).toMatchObject({code: "cancelled"});
    await expect(session.rows(raw("select 1 as one"))).rejects.toThrow("the session is closed");
  });
});

describe("closing", () => {
  test("cancels what runs and what waits, and takes no more", async () => {
    const engine = await open({parallel: 1});
    const session = await engine.session();
    const asked = [
      engine.rows(endless),
      engine.rows(endless),
      Array.fromAsync(engine.stream(endless)),
      session.rows(endless)
    ].map(async (answer) => answer.catch((error: unknown) => error));
    await engine.close();
    expect(await Promise.all(asked)).toMatchObject(asked.map(() => ({code: "cancelled"})));
    await expect(engine.rows(raw("select 1 as one"))).rejects.toThrow("the engine is closed");
    await expect(engine.session()).rejects.toThrow("the engine is closed");
    await engine.close();
  });
});

describe("a scan", () => {
  test("reads files of different columns as one relation, partition folders as text, whatever the folder is named", async () => {
    const engine = await open();
    const session = await engine.session();
    const odd = join(lake, "it's [odd] *?", "source=2026", "billing_period=2026-10");
    await mkdir(odd, {recursive: true});
    const files = ["p.parquet", "q.parquet"].map((name) => ({path: join(odd, name), snapshot: "s"}));
    await session.run(sql`copy (select 1 as n, 'x' as a) to ${literal(join(odd, "p.parquet"))} (format parquet)`);
    await session.run(sql`copy (select 'y' as b, 2 as n) to ${literal(join(odd, "q.parquet"))} (format parquet)`);
    await session.run(sql`copy (select 3 as n) to ${literal(join(odd, "not-asked-for.parquet"))} (format parquet)`);
    expect(
      await engine.rows(
        sql`select c.*, typeof(c.source) as type from ${engine.dialect.scan("CostAndUsage", files)} as c order by c.n`
      )
    ).toEqual([
      {n: "1", a: "x", b: null, source: "2026", billing_period: "2026-10", type: "VARCHAR"},
      {n: "2", a: null, b: "y", source: "2026", billing_period: "2026-10", type: "VARCHAR"}
    ]);
    expect(() => engine.dialect.scan("CostAndUsage", [])).toThrow("a scan needs a file");
  });

  test("of a file that is not there says so without its path, and reads no other", async () => {
    const engine = await open();
    const session = await engine.session();
    await mkdir(join(lake, "a"));
    await session.run(sql`copy (select 1 as n) to ${literal(join(lake, "a", "p.parquet"))} (format parquet)`);
    for (const folder of ["[ab]", "?", "*"]) {
      const scan = engine.dialect.scan("CostAndUsage", [{path: join(lake, folder, "p.parquet"), snapshot: "s"}]);
      await expect(engine.rows(sql`select * from ${scan}`)).rejects.toMatchObject({code: "engine.failed"});
    }
    const scan = engine.dialect.scan("CostAndUsage", [{path: join(lake, "gone.parquet"), snapshot: "s"}]);
    await expect(engine.rows(sql`select * from ${scan}`)).rejects.toMatchObject({
      code: "engine.failed",
      message: "a data file is missing or cannot be read"
    });
  });
});

describe("the engine of a practice", () => {
  test("may use its lake", async () => {
    const context: Context = {
      caller: localCaller,
      folder: {root: folder, file: null, data: folder},
      settings: settings.parse({engine: {memory: "200MB", threads: 1, parallel: 1}}),
      effects: defaultEffects,
      signal: new AbortController().signal,
      progress: () => undefined,
      use: async (resource) => resource.open(context)
    };
    const engine = await engineOf.open(context);
    opened.push(engine);
    const session = await engine.session();
    await session.run(sql`copy (select 1 as a) to ${literal(join(folder, "lake", "a.parquet"))}`);
    await expect(session.run(sql`copy (select 1 as a) to ${literal(join(folder, "a.parquet"))}`)).rejects.toMatchObject(
      {code: "engine.failed"}
    );
    await engineOf.close(engine);
    await expect(engine.rows(raw("select 1 as one"))).rejects.toThrow("the engine is closed");
  });
});
