import {scaled, priceScale} from "./amount.ts";

/** Something a vendor sells by the unit: a row of its price list. Prices are list prices in the billing currency. */
export interface Offer {
  readonly service: string;
  readonly category: string;
  readonly subcategory: string;
  readonly meter: string;
  readonly description: string;
  /** FOCUS unit of the price: `Hours`, `GB-Months`, `1000 Requests`. */
  readonly unit: string;
  /** Price of one unit, in 10⁻⁶. */
  readonly price: bigint;
  /** Unit in which use is measured, and how many of them one pricing unit holds. */
  readonly consumedUnit: string;
  readonly block: bigint;
  /** Kind of the resource, and the form of its id: `{region}`, `{account}`, `{name}`, `{hex}`, `{guid}`, `{group}`. */
  readonly resourceType: string;
  readonly resourceId: string;
  /** The vendor's code of service and operation, where its export shows them. */
  readonly code: string;
  readonly operation: string;
  /** SkuPriceDetails. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Price of one unit in the vendor's virtual currency, in 10⁻⁶; null where there is none. */
  readonly credits: bigint | null;
}

export interface OfferSpec {
  readonly service: string;
  readonly in: readonly [category: string, subcategory: string];
  readonly meter: string;
  readonly text: string;
  readonly unit: string;
  readonly price: string;
  readonly resource: readonly [type: string, id: string];
  readonly code?: string;
  readonly operation?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly credits?: string;
}

/** An offer from its row in a catalogue. A unit such as `1000 Requests` is a block of 1000. */
export function offer(spec: OfferSpec): Offer {
  const block = /^(\d+) (.+)$/.exec(spec.unit);
  return {
    service: spec.service,
    category: spec.in[0],
    subcategory: spec.in[1],
    meter: spec.meter,
    description: spec.text,
    unit: spec.unit,
    price: scaled(spec.price, priceScale),
    consumedUnit: block?.[2] ?? spec.unit,
    block: BigInt(block?.[1] ?? "1"),
    resourceType: spec.resource[0],
    resourceId: spec.resource[1],
    code: spec.code ?? "",
    operation: spec.operation ?? "",
    details: spec.details ?? {},
    credits: spec.credits === undefined ? null : scaled(spec.credits, priceScale)
  };
}
