import type {Columns} from "./charge.ts";
import {ownColumns} from "./columns.data.ts";
import {company} from "./company.data.ts";
import {fleetOf, type Account, type Estate, type FleetSpec} from "./estate.ts";
import {offer, type Offer, type OfferSpec} from "./offer.ts";
import {billingColumns, type Plan} from "./plan.ts";
import type {World} from "./world.ts";

const pool = (id: string, name: string, team: Account["team"], product: Account["product"]): Account => ({
  id,
  name,
  env: "prod",
  team,
  product,
  region: "gb-bristol"
});

const accounts = {
  warehouse: pool("DC-POOL-10", "Warehouse control", "fulfilment", "fulfilment"),
  finance: pool("DC-POOL-20", "Finance systems", "workplace", null),
  archive: pool("DC-POOL-30", "Archive and backup", "platform", null),
  network: pool("DC-POOL-40", "Office and depot network", "platform", null)
} as const satisfies Record<string, Account>;

const fixed: Columns = {
  ServiceProviderName: "Quillhaven Data Centre",
  HostProviderName: "Quillhaven Data Centre",
  InvoiceIssuerName: "Quillhaven Data Centre",
  BillingAccountId: "DC-BRISTOL",
  BillingAccountName: company.name,
  BillingAccountType: "Cost Centre",
  BillingCurrency: "GBP"
};

const estate: Estate<keyof typeof accounts> = {
  source: "datacentre",
  currency: "GBP",
  accounts,
  regions: {"gb-bristol": {name: "Bristol", price: 1_000_000n, zones: []}},
  fixed,
  subAccountType: "Cost Pool",
  tagStyle: "lower",
  discount: 0n,
  own: () => ({})
};

const service: Pick<OfferSpec, "service" | "resource"> = {
  service: "Data Centre Bristol",
  resource: ["Cost pool item", "dc:{account}:{name}"]
};

const items = {
  host: offer({
    ...service,
    in: ["Compute", "Virtual Machines"],
    meter: "Virtualisation host",
    text: "Host with depreciation and maintenance",
    unit: "Hours",
    price: "0.61"
  }),
  power: offer({
    ...service,
    in: ["Other", "Other (Other)"],
    meter: "Power and cooling",
    text: "Electricity with cooling",
    unit: "kWh",
    price: "0.2415"
  }),
  rack: offer({
    ...service,
    in: ["Other", "Other (Other)"],
    meter: "Rack space",
    text: "Rack, a day's share of the month",
    unit: "Racks",
    price: "710"
  }),
  array: offer({
    ...service,
    in: ["Storage", "Storage Platforms"],
    meter: "Storage array",
    text: "Storage array capacity",
    unit: "TB-Months",
    price: "31"
  }),
  tape: offer({
    ...service,
    in: ["Storage", "Backup Storage"],
    meter: "Tape and vault",
    text: "Tapes kept off site",
    unit: "TB-Months",
    price: "4.2"
  }),
  line: offer({
    ...service,
    in: ["Networking", "Network Connectivity"],
    meter: "Leased line",
    text: "Leased line, a day's share of the month",
    unit: "Lines",
    price: "560"
  }),
  people: offer({
    ...service,
    in: ["Other", "Other (Other)"],
    meter: "Operations staff",
    text: "Staff hours",
    unit: "Hours",
    price: "41"
  })
} as const satisfies Record<string, Offer>;

const share = 1 / 30.4;

const fleets: readonly FleetSpec<keyof typeof accounts>[] = [
  {account: "warehouse", offer: items.host, name: "wcs-host", count: 8, base: 24, shape: "always"},
  {account: "warehouse", offer: items.power, name: "wcs-power", count: 2, base: 410, shape: "steady"},
  {account: "warehouse", offer: items.rack, name: "wcs-rack", count: 3, base: share, shape: "stored"},
  {account: "finance", offer: items.host, name: "erp-host", count: 5, base: 24, shape: "always"},
  {account: "finance", offer: items.power, name: "erp-power", count: 1, base: 260, shape: "steady"},
  {account: "finance", offer: items.people, name: "erp-operations", count: 2, base: 7, shape: "office-hours"},
  {
    account: "archive",
    offer: items.array,
    name: "archive-array",
    count: 4,
    base: 130 * share,
    shape: "stored",
    growth: 0.15
  },
  {account: "archive", offer: items.tape, name: "vault", count: 2, base: 900 * share, shape: "stored", growth: 0.2},
  {account: "archive", offer: items.rack, name: "archive-rack", count: 2, base: share, shape: "stored"},
  {account: "network", offer: items.line, name: "depot-line", count: 6, base: share, shape: "stored"},
  {account: "network", offer: items.people, name: "network-operations", count: 2, base: 6, shape: "office-hours"}
];

/** A data centre of the company's own, as cost pools in pounds, FOCUS 1.4; an internal statement, no invoice. */
export function datacentrePlan(world: World): Plan {
  return {
    source: "datacentre",
    currency: "GBP",
    header: ownColumns,
    streams: fleets.flatMap((fleet) => fleetOf(world, estate, fleet)),
    commitments: [],
    monthly: () => [],
    ofMonth: (month) => billingColumns(month)
  };
}
