import {count} from "../../format/amount.ts";

/** `1 delivery`, `3 deliveries`. */
export function deliveryCount(value: number): string {
  return `${count(value)} ${value === 1 ? "delivery" : "deliveries"}`;
}
