import {costScale, partsOf, priceScale, scaled, wholeCents} from "./amount.ts";
import {costText, priceText, quantityText} from "./amount.ts";
import {instantOf, type Month} from "./calendar.ts";
import {flatRow, type Columns} from "./charge.ts";
import {ownColumns} from "./columns.data.ts";
import {company, teams} from "./company.data.ts";
import {licenceContracts, licenceProducts, type LicenceProduct} from "./licences.data.ts";
import {billingColumns, monthPeriod, type MonthTotals, type Plan} from "./plan.ts";
import type {World} from "./world.ts";

export const reseller = "Softlane Licensing";

const fixed: Columns = {
  ServiceProviderName: reseller,
  HostProviderName: "",
  InvoiceIssuerName: reseller,
  BillingAccountId: "SL-88213",
  BillingAccountName: company.name,
  BillingAccountType: "Customer",
  BillingCurrency: "GBP"
};

const oneSeat = 10_000n;
const vat = 200_000n;

/** Licences by the seat from a reseller, in pounds with VAT, FOCUS 1.4; seats are counted and trued up once a year. */
export function licencesPlan(world: World): Plan {
  return {
    source: "licences",
    currency: "GBP",
    header: ownColumns,
    streams: [],
    commitments: [],
    monthly: (month, totals) => monthlyRows(world, month, totals),
    ofMonth: (month, row) => ({
      ...billingColumns(month),
      ...(month.complete
        ? {InvoiceId: invoiceOf(month), InvoiceDetailId: detailOf(month, row.ChargeCategory ?? "")}
        : {})
    })
  };
}

export const invoiceOf = (month: Month): string => `SL-${month.name}`;
export const detailOf = (month: Month, category: string): string => `${invoiceOf(month)}-${category.toUpperCase()}`;

function monthlyRows(world: World, month: Month, totals: MonthTotals): readonly Columns[] {
  const index = world.calendar.months.indexOf(month);
  const rows = licenceProducts.flatMap((product) =>
    product.seats.map(([team], unit) => seatRow(world, month, product, team, seatsOf(product, unit, index)))
  );
  const last = world.calendar.months.findLastIndex((one) => one.complete);
  if (index === last - 1) rows.push(...trueUps(month, index));
  if (month.complete) rows.push(taxRow(month, rows, totals));
  return rows;
}

interface Seats {
  readonly assigned: number;
  readonly active: number;
}

function seatsOf(product: LicenceProduct, unit: number, index: number): Seats {
  const [, assigned = 0, active = 0] = product.seats[unit] ?? [];
  const joined = Math.floor((product.joiners * index) / product.seats.length);
  return {assigned: assigned + joined, active: active + joined};
}

function seatRow(world: World, month: Month, product: LicenceProduct, team: keyof typeof teams, seats: Seats): Columns {
  const price = scaled(product.price, priceScale);
  const quantity = BigInt(seats.assigned) * oneSeat;
  const cost = costText(quantity * price);
  const {columns, period} = rowColumns(month, product, team);
  const [day] = month.days;
  if (product.waste !== undefined && day !== undefined) {
    world.truth.place(product.waste, "GBP", {
      ServiceName: product.name,
      SkuMeter: columns.SkuMeter ?? "",
      ResourceId: columns.ResourceId ?? "",
      SubAccountId: columns.SubAccountId ?? ""
    });
    world.truth.add(product.waste, day, quantity * price, 0n);
  }
  return {
    ...columns,
    ...period,
    ChargeCategory: "Usage",
    ChargeFrequency: "Recurring",
    ChargeDescription: `${product.name}, seats`,
    PricingCategory: "Standard",
    PricingQuantity: quantityText(quantity),
    PricingUnit: "Seats",
    ConsumedQuantity: quantityText(quantity),
    ConsumedUnit: "Seats",
    ListUnitPrice: priceText(price),
    ContractedUnitPrice: priceText(price),
    ListCost: cost,
    ContractedCost: cost,
    BilledCost: cost,
    EffectiveCost: cost,
    ContractApplied: contractApplied(product, quantity),
    x_SeatsAssigned: seats.assigned.toString(),
    x_SeatsActive: seats.active.toString()
  };
}

function rowColumns(
  month: Month,
  product: LicenceProduct,
  team: keyof typeof teams
): {columns: Columns; period: Columns} {
  const {unit, costCentre} = teams[team];
  return {
    period: monthPeriod(month),
    columns: {
      ...fixed,
      SubAccountId: `SL-88213-${unit.toUpperCase()}`,
      SubAccountName: unit,
      SubAccountType: "Business Unit",
      ServiceName: product.name,
      ServiceCategory: product.category[0],
      ServiceSubcategory: product.category[1],
      SkuId: product.id,
      SkuMeter: `${product.name} seat`,
      SkuPriceId: `${product.id}.M`,
      ResourceId: `softlane:${product.id}:${team}`,
      ResourceName: `${product.name}, ${teams[team].title}`,
      ResourceType: "Licence pool",
      Tags: JSON.stringify({team, "cost-center": costCentre})
    }
  };
}

function contractApplied(product: LicenceProduct, quantity: bigint): string {
  const contract = licenceContracts.find((one) => one.product === product.id);
  if (contract === undefined) return "";
  const ids = `"ContractId":"${contract.id}","ContractCommitmentId":"${contract.commitment}"`;
  return `{"Elements":[{${ids},"ContractCommitmentAppliedQuantity":${quantityText(quantity)},"ContractCommitmentAppliedUnit":"Seats"}]}`;
}

/** Once a year the seats above the contract are bought for a year at the monthly price, ten months for twelve. */
function trueUps(month: Month, index: number): readonly Columns[] {
  return licenceContracts.flatMap((contract) => {
    const product = licenceProducts.find((one) => one.id === contract.product);
    if (product === undefined) return [];
    const assigned = product.seats.reduce((sum, _, unit) => sum + seatsOf(product, unit, index).assigned, 0);
    const over = assigned - contract.seats;
    if (over <= 0) return [];
    const {columns} = rowColumns(month, product, "workplace");
    return [
      flatRow({
        category: "Purchase",
        description: `${product.name}: true-up of ${over} seats`,
        frequency: "One-Time",
        period: {start: instantOf(month.from), end: instantOf(month.to)},
        amount: BigInt(over) * oneSeat * scaled(product.price, priceScale) * 10n,
        unit: "Seats",
        quantity: BigInt(over) * oneSeat,
        sku: `${product.id}-TRUEUP`,
        columns
      })
    ];
  });
}

function taxRow(month: Month, rows: readonly Columns[], totals: MonthTotals): Columns {
  const billed = rows.reduce((sum, row) => sum + scaled(row.BilledCost ?? "0", costScale), totals.billed);
  return flatRow({
    category: "Tax",
    description: "VAT 20 %",
    frequency: "One-Time",
    period: {start: instantOf(month.from), end: instantOf(month.to)},
    amount: wholeCents(partsOf(billed, vat)),
    columns: {...fixed, ServiceName: "Tax", ServiceCategory: "Other", ServiceSubcategory: "Other (Other)"}
  });
}
