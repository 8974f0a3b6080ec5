/** Charges of one kind that name an invoice, or none. Amounts are exact decimal text in `currency`. */
export interface ChargeGroup {
  readonly source: string;
  readonly issuer: string;
  /** Null where the charges name no invoice. */
  readonly invoice: string | null;
  readonly currency: string;
  /** Billing period, a month. */
  readonly period: string;
  readonly category: string;
  readonly correction: boolean;
  /** Whether another than the vendor of the platform sells it. */
  readonly marketplace: boolean;
  readonly rows: number;
  readonly services: number;
  readonly billed: string;
  /** Sum of the charges, each rounded to the minor unit of the currency. */
  readonly roundedRows: string;
  /** Sum of the services, each rounded. */
  readonly roundedServices: string;
}

/** An amount that may be a part of a difference. */
export interface Candidate {
  readonly kind: "tax" | "late-correction" | "missing-rows" | "excluded-charges" | "exchange-rate";
  readonly amount: string;
  readonly text: string;
  readonly rows: number | null;
  readonly filter: string | null;
}

/** Everything that the explanation of one difference is made from. */
export interface Difference {
  readonly currency: string;
  /** Billed less stated. */
  readonly amount: string;
  /** Differences that are certain whatever the rest is: tax that is stated. */
  readonly certain: readonly Candidate[];
  /** Amounts that were counted, and that count where they bring the rest nearer to nothing. */
  readonly counted: readonly Candidate[];
  /** Amounts that may have been left out, and that count only where nothing is left with them. */
  readonly possible: readonly Candidate[];
  /** What is missing by an estimate; it counts where it brings the rest nearer to nothing. */
  readonly estimated: readonly Candidate[];
  /** What the rest is where no charge names the invoice at all; null where some do. */
  readonly whole: Candidate | null;
  readonly rounding: RoundingFacts;
}

export interface RoundingFacts {
  /** Billed less the sum of the rounded charges, and of the rounded services; null where that is not known. */
  readonly ofRows: string | null;
  readonly ofServices: string | null;
  readonly rows: number;
  /** Lines that the invoice has, or may have: those of InvoiceDetail, or its services. */
  readonly lines: number;
}
