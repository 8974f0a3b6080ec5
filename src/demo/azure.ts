import {partsOf, priceScale, scaled, wholeCents} from "./amount.ts";
import {azure, azureAccounts, azureFleets, azureRegions, type AzureAccount} from "./azure.data.ts";
import {instantOf, type Month} from "./calendar.ts";
import {flatRow, type Columns} from "./charge.ts";
import {azureColumns} from "./columns.data.ts";
import type {Commitment} from "./commitment.ts";
import {teams} from "./company.data.ts";
import {fleetOf, streamOf, type Estate, type StreamSpec} from "./estate.ts";
import type {Offer} from "./offer.ts";
import {billingColumns, type MonthTotals, type Plan} from "./plan.ts";
import {guid, hash} from "./random.ts";
import {membersOf, type World} from "./world.ts";

const enrolment = "7341902";

const fixed: Columns = {
  ProviderName: "Microsoft",
  PublisherName: "Microsoft",
  InvoiceIssuerName: "Microsoft",
  BillingAccountId: `/providers/Microsoft.Billing/billingAccounts/${enrolment}`,
  BillingAccountName: "Quillhaven Enterprise Agreement",
  BillingAccountType: "Billing Account",
  BillingCurrency: "EUR",
  PricingCurrency: "EUR",
  x_BillingAccountId: enrolment,
  x_BillingProfileId: enrolment,
  x_PublisherCategory: "Vendor",
  x_SkuOfferId: "MS-AZR-0017P"
};

const estate: Estate<AzureAccount> = {
  source: "azure",
  currency: "EUR",
  accounts: azureAccounts,
  regions: azureRegions,
  fixed,
  subAccountType: "Subscription",
  tagStyle: "pascal",
  discount: 70_000n,
  own: (offer, account, resource) => ({
    x_AccountName: `${account.team}@quillhaven.example`,
    x_CostCenter: teams[account.team].costCentre,
    x_InvoiceSectionName: teams[account.team].unit,
    x_ResourceGroupName: resource.group,
    ...meterColumns(offer)
  })
};

function meterColumns(offer: Offer): Columns {
  return {
    x_PricingBlockSize: offer.block.toString(),
    x_PricingSubcategory: "Standard",
    x_PricingUnitDescription: offer.unit === "Hours" ? "1 Hour" : `1 ${offer.unit}`,
    x_ResourceType: offer.resourceType,
    x_SkuDescription: offer.description,
    x_SkuMeterCategory: offer.service,
    x_SkuMeterId: guid(hash(`meter/${offer.meter}`, 3)),
    x_SkuMeterSubcategory: offer.operation,
    x_SkuServiceFamily: offer.category
  };
}

/** Azure: six subscriptions in euro, a reservation that ran out, one that a migration emptied, one that is used; VAT. */
export function azurePlan(world: World): Plan {
  return {
    source: "azure",
    currency: "EUR",
    header: azureColumns,
    streams: [
      ...azureFleets.flatMap((fleet) => fleetOf(world, estate, fleet)),
      ...plantedSpecs(world).map((spec) => streamOf(world, estate, spec))
    ],
    commitments: commitmentsOf(world),
    monthly: (month, totals) => (month.complete ? [taxRow(month, totals)] : []),
    ofMonth: (month) => ({
      ...billingColumns(month),
      InvoiceId: month.complete ? `E0800${month.name.replace("-", "")}` : ""
    })
  };
}

