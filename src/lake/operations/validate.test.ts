import {join} from "node:path";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {z} from "zod";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {literal, sql} from "../../engine/query.ts";
import {correctRows, type FixtureRow} from "../../focus/conformance/fixtures/correct-rows.ts";
import {defects} from "../../focus/conformance/fixtures/defects.data.ts";
import {model12} from "../../focus/conformance/model-1.2.data.ts";
import type {Output} from "../../operation.ts";
import {csv} from "../fixtures/charges.ts";
import {type Workshop, workshop} from "../fixtures/workshop.ts";
import type {validate as validateContract} from "./validate-contract.ts";
import {validateOperation} from "./validate.ts";

type Answer = Output<typeof validateContract>;
type Report = Answer & Answer["files"][number];

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const columns = Object.keys(correctRows.usage);
const correct: readonly FixtureRow[] = Object.values(correctRows);
const composites = new Set(model12.flatMap(({id, kind}) => (kind === "Composite" ? [id] : [])));

async function validated(
  rows: readonly FixtureRow[] | string | Uint8Array,
  input: Partial<z.input<(typeof validateContract)["input"]>> = {},
  names = columns
): Promise<Report> {
  const content = typeof rows === "string" || rows instanceof Uint8Array ? rows : csv(rows, {columns: names});
  const path = await shop.file("charges.csv", content);
  return validatedPath(path, {focus: "1.2", ...input});
}

async function validatedPath(
  path: string,
  input: Partial<z.input<(typeof validateContract)["input"]>>
): Promise<Report> {
  const answer: Answer = await shop.run(validateOperation, {path: [path], ...input});
  const [file] = answer.files;
  if (file === undefined) throw new Error("no file");
  return {...file, ...answer};
}

const failing = ({rows}: Report): readonly string[] =>
  rows.filter(({verdict, rule}) => verdict === "fail" && !composites.has(rule)).map(({rule}) => rule);
const one = ({rows}: Report, rule: string): Report["rows"][number] => {
  const found = rows.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found;
};

