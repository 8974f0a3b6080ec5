import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type DuckdbEngine, openDuckdb, type Session} from "../../engine/duckdb/duckdb.ts";
import {join as joinQueries, literal, type Query, sql} from "../../engine/query.ts";
import {compare, normalise, parseAmount} from "../../money/amount.ts";
import {exactMacros, partMacros} from "./exact.ts";

let folder: string;
let engine: DuckdbEngine;
let session: Session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ashlar-exact-"));
  const settings = {memory: "500MB", spill: "1GB", spillFolder: join(folder, "spill"), allowedDirectories: [folder]};
  engine = await openDuckdb({...settings, threads: 1, parallel: 1});
  session = await engine.session();
  for (const macro of [...partMacros, ...exactMacros]) await session.run(macro);
});
afterAll(async () => {
  await session.close();
  await engine.close();
  await rm(folder, {recursive: true, force: true});
});

/** What a macro makes of each text, through a table, so that nothing is folded away. */
async function taken(texts: readonly string[], value: Query): Promise<readonly (string | null)[]> {
  const list = joinQueries(texts.map((text, n) => sql`(${literal(String(n))}, ${literal(text)})`));
  await session.run(sql`create or replace temp table texts as from (values ${list}) as texts (n, t)`);
  const rows = await session.rows(sql`select ${value} as value from texts order by cast(n as integer)`);
  return rows.map(({value: found}) => (typeof found === "string" ? found : null));
}

const decimals = (texts: readonly string[]) => taken(texts, sql`cast(exact_decimal(t) as varchar)`);
const instants = (texts: readonly string[]) => taken(texts, sql`exact_instant(t)`);

/** The exact value of a text as a DECIMAL(38,18) has it; null where it has none. */
function expectedDecimal(text: string): string | null {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return null;
  const {units, scale} = parseAmount(trimmed);
  const limit = 10n ** BigInt(20 + scale);
  if (units >= limit || units <= -limit) return null;
  const plain = normalise(trimmed, {trailingZeros: false});
  return (plain.split(".")[1] ?? "").length > 18 ? null : plain;
}

const digits = (least: number, most: number) =>
  fc.string({unit: fc.constantFrom(...Array.from("0123456789")), minLength: least, maxLength: most});
const sign = fc.constantFrom("", "+", "-");
const plain = fc
  .tuple(sign, digits(1, 20), fc.option(digits(0, 18), {nil: null}), digits(0, 6))
  .map(([s, whole, part, zeros]) => `${s}${whole}${part === null ? "" : `.${part}${zeros.replaceAll(/\d/g, "0")}`}`);
const scientific = fc
  .tuple(sign, digits(1, 8), digits(0, 12), fc.constantFrom("e", "E"), fc.integer({min: -20, max: 20}))
  .map(([s, whole, part, e, exponent]) => `${s}${whole}.${part}${e}${exponent}`);
const anything = fc.string({unit: fc.constantFrom(...Array.from("0019.,eE+-_ xnaif'%$١\t")), maxLength: 18});

describe("exact_decimal", () => {
  test("takes every text of at most 20 digits before and 18 after the point, as exactly that", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plain, {minLength: 50, maxLength: 200}), async (texts) => {
        const found = await decimals(texts);
        texts.forEach((text, n) => {
          expect([text, found[n] === null ? null : compare(found[n] ?? "", text)]).toEqual([text, 0]);
        });
      }),
      {numRuns: 15}
    );
  });

  test("whatever it takes, scientific or odd, has exactly its value", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(scientific, anything), {minLength: 50, maxLength: 200}), async (texts) => {
        const found = await decimals(texts);
        texts.forEach((text, n) => {
          const value = found[n] ?? null;
          if (value === null) return;
          expect([text, normalise(value, {trailingZeros: false})]).toEqual([text, expectedDecimal(text)]);
        });
      }),
      {numRuns: 30}
    );
  });

  test("takes scientific notation that fits", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scientific, {minLength: 50, maxLength: 200}), async (texts) => {
        const fitting = texts.filter((text) => expectedDecimal(text) !== null);
        expect((await decimals(fitting)).filter((value) => value === null)).toEqual([]);
      }),
      {numRuns: 15}
    );
  });

  test.for([
    ["0", "0"],
    ["-0.00", "0"],
    ["1.", "1"],
    [".5", "0.5"],
    [" 12.50 ", "12.5"],
    ["1.5E-7", "0.00000015"],
    ["99999999999999999999.999999999999999999", "99999999999999999999.999999999999999999"],
    ["-99999999999999999999.999999999999999999", "-99999999999999999999.999999999999999999"],
    ["1.0000000000000000000000000000000000000000", "1"],
    ["0.000000000000000001", "0.000000000000000001"],
    ["9007199254740993.1", "9007199254740993.1"],
    ["0.1234567890123", "0.1234567890123"],
    ["80.e-19", "0.000000000000000008"],
    ["0.0000000000005", "0.0000000000005"],
    ["0.00000000000049", "0.00000000000049"]
  ])("%j is %s", async ([text = "", value]) => {
    const [found] = await decimals([text]);
    expect(found === null ? null : normalise(found ?? "", {trailingZeros: false})).toBe(value);
  });

  test.for([
    "",
    " ",
    ".",
    "-",
    "ten",
    "1,234.5",
    "1.234,5",
    "12,5",
    "1 000",
    "1_000",
    "1_0.5",
    "'1",
    "$1",
    "1%",
    "(1)",
    "1-",
    "--1",
    "0x10",
    "1e",
    "1e400",
    "1e-19",
    "NaN",
    "nan",
    "inf",
    "-Infinity",
    "true",
    "١٢",
    "½",
    "1d",
    "1f",
    "1n",
    "100000000000000000000",
    "1234567890123456789012345678901234567890",
    "0.1234567890123456789",
    "0.0000000000000000001"
  ])("refuses %j", async (text) => {
    expect(await decimals([text])).toEqual([null]);
  });
});

