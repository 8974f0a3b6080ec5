import {DuckDBInstance} from "@duckdb/node-api";
import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {identifier, join, literal, type Query, raw, render, sql} from "../engine/query.ts";
import type {FocusVersion} from "./column.ts";
import {columnsOf, findColumn, lakeColumns, versionsOf} from "./columns.ts";
import {type Dataset, datasets} from "./dataset.ts";
import {readHeader} from "./header.ts";
import {upgradeRules} from "./upgrade-rules.ts";
import {lakeMapping} from "./upgrade.ts";

type Cells = Readonly<Record<string, string | null>>;
type Connection = Awaited<ReturnType<DuckDBInstance["connect"]>>;

let instance: DuckDBInstance;
let connection: Connection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** The lake columns of rows of a file whose columns are all text. */
async function upgraded(dataset: Dataset, version: FocusVersion, rows: readonly Cells[]): Promise<readonly Cells[]> {
  const header = Object.keys(rows[0] ?? {});
  const {columns} = lakeMapping(dataset, version, readHeader(header));
  const text = (cell: string | null | undefined): Query =>
    cell === null || cell === undefined ? raw("null") : literal(cell);
  const values = rows.map((row) => sql`(${join(header.map((name) => sql`${text(row[name])}::varchar`))})`);
  const names = join(header.map((name) => identifier(name)));
  const selected = columns.flatMap(({column, expression}) =>
    expression === null ? [] : [sql`${expression} as ${identifier(column)}`]
  );
  const query = sql`select ${join(selected)} from (values ${join(values)}) file(${names})`;
  expect(query.values).toEqual([]);
  const reader = await connection.runAndReadAll(render(query, (n) => `$${n}`));
  for (const type of reader.columnTypes()) expect(type.toString()).toBe("VARCHAR");
  return reader.getRowObjectsJson() as readonly Cells[];
}

const ruleOf = (dataset: Dataset, version: FocusVersion, header: readonly string[], column: string) =>
  lakeMapping(dataset, version, readHeader(header)).columns.find((each) => each.column === column);

/** One entry for each rule: a file, the column the rule fills in it, and its values. */
const examples: Readonly<
  Record<string, {version: FocusVersion; file: readonly Cells[]; expected: readonly unknown[]}>
