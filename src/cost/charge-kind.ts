import type {Filter} from "./filter/filter.ts";

export const chargeKinds = ["adjustments", "corrections", "credits", "purchases", "refunds", "taxes", "usage"] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** The charges of a kind. A charge can be of several kinds; it is left out where one of them is. */
export const chargesOfKind: Readonly<Record<ChargeKind, Filter>> = {
  adjustments: category("Adjustment"),
  corrections: {field: "ChargeClass", op: "=", value: "Correction"},
  credits: category("Credit"),
  purchases: category("Purchase"),
  // FOCUS has no refund of its own since 1.0: money that comes back and is neither credit nor tax.
  refunds: {
    all: [
      {field: "BilledCost", op: "<", value: "0"},
      {field: "ChargeCategory", op: "not in", values: ["Credit", "Tax"]}
    ]
  },
  taxes: category("Tax"),
  usage: category("Usage")
};

function category(value: string): Filter {
  return {field: "ChargeCategory", op: "=", value};
}
