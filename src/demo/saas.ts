import {costScale, scaled} from "./amount.ts";
import {dateAt, instantOf, type Month} from "./calendar.ts";
import {flatRow, type Columns} from "./charge.ts";
import {fleetOf, streamOf, type Account, type FleetSpec, type StreamSpec} from "./estate.ts";
import {billingColumns, type Plan} from "./plan.ts";
import {beacon, forgehub, snowfield} from "./saas.data.ts";
import {vendorEstate, vendorHeader, type Vendor} from "./vendor.ts";
import {shiftOf, type World} from "./world.ts";

const prod = (id: string, team: Account["team"], product: Account["product"]): Account => ({
  id,
  name: id,
  env: "prod",
  team,
  product,
  region: ""
});

const beaconVendor = {
  source: "beacon",
  name: "Beacon Observability",
  currency: "USD",
  pricingCurrency: "USD",
  customer: "BEA-20413",
  subAccountType: "Organisation",
  discount: 150_000n,
  accounts: {
    shop: prod("quillhaven-shop", "web", "storefront"),
    logistics: prod("quillhaven-logistics", "fulfilment", "fulfilment"),
    platform: prod("quillhaven-platform", "platform", null)
  }
} as const satisfies Vendor<string>;

/** Observability by the host, the gigabyte and the million of events, in dollars. */
export function beaconPlan(world: World): Plan {
  const estate = vendorEstate<keyof typeof beaconVendor.accounts>(beaconVendor);
  const renewal = shiftOf(world, "host-price-rise", {price: 1_140_000n});
  const hosts = (account: keyof typeof beaconVendor.accounts, base: number): StreamSpec<typeof account> => ({
    account,
    offer: beacon.host,
    name: `${account}-hosts`,
    base,
    shape: "steady",
    growth: 0.1,
    shifts: [renewal]
  });
  const fleets: readonly FleetSpec<keyof typeof beaconVendor.accounts>[] = [
    {account: "shop", offer: beacon.traces, name: "shop-traces", count: 5, base: 15, shape: "retail", growth: 0.2},
    {account: "shop", offer: beacon.sessions, name: "shop-sessions", count: 3, base: 24, shape: "retail", growth: 0.2},
    {account: "logistics", offer: beacon.logs, name: "wms-logs", count: 4, base: 120, shape: "retail"},
    {account: "logistics", offer: beacon.traces, name: "wms-traces", count: 3, base: 18, shape: "retail"},
    {account: "platform", offer: beacon.logs, name: "cluster-logs", count: 4, base: 160, shape: "steady", growth: 0.2},
    {
      account: "platform",
      offer: beacon.metrics,
      name: "custom-metrics",
      count: 5,
      base: 3.1,
      shape: "steady",
      growth: 0.4
    }
  ];
  return {
    source: "beacon",
    currency: "USD",
    header: vendorHeader,
    streams: [
      streamOf(world, estate, hosts("shop", 118 / 30.4)),
      streamOf(world, estate, hosts("logistics", 84 / 30.4)),
      streamOf(world, estate, hosts("platform", 66 / 30.4)),
      streamOf(world, estate, {
        account: "shop",
        offer: beacon.logs,
        name: "shop-logs",
        base: 900,
        shape: "retail",
        growth: 0.2,
        shifts: [shiftOf(world, "log-explosion", {factor: 7})]
      }),
      ...fleets.flatMap((fleet) => fleetOf(world, estate, fleet))
    ],
    commitments: [],
    monthly: () => [],
    ofMonth: (month) => ({...billingColumns(month), InvoiceId: month.complete ? `BEA-${month.name}-0413` : ""})
  };
}

const snowfieldVendor = {
  source: "snowfield",
  name: "Snowfield",
  currency: "USD",
  pricingCurrency: "Snowfield Credits",
  customer: "SNF-QUILLHAVEN",
  subAccountType: "Account",
  discount: 200_000n,
  accounts: {main: prod("QUILLHAVEN_EU", "data", "insights")}
} as const satisfies Vendor<string>;

const capacityMonths = 12;