describe("the corrected reading", () => {
  test("finds nothing wrong in correct rows of every kind, whatever criteria are stated", async () => {
    for (const applicability of [undefined, ["ALL"], ["NONE"]] as const) {
      const report = await validated(correct, applicability === undefined ? {} : {applicability: [...applicability]});
      expect(failing(report)).toEqual([]);
      expect([report.verdict, report.rowsRead]).toEqual(["ok", correct.length]);
    }
  });

  test("finds each planted defect by the rules that it violates and by no other", async () => {
    expect(defects.length).toBeGreaterThanOrEqual(60);
    const planted = defects.map(({in: kind, fields}) => ({...correctRows[kind], ...fields}));
    const report = await validated([...correct, ...planted], {samples: 20});
    const found = new Map<number, string[]>();
    for (const {rule, samples, verdict} of report.rows)
      if (verdict === "fail") for (const {row} of samples) found.set(row, [...(found.get(row) ?? []), rule]);
    const byName = defects.map(({name}, index) => ({
      name,
      rules: (found.get(correct.length + index + 1) ?? []).toSorted()
    }));
    expect(byName).toEqual(defects.map(({name, rules}) => ({name, rules: rules.toSorted()})));
    expect([...found.keys()].filter((row) => row <= correct.length)).toEqual([]);
    const wanted = new Set(defects.flatMap(({rules}) => rules));
    expect(new Set(failing(report))).toEqual(wanted);
  });

  test("finds a service of two categories and a price of two SKUs, with every row of theirs", async () => {
    const rows = [
      ...correct,
      {...correctRows.usage, ServiceName: "Vault", ServiceCategory: "Storage", ServiceSubcategory: "Object Storage"},
      {...correctRows.usage, ServiceName: "Vault", ServiceCategory: "Databases", ServiceSubcategory: "Caching"},
      {...correctRows.usage, SkuPriceId: "price-2", SkuId: "sku-2"},
      {...correctRows.usage, SkuPriceId: "price-2", SkuId: "sku-3"},
      {...correctRows.usage, ServiceName: "Attic", ServiceCategory: "Other", ServiceSubcategory: "Other (Other)"},
      {...correctRows.usage, ServiceName: "Attic"}
    ];
    const report = await validated(rows, {applicability: ["ALL"]});
    expect(failing(report)).toEqual(["ServiceName-C-005-C", "ServiceName-C-008-C", "SkuPriceId-C-008-M"]);
    const {violations, samples, cost} = one(report, "ServiceName-C-005-C");
    expect([violations, samples.map(({row}) => row), cost]).toEqual([
      1,
      [correct.length + 1, correct.length + 2],
      [{currency: "USD", amount: "3.000000000000000000"}]
    ]);
  });

  test("counts violations, adds up their billed cost by currency and shows the first rows", async () => {
    const broken = {...correctRows.usage, RegionName: ""};
    const rows = [
      correctRows.usage,
      {...broken, BilledCost: "0.000000000000000001"},
      {...broken, BillingCurrency: "EUR"},
      broken
    ];
    const found = one(await validated(rows, {samples: 2}), "RegionName-C-005-C");
    expect(found).toMatchObject({
      verdict: "fail",
      severity: "error",
      violations: 3,
      cost: [
        {currency: "EUR", amount: "1.500000000000000000"},
        {currency: "USD", amount: "1.500000000000000001"}
      ],
      samples: [
        {row: 2, values: {RegionId: "north-1", RegionName: null}},
        {row: 3, values: {RegionId: "north-1", RegionName: null}}
      ]
    });
  });

  test("of a warning makes no error, neither in the rule nor in those above it", async () => {
    const rows = [...correct, {...correctRows.usage, PricingUnit: "hours"}];
    const report = await validated(rows);
    expect(report.failed).toMatchObject({error: 0});
    expect([report.verdict, one(report, "CostAndUsage-D-000-M").severity]).toEqual(["ok", "warning"]);
    expect((await validated(rows, {failOn: "warning"})).verdict).toBe("quality");
  });

  test("of a missing column says so once, and the gate can be opened", async () => {
    const names = columns.filter((name) => name !== "ListCost" && name !== "SkuMeter");
    const report = await validated(correct, {}, names);
    expect(failing(report)).toEqual(["CostAndUsage-D-032-M", "CostAndUsage-D-059-C"]);
    expect(report.verdict).toBe("quality");
    expect((await validated(correct, {failOn: "never"}, names)).verdict).toBe("ok");
    expect(failing(await validated(correct, {applicability: ["UNIT_PRICING_SUPPORTED"]}, names))).toEqual([
      "CostAndUsage-D-032-M"
    ]);
  });

  test("infers what a vendor supports from the columns", async () => {
    const names = columns.filter((name) => !/^(Commitment|Capacity|Availability)/.test(name));
    const {applicability, ...report} = await validated([correctRows.usage, correctRows.tax], {}, names);
    expect(failing(report as Report)).toEqual([]);
    expect(applicability.inferred).toBe(true);
    expect(applicability.criteria).not.toContain("COMMITMENT_DISCOUNT_SUPPORTED");
    expect(applicability.criteria).toContain("TAGGING_SUPPORTED");
  });

  test("names columns that are neither of FOCUS nor marked as custom", async () => {
    const rows = correct.map((row) => ({...row, x_team: "a", Team: "b"}));
    const found = one(await validated(rows, {}, [...columns, "x_team", "Team"]), "ColumnHandling-A-010-M");
    expect([found.verdict, found.violations, found.message.includes("Team")]).toEqual(["fail", 1, true]);
  });

  test("counts records that are no rows", async () => {
    const text = `${csv(correct, {columns})}too,few\n`;
    const found = one(await validated(text), "Ashlar-File-Records");
    expect([found.verdict, found.violations]).toEqual(["fail", 1]);
  });
});

describe("the official reading", () => {
  const official: Partial<z.input<(typeof validateContract)["input"]>> = {verdicts: "official", applicability: ["ALL"]};

  test("runs the 578 rules that the root reaches, and raises what the reference raises on correct files", async () => {
    const report = await validated(correct, official);
    expect(report.counts.pass + report.counts.fail + report.counts.skipped).toBe(578);
    expect(report.counts.skipped).toBe(210);
    expect(failing(report)).toEqual([
      "BillingAccountId-C-002-M", // digits are taken for a number
      "BillingAccountName-C-002-M", // a letter that is not ASCII
      "CapacityReservationStatus-C-003-C", // the condition is dropped
      "CapacityReservationStatus-C-004-C",
      "CommitmentDiscountQuantity-C-001-M", // whole numbers are no decimals
      "CommitmentDiscountStatus-C-004-C", // the condition is turned round
      "ConsumedQuantity-C-001-M",
      "EffectiveCost-C-005-C", // every purchase must cost nothing
      "InvoiceId-C-004-C", // no charge may have an invoice
      "PricingCurrency-C-003-M", // a virtual currency is no code
      "PricingQuantity-C-001-M",
      "SubAccountId-C-001-M"
    ]);
  });

  test("misses what the reference misses", async () => {
    const missed = new Set([
      "no list price on use",
      "no pricing category on use",
      "a pricing category of no list",
      "a list cost that is not price times quantity",
      "a period that ends before it begins",
      "an offset",
      "tags as a list",
      "a tag twice",
      "a small unit",
      "the word NULL"
    ]);
    const planted = defects
      .filter(({name}) => missed.has(name))
      .map(({in: kind, fields}) => ({...correctRows[kind], ...fields}));
    const before = failing(await validated(correct, official));
    expect(planted.length).toBe(missed.size);
    expect(failing(await validated([...correct, ...planted], official))).toEqual(before);
  });

  test("skips what has criteria where none are stated", async () => {
    const report = await validated(correct, {verdicts: "official", applicability: ["NONE"]});
    expect(one(report, "Tags-C-001-M").verdict).toBe("skipped");
    expect(one(report, "CostAndUsage-D-064-C").verdict).toBe("skipped");
  });
});

