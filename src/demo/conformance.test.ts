import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {defaultEffects, type Effects} from "../effects.ts";
import {columnsOf} from "../focus/columns.ts";
import {detect} from "../focus/detect.ts";
import {serviceSubcategories} from "../focus/service-taxonomy.data.ts";
import {parsePractice} from "../practice/load.ts";
import {fileNames, generateDemo, type DemoData} from "./generate.ts";
import {practiceText} from "./practice.ts";

const effects: Effects = {...defaultEffects, now: () => Temporal.Instant.from("2026-11-23T10:00:00Z")};
const sources = {
  aws: {version: "1.2", files: "aws/**/*.csv.gz"},
  azure: {version: "1.2", files: "azure/**/*.csv.gz"},
  gcp: {version: "1.3", files: "gcp/**/*.parquet"},
  beacon: {version: "1.3", files: "beacon/*.csv"},
  snowfield: {version: "1.3", files: "snowfield/*.csv"},
  forgehub: {version: "1.3", files: "forgehub/*.csv"},
  "lumen-ai": {version: "1.3", files: "lumen-ai/*.csv.gz"},
  datacentre: {version: "1.4", files: "datacentre/*.csv"},
  licences: {version: "1.4", files: "licences/cost-and-usage/*.csv"},
  restated: {version: "1.2", files: "aws-restated/**/*.csv.gz"}
} as const;
type Source = keyof typeof sources;
const names = Object.keys(sources) as Source[];