/** A data warehouse that prices in credits; the capacity of a year is bought at once and drawn down. */
export function snowfieldPlan(world: World): Plan {
  const estate = vendorEstate<"main">(snowfieldVendor);
  const warehouse = (
    name: string,
    base: number,
    shape: StreamSpec["shape"],
    more: Partial<StreamSpec<"main">> = {}
  ): StreamSpec<"main"> => ({
    account: "main",
    offer: snowfield.medium,
    name,
    base,
    shape,
    ...more
  });
  return {
    source: "snowfield",
    currency: "USD",
    header: vendorHeader,
    streams: [
      warehouse("WH_LOAD", 9, "nightly", {growth: 0.2}),
      warehouse("WH_REPORTING", 11, "office", {growth: 0.1, shifts: [shiftOf(world, "warehouse-resize", {factor: 2})]}),
      warehouse("WH_CLOSE", 4, "month-end"),
      warehouse("WH_FORECAST", 5, "nightly", {growth: 0.3}),
      warehouse("WH_SUPPLIERS", 3, "office"),
      warehouse("WH_ADHOC", 24, "always", {offer: snowfield.small, waste: "never-suspends"}),
      warehouse("SNOWPIPE", 14, "retail", {offer: snowfield.ingest, growth: 0.2}),
      warehouse("STORAGE", 46 / 30.4, "stored", {offer: snowfield.storage, growth: 0.4})
    ].map((spec) => streamOf(world, estate, spec)),
    commitments: [],
    monthly: (month) => capacityRows(world, month, estate.fixed),
    ofMonth: (month, row) => ({
      ...billingColumns(month),
      InvoiceId: month.complete ? `SNF-${month.name}` : "",
      // Use is drawn from the capacity that was paid for: nothing is billed for it.
      ...(row.ChargeCategory === "Usage" ? {BilledCost: "0", ContractApplied: drawnFrom(row.EffectiveCost ?? "0")} : {})
    })
  };
}

const contract = {id: "SNF-CONTRACT-7", commitment: "SNF-CAPACITY-2"} as const;

function drawnFrom(cost: string): string {
  const element = `"ContractId":"${contract.id}","ContractCommitmentId":"${contract.commitment}"`;
  return `{"Elements":[{${element},"ContractCommitmentAppliedCost":${cost},"ContractCommitmentAppliedQuantity":null,"ContractCommitmentAppliedUnit":null}]}`;
}

function capacityRows(world: World, month: Month, fixed: Columns): readonly Columns[] {
  const index = world.calendar.months.indexOf(month);
  if (index % capacityMonths !== 0) return [];
  const [first] = month.days;
  const row = flatRow({
    category: "Purchase",
    description: "Capacity for a year",
    frequency: "One-Time",
    period: {start: instantOf(month.from), end: instantOf(dateAt(world.calendar, (first?.index ?? 0) + 365))},
    amount: scaled("252000", costScale),
    unit: "Credits",
    quantity: 105_000n * 10_000n,
    sku: "SNFCAPACITY",
    prepaid: true,
    columns: {
      ...fixed,
      SubAccountId: snowfieldVendor.accounts.main.id,
      SubAccountName: snowfieldVendor.accounts.main.name,
      SubAccountType: "Account",
      ServiceName: "Snowfield Warehouse",
      ServiceCategory: "Databases",
      ServiceSubcategory: "Data Warehouses"
    }
  });
  return [{...row, PricingCurrencyListUnitPrice: "1", PricingCurrencyContractedUnitPrice: "1"}];
}

const forgehubVendor = {
  source: "forgehub",
  name: "ForgeHub",
  currency: "USD",
  pricingCurrency: "USD",
  customer: "quillhaven",
  subAccountType: "Team",
  discount: 0n,
  accounts: {
    web: prod("web", "web", "storefront"),
    payments: prod("payments", "payments", "checkout"),
    mobile: prod("mobile", "mobile", "driver-app"),
    data: prod("data", "data", "insights"),
    platform: prod("platform", "platform", null)
  }
} as const satisfies Vendor<string>;

/** Code hosting: seats by the day, build minutes and package storage. */
export function forgehubPlan(world: World): Plan {
  const estate = vendorEstate<keyof typeof forgehubVendor.accounts>(forgehubVendor);
  const teams = ["web", "payments", "mobile", "data", "platform"] as const;
  const streams = teams.flatMap((account, n): StreamSpec<typeof account>[] => [
    {account, offer: forgehub.seat, name: `${account}-seats`, base: (26 - n * 3) / 30.4, shape: "stored"},
    {
      account,
      offer: forgehub.minutes,
      name: `${account}-builds`,
      base: 2.6,
      shape: "office",
      growth: 0.2,
      shifts: account === "mobile" ? [shiftOf(world, "build-storm", {factor: 6})] : []
    },
    {account, offer: forgehub.storage, name: `${account}-packages`, base: 410 / 30.4, shape: "stored", growth: 0.5}
  ]);
  return {
    source: "forgehub",
    currency: "USD",
    header: vendorHeader,
    streams: [
      ...streams.map((spec) => streamOf(world, estate, spec)),
      streamOf(world, estate, {
        account: "mobile",
        offer: forgehub.seat,
        name: "mobile-dormant-seats",
        base: 14 / 30.4,
        shape: "stored",
        waste: "dormant-developers"
      })
    ],
    commitments: [],
    monthly: () => [],
    ofMonth: (month) => ({
      ...billingColumns(month),
      InvoiceId: month.complete ? `FH-${month.name.replace("-", "")}` : ""
    })
  };
}