function plantedSpecs(world: World): readonly StreamSpec<AzureAccount>[] {
  const twin = world.truth.window("twin-staging");
  const {from: migrated} = world.truth.window("migrated-reservation");
  const day = 24;
  const share = 1 / 30.4;
  const copies = ["01", "02", "03", "04", "05", "06"].flatMap((n): StreamSpec<AzureAccount>[] => [
    {
      account: "depotsStaging",
      offer: azure.d4,
      name: `vm-depot-stg-copy-${n}`,
      base: day,
      shape: "always",
      event: "twin-staging",
      ...twin
    },
    {
      account: "depotsStaging",
      offer: azure.ssd,
      name: `disk-depot-stg-copy-${n}`,
      base: share,
      shape: "stored",
      event: "twin-staging",
      ...twin
    }
  ]);
  const migrating = ["01", "02", "03", "04"].map((n): StreamSpec<AzureAccount> => ({
    account: "depots",
    offer: azure.e8,
    name: `vm-planning-${n}`,
    base: day,
    shape: "always",
    to: migrated,
    covers: ["e8-reservation"]
  }));
  const orphans = ["01", "02", "03"].map((n): StreamSpec<AzureAccount> => ({
    account: "depots",
    offer: azure.premium,
    name: `disk-old-planning-${n}`,
    base: share,
    shape: "stored",
    waste: "orphan-disks"
  }));
  const windows = ["01", "02", "03"].map((n): StreamSpec<AzureAccount> => ({
    account: "office",
    offer: azure.d8windows,
    name: `vm-payroll-${n}`,
    base: day,
    shape: "always",
    waste: "windows-without-benefit"
  }));
  return [
    ...copies,
    ...migrating,
    ...orphans,
    ...windows,
    {
      account: "reporting",
      offer: azure.sqlCritical,
      name: "sqldb-margin-2022",
      base: 24 * 8,
      shape: "always",
      waste: "idle-sql"
    },
    {account: "portal", offer: azure.plan, name: "plan-old-portal", base: 2 * day, shape: "always", waste: "empty-plan"}
  ];
}

function commitmentsOf(world: World): readonly Commitment[] {
  const {end} = world.calendar;
  const {id: subscription, name: subscriptionName} = azureAccounts.depots;
  const reservation = (
    pool: string,
    offer: Offer,
    terms: Pick<Commitment, "from" | "to" | "units" | "payment" | "waste"> & {
      readonly hourly: string;
      readonly term: string;
    }
  ): Commitment => ({
    ...terms,
    pool,
    id: `/providers/Microsoft.Capacity/reservationOrders/${guid(hash(pool + terms.term, 5))}/reservations/${guid(hash(pool + terms.term, 6))}`,
    name: `${offer.meter} reservation ${terms.term}, ${terms.payment}`,
    type: "Reservation",
    category: "Usage",
    hourly: scaled(terms.hourly, priceScale),
    rate: 0n,
    columns: {
      ...fixed,
      SubAccountId: subscription,
      SubAccountName: subscriptionName,
      SubAccountType: "Subscription",
      ServiceName: offer.service,
      ServiceCategory: offer.category,
      ServiceSubcategory: offer.subcategory,
      SkuId: `RI${hash(pool, 7).toString(16).toUpperCase()}`,
      SkuMeter: `${offer.meter} reservation`,
      SkuPriceId: `RI${hash(pool, 7).toString(16).toUpperCase()}.${terms.term}`,
      PricingUnit: "Hours",
      RegionId: "westeurope",
      RegionName: "West Europe",
      x_SkuTerm: terms.term === "P1Y" ? "12" : "36",
      ...meterColumns(offer)
    }
  });
  const d4units = BigInt(membersOf(world, 14));
  return [
    // Bought on the fifth day of the data for a year: its whole life is there to be added up.
    reservation("d4-reservation", azure.d4, {
      from: 4,
      to: 369,
      units: d4units,
      payment: "upfront",
      waste: null,
      hourly: "0.118",
      term: "P1Y"
    }),
    reservation("d4-reservation", azure.d4, {
      from: 369,
      to: 369 + 1095,
      units: d4units,
      payment: "monthly",
      waste: null,
      hourly: "0.081",
      term: "P3Y"
    }),
    reservation("e8-reservation", azure.e8, {
      from: -200,
      to: end + 330,
      units: 4n,
      payment: "monthly",
      waste: "migrated-reservation",
      hourly: "0.309",
      term: "P3Y"
    })
  ];
}

const vat = 230_000n;

function taxRow(month: Month, totals: MonthTotals): Columns {
  const tax = (sum: bigint): bigint => wholeCents(partsOf(sum, vat));
  return flatRow({
    category: "Tax",
    description: "VAT 23 %",
    frequency: "One-Time",
    period: {start: instantOf(month.from), end: instantOf(month.to)},
    amount: tax(totals.billed),
    basis: {list: tax(totals.list), contracted: tax(totals.contracted), effective: tax(totals.effective)},
    columns: {...fixed, ServiceName: "Tax", ServiceCategory: "Other", ServiceSubcategory: "Other (Other)"}
  });
}