describe("a file", () => {
  test("may be packed, and gives the same verdicts", async () => {
    const text = csv([...correct, {...correctRows.usage, RegionName: ""}], {columns});
    const plain = await validated(text);
    const packed = await validated(gzipSync(text));
    expect(packed.rows).toEqual(plain.rows);
  });

  test("in Parquet is held by its types: exact decimals, instants and maps are what they should be", async () => {
    await shop.file("charges.csv", csv([...correct, {...correctRows.usage, RegionName: ""}], {columns}));
    const engine = await openDuckdb({
      memory: "1GB",
      spill: "1GB",
      parallel: 1,
      spillFolder: join(shop.root, "spill"),
      allowedDirectories: [shop.root]
    });
    const typed = sql`"BilledCost"::decimal(38, 18) as "BilledCost", "PricingQuantity"::bigint as "PricingQuantity",
      "ChargePeriodStart"::timestamp as "ChargePeriodStart", "Tags"::json::map(varchar, varchar) as "Tags"`;
    const path = (name: string) => literal(join(shop.root, name));
    try {
      await engine.rows(sql`copy (select * replace (${typed}) from read_csv(${path("charges.csv")}, all_varchar = true, header = true))
        to ${path("charges.parquet")} (format parquet)`);
      await engine.rows(sql`copy (select * replace ("BillingAccountId"::bigint as "BillingAccountId")
        from read_csv(${path("charges.csv")}, all_varchar = true, header = true)) to ${path("wrong.parquet")} (format parquet)`);
    } finally {
      await engine.close();
    }
    const of = (file: string, verdicts: "official" | "corrected"): Promise<Report> =>
      validatedPath(file, {focus: "1.2", verdicts});
    const report = await of("charges.parquet", "corrected");
    expect(failing(report)).toEqual(["RegionName-C-005-C"]);
    expect(one(report, "RegionName-C-005-C").cost).toEqual([{currency: "USD", amount: "1.500000000000000000"}]);
    expect(failing(await of("wrong.parquet", "corrected"))).toEqual(["BillingAccountId-C-002-M", "RegionName-C-005-C"]);
    expect(failing(await of("charges.parquet", "official"))).toContain("BilledCost-C-001-M");
  });

  test("of another version or dataset is held against rules of ours", async () => {
    const names = [...columns, "ServiceProviderName", "HostProviderName"];
    const rows = correct.map((row) => ({...row, ServiceProviderName: "Vendor", HostProviderName: "Vendor"}));
    const report = await validated(
      [...rows, {...rows[0], RegionName: "", ServiceCategory: "Saws", ServiceName: "x"}],
      {focus: "1.3"},
      names
    );
    expect(report.rows.every(({origin, rule}) => origin === "ashlar" && rule.startsWith("Ashlar-"))).toBe(true);
    expect(failing(report)).toEqual(["Ashlar-ServiceCategory-Values", "Ashlar-RegionName-C-005-C"]);
    expect((await validated(rows, {focus: "1.3", verdicts: "official"}, names)).notes.join()).toMatch(
      /not part of Ashlar/
    );
  });

  test("of the wrong criterion, or that is not there, is refused in words", async () => {
    const wrong = await shop.refusal(() => validated(correct, {applicability: ["TAGGING"]}));
    expect([wrong.code, wrong.message]).toEqual([
      "usage.invalid",
      "TAGGING is no applicability criterion of this model"
    ]);
    const gone = await shop.refusal(() => shop.run(validateOperation, {path: ["gone.csv"]}));
    expect(gone.code).toBe("input.missing");
  });

  test("leaves nothing behind in the practice", async () => {
    await validated(correct);
    expect(await shop.lakeFiles()).toEqual([]);
  });
});

test("the violations of a rule are as many as the rows that were broken, wherever they stand", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), {minLength: 1, maxLength: 30}), async (broken) => {
      const report = await validated(
        broken.map((each) => ({...correctRows.usage, ...(each ? {ResourceType: ""} : {})}))
      );
      expect(one(report, "ResourceType-C-005-C").violations).toBe(broken.filter(Boolean).length);
    }),
    {numRuns: 5}
  );
}, 60_000);
