/** One exchange rate: on `day` one unit of `base` was worth `rate` units of `quote`. */
export interface Rate {
  /** ISO 4217 code. */
  readonly base: string;
  readonly quote: string;
  /** `2026-10-01`. */
  readonly day: string;
  /** Exact decimal text, above zero. */
  readonly rate: string;
}

export interface CurrencyPair {
  readonly base: string;
  readonly quote: string;
}

/** A rate set as a question reads it: the rates of one revision. */
export interface RateSource {
  readonly set: string;
  /** Changes with the rates, so that a receipt binds them. */
  readonly revision: string;
  /** Every rate of these pairs in exactly this direction, in any order. */
  rates(pairs: readonly CurrencyPair[]): Promise<readonly Rate[]>;
}
