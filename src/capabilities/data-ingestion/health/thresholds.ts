import {didYouMean} from "../../../nearest.ts";
import type {Settings} from "../../../settings.ts";
import {type ThresholdId, thresholdFacts} from "./thresholds.data.ts";

export interface Threshold {
  readonly id: ThresholdId;
  /** Decimal text. */
  readonly value: string;
  readonly unit: string;
  readonly about: string;
  readonly basis: string;
  readonly changed: boolean;
}

export interface Thresholds {
  readonly list: readonly Threshold[];
  /** What the practice says of thresholds that there are not. */
  readonly notes: readonly string[];
  /** Decimal text. */
  text(id: ThresholdId): string;
  /** For counts, hours and ratios; amounts are never held against it. */
  number(id: ThresholdId): number;
}

/** Thresholds as they come, with those that the practice changes in `health`. */
export function thresholdsOf({health}: Pick<Settings, "health">): Thresholds {
  const ids = Object.keys(thresholdFacts) as ThresholdId[];
  const list = ids.map((id): Threshold => {
    const own = health[id];
    const {value, ...facts} = thresholdFacts[id];
    return {id, ...facts, value: own ?? value, changed: own !== undefined && own !== value};
  });
  const text = (id: ThresholdId): string => list.find((each) => each.id === id)?.value ?? thresholdFacts[id].value;
  const unknown = Object.keys(health).filter((id) => !Object.hasOwn(thresholdFacts, id));
  return {
    list,
    notes: unknown.map((id) => `health.${id} in ashlar.yaml is no threshold${didYouMean(id, ids)}`),
    text,
    number: (id) => Number(text(id)) // a count, hours or a ratio
  };
}
