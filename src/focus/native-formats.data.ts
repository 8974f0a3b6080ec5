export interface NativeFormat {
  readonly title: string;
  /** Columns that all stand in such a file. */
  readonly marks: readonly string[];
  readonly remedy: string;
}

/** Vendors' own billing formats that are often taken for FOCUS, so that the refusal can name them. */
export const nativeFormats: readonly NativeFormat[] = [
  {
    title: "an AWS Cost and Usage Report",
    marks: ["lineItem/UnblendedCost"],
    remedy: "Create a FOCUS export under AWS Data Exports and ingest that."
  },
  {
    title: "an AWS Cost and Usage Report",
    marks: ["line_item_unblended_cost"],
    remedy: "Create a FOCUS export under AWS Data Exports and ingest that."
  },
  {
    title: "an Azure cost details export",
    marks: ["MeterId", "ChargeType"],
    remedy: "Create an export of the type cost and usage details (FOCUS) in Azure Cost Management and ingest that."
  },
  {
    title: "a Google Cloud billing export",
    marks: ["billing_account_id", "usage_start_time"],
    remedy: "Ingest the FOCUS export or view of the billing data instead."
  },
  {
    title: "an Oracle Cloud cost report",
    marks: ["lineItem/referenceNo"],
    remedy: "Ingest the FOCUS report from the same bucket instead."
  }
];
