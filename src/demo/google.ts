import {priceScale, scaled, costScale} from "./amount.ts";
import {instantOf, type Month} from "./calendar.ts";
import {flatRow, type Columns} from "./charge.ts";
import {googleColumns} from "./columns.data.ts";
import type {Commitment} from "./commitment.ts";
import {fleetOf, streamOf, type Estate, type StreamSpec} from "./estate.ts";
import {google, googleFleets, googleProjects, googleRegions, type GoogleProject} from "./google.data.ts";
import {billingColumns, type Plan} from "./plan.ts";
import {shiftOf, type World} from "./world.ts";

const fixed: Columns = {
  ProviderName: "Google Cloud",
  PublisherName: "Google",
  ServiceProviderName: "Google Cloud",
  HostProviderName: "Google Cloud",
  InvoiceIssuerName: "Google Cloud",
  BillingAccountId: "01A7C4-9F20E3-77B1D5",
  BillingAccountName: "Quillhaven",
  BillingAccountType: "Billing Account",
  BillingCurrency: "USD",
  x_CostType: "regular"
};

const estate: Estate<GoogleProject> = {
  source: "gcp",
  currency: "USD",
  accounts: googleProjects,
  regions: googleRegions,
  fixed,
  subAccountType: "Project",
  tagStyle: "lower",
  discount: 50_000n,
  own: (offer, account) => ({x_ServiceId: offer.code, x_Project: JSON.stringify({id: account.id, name: account.name})})
};

/** Google Cloud: five projects, a flexible commitment that the quiet season leaves partly unused, a promotion. */
export function googlePlan(world: World): Plan {
  return {
    source: "gcp",
    currency: "USD",
    header: googleColumns,
    streams: [
      ...googleFleets.flatMap((fleet) => fleetOf(world, estate, fleet)),
      ...plantedSpecs(world).map((spec) => streamOf(world, estate, spec))
    ],
    commitments: [commitmentOf(world)],
    monthly: (month) => monthlyRows(world, month),
    ofMonth: (month) => ({
      ...billingColumns(month),
      InvoiceId: month.complete ? `GCEUR-${month.name}-55120` : "",
      x_ExportTime: instantOf(month.to)
    })
  };
}

function plantedSpecs(world: World): readonly StreamSpec<GoogleProject>[] {
  const day = 24;
  const recommender = world.truth.window("new-recommender");
  return [
    {
      account: "search",
      offer: google.vertex,
      name: "recommender",
      base: 190,
      shape: "retail",
      event: "new-recommender",
      from: recommender.from
    },
    {
      account: "warehouse",
      offer: google.analysis,
      name: "weekly-margin",
      base: 4.5,
      shape: "steady",
      shifts: [shiftOf(world, "unpartitioned-report", {factor: 8, on: "monday"})]
    },
    {
      account: "warehouse",
      offer: google.dataflow,
      name: "order-history",
      base: 260,
      shape: "nightly",
      shifts: [shiftOf(world, "history-backfill", {factor: 6})]
    },
    {account: "lab", offer: google.gpu, name: "vision-trial", base: day, shape: "always", waste: "idle-gpu"},
    {
      account: "driverStaging",
      offer: google.cluster,
      name: "driver-old-cluster",
      base: day,
      shape: "always",
      waste: "idle-cluster"
    },
    ...["01", "02", "03", "04"].map((n): StreamSpec<GoogleProject> => ({
      account: "driver",
      offer: google.address,
      name: `spare-address-${n}`,
      base: day,
      shape: "always",
      waste: "idle-external-address"
    }))
  ];
}

function commitmentOf(world: World): Commitment {
  const {end} = world.calendar;
  const {id, name} = googleProjects.search;
  const scale = BigInt(Math.round(Math.min(1, world.scale) * 1000));
  return {
    pool: "flexible-commitment",
    id: `//compute.googleapis.com/projects/${id}/commitments/flex-2024`,
    name: "Flexible commitment 3 years",
    type: "Committed Use Discount",
    category: "Spend",
    from: end - 700,
    to: end - 700 + 1095,
    hourly: (scaled("3.6", priceScale) * scale) / 1000n,
    units: 1n,
    payment: "hourly",
    rate: 460_000n,
    waste: null,
    columns: {
      ...fixed,
      SubAccountId: id,
      SubAccountName: name,
      SubAccountType: "Project",
      ServiceName: "Compute Engine",
      ServiceCategory: "Compute",
      ServiceSubcategory: "Virtual Machines",
      SkuId: "CUDFLEX3Y",
      SkuMeter: "Commitment - dollar based",
      SkuPriceId: "CUDFLEX3Y.1",
      PricingUnit: "USD",
      x_ServiceId: google.n2.code
    }
  };
}

const promotions = ["-2500", "-2500", "-2500", "-1100"] as const;

function monthlyRows(world: World, month: Month): readonly Columns[] {
  const promotion = promotions[world.calendar.months.indexOf(month)];
  if (promotion === undefined) return [];
  return [
    flatRow({
      category: "Credit",
      description: "Start-up promotion",
      frequency: "One-Time",
      period: {start: instantOf(month.from), end: instantOf(month.to)},
      amount: scaled(promotion, costScale),
      columns: {
        ...fixed,
        ServiceName: "Promotions",
        ServiceCategory: "Other",
        ServiceSubcategory: "Other (Other)",
        x_CostType: "adjustment"
      }
    })
  ];
}
