import {rm} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {literal, raw, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import {normalise, sum} from "../../money/amount.ts";
import {doctorOperation} from "../doctor/doctor.ts";
import {type Charge, charge, csv, inMonth} from "../fixtures/charges.ts";
import {activeTotals, type Totals, type Workshop, workshop} from "../fixtures/workshop.ts";

let shop: Workshop;
let sources = 0;

beforeAll(async () => {
  shop = await workshop({settings: {engine: {threads: 1}}});
});
afterAll(() => shop.close());

const amount = fc
  .tuple(fc.constantFrom("", "-"), fc.bigInt({min: 0n, max: 10n ** 15n}), fc.stringMatching(/^\d{0,18}$/))
  .map(([sign, whole, part]) => `${sign}${whole}${part === "" ? "" : `.${part}`}`);
const row: fc.Arbitrary<Charge> = fc
  .record({
    billed: amount,
    effective: amount,
    currency: fc.constantFrom("USD", "EUR", "JPY"),
    month: fc.constantFrom("2026-08", "2026-09", "2026-10"),
    text: fc.string({maxLength: 12, unit: fc.constantFrom(...Array.from("ab\"',;\n\r%💰 "))})
  })
  .map(({billed, effective, currency, month, text}) =>
    charge({
      BilledCost: billed,
      EffectiveCost: effective,
      BillingCurrency: currency,
      ChargeDescription: text,
      ...inMonth(month)
    })
  );
const rows = fc.array(row, {minLength: 1, maxLength: 40});

/** What any reader of the file with exact arithmetic would say. */
function expected(charges: readonly Charge[]): Totals {
  const currencies = [...new Set(charges.map((each) => each["BillingCurrency"] ?? ""))].toSorted();
  return Object.fromEntries(
    currencies.map((currency) => {
      const own = charges.filter((each) => each["BillingCurrency"] === currency);
      const billed = sum(own.map((each) => each["BilledCost"] ?? ""));
      return [currency, {rows: own.length, billed: normalise(billed, {trailingZeros: false})}];
    })
  );
}

async function ingested(contents: Readonly<Record<string, string | Uint8Array>>) {
  const source = `s${++sources}`;
  const paths: string[] = [];
  for (const [name, content] of Object.entries(contents)) paths.push(await shop.file(`${source}/${name}`, content));
  const report = await shop.ingest(paths, {source, repeats: true});
  const own = (await shop.snapshots()).filter(({manifest}) => manifest.source === source);
  return {source, report, paths, totals: await shop.totals({sources: [source]}), manifests: activeTotals(own)};
}

test("totals of manifest and rows are the decimal sums of the text; the same again changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (charges) => {
      const {totals, manifests, paths, source} = await ingested({"a.csv": csv(charges)});
      expect(totals).toEqual(expected(charges));
      expect(manifests).toEqual(expected(charges));
      const again = await shop.ingest(paths, {source});
      expect(again.rows.every(({status}) => status === "unchanged")).toBe(true);
    }),
    {numRuns: 8}
  );
});

test("neither order of rows, nor cutting into files, nor packing matters", async () => {
  const cut = fc.tuple(rows, fc.nat(), fc.constantFrom("csv", "gz"), fc.constantFrom(",", ";"));
  await fc.assert(
    fc.asyncProperty(cut, async ([charges, at, packing, delimiter]) => {
      const shuffled = charges.toSorted((a, b) => ((a["BilledCost"] ?? "") < (b["BilledCost"] ?? "") ? -1 : 1));
      const place = at % (charges.length + 1);
      const parts = [shuffled.slice(place), shuffled.slice(0, place)].filter((part) => part.length > 0);
      const files = parts.map((part, n) => {
        const text = csv(part, {delimiter, newline: n === 0 ? "\n" : "\r\n"});
        return [`${n}.csv`, packing === "gz" ? gzipSync(text) : text] as const;
      });
      const {totals, manifests} = await ingested(Object.fromEntries(files));
      // Two parts with the same bytes count once, so they are left out of what is compared.
      fc.pre(parts.length < 2 || files[0]?.[1].toString() !== files[1]?.[1].toString());
      expect(totals).toEqual(expected(charges));
      expect(manifests).toEqual(totals);
    }),
    {numRuns: 8}
  );
});

test("CSV and Parquet with decimals, integers and instants are the same", async () => {
  const engine = await openDuckdb({
    memory: "500MB",
    spill: "1GB",
    spillFolder: join(shop.root, "spill"),
    parallel: 1,
    allowedDirectories: [shop.root]
  });
  const session = await engine.session();
  try {
    for (const type of ["decimal(38, 18)", "decimal(18, 2)", "bigint"]) {
      const charges = ["1", "-20", "12345678901234"].map((BilledCost) => charge({BilledCost}));
      await shop.file("typed.csv", csv(charges));
      const parquet = join(shop.root, `typed-${type.replaceAll(/\W/g, "")}.parquet`);
      await session.run(sql`copy (select * replace (cast("BilledCost" as ${raw(type)}) as "BilledCost",
        cast("ChargePeriodStart" as timestamptz) as "ChargePeriodStart")
        from read_csv(${literal(join(shop.root, "typed.csv"))}, all_varchar = true)) to ${literal(parquet)} (format parquet)`);
      const source = `s${++sources}`;
      await shop.ingest(parquet, {source});
      expect(await shop.totals({sources: [source]})).toEqual(expected(charges));
    }
  } finally {
    await session.close();
    await engine.close();
  }
});