/** Conditions that no row may meet; `d(x)` reads a decimal. A rule is asked where the source has its columns. */
const rules: Readonly<Record<string, string>> = {
  "a list cost that is not price times quantity":
    "ChargeClass IS NULL AND d(ListUnitPrice) * d(PricingQuantity) <> d(ListCost)",
  "a contracted cost that is not price times quantity":
    "ChargeClass IS NULL AND d(ContractedUnitPrice) * d(PricingQuantity) <> d(ContractedCost)",
  "use or purchase without prices":
    "ChargeClass IS NULL AND ChargeCategory IN ('Usage', 'Purchase') AND (ListUnitPrice IS NULL OR ContractedUnitPrice IS NULL OR PricingQuantity IS NULL OR PricingCategory IS NULL OR SkuId IS NULL OR SkuPriceId IS NULL)",
  "tax with a price":
    "ChargeCategory = 'Tax' AND (ListUnitPrice IS NOT NULL OR PricingQuantity IS NOT NULL OR SkuId IS NOT NULL OR PricingCategory IS NOT NULL)",
  "a unit without its quantity": "(PricingUnit IS NULL) <> (PricingQuantity IS NULL)",
  "a consumed unit without its quantity": "(ConsumedUnit IS NULL) <> (ConsumedQuantity IS NULL)",
  "use without consumption":
    "ChargeCategory = 'Usage' AND ChargeClass IS NULL AND ConsumedQuantity IS NULL AND ChargeDescription NOT LIKE '%: unused'",
  "unused commitment with consumption":
    "CommitmentDiscountStatus = 'Unused' AND (ConsumedQuantity IS NOT NULL OR ResourceId <> CommitmentDiscountId)",
  "consumption that is not use": "ChargeCategory <> 'Usage' AND ConsumedQuantity IS NOT NULL",
  "a purchase that is usage-based": "ChargeCategory = 'Purchase' AND ChargeFrequency = 'Usage-Based'",
  "a SKU without a meter": "(SkuId IS NULL) <> (SkuMeter IS NULL)",
  "details without a SKU price": "SkuPriceId IS NULL AND SkuPriceDetails IS NOT NULL",
  "a resource without a type": "(ResourceId IS NULL) <> (ResourceType IS NULL)",
  "a region without a name": "(RegionId IS NULL) <> (RegionName IS NULL)",
  "an account without a name or type":
    "(SubAccountId IS NULL) <> (SubAccountName IS NULL) OR (SubAccountId IS NULL) <> (SubAccountType IS NULL)",
  "credit that costs": "ChargeCategory = 'Credit' AND (d(BilledCost) >= 0 OR EffectiveCost <> BilledCost)",
  "an instant in another form":
    "NOT regexp_full_match(ChargePeriodStart, '\\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00Z') OR NOT regexp_full_match(BillingPeriodEnd, '\\d{4}-\\d\\d-01T00:00:00Z')",
  "a period that ends before it begins": "ChargePeriodEnd <= ChargePeriodStart",
  "a charge outside its billing period":
    "ChargeClass IS NULL AND (ChargePeriodStart < BillingPeriodStart OR ChargePeriodStart >= BillingPeriodEnd)",
  "a correction of the same period": "ChargeClass = 'Correction' AND ChargePeriodStart >= BillingPeriodStart",
  "no invoice once issued": "BillingPeriodEnd <= '2026-11-01T00:00:00Z' AND InvoiceId IS NULL",
  "an invoice for the running month": "BillingPeriodEnd > '2026-11-01T00:00:00Z' AND InvoiceId IS NOT NULL",
  "a commitment purchase with effective cost":
    "ChargeCategory = 'Purchase' AND CommitmentDiscountId IS NOT NULL AND (d(EffectiveCost) <> 0 OR PricingCategory <> 'Standard' OR CommitmentDiscountStatus IS NOT NULL)",
  "covered use that is billed":
    "ChargeCategory = 'Usage' AND CommitmentDiscountId IS NOT NULL AND (d(BilledCost) <> 0 OR PricingCategory <> 'Committed' OR CommitmentDiscountStatus IS NULL)",
  "committed use without a commitment": "PricingCategory = 'Committed' AND CommitmentDiscountId IS NULL",
  "a commitment that is named in part":
    "(CommitmentDiscountId IS NULL) <> (CommitmentDiscountName IS NULL) OR (CommitmentDiscountId IS NULL) <> (CommitmentDiscountCategory IS NULL) OR (CommitmentDiscountId IS NULL) <> (CommitmentDiscountType IS NULL) OR (CommitmentDiscountId IS NULL) <> (CommitmentDiscountQuantity IS NULL) OR (CommitmentDiscountId IS NULL) <> (CommitmentDiscountUnit IS NULL)",
  "a capacity reservation without a status": "(CapacityReservationId IS NULL) <> (CapacityReservationStatus IS NULL)",
  "a currency that no country has": "BillingCurrency NOT IN ('USD', 'EUR', 'GBP')",
  "tags that are not an object": "Tags IS NOT NULL AND json_type(Tags) <> 'OBJECT'",
  "contract elements that are none":
    "ContractApplied IS NOT NULL AND json_type(ContractApplied, '$.Elements') <> 'ARRAY'",
  "an effective cost in no currency": "PricingCurrency IS NULL OR PricingCurrencyEffectiveCost IS NULL",
  "a provider who is not paid": "ProviderName <> InvoiceIssuerName AND d(BilledCost) <> 0"
};

let data: DemoData;
let connection: DuckDBConnection;
const headers = new Map<Source, readonly string[]>();

async function rows(query: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}

const one = async (query: string): Promise<unknown> => Object.values((await rows(query))[0] ?? {})[0];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "ashlar-demo-"));
  data = await generateDemo({folder, end: "2026-10", seed: 7, scale: 0.1}, effects);
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("CREATE MACRO d(x) AS CAST(x AS DECIMAL(28, 10))");
  for (const name of names) {
    const path = `'${join(folder, sources[name].files)}'`;
    const parquet = sources[name].files.endsWith(".parquet");
    await connection.run(
      `CREATE TABLE "${name}" AS SELECT * FROM ${parquet ? `read_parquet(${path}, hive_partitioning = false)` : `read_csv(${path}, all_varchar = true, hive_partitioning = false)`}`
    );
    headers.set(
      name,
      (await rows(`SELECT column_name AS n FROM (DESCRIBE "${name}")`)).map(({n}) => `${n}`)
    );
  }
  // Parquet has instants as timestamps; the rules read text.
  for (const column of ["BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart", "ChargePeriodEnd"])
    await connection.run(
      `ALTER TABLE gcp ALTER "${column}" TYPE VARCHAR USING strftime("${column}", '%Y-%m-%dT%H:%M:%SZ')`
    );
});

