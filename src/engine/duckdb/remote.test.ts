import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {UserError} from "../../errors.ts";
import {engineConformance} from "../conformance.ts";
import {sql} from "../query.ts";
import type {DuckdbOptions} from "./duckdb.ts";
import {openRemoteDuckdb, type RemoteEngine} from "./remote.ts";

const options: DuckdbOptions = {
  memory: "500MB",
  threads: 2,
  spillFolder: join(tmpdir(), "ashlar-remote-spill"),
  spill: "1GB",
  parallel: 2,
  allowedDirectories: []
};

engineConformance("duckdb in a process of its own", () => openRemoteDuckdb(options));

describe("the engine's process", () => {
  let engine: RemoteEngine;
  beforeAll(async () => {
    engine = await openRemoteDuckdb(options);
  });
  afterAll(() => engine.close());

  const endless = sql`select count(*) as n from range(100000000000) a`;

  test("is another one, whose memory is known", async () => {
    expect(engine.processId()).not.toBe(process.pid);
    expect(await engine.memory()).toBeGreaterThan(1_000_000);
  });

  test("dies: what ran fails with a remedy, what comes next is answered", async () => {
    const before = engine.processId();
    const running = engine.rows(endless);
    const failed = expect(running).rejects.toMatchObject({
      code: "engine.failed",
      remedy: expect.stringMatching(/again/)
    });
    await engine.rows(sql`select 1 as one`);
    process.kill(before ?? 0, "SIGKILL");
    await failed;
    expect(await engine.rows(sql`select 1 as one`)).toEqual([{one: "1"}]);
    expect(engine.processId()).not.toBe(before);
    expect(engine.pending()).toBe(0);
  });

  test("stops a question that is cancelled, and goes on", async () => {
    const abort = new AbortController();
    const running = engine.rows(endless, {signal: abort.signal});
    setTimeout(() => abort.abort(), 100);
    await expect(running).rejects.toMatchObject({code: "cancelled"});
    expect(await engine.rows(sql`select 1 as one`)).toEqual([{one: "1"}]);
  });

  test("keeps the tables of a session to it, and errors keep their code", async () => {
    const session = await engine.session();
    await session.run(sql`create temp table t as select 1 as a`);
    expect(await session.rows(sql`select a from t`)).toEqual([{a: "1"}]);
    await expect(engine.rows(sql`select a from t`)).rejects.toBeInstanceOf(UserError);
    await session.close();
    await expect(session.rows(sql`select a from t`)).rejects.toThrow(/closed/);
  });

  test("ends when it is closed, and is refused afterwards", async () => {
    const other = await openRemoteDuckdb(options);
    const id = other.processId() ?? 0;
    await other.close();
    expect(() => process.kill(id, 0)).toThrow(/ESRCH/);
    await expect(other.rows(sql`select 1`)).rejects.toThrow(/closed/);
  });
});
