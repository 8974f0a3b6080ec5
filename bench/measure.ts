import type {Measurement} from "./job.ts";

/** Measurements of one thing, side by side. */
export interface Series {
  readonly seconds: readonly number[];
  readonly cpuSeconds: readonly number[];
  readonly peakMegabytes: readonly number[];
}

export function series(measurements: readonly Measurement[]): Series {
  return {
    seconds: measurements.map(({seconds}) => seconds),
    cpuSeconds: measurements.map(({cpuSeconds}) => cpuSeconds),
    peakMegabytes: measurements.map(({peakMegabytes}) => peakMegabytes)
  };
}

/** The middle value; of an even number the mean of the two in the middle. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("a median of nothing");
  return (low + high) / 2;
}

/** The median with the smallest and the greatest: `1.2 (1.1–1.9)`. */
export function spread(values: readonly number[], text: (value: number) => string): string {
  if (values.length === 1) return text(median(values));
  return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}