afterAll(async () => {
  connection.closeSync();
  await rm(data.folder, {recursive: true, force: true});
});

describe.each(names)("rows of %s", (name) => {
  const {version} = sources[name];

  test("are recognised as what they are, with every mandatory column", () => {
    const found = detect(headers.get(name) ?? []);
    expect(found).toMatchObject({dataset: "CostAndUsage", version, missing: []});
  });

  test("have only columns of their version, with the values and nulls that it allows", async () => {
    const header = headers.get(name) ?? [];
    const known = new Map(columnsOf("CostAndUsage", version).map((column) => [column.name, column]));
    expect(header.filter((column) => !column.startsWith("x_") && !known.has(column))).toEqual([]);
    for (const [column, {versions}] of known) {
      const facts = versions[version];
      if (!header.includes(column) || facts === undefined) continue;
      const cell = `CAST("${column}" AS VARCHAR)`;
      if (!facts.nullable)
        expect([column, await one(`SELECT count(*) FROM "${name}" WHERE ${cell} IS NULL`)]).toEqual([column, "0"]);
      if (facts.allowed.length === 0) continue;
      const allowed = facts.allowed.map((value) => `'${value}'`).join(", ");
      expect([column, await rows(`SELECT DISTINCT ${cell} FROM "${name}" WHERE ${cell} NOT IN (${allowed})`)]).toEqual([
        column,
        []
      ]);
    }
  });

  test("break no rule", async () => {
    const header = headers.get(name) ?? [];
    for (const [rule, condition] of Object.entries(rules)) {
      const used = columnsOf("CostAndUsage").filter((column) => new RegExp(`\\b${column.name}\\b`).test(condition));
      if (used.some((column) => !header.includes(column.name))) continue;
      const broken = await one(`SELECT count(*) FROM "${name}" WHERE ${condition}`);
      // The data centre is no supplier: its statement is not an invoice.
      if (name === "datacentre" && rule === "no invoice once issued") continue;
      expect([rule, broken]).toEqual([rule, "0"]);
    }
  });

  test("have subcategories in their categories, and one SKU for each SKU price", async () => {
    const pairs = await rows(`SELECT DISTINCT ServiceCategory AS category, ServiceSubcategory AS name FROM "${name}"`);
    for (const pair of pairs) expect(serviceSubcategories).toContainEqual(pair);
    expect(
      await rows(
        `SELECT SkuPriceId FROM "${name}" GROUP BY ALL HAVING count(DISTINCT SkuId) > 1 OR count(DISTINCT SkuMeter) > 1`
      )
    ).toEqual([]);
  });

  test("have one type and account for each resource", async () => {
    expect(
      await rows(
        `SELECT ResourceId FROM "${name}" WHERE ResourceId IS NOT NULL GROUP BY ALL HAVING count(DISTINCT ResourceType) > 1 OR count(DISTINCT SubAccountId) > 1`
      )
    ).toEqual([]);
  });
});

