import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type DuckdbEngine, openDuckdb, type Session} from "../../engine/duckdb/duckdb.ts";
import {literal, raw, sql} from "../../engine/query.ts";
import {charge, csv} from "../fixtures/charges.ts";
import {refusalWithoutTrace, type Workshop, workshop} from "../fixtures/workshop.ts";

let shop: Workshop;
let engine: DuckdbEngine;
let session: Session;
let sources = 0;

beforeAll(async () => {
  shop = await workshop();
  await shop.ingest(await shop.file("there.csv", csv([charge(), charge({BilledCost: "2"})])));
  const settings = {memory: "500MB", spill: "1GB", spillFolder: join(shop.root, "spill"), parallel: 1};
  engine = await openDuckdb({...settings, allowedDirectories: [shop.root]});
  session = await engine.session();
});
afterAll(async () => {
  await session.close();
  await engine.close();
  await shop.close();
});

/** A Parquet file of the two charges, with columns as the end of a `select *` says. */
async function parquet(columns: string): Promise<string> {
  const name = `p${++sources}.parquet`;
  await session.run(
    sql`copy (select * ${raw(columns)} from read_csv(${literal(join(shop.root, "there.csv"))}, all_varchar = true))
        to ${literal(join(shop.root, name))} (format parquet)`
  );
  return name;
}

async function ingest(name: string) {
  const source = `s${++sources}`;
  const report = await shop.ingest(name, {source});
  return {report, source, totals: await shop.totals({sources: [source]})};
}

describe("columns of other types are taken exactly", () => {
  const types: Readonly<Record<string, string>> = {
    text: "",
    decimal: `replace (cast("BilledCost" as decimal(10, 2)) as "BilledCost")`,
    "decimal with more places than ours": `replace (cast("BilledCost" as decimal(30, 20)) as "BilledCost")`,
    integer: `replace (cast("BilledCost" as integer) as "BilledCost")`,
    double: `replace (cast("BilledCost" as double) as "BilledCost")`,
    timestamp: `replace (cast("ChargePeriodStart" as timestamp) as "ChargePeriodStart")`,
    "timestamp with zone": `replace (cast("ChargePeriodStart" as timestamptz) as "ChargePeriodStart")`,
    "timestamp of nanoseconds": `replace (cast("ChargePeriodStart" as timestamp_ns) as "ChargePeriodStart")`,
    date: `replace (cast('2026-10-01' as date) as "ChargePeriodStart")`,
    map: `replace (map {'team': 'stone'} as "Tags")`,
    struct: `replace ({'team': 'stone'} as "Tags")`,
    "a derived column from a timestamp": `exclude ("BillingPeriodEnd") replace (cast("BillingPeriodStart" as timestamp) as "BillingPeriodStart")`
  };

  test.for(Object.entries(types))("%s", async ([, columns]) => {
    const {report, source, totals} = await ingest(await parquet(columns));
    expect(report.verdict).toBe("ok");
    expect(totals).toEqual({USD: {rows: 2, billed: "3"}});
    const rows = await shop.rows(
      sql`select distinct "ChargePeriodStart" as start, "BillingPeriodEnd" as "end", "Tags"['team'] as team from charges`,
      {sources: [source]}
    );
    expect(rows).toEqual([{start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z", team: "stone"}]);
  });

  test("binary floats are taken by their shortest decimal, and it is said", async () => {
    const {report, totals} = await ingest(await parquet(`replace (cast("BilledCost" as double) / 10 as "BilledCost")`));
    expect(totals).toEqual({USD: {rows: 2, billed: "0.3"}});
    expect(report.rows[0]?.checks.map(({check}) => check)).toContain("binary-floats");
  });

  test.for(["'nan'::double", "'inf'::double", "1e25::double", "0.1234567890123456789::decimal(30, 20)"])(
    "%s is quarantined",
    async (value) => {
      const {report} = await ingest(await parquet(`replace (${value} as "BilledCost")`));
      expect(report.rows[0]).toMatchObject({status: "held", rows: 0, quarantined: 2});
    }
  );
});

describe("a damaged file is refused", () => {
  const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    "cut at the end": (bytes) => bytes.subarray(0, -30),
    "cut at the beginning": (bytes) => bytes.subarray(100),
    "cut in the middle": (bytes) => Buffer.concat([bytes.subarray(0, 500), bytes.subarray(-500)]),
    "with other bytes in its rows": (bytes) =>
      Buffer.from(bytes.map((byte, n) => (n >= 200 && n < 600 ? byte ^ 0x5a : byte))),
    "with other bytes in its footer": (bytes) =>
      Buffer.from(bytes.map((byte, n) => (n >= bytes.length - 200 && n < bytes.length - 20 ? byte ^ 0x5a : byte))),
    "of nothing but its marks": () => Buffer.from("PAR1PAR1"),
    "of noise between its marks": () => Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(100, 7), Buffer.from("PAR1")])
  };

  test.for(Object.entries(damages))("%s", async ([name, damage]) => {
    const whole = await readFile(join(shop.root, await parquet("")));
    const path = await shop.file(`a folder/${name}.parquet`, damage(whole));
    const error = await refusalWithoutTrace(shop, () => shop.ingest(path));
    expect([error.code, error.exit, error.at]).toEqual(["input.unreadable", 4, {file: path}]);
    expect(error.message.startsWith(`${path} `)).toBe(true);
    expect(error.message.slice(path.length)).not.toMatch(/[\\/]|a folder/);
    expect(error.remedy).toMatch(/etch.*again/);
  });

  test("without rows", async () => {
    const name = `p${++sources}.parquet`;
    await session.run(
      sql`copy (select 1 as "BilledCost" where false) to ${literal(join(shop.root, name))} (format parquet)`
    );
    expect((await refusalWithoutTrace(shop, () => shop.ingest(name))).code).toBe("input.empty");
  });
});
