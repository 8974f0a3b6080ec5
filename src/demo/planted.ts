/** What is planted in the data: an event that a detector should find (or leave alone), or waste that a check should find. */
export interface Planted {
  readonly id: string;
  readonly nature: "anomaly" | "planned" | "waste";
  readonly kind: string;
  readonly title: string;
  /** How one would see it. */
  readonly seen: string;
  /** Team that owns it. */
  readonly owner: string;
  readonly source: string;
  /** Days relative to the day after the last complete month, half-open; null reaches to the end of the data. */
  readonly from: number;
  readonly to: number | null;
  /** Waste: parts of a million of its cost that could be saved. */
  readonly avoidable?: bigint;
  /** Evidence that billing data has, or what else one would need. */
  readonly evidence?: "billing" | "inventory" | "metrics";
}

export interface PlantedWindow {
  readonly from: number;
  readonly to: number;
}

/** The days of a planted thing as indexes; `end` is the index of the day after the last complete month. */
export function windowOf(planted: Planted, end: number, days: number): PlantedWindow {
  const from = Math.max(0, end + planted.from);
  return {from, to: planted.to === null ? days : end + planted.to};
}
