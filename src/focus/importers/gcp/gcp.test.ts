import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openDuckdb} from "../../../engine/duckdb/duckdb.ts";
import type {Row} from "../../../engine/engine.ts";
import {literal, sql} from "../../../engine/query.ts";
import {workshop, type Workshop} from "../../../lake/fixtures/workshop.ts";
import {normalise} from "../../../money/amount.ts";
import {csvText} from "../fixtures/dice.ts";
import {type Credit, type ExportRow, exportRow} from "./fixtures/export-rows.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const header = Object.keys(exportRow({}));

async function imported(...rows: readonly ExportRow[]) {
  await shop.file("usage.csv", csvText(header, rows));
  return shop.ingest("usage.csv");
}

const plain = (value: unknown): string => normalise(String(value), {trailingZeros: false});
const credit = (type: string, amount: string, more: Partial<Credit> = {}): Credit => ({
  type,
  name: type,
  amount,
  ...more
});

const mapped: readonly (readonly [string, ExportRow, Row])[] = [
  ["usage", {cost: "2"}, {ChargeCategory: "Usage", PricingCategory: "Standard", ChargeFrequency: "Usage-Based"}],
  ["spot", {cost: "2", "sku.description": "Spot Preemptible N2 Core"}, {PricingCategory: "Dynamic"}],
  [
    "tax",
    {cost: "2", cost_type: "tax"},
    {ChargeCategory: "Tax", SkuId: null, SkuPriceId: null, PricingQuantity: null, PricingUnit: null}
  ],
  ["rounding", {cost: "-0.01", cost_type: "rounding_error"}, {ChargeCategory: "Adjustment"}],
  [
    "a correction",
    {cost: "-3", "adjustment_info.type": "USAGE_CORRECTION", "adjustment_info.id": "a"},
    {
      ChargeCategory: "Usage",
      ChargeClass: "Correction",
      x: expect.objectContaining({x_AdjustmentType: "USAGE_CORRECTION"}) as never
    }
  ],
  [
    "a month in Los Angeles",
    {cost: "1", "invoice.month": "202603"},
    {BillingPeriodStart: "2026-03-01T08:00:00Z", BillingPeriodEnd: "2026-04-01T07:00:00Z"}
  ],
  [
    "a marketplace seller",
    {cost: "1", transaction_type: "THIRD_PARTY_RESELLER", seller_name: "Quarry"},
    {PublisherName: "Quarry", ProviderName: "Google Cloud"}
  ],
  [
    "no project",
    {cost: "1", "project.id": "", "project.name": ""},
    {SubAccountId: null, SubAccountName: null, SubAccountType: null}
  ],
  [
    "a multi-region",
    {cost: "1", "location.region": "", "location.location": "us"},
    {RegionId: "us", RegionName: "United States (multi-region)"}
  ],
  [
    "a service that nobody knows",
    {cost: "1", "service.description": "New Thing"},
    {ServiceName: "New Thing", ServiceCategory: "Other", ServiceSubcategory: "Other (Other)"}
  ],
  [
    "units",
    {cost: "1", "usage.pricing_unit": "gibibyte month", "usage.unit": "byte-seconds"},
    {PricingUnit: "GiB-Months", ConsumedUnit: "Byte-Seconds"}
  ],
  ["units in no table", {cost: "1", "usage.pricing_unit": "moon cheese"}, {PricingUnit: "Moon Cheese"}],
  [
    "a price for a million",
    {
      cost: "5",
      cost_at_list: "8",
      "usage.amount_in_pricing_units": "4000000",
      "price.effective_price": "1.25",
      "price.list_price": "2",
      "price.pricing_unit_quantity": "1000000"
    },
    {ContractedUnitPrice: "0.000001250000000000", ListUnitPrice: "0.000002000000000000"}
  ],
  [
    "a fee without a quantity",
    {cost: "9", "usage.amount_in_pricing_units": "0"},
    {PricingQuantity: "1.000000000000000000", PricingUnit: "Units", ContractedUnitPrice: "9.000000000000000000"}
  ],
  [
    "resources",
    {cost: "1"},
    {
      ResourceId: "//compute.googleapis.com/projects/1234/zones/us-central1-a/instances/778899",
      ResourceName: "saw-1",
      ResourceType: "compute.googleapis.com/instances",
      AvailabilityZone: "us-central1-a"
    }
  ],
  [
    "a reservation",
    {
      cost: "1",
      system_labels:
        '[{"key":"compute.googleapis.com/reservation_name","value":"r1"},{"key":"compute.googleapis.com/is_unused_reservation","value":"true"}]'
    },
    {CapacityReservationId: "r1", CapacityReservationStatus: "Unused"}
  ],
  [
    "machine facts",
    {
      cost: "1",
      system_labels:
        '[{"key":"compute.googleapis.com/cores","value":"2"},{"key":"compute.googleapis.com/memory","value":"4096"},{"key":"compute.googleapis.com/machine_spec","value":"n1-standard-2"}]'
    },
    {SkuPriceDetails: '{"CoreCount":2,"MemorySize":4.0,"InstanceType":"n1-standard-2"}'}
  ]
];

