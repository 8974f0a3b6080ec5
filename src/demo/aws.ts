import {scaled, priceScale, costScale, wholeCents} from "./amount.ts";
import {elasticRows} from "./aws-elastic.ts";
import {awsAccounts, awsPayer, awsRegions, type AwsAccount} from "./aws-estate.data.ts";
import {awsFleets} from "./aws-fleet.data.ts";
import {aws} from "./aws-offers.data.ts";
import {awsPlanted} from "./aws-planted.ts";
import {dateAt, instantOf, type Month} from "./calendar.ts";
import {flatRow, type Columns} from "./charge.ts";
import {awsColumns} from "./columns.data.ts";
import type {Commitment} from "./commitment.ts";
import {fleetOf, type Estate} from "./estate.ts";
import {billingColumns, purchasesOn, type Delivery, type MonthTotals, type Plan} from "./plan.ts";
import type {World} from "./world.ts";

const fixed: Columns = {
  ProviderName: "AWS",
  PublisherName: "AWS",
  InvoiceIssuerName: "AWS",
  BillingAccountId: awsPayer.id,
  BillingAccountName: awsPayer.name,
  BillingAccountType: "Payer Account",
  BillingCurrency: "USD"
};

const estate: Estate<AwsAccount> = {
  source: "aws",
  currency: "USD",
  accounts: awsAccounts,
  regions: awsRegions,
  fixed,
  subAccountType: "Linked Account",
  tagStyle: "lower",
  discount: 40_000n,
  own: (offer, _account, resource) => ({
    x_ServiceCode: offer.code,
    x_Operation: offer.operation,
    ...(offer.resourceType === "Capacity Reservation"
      ? {CapacityReservationId: resource.id, CapacityReservationStatus: "Unused"}
      : {})
  })
};

const payer: Columns = {
  ...fixed,
  SubAccountId: awsPayer.id,
  SubAccountName: awsPayer.name,
  SubAccountType: "Linked Account"
};

/** Offset, from the last complete month, of the month that AWS delivers twice. */
export const restatedMonthsBack = 2;

/** AWS: a payer and twelve accounts, two savings plans, a support fee, a marketplace product, credits and a refund. */
export function awsPlan(world: World): Plan {
  const [plan, elastic] = commitmentsOf(world);
  const slots = fleetOf(world, estate, {
    account: "fulfilment",
    offer: aws.m7g4xlarge,
    name: "route-planner",
    count: 12,
    base: 24,
    shape: "always",
    covers: ["elastic-plan"]
  });
  return {
    source: "aws",
    currency: "USD",
    header: awsColumns,
    streams: [...awsFleets.flatMap((fleet) => fleetOf(world, estate, fleet)), ...awsPlanted(world, estate)],
    commitments: [plan],
    elsewhere: [elastic],
    daily: (day) => [...purchasesOn([elastic], world.calendar, day), ...elasticRows(world, slots, elastic, day)],
    monthly: (month, totals, delivery) => monthlyRows(world, month, totals, delivery),
    ofMonth: (month) => ({...billingColumns(month), InvoiceId: month.complete ? invoiceOf(month) : ""})
  };
}

const invoiceOf = (month: Month): string => `EUINGB${month.name.slice(2).replace("-", "")}-2041`;

function commitmentsOf(world: World): readonly [Commitment, Commitment] {
  const {end} = world.calendar;
  const size = (text: string): bigint => {
    const scale = BigInt(Math.round(Math.min(1, world.scale) * 1000));
    return (scaled(text, priceScale) * scale) / 1000n;
  };
  const of = (pool: string, name: string, hourly: string, from: number, years: number): Commitment => ({
    pool,
    id: `arn:aws:savingsplans::${awsPayer.id}:savingsplan/${pool}-5f1c02d7`,
    name,
    type: "Savings Plan",
    category: "Spend",
    from,
    to: from + 365 * years,
    hourly: size(hourly),
    units: 1n,
    payment: "hourly",
    rate: 280_000n,
    waste: null,
    columns: {
      ...payer,
      ServiceName: "Savings Plans for AWS Compute usage",
      ServiceCategory: "Compute",
      ServiceSubcategory: "Other (Compute)",
      SkuId: `SP${pool.toUpperCase()}`,
      SkuMeter: "ComputeSP:1yrNoUpfront",
      SkuPriceId: `SP${pool.toUpperCase()}.1Y`,
      SkuPriceDetails: '{"x_PurchaseTerm":"1yr","x_PaymentOption":"NoUpfront"}',
      PricingUnit: "USD",
      x_ServiceCode: "ComputeSavingsPlans"
    }
  });
  // The large plan ends six weeks after the last complete month: whoever looks ahead has to decide.
  return [
    of("compute-plan", "Compute plan 1 year, no upfront", "11.5", end + 44 - 365, 1),
    of("elastic-plan", "Route planner plan 3 years, no upfront", "3.1", -120, 3)
  ];
}