> = {
  "effective-cost-from-amortized-cost": {
    version: "1.0-preview",
    file: [{AmortizedCost: "1.25"}, {AmortizedCost: null}],
    expected: ["1.25", null]
  },
  "charge-category-credit": {
    version: "1.0-preview",
    file: [
      {ChargeCategory: "Adjustment", ChargeSubcategory: "Credit"},
      {ChargeCategory: "Adjustment", ChargeSubcategory: "Refund"},
      {ChargeCategory: "Adjustment", ChargeSubcategory: "Rounding Error"},
      {ChargeCategory: "Usage", ChargeSubcategory: null},
      {ChargeCategory: null, ChargeSubcategory: "Credit"}
    ],
    expected: ["Credit", "Adjustment", "Adjustment", "Usage", null]
  },
  "charge-category-from-charge-type-and-subcategory": {
    version: "1.0-preview",
    file: [
      {ChargeType: "Adjustment", ChargeSubcategory: "Credit"},
      {ChargeType: "Purchase", ChargeSubcategory: null}
    ],
    expected: ["Credit", "Purchase"]
  },
  "charge-category-from-charge-type": {
    version: "1.0-preview",
    file: [{ChargeType: "Usage"}],
    expected: ["Usage"]
  },
  "charge-class-from-refund": {
    version: "1.0-preview",
    file: [{ChargeSubcategory: "Refund"}, {ChargeSubcategory: "Credit"}, {ChargeSubcategory: null}],
    expected: ["Correction", null, null]
  },
  "commitment-status-from-subcategory": {
    version: "1.0-preview",
    file: [
      {ChargeSubcategory: "Used Commitment"},
      {ChargeSubcategory: "Unused Commitment"},
      {ChargeSubcategory: "On-Demand"},
      {ChargeSubcategory: null}
    ],
    expected: ["Used", "Unused", null, null]
  },
  "pricing-category-values": {
    version: "1.0-preview",
    file: [
      {PricingCategory: "On-Demand"},
      {PricingCategory: "Commitment-Based"},
      {PricingCategory: "Dynamic"},
      {PricingCategory: "Standard"},
      {PricingCategory: null}
    ],
    expected: ["Standard", "Committed", "Dynamic", "Standard", null]
  },
  "region-id-from-region": {version: "1.0-preview", file: [{Region: "eu-central-1"}], expected: ["eu-central-1"]},
  "consumed-quantity-from-usage-quantity": {
    version: "1.0-preview",
    file: [
      {ChargeCategory: "Usage", UsageQuantity: "24.000000000000000001"},
      {ChargeCategory: "Purchase", UsageQuantity: "1"}
    ],
    expected: ["24.000000000000000001", null]
  },
  "consumed-unit-from-usage-unit": {
    version: "1.0-preview",
    file: [
      {ChargeCategory: "Usage", UsageUnit: "Hours"},
      {ChargeCategory: "Purchase", UsageUnit: "Units"}
    ],
    expected: ["Hours", null]
  },
  "service-provider-from-provider": {version: "1.2", file: [{ProviderName: "AWS"}], expected: ["AWS"]},
  "host-provider-from-provider": {version: "1.2", file: [{ProviderName: "AWS"}], expected: ["AWS"]},
  "billing-period-end-of-month": {
    version: "1.4",
    file: [
      {BillingPeriodStart: "2026-01-01T00:00:00Z"},
      {BillingPeriodStart: "2026-12-01"},
      {BillingPeriodStart: "2026-01-15T00:00:00Z"},
      {BillingPeriodStart: "first of May"},
      {BillingPeriodStart: null}
    ],
    expected: ["2026-02-01T00:00:00Z", "2027-01-01T00:00:00Z", null, null, null]
  }
};

describe("rules", () => {
  test("each has an example, and ids are told apart", () => {
    expect(upgradeRules.map(({id}) => id)).toEqual(Object.keys(examples));
  });

  test.each(upgradeRules.map((rule) => [rule.id, rule] as const))("%s", async (id, {column, datasets: [dataset]}) => {
    const {version, file, expected} = examples[id] ?? {version: "1.4" as const, file: [], expected: []};
    if (dataset === undefined) throw new Error(`rule for no dataset: ${id}`);
    expect(ruleOf(dataset, version, Object.keys(file[0] ?? {}), column)?.rule).toBe(id);
    const rows = await upgraded(dataset, version, file);
    expect(rows.map((row) => row[column])).toEqual(expected);
  });

  test("name columns that exist", () => {
    for (const {datasets: of, column, needs, carries, id} of upgradeRules) {
      for (const dataset of of) {
        const known = columnsOf(dataset).flatMap(({name, previousName}) => [name, previousName]);
        expect(
          lakeColumns(dataset).map(({name}) => name),
          id
        ).toContain(column);
        expect(known, id).toEqual(expect.arrayContaining([...needs]));
        expect(needs, id).toEqual(expect.arrayContaining([...carries]));
      }
    }
  });
});

describe("what is not for a rule", () => {
  test("a column that the file has is taken as it is", () => {
    const header = ["ProviderName", "ServiceProviderName", "BillingPeriodStart", "BillingPeriodEnd"];
    for (const column of ["ServiceProviderName", "BillingPeriodEnd"]) {
      expect(ruleOf("CostAndUsage", "1.3", header, column)).toMatchObject({rule: null, sources: [column]});
    }
  });

  test("later files are left alone: values, hosts and names", async () => {
    const file = [{ChargeCategory: "Adjustment", ChargeSubcategory: "Credit", PricingCategory: "On-Demand"}];
    expect(await upgraded("CostAndUsage", "1.0", file)).toEqual(file);
    expect(ruleOf("CostAndUsage", "1.3", ["ProviderName"], "HostProviderName")?.expression).toBeNull();
    expect(ruleOf("CostAndUsage", "1.4", ["ProviderName"], "ServiceProviderName")?.expression).toBeNull();
    expect(ruleOf("CostAndUsage", "1.4", ["ServiceProviderName"], "ProviderName")?.expression).toBeNull();
  });

  test("nothing is guessed: no display name from an id, no contracted price from a list price", () => {
    const header = columnsOf("CostAndUsage", "1.0-preview").map(({name}) => name);
    const empty = lakeMapping("CostAndUsage", "1.0-preview", readHeader(header)).columns.filter(
      ({expression}) => expression === null
    );
    expect(empty.map(({column}) => column)).toEqual(
      expect.arrayContaining(["RegionName", "ContractedCost", "ContractedUnitPrice", "ServiceSubcategory", "InvoiceId"])
    );
  });
});

