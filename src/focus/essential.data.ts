import type {Dataset} from "./dataset.ts";

export interface EssentialColumn {
  readonly name: string;
  /** Earlier names or columns that it can be had from. */
  readonly or: readonly string[];
  readonly why: string;
}

/** Columns without which rows cannot be taken in at all; far fewer than a conformant file has. */
export const essentialColumns: Readonly<Record<Dataset, readonly EssentialColumn[]>> = {
  CostAndUsage: [
    {name: "BilledCost", or: [], why: "Without it no total can be held against an invoice."},
    {name: "BillingCurrency", or: [], why: "An amount without a currency cannot be added to any other."},
    {
      name: "BillingPeriodStart",
      or: [],
      why: "The billing period decides which delivery a row belongs to and replaces."
    },
    {
      name: "BillingPeriodEnd",
      or: ["BillingPeriodStart"],
      why: "The billing period needs its end; it is a month on where the period begins with a month."
    },
    {name: "ChargePeriodStart", or: [], why: "Cost over time is asked by the start of the charge period."},
    {name: "ChargePeriodEnd", or: [], why: "A charge for a year and a charge for an hour differ only by its end."},
    {
      name: "ChargeCategory",
      or: ["ChargeType"],
      why: "Usage, purchases, taxes and credits must be told apart, or commitments count twice."
    }
  ],
  ContractCommitment: [
    {name: "ContractCommitmentId", or: [], why: "It is what a row is about."},
    {name: "ContractCommitmentCategory", or: [], why: "It says whether money or usage was promised."},
    {name: "ContractCommitmentPeriodStart", or: [], why: "A promise without a beginning cannot be measured."},
    {name: "ContractCommitmentPeriodEnd", or: [], why: "A promise without an end cannot be measured."}
  ],
  InvoiceDetail: [
    {name: "InvoiceDetailId", or: [], why: "It is what a row is about, and what charges refer to."},
    {name: "InvoiceId", or: [], why: "Lines add up to an invoice."},
    {name: "BilledCost", or: [], why: "The amount of the line is what charges are held against."},
    {name: "BillingCurrency", or: [], why: "An amount without a currency cannot be added to any other."},
    {
      name: "BillingPeriodStart",
      or: [],
      why: "The billing period decides which delivery a row belongs to and replaces."
    },
    {
      name: "BillingPeriodEnd",
      or: ["BillingPeriodStart"],
      why: "The billing period needs its end; it is a month on where the period begins with a month."
    }
  ],
  BillingPeriod: [
    {name: "BillingPeriodStart", or: [], why: "It is what a row is about."},
    {
      name: "BillingPeriodEnd",
      or: ["BillingPeriodStart"],
      why: "The billing period needs its end; it is a month on where the period begins with a month."
    },
    {name: "BillingPeriodStatus", or: [], why: "Whether the period is closed is all that the dataset tells."},
    {name: "InvoiceIssuerName", or: [], why: "Every issuer has periods of its own."}
  ]
};