test("rows of a file are rows published and quarantined", async () => {
  const spoilt = fc.array(fc.tuple(row, fc.constantFrom("", "amount", "date", "period", "fields")), {
    minLength: 1,
    maxLength: 30
  });
  await fc.assert(
    fc.asyncProperty(spoilt, async (pairs) => {
      const spoil = {amount: {BilledCost: "x"}, date: {ChargePeriodStart: "x"}, period: {BillingPeriodStart: "x"}};
      const lines = csv(
        pairs.map(([each, fault]) =>
          fault === "" || fault === "fields" ? each : {...each, ...spoil[fault as "amount"]}
        )
      );
      const wrong = pairs.filter(([, fault]) => fault === "fields").map(() => "too,few\n");
      const {source, report} = await ingested({"a.csv": lines + wrong.join("")});
      const count = (pick: (each: (typeof report.rows)[number]) => number): number =>
        report.rows.reduce((total, each) => total + pick(each), 0);
      expect(count((each) => each.rows + each.quarantined)).toBe(pairs.length + wrong.length);
      expect(count((each) => each.quarantined)).toBe(
        pairs.filter(([, fault]) => !["", "fields"].includes(fault)).length + wrong.length
      );
      const good = pairs.filter(([, fault]) => fault === "" || fault === "fields").map(([each]) => each);
      const held = report.rows.filter(({status}) => status === "held").map(({billingPeriod}) => billingPeriod);
      const seen = good.filter((each) => !held.includes((each["BillingPeriodStart"] ?? "").slice(0, 7)));
      expect(await shop.totals({sources: [source]})).toEqual(expected(seen));
    }),
    {numRuns: 8}
  );
});

interface Step {
  readonly append: boolean;
  readonly files: readonly number[];
}

/** The state of a source as a list of the files that questions see in each month. */
class Model {
  readonly months = new Map<string, {mode: string; files: number[]}[]>();

  has(files: readonly number[]): boolean {
    return [...this.months.values()].flat().some((each) => each.files.some((file) => files.includes(file)));
  }

  /** Gives false where the lake must refuse: bytes would be appended that are there already. */
  apply({append, files}: Step, monthsOf: (file: number) => readonly string[]): boolean {
    const touched = [...new Set(files.flatMap(monthsOf))];
    const next = new Map<string, {mode: string; files: number[]}[]>();
    for (const month of touched) {
      const now = this.months.get(month) ?? [];
      const own = files.filter((file) => monthsOf(file).includes(month));
      if (!append) next.set(month, [{mode: "overwrite", files: own}]);
      else {
        const fresh = own.filter((file) => !now.some((each) => each.mode === "append" && each.files.includes(file)));
        if (fresh.some((file) => now.some((each) => each.files.includes(file)))) return false;
        if (fresh.length > 0) next.set(month, [...now, {mode: "append", files: fresh}]);
      }
    }
    for (const [month, state] of next) this.months.set(month, state);
    return true;
  }
}

test("ING-C2 any sequence of overwrites and appends is as a simple model says, also as of every moment, also rebuilt", async () => {
  // File n has rows of one or two months; every file costs something else.
  const monthsOf = (file: number): readonly string[] =>
    [["2026-09"], ["2026-10"], ["2026-09", "2026-10"], ["2026-10"], ["2026-09"]][file] ?? [];
  const chargesOf = (file: number): Charge[] =>
    monthsOf(file).map((month, n) => charge({BilledCost: `${10 ** file * (n + 1)}`, ...inMonth(month)}));
  const step = fc.record({
    append: fc.boolean(),
    files: fc.uniqueArray(fc.integer({min: 0, max: 4}), {minLength: 1, maxLength: 3})
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, {minLength: 2, maxLength: 7}), async (steps) => {
      const own = await workshop({settings: {engine: {threads: 1}}});
      try {
        for (let file = 0; file < 5; file++) await own.file(`${file}.csv`, csv(chargesOf(file)));
        const model = new Model();
        const past: {at: string; totals: Totals}[] = [];
        for (const {append, files} of steps) {
          const paths = files.map((file) => `${file}.csv`);
          const work = await own.ingest(paths, {append, replace: true}).catch((error: unknown) => error);
          if (work instanceof UserError) {
            // Bytes that are there already are refused as a whole, though some of the files might be appended.
            expect(work.code).toBe("input.repeated");
            expect(append && model.has(files)).toBe(true);
          } else if (work instanceof Error) throw work;
          else expect(model.apply({append, files}, monthsOf)).toBe(true);
          const seen = [...model.months].flatMap(([month, state]) =>
            state.flatMap((each) =>
              each.files.flatMap((file) =>
                chargesOf(file).filter((each) => each["BillingPeriodStart"]?.startsWith(month))
              )
            )
          );
          expect(await own.totals()).toEqual(expected(seen));
          const at =
            (await own.snapshots())
              .map(({activeFrom}) => activeFrom ?? "")
              .toSorted()
              .at(-1) ?? "";
          past.push({at, totals: expected(seen)});
        }
        const latest = new Map(past.map((each) => [each.at, each.totals]));
        for (const [at, totals] of latest) expect(await own.totals({asOf: at})).toEqual(totals);
        await own.reopen();
        for (const ending of ["", "-wal", "-shm"])
          await rm(join(own.root, ".ashlar", `state.sqlite${ending}`), {force: true});
        await own.run(doctorOperation, {rebuild: true});
        expect(await own.totals()).toEqual(past.at(-1)?.totals);
        for (const [at, totals] of latest) expect(await own.totals({asOf: at})).toEqual(totals);
      } finally {
        await own.close();
      }
    }),
    {numRuns: 6, endOnFailure: true}
  );
});
