import {mkdir, mkdtemp, readdir, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {literal, raw, sql} from "../query.ts";
import type {DuckdbEngine, DuckdbOptions} from "./duckdb.ts";
import {openDuckdb} from "./duckdb.ts";

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

describe("confinement", () => {
  test("holds what was set", async () => {
    const engine = await open({threads: 1});
    const rows = await engine.rows(
      sql`select name, value from duckdb_settings() where name in ('memory_limit', 'threads', 'preserve_insertion_order', 'TimeZone', 'enable_external_access', 'lock_configuration', 'autoinstall_known_extensions', 'autoload_known_extensions', 'max_temp_directory_size') order by name`
    );
    expect(Object.fromEntries(rows.map(({name, value}) => [name, value]))).toEqual({
      TimeZone: "UTC",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      enable_external_access: "false",
      lock_configuration: "true",
      max_temp_directory_size: "953.6 MiB",
      memory_limit: "190.7 MiB",
      preserve_insertion_order: "false",
      threads: "1"
    });
  });

  test("lets the lake be written and read, and nothing else", async () => {
    const engine = await open();
    const outside = join(folder, "outside");
    await mkdir(outside);
    await writeFile(join(outside, "secret.csv"), "a\nhidden\n");
    await symlink(outside, join(lake, "way-out"));
    const session = await engine.session();
    const inside = literal(join(lake, "a.parquet"));
    expect(
      await session.run(sql`copy (select ${"x"} as a union all select 'y') to ${inside} (format parquet)`)
    ).toEqual({rowsChanged: 2n});
    expect(await engine.rows(sql`select count(*) as n from read_parquet(${inside})`)).toEqual([{n: "2"}]);
    const refused = [
      `select * from read_csv('${outside}/secret.csv')`,
      `select * from read_text('${outside}/secret.csv')`,
      `select * from '${outside}/secret.csv'`,
      `select * from read_text('${lake}/../outside/secret.csv')`,
      `select * from read_text('${lake}/way-out/secret.csv')`,
      `select * from glob('${outside}/*')`,
      `copy (select 1) to '${outside}/b.csv'`,
      `copy (select 1) to '${lake}/../outside/b.csv'`,
      `copy (select 1) to '${lake}/way-out/b.csv'`,
      `copy (select 1) to '${lake}-beside.csv'`,
      `export database '${outside}/e'`,
      `attach '${outside}/b.db'`,
      "install httpfs",
      "load httpfs",
      "set memory_limit = '8GB'",
      "set threads = 64",
      `set temp_directory = '${outside}'`,
      "set allowed_directories = ['/']",
      "set enable_external_access = true",
      "set lock_configuration = false",
      "reset lock_configuration"
    ];
    for (const statement of refused) {
      const failure: unknown = await session.run(raw(statement)).catch((error: unknown) => error);
      expect([statement, failure]).toEqual([
        statement,
        expect.objectContaining({
          code: "engine.failed",
          message: "the engine was asked for something that it may not touch"
        })
      ]);
    }
    expect(await readdir(outside)).toEqual(["secret.csv"]);
    expect((await readdir(folder)).sort()).toEqual(["lake", "outside", "spill"]);
  });

  test("takes one statement at a time", async () => {
    const engine = await open();
    await expect(engine.rows(raw("select 1; select 2"))).rejects.toMatchObject({
      code: "engine.failed",
      message: "the engine takes one statement at a time"
    });
  });
});
