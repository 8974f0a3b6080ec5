import {createHash} from "node:crypto";
import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {defaultEffects, type Effects} from "../effects.ts";
import {generateDemo, type DemoData, type DemoOptions} from "./generate.ts";
import type {TruthEntry} from "./truth.ts";

const effects: Effects = {...defaultEffects, now: () => Temporal.Instant.from("2026-11-23T10:00:00Z")};
const folders: string[] = [];
let connection: DuckDBConnection;
let data: DemoData;

async function demo(options: Omit<DemoOptions, "folder"> = {}): Promise<DemoData> {
  const folder = await mkdtemp(join(tmpdir(), "ashlar-demo-"));
  folders.push(folder);
  return generateDemo({folder, end: "2026-10", seed: 7, scale: 0.03, ...options}, effects);
}

const one = async (query: string): Promise<unknown> =>
  Object.values((await connection.runAndReadAll(query)).getRowObjectsJson()[0] ?? {})[0];

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  data = await demo();
});

afterAll(async () => {
  connection.closeSync();
  for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

/** The rows of a source as the lake has them once all is ingested: the restated month instead of its first delivery. */
function finalRows(data: DemoData, source: string): string {
  const csv = (files: string): string =>
    `read_csv('${join(data.folder, files)}', all_varchar = true, union_by_name = true, hive_partitioning = false)`;
  if (source === "gcp")
    return `(SELECT * REPLACE (strftime(ChargePeriodStart, '%Y-%m-%dT%H:%M:%SZ') AS ChargePeriodStart) FROM read_parquet('${join(data.folder, "gcp/**/*.parquet")}', hive_partitioning = false))`;
  if (source === "licences") return csv("licences/cost-and-usage/*.csv");
  if (source !== "aws") return csv(`${source}/**/*.csv*`);
  const {month} = data.truth.restatement;
  return `(SELECT * FROM ${csv("aws/**/*.csv.gz")} WHERE BillingPeriodStart <> '${month}-01T00:00:00Z' UNION ALL BY NAME SELECT * FROM ${csv("aws-restated/**/*.csv.gz")})`;
}

/** Reads the rows of every source once; a name for the tables. */
async function load(data: DemoData, name: string): Promise<string> {
  const columns = "SubAccountId, ServiceName, ResourceId, SkuMeter, EffectiveCost, ChargeCategory, ChargePeriodStart";
  for (const source of new Set(data.deliveries.map((each) => each.source))) {
    const commitments = source === "aws" || source === "azure" || source === "gcp";
    await connection.run(
      `CREATE TABLE "${name} ${source}" AS SELECT ${columns}${commitments ? ", CommitmentDiscountId, CommitmentDiscountStatus" : ""} FROM ${finalRows(data, source)}`
    );
  }
  return name;
}

/** Effective cost of the rows that an entry names, between two days. */
async function costOf(name: string, entry: TruthEntry, from: string, to: string): Promise<string> {
  const conditions = Object.entries(entry.match).map(
    ([column, values]) => `"${column}" IN (${(values as readonly string[]).map((value) => `'${value}'`).join(", ")})`
  );
  const sum = await one(
    `SELECT coalesce(sum(CAST(EffectiveCost AS DECIMAL(28, 10))), 0)::VARCHAR FROM "${name} ${entry.source}" WHERE ${conditions.join(" AND ")} ` +
      `AND ChargeCategory = 'Usage' AND ChargePeriodStart >= '${from}' AND ChargePeriodStart < '${to}'`
  );
  return plain(`${sum}`);
}

const plain = (decimal: string): string => (decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal);
const digits = (text: string): bigint => {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(16, "0"));
};

async function hashes(data: DemoData): Promise<Readonly<Record<string, string>>> {
  const paths = [...data.files.map((file) => file.path), data.rates, join(data.folder, "truth.json")];
  const pairs = await Promise.all(
    paths.map(async (path) => [
      relative(data.folder, path),
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex")
    ])
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe("what is planted", () => {
  let loud: string;
  let quiet: string;
  beforeAll(async () => {
    loud = await load(data, "loud");
    quiet = await load(await demo({events: false}), "quiet");
  });

  test("is enough to judge detectors and checks by", () => {
    const {events, waste} = data.truth;
    expect(
      new Set(events.filter((entry) => entry.nature === "anomaly").map((entry) => entry.kind)).size
    ).toBeGreaterThanOrEqual(10);
    expect(events.filter((entry) => entry.nature === "anomaly").length).toBeGreaterThanOrEqual(12);
    expect(events.some((entry) => entry.nature === "planned")).toBe(true);
    expect(new Set(waste.map((entry) => entry.kind)).size).toBeGreaterThanOrEqual(15);
  });

  test("costs what the truth says, with the event and without it", async () => {
    for (const entry of data.truth.events) {
      const observed = await costOf(loud, entry, entry.from, entry.to);
      const expected = await costOf(quiet, entry, entry.from, entry.to);
      expect([entry.id, observed, expected]).toEqual([entry.id, entry.observed, entry.expected]);
      expect(digits(observed) - digits(expected)).toBe(digits(entry.impact ?? "0"));
      const before = entry.kind === "new-service" || entry.kind === "duplicate-environment";
      expect([entry.id, expected === "0"]).toEqual([entry.id, before]);
    }
  });

  test("is nothing outside its days", async () => {
    for (const entry of data.truth.events) {
      expect([entry.id, await costOf(loud, entry, "2025-01-01", entry.from)]).toEqual([
        entry.id,
        await costOf(quiet, entry, "2025-01-01", entry.from)
      ]);
      expect([entry.id, await costOf(loud, entry, entry.to, "2027-01-01")]).toEqual([
        entry.id,
        await costOf(quiet, entry, entry.to, "2027-01-01")
      ]);
    }
  });

  test("cancels at the payer where an account moved", () => {
    const moved = data.truth.events.find((entry) => entry.kind === "account-swap");
    expect(moved).toMatchObject({impact: "0"});
    expect(moved?.increase).toBe(moved?.decrease);
    expect(moved?.increase).not.toBe("0");
  });

  test("wastes what the truth says, in all and in the last complete month", async () => {
    for (const entry of data.truth.waste) {
      expect([entry.id, await costOf(loud, entry, entry.from, entry.to)]).toEqual([entry.id, entry.observed]);
      expect([entry.id, await costOf(loud, entry, "2026-10-01", "2026-11-01")]).toEqual([entry.id, entry.month]);
      expect(entry.month).not.toBe("0");
    }
  });
});

describe("the month that is delivered twice", () => {
  test("differs where the truth says so and nowhere else", async () => {
    const {month} = data.truth.restatement;
    const read = (files: string): string =>
      `read_csv('${join(data.folder, files)}', all_varchar = true, hive_partitioning = false)`;
    const first = `(SELECT * FROM ${read(`aws/**/BILLING_PERIOD=${month}/*.csv.gz`)})`;
    const second = `(SELECT * FROM ${read(`aws-restated/**/BILLING_PERIOD=${month}/*.csv.gz`)})`;
    const services = async (a: string, b: string): Promise<unknown> =>
      (await connection.runAndReadAll(`SELECT DISTINCT ServiceName FROM (FROM ${a} EXCEPT ALL FROM ${b}) ORDER BY 1`))
        .getRows()
        .flat();
    expect(await services(second, first)).toEqual([
      "AWS Credits",
      "AWS Support (Business)",
      "Amazon Athena",
      "Amazon CloudFront"
    ]);
    expect(await services(first, second)).toEqual(["AWS Support (Business)", "Amazon CloudFront"]);
    expect(data.deliveries.at(-1)).toMatchObject({source: "aws", mode: "overwrite"});
  });
});

describe("the same seed, month and day", () => {
  test("give the same bytes, and another seed gives others", async () => {
    const [once, again, other] = [data, await demo(), await demo({seed: 8})];
    expect(await hashes(again)).toEqual(await hashes(once));
    const theirs = await hashes(other);
    const ours = Object.entries(await hashes(once)).filter(([name]) => /^(aws|azure|gcp|lumen)/.test(name));
    for (const [name, hash] of ours) expect([name, theirs[name]]).not.toEqual([name, hash]);
  });
});

describe("at its full size", () => {
  test("has about three hundred thousand rows", {timeout: 180_000}, async () => {
    const whole = await demo({scale: 1});
    let counted = 0n;
    for (const source of new Set(whole.deliveries.map((each) => each.source)))
      counted += BigInt(`${await one(`SELECT count(*) FROM ${finalRows(whole, source)}`)}`);
    expect(counted).toBe(BigInt(whole.rows));
    expect(whole.rows).toBeGreaterThan(250_000);
    expect(whole.rows).toBeLessThan(350_000);
  });
});

describe("a folder that cannot be written", () => {
  test("is named, with what to do", async () => {
    const file = join(data.folder, "rates.csv");
    await expect(generateDemo({folder: join(file, "below"), end: "2026-10"}, effects)).rejects.toMatchObject({
      code: "storage.denied",
      message: expect.stringContaining(join(file, "below"))
    });
  });
});

describe("a month that is none", () => {
  test("is refused", async () => {
    await expect(demo({end: "2026-13"})).rejects.toMatchObject({code: "usage.invalid"});
  });
});
