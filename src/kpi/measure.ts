import type {z} from "zod";
import type {Context} from "../operation.ts";
import type {measureValue} from "./contract.ts";

/** A measure as it is now; see `measureValue` of the contract. */
export type MeasureValue = z.output<typeof measureValue>;

/** Whom and what a measure is asked for. */
export interface Asked {
  readonly context: Context;
  /** Filter of the scope in the filter language; null for everything. */
  readonly filter: string | null;
  /** Sources with charges in the scope; null for all. */
  readonly sources: readonly string[] | null;
}

/** What a capability measures: it registers the ids of its indicators and KPIs, and computes them together. */
export interface Evaluator {
  readonly capability: string;
  /** Ids of indicators and slugs of KPIs. */
  readonly measures: readonly string[];
  /** Values of all its measures by id; one that cannot be had is there with its reason. */
  evaluate(asked: Asked): Promise<ReadonlyMap<string, MeasureValue>>;
}

/** A measure that there is no data for: unknown, never zero. */
export function unknown(reason: string, readiness: "no data" | "not built" = "no data"): MeasureValue {
  return {value: null, window: null, readiness, reason, method: null, parts: [], evidence: []};
}