const year = fc.integer({min: 1900, max: 2199});
const instant = fc
  .tuple(year, fc.integer({min: 1, max: 366}), fc.integer({min: 0, max: 86_399}), fc.integer({min: 0, max: 999_999}))
  .map(([y, day, second, microsecond]) =>
    Temporal.ZonedDateTime.from({timeZone: "UTC", year: y, month: 1, day: 1})
      .add({days: day - 1, seconds: second, microseconds: microsecond})
      .toInstant()
  )
  .filter((at) => at.epochMilliseconds < Date.UTC(2200, 0, 1));
const offset = fc
  .tuple(
    sign.filter((s) => s !== ""),
    fc.integer({min: 0, max: 14}),
    fc.constantFrom(0, 30, 45)
  )
  .map(([s, hours, minutes]) => `${s}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`);

function same(found: string | null | undefined, at: Temporal.Instant): boolean {
  return typeof found === "string" && Temporal.Instant.from(found).equals(at);
}

describe("exact_instant", () => {
  test("takes every ISO instant to the microsecond, with Z, with an offset, or without either as UTC", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(instant, offset), {minLength: 30, maxLength: 100}), async (pairs) => {
        const texts = pairs.flatMap(([at, zone]) => {
          const utc = at.toString({smallestUnit: "microsecond"});
          const local = at.toZonedDateTimeISO(zone).toString({timeZoneName: "never", smallestUnit: "microsecond"});
          return [utc, utc.replace("Z", ""), utc.replace("T", " ").replace("Z", " UTC"), local].map((text) => ({
            text,
            at
          }));
        });
        const found = await instants(texts.map(({text}) => text));
        const wrong = texts.filter(({at}, n) => !same(found[n], at)).map(({text}, n) => [text, found[n]]);
        // An offset can move an instant of the first or last hours out of the years that are taken, never within them.
        expect(wrong).toEqual([]);
      }),
      {numRuns: 15}
    );
  });

  test("whatever it takes is what Temporal reads", async () => {
    const odd = fc.oneof(
      fc.string({unit: fc.constantFrom(...Array.from("0123456789-:TZ. +/")), maxLength: 26}),
      fc
        .tuple(instant, fc.integer({min: 0, max: 26}), fc.constantFrom(...Array.from("0159-:TZ. +")))
        .map(([at, place, char]) => {
          const text = at.toString();
          return text.slice(0, place) + char + text.slice(place + 1);
        })
    );
    await fc.assert(
      fc.asyncProperty(fc.array(odd, {minLength: 50, maxLength: 200}), async (texts) => {
        const found = await instants(texts);
        texts.forEach((text, n) => {
          const value = found[n] ?? null;
          if (value === null) return;
          expect([text, value]).toEqual([text, readByTemporal(text)]);
        });
      }),
      {numRuns: 40}
    );
  });

  test.for([
    ["2026-10-01", "2026-10-01T00:00:00Z"],
    [" 2026-10-01 ", "2026-10-01T00:00:00Z"],
    ["2026-10-01 00:00:00", "2026-10-01T00:00:00Z"],
    ["2026-10-01T01:30", "2026-10-01T01:30:00Z"],
    ["2026-10-01T01:30Z", "2026-10-01T01:30:00Z"],
    ["2026-10-01T00:00:00+02:00", "2026-09-30T22:00:00Z"],
    ["2026-10-01T00:00:00-1200", "2026-10-01T12:00:00Z"],
    ["2026-10-01T00:00:00.120000000Z", "2026-10-01T00:00:00.12Z"]
  ])("%j is %s", async ([text = "", value = ""]) => {
    const [found] = await instants([text]);
    expect(same(found, Temporal.Instant.from(value))).toBe(true);
  });

  test.for([
    "",
    "now",
    "epoch",
    "infinity",
    "10/01/2026",
    "01.10.2026",
    "5/1/25",
    "2026-10-1",
    "20261001",
    "2026-13-01",
    "2026-02-30",
    "2026-02-30T00:00:00Z",
    "2026-10-01T25:00:00Z",
    "2026-10-01T23:59:60Z",
    "2026-10-01T00:0:000Z",
    "2026-10-01T00:00:0Z0",
    "2026-10-01T00:00:0.Z",
    "2026-10-01T00:0:00.Z",
    "2026-10-01T0:00:00.Z",
    "2026-10-01T00:00:00.123456789Z",
    "1899-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z",
    "0026-10-01T00:00:00Z",
    "46296",
    "1790812800"
  ])("refuses %j", async (text) => {
    expect(await instants([text])).toEqual([null]);
  });
});

/** Temporal's reading of a text that is ISO apart from spaces and the names of UTC; null where it has none. */
function readByTemporal(text: string): string | null {
  const iso = text
    .trim()
    .replace(/^(.{10}) /, "$1T")
    .replace(/ ?(Z|UTC)$/, "Z")
    .replace(/ ([+-]\d\d(:?\d\d)?)$/, "$1");
  for (const each of [iso, `${iso}Z`, `${iso}T00:00:00Z`]) {
    try {
      // Midnight as the hour 24 is ISO 8601, though not RFC 3339.
      const midnight = /T24:00(:00(\.0+)?)?/;
      const at = Temporal.Instant.from(each.replace(midnight, "T00:00:00"));
      return (midnight.test(each) ? at.add({hours: 24}) : at).toString();
    } catch {
      // Perhaps the next reading.
    }
  }
  return null;
}