describe("commitments", () => {
  test("cost each day what is paid for them by the hour, used and unused", async () => {
    for (const name of ["aws", "gcp"] as const) {
      const days = await rows(
        `SELECT CommitmentDiscountId, left(ChargePeriodStart, 10) AS day FROM "${name}" WHERE CommitmentDiscountId IS NOT NULL GROUP BY ALL ` +
          `HAVING sum(d(EffectiveCost)) <> sum(d(BilledCost)) OR sum(d(CommitmentDiscountQuantity)) FILTER (ChargeCategory = 'Usage') <> sum(d(CommitmentDiscountQuantity)) FILTER (ChargeCategory = 'Purchase')`
      );
      expect(days).toEqual([]);
      expect(await one(`SELECT count(*) FROM "${name}" WHERE CommitmentDiscountStatus = 'Used'`)).not.toBe("0");
    }
    expect(await one(`SELECT count(*) FROM aws WHERE CommitmentDiscountStatus = 'Unused'`)).not.toBe("0");
  });

  test("cost over their life what was paid upfront", async () => {
    const [whole] = data.truth.commitments.filter((each) => each.source === "azure" && each.payment === "upfront");
    const sums = await rows(
      `SELECT sum(d(EffectiveCost)) FILTER (ChargeCategory = 'Usage') = sum(d(BilledCost)) FILTER (ChargeCategory = 'Purchase') AS equal, ` +
        `sum(d(BilledCost)) > 0 AS paid FROM azure WHERE CommitmentDiscountId = '${whole?.id}'`
    );
    expect(sums).toEqual([{equal: true, paid: true}]);
  });

  test("are held by the units of every day", async () => {
    for (const each of data.truth.commitments.filter((one) => one.category === "Usage")) {
      expect(
        await rows(
          `SELECT ChargePeriodStart FROM azure WHERE CommitmentDiscountId = '${each.id}' AND ChargeCategory = 'Usage' GROUP BY ALL ` +
            `HAVING sum(d(CommitmentDiscountQuantity)) <> ${each.units} * 24`
        )
      ).toEqual([]);
    }
  });

  test("end within two months for one, and one lies idle", () => {
    expect(data.truth.commitments.some((each) => each.daysLeft > 0 && each.daysLeft <= 61)).toBe(true);
    expect(data.truth.commitments.some((each) => each.daysLeft < 0)).toBe(true);
  });
});

describe("the other datasets of the licences", () => {
  test("are recognised and have every column that is mandatory", async () => {
    for (const delivery of data.deliveries.filter((each) => each.source === "licences")) {
      const [path = ""] = delivery.paths;
      const [file = ""] = await readdir(path);
      const [header = ""] = (await readFile(join(path, file), "utf8")).split("\n");
      expect(detect(header.split(","))).toMatchObject({dataset: delivery.dataset, version: "1.4", missing: []});
    }
  });

  test("agree with the charges", async () => {
    const detail = `read_csv('${join(data.folder, "licences/invoice-detail/*.csv")}', all_varchar = true)`;
    expect(
      await rows(
        `SELECT * FROM (SELECT InvoiceDetailId AS id, sum(d(BilledCost)) AS c FROM licences WHERE InvoiceDetailId IS NOT NULL GROUP BY ALL) ` +
          `FULL JOIN (SELECT InvoiceDetailId AS id, d(BilledCost) AS c FROM ${detail}) USING (id, c) WHERE id IS NULL OR c IS NULL`
      )
    ).toEqual([]);
    expect(
      await one(
        `SELECT count(*) FROM (SELECT InvoiceDetailId AS id, sum(d(BilledCost)) AS c FROM licences WHERE InvoiceDetailId IS NOT NULL GROUP BY ALL EXCEPT SELECT InvoiceDetailId, d(BilledCost) FROM ${detail})`
      )
    ).toBe("0");
    const contracts = `read_csv('${join(data.folder, "licences/contract-commitment/*.csv")}', all_varchar = true)`;
    expect(
      await one(
        `SELECT count(*) FROM (SELECT DISTINCT ContractApplied->>'$.Elements[0].ContractCommitmentId' AS id FROM licences WHERE ContractApplied IS NOT NULL EXCEPT SELECT ContractCommitmentId FROM ${contracts})`
      )
    ).toBe("0");
  });
});

describe("what is written beside the data", () => {
  test("is a practice that can be read, with every source", () => {
    const settings = parsePractice(practiceText(Temporal.PlainDate.from("2026-11-23")));
    expect(settings.sources.map((source) => source.id).toSorted()).toEqual(
      [...new Set(data.deliveries.map((each) => each.source))].toSorted()
    );
  });

  test("names every file once", () => {
    const files = fileNames(data);
    expect(new Set(files).size).toBe(files.length);
  });
});
