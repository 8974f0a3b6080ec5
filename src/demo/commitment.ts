import {costText, priceText, quantityText} from "./amount.ts";
import {periodColumns, type Columns, type Cover, type Period} from "./charge.ts";
import type {Stream, Use} from "./stream.ts";

/** A commitment discount: so much money an hour, or so many units, whether used or not. */
export interface Commitment {
  readonly id: string;
  /** The name by which streams say that it may cover them. */
  readonly pool: string;
  readonly name: string;
  readonly type: string;
  readonly category: "Spend" | "Usage";
  /** Term as day indexes, half-open; may begin before the first and end after the last day of the demo. */
  readonly from: number;
  readonly to: number;
  /** Spend: 10⁻⁶ of the currency an hour. Usage: price of one unit for an hour, in 10⁻⁶. */
  readonly hourly: bigint;
  /** Usage: units held. Spend: 1. */
  readonly units: bigint;
  /** How it is paid: by the hour (billed daily), in twelve equal months, or once at the beginning. */
  readonly payment: "hourly" | "monthly" | "upfront";
  /** Spend: parts of a million of the list price that the committed rate takes off. */
  readonly rate: bigint;
  /** Cells of its own rows: the account that bought it, service, SKU, region. */
  readonly columns: Columns;
  /** The planted waste that its unused part is. */
  readonly waste: string | null;
}

/** What is left of a commitment in a day or hour: money (10⁻¹⁰) or unit-hours (10⁻⁴). */
export interface Balance {
  readonly commitment: Commitment;
  readonly hours: bigint;
  left: bigint;
}

const hourUnits = 10_000n;
/** A year of twelve payments is 8760 hours; each pays for 730. */
const hoursOfPayment = 730n;

export function openBalance(commitment: Commitment, hours: bigint): Balance {
  const {category, hourly, units} = commitment;
  return {commitment, hours, left: category === "Spend" ? hourly * hours * hourUnits : units * hours * hourUnits};
}

/** Takes from a balance what it can pay of a use; null where nothing is left. */
export function takeCover(balance: Balance, use: Use): Cover | null {
  if (balance.left <= 0n || use.quantity <= 0n) return null;
  const {commitment} = balance;
  if (commitment.category === "Usage") {
    const quantity = use.quantity < balance.left ? use.quantity : balance.left;
    balance.left -= quantity;
    return {quantity, effective: quantity * commitment.hourly, columns: namedBy(commitment, quantityText(quantity))};
  }
  const rate = (use.list * (1_000_000n - commitment.rate)) / 1_000_000n;
  const whole = use.quantity * rate;
  if (whole <= balance.left) {
    balance.left -= whole;
    return {quantity: use.quantity, effective: whole, columns: namedBy(commitment, costText(whole))};
  }
  // The last row takes the remainder that is less than the price of the smallest quantity, so that the sum is exact.
  const quantity = balance.left / rate;
  if (quantity === 0n) return null;
  const effective = balance.left;
  balance.left = 0n;
  return {quantity, effective, columns: namedBy(commitment, costText(effective))};
}

/** What nobody used, as a row of the commitment itself at its own price; null where all was used. */
export function unusedRow(balance: Balance, period: Period): Columns | null {
  const {commitment, left} = balance;
  if (left <= 0n) return null;
  const spend = commitment.category === "Spend";
  const cost = spend ? left : left * commitment.hourly;
  const amount = spend ? costText(left) : quantityText(left);
  return {
    ...ownColumns(commitment, period),
    ChargeCategory: "Usage",
    ChargeDescription: `${commitment.name}: unused`,
    ChargeFrequency: "Usage-Based",
    PricingCategory: "Committed",
    BilledCost: "0",
    EffectiveCost: costText(cost),
    PricingCurrencyEffectiveCost: costText(cost),
    ...priced(commitment, cost, amount, spend),
    ...namedBy(commitment, amount),
    CommitmentDiscountStatus: "Unused"
  };
}

/** The payment for a period: billed, with no effective cost, because the use that it pays for carries it. */
export function purchaseRow(commitment: Commitment, period: Period, hours: bigint): Columns {
  const spend = commitment.category === "Spend";
  const units = commitment.units * hours * hourUnits;
  const cost = units * commitment.hourly;
  const once = commitment.payment === "upfront";
  return {
    ...ownColumns(commitment, period),
    ChargeCategory: "Purchase",
    ChargeDescription: `${commitment.name}: ${once ? "upfront" : "recurring"} fee`,
    ChargeFrequency: once ? "One-Time" : "Recurring",
    PricingCategory: "Standard",
    BilledCost: costText(cost),
    EffectiveCost: "0",
    PricingCurrencyEffectiveCost: "0",
    ...priced(commitment, cost, spend ? costText(cost) : quantityText(units), spend),
    ...namedBy(commitment, spend ? costText(cost) : quantityText(units))
  };
}

/** Hours that a payment pays for: 24 where it is billed daily, a twelfth of a year, or the whole term. */
export function hoursPaid(commitment: Commitment): bigint {
  if (commitment.payment === "hourly") return 24n;
  if (commitment.payment === "monthly") return hoursOfPayment;
  return BigInt(commitment.to - commitment.from) * 24n;
}

function priced(commitment: Commitment, cost: bigint, amount: string, spend: boolean): Columns {
  const price = spend ? "1" : priceText(commitment.hourly);
  return {
    ListCost: costText(cost),
    ContractedCost: costText(cost),
    ListUnitPrice: price,
    ContractedUnitPrice: price,
    PricingCurrencyListUnitPrice: price,
    PricingCurrencyContractedUnitPrice: price,
    PricingQuantity: amount
  };
}

function ownColumns(commitment: Commitment, period: Period): Columns {
  return {
    ...commitment.columns,
    ...periodColumns(period),
    ResourceId: commitment.id,
    ResourceName: commitment.name,
    ResourceType: commitment.type
  };
}

/** The cells that every row of a commitment has. */
export function namedBy(commitment: Commitment, quantity: string): Columns {
  return {
    CommitmentDiscountId: commitment.id,
    CommitmentDiscountName: commitment.name,
    CommitmentDiscountCategory: commitment.category,
    CommitmentDiscountType: commitment.type,
    CommitmentDiscountQuantity: quantity,
    CommitmentDiscountUnit: commitment.category === "Spend" ? (commitment.columns.BillingCurrency ?? "") : "Hours"
  };
}

export const canCover = (stream: Stream, commitment: Commitment): boolean => stream.covers.includes(commitment.pool);
