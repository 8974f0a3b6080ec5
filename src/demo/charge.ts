import {costText, priceText, quantityText} from "./amount.ts";
import type {Stream, Use} from "./stream.ts";

/** The cells of a row that are not empty, by column name. */
export type Columns = Readonly<Record<string, string>>;

/** A half-open period as instants (ISO text in UTC). */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** The part of a use that a commitment pays for. */
export interface Cover {
  /** In 10⁻⁴ units of the offer. */
  readonly quantity: bigint;
  /** In 10⁻¹⁰ of the currency. */
  readonly effective: bigint;
  /** Cells that name the commitment, with its quantity. */
  readonly columns: Columns;
}

export const periodColumns = (period: Period): Columns => ({
  ChargePeriodStart: period.start,
  ChargePeriodEnd: period.end
});

/** Use at the contracted price, billed as it happens. */
export function usageRow(stream: Stream, use: Use, period: Period): Columns {
  const contracted = use.quantity * use.contracted;
  return {
    ...stream.columns,
    ...periodColumns(period),
    ...prices(stream, use),
    PricingCategory: stream.category,
    BilledCost: costText(contracted),
    EffectiveCost: costText(contracted),
    PricingCurrencyEffectiveCost: costText(inPricingCurrency(stream, use, contracted))
  };
}

/** Use that a commitment pays for: billed at nothing, effective at the commitment's rate. */
export function coveredRow(stream: Stream, use: Use, cover: Cover, period: Period): Columns {
  return {
    ...stream.columns,
    ...periodColumns(period),
    ...prices(stream, {...use, quantity: cover.quantity}),
    PricingCategory: "Committed",
    BilledCost: "0",
    EffectiveCost: costText(cover.effective),
    PricingCurrencyEffectiveCost: costText(cover.effective),
    ...cover.columns,
    CommitmentDiscountStatus: "Used"
  };
}

function prices(stream: Stream, use: Use): Columns {
  const {offer} = stream;
  return {
    ListCost: costText(use.quantity * use.list),
    ContractedCost: costText(use.quantity * use.contracted),
    ListUnitPrice: priceText(use.list),
    ContractedUnitPrice: priceText(use.contracted),
    PricingQuantity: quantityText(use.quantity),
    ConsumedQuantity: quantityText(use.quantity * offer.block),
    PricingCurrencyListUnitPrice: priceText(offer.credits ?? use.list),
    PricingCurrencyContractedUnitPrice: priceText(offer.credits ?? use.contracted)
  };
}

function inPricingCurrency(stream: Stream, use: Use, cost: bigint): bigint {
  return stream.offer.credits === null ? cost : use.quantity * stream.offer.credits;
}

export interface FlatCharge {
  readonly category: "Purchase" | "Tax" | "Credit" | "Adjustment" | "Usage";
  readonly description: string;
  readonly frequency: "One-Time" | "Recurring" | "Usage-Based";
  readonly period: Period;
  /** In 10⁻¹⁰ of the currency; negative for what comes back. */
  readonly amount: bigint;
  /** A correction of a period that was invoiced before. */
  readonly correction?: boolean;
  /** Unit and number of what is bought; a purchase has them, a tax or credit has not. */
  readonly unit?: string;
  readonly quantity?: bigint;
  readonly sku?: string;
  /** Tax on other charges: their sums at list and contracted prices, and effective. */
  readonly basis?: {readonly list: bigint; readonly contracted: bigint; readonly effective: bigint};
  /** Whether it pays for later use: then its effective cost is nothing. */
  readonly prepaid?: boolean;
  readonly columns: Columns;
}

/** A charge that is not metered: a purchase, tax, credit or refund. Unit prices are exact or absent. */
export function flatRow(charge: FlatCharge): Columns {
  const {amount, basis} = charge;
  const effective = charge.prepaid === true ? 0n : (basis?.effective ?? amount);
  const sold = charge.quantity === undefined ? {} : soldColumns(charge, charge.quantity);
  return {
    ...charge.columns,
    ...periodColumns(charge.period),
    ChargeCategory: charge.category,
    ChargeClass: charge.correction === true ? "Correction" : "",
    ChargeDescription: charge.description,
    ChargeFrequency: charge.frequency,
    BilledCost: costText(amount),
    EffectiveCost: costText(effective),
    ListCost: costText(basis?.list ?? amount),
    ContractedCost: costText(basis?.contracted ?? amount),
    PricingCurrencyEffectiveCost: costText(effective),
    ...sold
  };
}

function soldColumns(charge: FlatCharge, quantity: bigint): Columns {
  const price = charge.amount / quantity;
  if (price * quantity !== charge.amount) throw new Error(`no exact unit price: ${charge.description}`);
  const {sku = ""} = charge;
  return {
    PricingCategory: "Standard",
    PricingQuantity: quantityText(quantity),
    PricingUnit: charge.unit ?? "Count",
    ListUnitPrice: priceText(price),
    ContractedUnitPrice: priceText(price),
    PricingCurrencyListUnitPrice: priceText(price),
    PricingCurrencyContractedUnitPrice: priceText(price),
    SkuId: sku,
    SkuMeter: charge.description,
    SkuPriceId: `${sku}.P1`
  };
}