/** Each row is found again by its export time. */
const named = (rows: readonly (readonly [string, ExportRow, unknown])[]): readonly ExportRow[] =>
  rows.map(([name, row]) => exportRow({cost: "1", ...row, export_time: name}));

async function chargesByName(): Promise<ReadonlyMap<string, Row>> {
  const rows = await shop.rows(sql`select *, "x"['x_ExportTime'] as name from charges`);
  return new Map(rows.map((row) => [String(row["name"]), row]));
}

test("rows become charges", async () => {
  await imported(...named(mapped));
  const found = await chargesByName();
  for (const [name, , expected] of mapped) expect({name, ...found.get(name)}).toMatchObject({name, ...expected});
});

describe("labels", () => {
  const labelled: readonly (readonly [string, ExportRow, object])[] = [
    ["in JSON", {labels: '[{"key":"a","value":"b, \\"c\\""}]', "project.labels": "[]"}, {a: 'b, "c"'}],
    [
      "as Python prints them",
      {
        labels: `[{'key': 'it', 'value': "it's"}, {'key': 'b', 'value': 'say "x" \\'y\\''}, {'key': 'n', 'value': None}]`,
        "project.labels": "[]"
      },
      {it: "it's", b: `say "x" 'y'`, n: null}
    ],
    [
      "of the resource count more than its project's",
      {
        labels: '[{"key":"team","value":"own"}]',
        "project.labels": '[{"key":"team","value":"project"},{"key":"p","value":"1"}]'
      },
      {team: "own", p: "1"}
    ],
    [
      "with one key twice",
      {labels: '[{"key":"k","value":"1"},{"key":"k","value":"2"}]', "project.labels": "[]"},
      {k: "1"}
    ],
    [
      "of the resource manager",
      {labels: "[]", "project.labels": "[]", tags: '[{"key":"env","value":"prod","namespace":"99","inherited":true}]'},
      {"99/env": "prod"}
    ]
  ];

  test("in any form become tags", async () => {
    await imported(...named(labelled));
    const found = await chargesByName();
    for (const [name, , tags] of labelled) expect({name, tags: found.get(name)?.["Tags"]}).toEqual({name, tags});
  });

  test("that are neither spoil their row", async () => {
    const report = await imported(exportRow({cost: "1", labels: "[{'key': oops"}), exportRow({cost: "2"}));
    expect(report.rows).toMatchObject([
      {
        quarantined: 1,
        quarantine: [{column: "labels", reason: "is not JSON", billed: [{currency: "USD", amount: "1"}]}]
      }
    ]);
  });
});

