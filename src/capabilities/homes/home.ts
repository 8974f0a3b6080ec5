import type {NextStep} from "../declaration.ts";

/** What a person asks first, in their words, with the tile that answers it or what is not there yet. */
export type Ask = {
  readonly ask: string;
  /** Only in these variants of the persona; without it, in all. */
  readonly variants?: readonly string[];
} & (
  | {
      /** Capability and tile: `reporting-analytics/by-service`. */
      readonly tile: string;
    }
  | {
      /** Capability that would answer it, in an id of the newest edition. */
      readonly lacks: string;
      readonly missing: string;
      readonly next: NextStep;
    }
);

/** The home of a persona: what is asked first comes first. */
export interface Home {
  /** Id of the persona in the framework. */
  readonly persona: string;
  readonly asks: readonly Ask[];
}