const supportShare = 30_000n;

function monthlyRows(world: World, month: Month, totals: MonthTotals, delivery: Delivery): readonly Columns[] {
  const {months} = world.calendar;
  const index = months.indexOf(month);
  const last = months.findLastIndex((one) => one.complete);
  const whole = {start: instantOf(month.from), end: instantOf(month.to)};
  const firstDay = {start: instantOf(month.from), end: `${month.from.slice(0, 8)}02T00:00:00Z`};
  const rows: Columns[] = [marketplaceRow(whole)];
  if (month.complete) rows.push(supportRow(totals.billed, whole));
  const credit = migrationCredits[index];
  if (credit !== undefined) {
    rows.push(creditRow(`Migration credit, ${migrationCredits.length - index - 1} months left`, credit, firstDay));
  }
  if (index === last - 4) rows.push(refundRow(world, month));
  if (index === last - restatedMonthsBack && delivery === "final") {
    rows.push(creditRow("Service level credit for a load balancer outage", "-412.5", firstDay));
  }
  return rows;
}

/** What the vendor gives for the move from the old data centre: it runs out half way through the year. */
const migrationCredits = ["-9000", "-9000", "-9000", "-6000", "-6000", "-3000", "-1250.75"] as const;

const dollars = (text: string): bigint => scaled(text, costScale);

function supportRow(billed: bigint, period: {start: string; end: string}): Columns {
  const quantity = wholeCents(billed) / 1_000_000n;
  const row = flatRow({
    category: "Usage",
    description: "Business support, 3 % of charges",
    frequency: "Recurring",
    period,
    amount: quantity * supportShare,
    unit: "USD",
    quantity,
    sku: "SUPPORTBUSINESS",
    columns: {
      ...payer,
      ServiceName: "AWS Support (Business)",
      ServiceCategory: "Management and Governance",
      ServiceSubcategory: "Support",
      x_ServiceCode: "AWSSupportBusiness"
    }
  });
  return {...row, ConsumedQuantity: row.PricingQuantity ?? "", ConsumedUnit: "USD"};
}

function marketplaceRow(period: {start: string; end: string}): Columns {
  return flatRow({
    category: "Purchase",
    description: "Parcelwright address validation, monthly subscription",
    frequency: "Recurring",
    period,
    amount: dollars("1850"),
    unit: "Units",
    quantity: 10_000n,
    sku: "MPPARCELWRIGHT",
    columns: {
      ...payer,
      SubAccountId: awsAccounts.fulfilment.id,
      SubAccountName: awsAccounts.fulfilment.name,
      PublisherName: "Parcelwright Inc.",
      ServiceName: "Parcelwright Address Validation",
      ServiceCategory: "Business Applications",
      ServiceSubcategory: "Other (Business Applications)",
      x_ServiceCode: "AWSMarketplace"
    }
  });
}

function creditRow(description: string, amount: string, period: {start: string; end: string}): Columns {
  return flatRow({
    category: "Credit",
    description,
    frequency: "One-Time",
    period,
    amount: dollars(amount),
    columns: {
      ...payer,
      ServiceName: "AWS Credits",
      ServiceCategory: "Other",
      ServiceSubcategory: "Other (Other)",
      x_ServiceCode: "AWSCredits"
    }
  });
}

/** Money back for data transfer of an earlier, invoiced month: a correction that lies in a later billing period. */
function refundRow(world: World, month: Month): Columns {
  const [first] = month.days;
  const index = first?.index ?? 0;
  return flatRow({
    category: "Usage",
    description: "Refund of data transfer charged twice",
    frequency: "One-Time",
    period: {start: instantOf(dateAt(world.calendar, index - 20)), end: instantOf(dateAt(world.calendar, index - 13))},
    amount: dollars("-738.42"),
    correction: true,
    columns: {
      ...payer,
      SubAccountId: awsAccounts.data.id,
      SubAccountName: awsAccounts.data.name,
      ServiceName: "AWS Data Transfer",
      ServiceCategory: "Networking",
      ServiceSubcategory: "Network Infrastructure",
      x_ServiceCode: "AWSDataTransfer"
    }
  });
}