describe("credits", () => {
  const parts = async () =>
    (
      await shop.rows(sql`select "ChargeCategory" as c, "BilledCost" as b, "EffectiveCost" as e, "ContractedCost" as k, "ChargeDescription" as d
        from charges order by c desc, b desc`)
    ).map(({c, b, e, k, d}) => [c, plain(b), plain(e), plain(k), d]);

  test("that are discounts reduce their row, and promotions are rows of their own", async () => {
    await imported(
      exportRow({cost: "10"}, [
        credit("SUSTAINED_USAGE_DISCOUNT", "-1"),
        credit("FREE_TIER", "-0.5"),
        credit("PROMOTION", "-2", {full_name: "Free trial credit"})
      ])
    );
    expect(await parts()).toEqual([
      ["Usage", "8.5", "8.5", "10", "Storage PD Capacity"],
      ["Credit", "-2", "-2", "-2", "Free trial credit"]
    ]);
  });

  test("without a type are known by their name", async () => {
    await imported(
      exportRow({
        cost: "10",
        credits: '[{"name":"Free Tier usage","amount":-4},{"name":"Promotion 2026","amount":"-1e0"}]'
      })
    );
    expect(await parts()).toEqual([
      ["Usage", "6", "6", "10", "Storage PD Capacity"],
      ["Credit", "-1", "-1", "-1", "Promotion 2026"]
    ]);
  });

  test("that nobody knows the meaning of spoil their row", async () => {
    const odd = [
      '[{"name":"Moon","type":"MOON","amount":-4}]',
      '[{"name":"Thing","amount":-4}]',
      '[{"name":"x","type":"PROMOTION","amount":"much"}]'
    ].map((credits) => exportRow({cost: "10", credits}));
    const report = await imported(...odd, exportRow({cost: "1"}));
    expect(report.rows).toMatchObject([{quarantined: 3, quarantine: [{reason: "is not a known value", rows: 3}]}]);
  });
});

test("rows of BigQuery's JSON are read with their nested fields", async () => {
  await shop.file(
    "rows.json",
    `${JSON.stringify({billing_account_id: "A", service: {id: "S", description: "Compute Engine"}, sku: {id: "K", description: "Core"}, usage_start_time: "2026-09-01 00:00:00 UTC", usage_end_time: "2026-09-01 01:00:00 UTC", project: {id: "p", name: "P", labels: [{key: "l", value: "v"}]}, cost: 1.5, currency: "USD", usage: {amount: 3600.5, unit: "seconds", amount_in_pricing_units: 1, pricing_unit: "hour"}, credits: [{name: "c", amount: -0.25, type: "FREE_TIER", full_name: "x", id: "y"}], invoice: {month: "202609"}, cost_type: "regular"})}\n`
  );
  await shop.ingest("rows.json");
  const [row] = await shop.rows(sql`select * from charges`);
  expect(row).toMatchObject({
    BilledCost: "1.250000000000000000",
    SubAccountId: "p",
    Tags: {l: "v"},
    ConsumedQuantity: "3600.500000000000000000"
  });
});

test("rows of BigQuery's Parquet are read with their structs and lists", async () => {
  const settings = {memory: "500MB", spill: "1GB", spillFolder: join(shop.root, "spill"), parallel: 1};
  const engine = await openDuckdb({...settings, allowedDirectories: [shop.root]});
  const session = await engine.session();
  await session.run(sql`copy (select 'A' as billing_account_id, {'id': 'S', 'description': 'Compute Engine'} as service,
      {'id': 'K', 'description': 'Core'} as sku, timestamptz '2026-09-01 00:00:00+00' as usage_start_time,
      timestamptz '2026-09-01 01:00:00+00' as usage_end_time,
      {'id': 'p', 'name': 'P', 'labels': [{'key': 'l', 'value': 'v'}]} as project, 1.5::double as cost, 'USD' as currency,
      {'amount': 3600.5::double, 'unit': 'seconds', 'amount_in_pricing_units': 1::double, 'pricing_unit': 'hour'} as usage,
      [{'name': 'c', 'amount': -0.25::double, 'type': 'FREE_TIER', 'full_name': 'x', 'id': 'y'}] as credits,
      {'month': '202609'} as invoice, 'regular' as cost_type)
    to ${literal(join(shop.root, "rows.parquet"))} (format parquet)`);
  await session.close();
  await engine.close();
  await shop.ingest("rows.parquet");
  const [row] = await shop.rows(sql`select * from charges`);
  expect(row).toMatchObject({
    BilledCost: "1.250000000000000000",
    ContractedCost: "1.500000000000000000",
    SubAccountId: "p",
    Tags: {l: "v"},
    ChargePeriodStart: "2026-09-01T00:00:00Z"
  });
});