describe("the map x", () => {
  const extensions = (version: FocusVersion, header: readonly string[]) =>
    lakeMapping("CostAndUsage", version, readHeader(header)).extensions;

  test("takes custom, unknown and old columns, and says which", () => {
    expect(extensions("1.2", ["BilledCost", "x_Operation", "Comment ", "Region", "ContractId"])).toEqual([
      {raw: "x_Operation", key: "x_Operation", kind: "custom"},
      {raw: "Comment ", key: "Comment", kind: "unknown"},
      {raw: "Region", key: "Region", kind: "old"},
      {raw: "ContractId", key: "ContractId", kind: "unknown"}
    ]);
  });

  test("keeps an old column whose values a rule does not carry over whole", () => {
    const header = ["ChargeCategory", "ChargeSubcategory", "UsageQuantity", "UsageUnit", "Region", "PricingCategory"];
    expect(extensions("1.0-preview", header).map(({key}) => key)).toEqual(["UsageQuantity", "UsageUnit"]);
  });

  test("every column of a file is in the lake, carried by a rule or in the map", () => {
    const own = fc.stringMatching(/^(x_)?[A-Za-z]{1,8}$/);
    const known = fc.constantFrom(...datasets.flatMap((dataset) => columnsOf(dataset).map(({name}) => name)));
    const header = fc.uniqueArray(fc.oneof(own, known), {
      selector: (name) => readHeader([name]).columns[0]?.name.toLowerCase()
    });
    fc.assert(
      fc.property(fc.constantFrom(...datasets), header, fc.nat(), (dataset, names, pick) => {
        const versions = versionsOf(dataset);
        const version = versions[pick % versions.length] ?? "1.4";
        const {columns, extensions: kept} = lakeMapping(dataset, version, readHeader(names));
        expect(columns.map(({column}) => column)).toEqual(lakeColumns(dataset).map(({name}) => name));
        const placed = new Set([...columns.flatMap(({sources}) => sources), ...kept.map(({raw: name}) => name)]);
        expect([...placed].toSorted()).toEqual(names.toSorted());
        for (const {key} of kept) if (findColumn(dataset, key)?.versions["1.4"]) expect(key).toBe("in the lake");
      })
    );
  });
});

describe("ING-C1 a whole file", () => {
  test("of every dataset and version maps all its columns, under names as the file writes them", async () => {
    for (const dataset of datasets) {
      for (const version of versionsOf(dataset)) {
        const names = columnsOf(dataset, version).map(({name}) => ` ${name.toLowerCase()}`);
        const row = Object.fromEntries(names.map((name) => [name, "value"]));
        const [result] = await upgraded(dataset, version, [row]);
        for (const {name} of lakeColumns(dataset)) {
          if (columnsOf(dataset, version).some((column) => column.name === name)) {
            expect(result?.[name], `${dataset} ${version} ${name}`).toBe("value");
          }
        }
      }
    }
  });

  test("with hostile names of columns stays a query of quoted names", async () => {
    const {extensions: kept} = lakeMapping("CostAndUsage", "1.2", readHeader(['x_"; drop table t; --', "BilledCost"]));
    expect(kept.map(({raw: name}) => identifier(name).texts[0])).toEqual(['"x_""; drop table t; --"']);
  });
});
