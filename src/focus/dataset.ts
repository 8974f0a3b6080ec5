/** The datasets of FOCUS 1.4; files of earlier versions are CostAndUsage, or ContractCommitment from 1.3. */
export const datasets = ["CostAndUsage", "ContractCommitment", "InvoiceDetail", "BillingPeriod"] as const;
export type Dataset = (typeof datasets)[number];
