/** A file of a vendor as a generator writes it. */
export interface SampleFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What one delivery holds, worked out without the importer's SQL. Amounts are exact decimal texts. */
export interface SampleDelivery {
  readonly files: readonly SampleFile[];
  /** Rows of FOCUS. */
  readonly rows: number;
  /** Billed cost; `invoice` is null for what is on none, `period` is `YYYY-MM`. */
  readonly invoices: readonly {
    readonly invoice: string | null;
    readonly period: string;
    readonly currency: string;
    readonly billed: string;
  }[];
  readonly effective: readonly {readonly currency: string; readonly effective: string}[];
  /** Commitments whose whole life lies in the delivery: what was paid, and the effective cost used and unused. */
  readonly commitments: readonly {readonly id: string; readonly purchase: string; readonly usedAndUnused: string}[];
}

/** Files of a native format for the suite that every importer passes; see lake/fixtures/importer-suite.ts. */
export interface ImporterSample {
  readonly importer: string;
  /** A delivery with all that the format knows: every line type, negative amounts, several currencies and invoices. */
  make(seed: number): SampleDelivery;
  /** A delivery with rows of a line type that nobody knows, and how many these are. */
  unknown?(seed: number): {readonly files: readonly SampleFile[]; readonly quarantined: number};
  /** Whether the rows of a file belong together, so that it cannot be cut in two. */
  readonly isWhole?: boolean;
}
