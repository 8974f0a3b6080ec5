/** Whose export a file is, as far as its own columns or its file and folder names tell; `plain` where they do not. */
export const flavours = ["aws", "azure", "gcp", "oci", "plain"] as const;
export type Flavour = (typeof flavours)[number];

export interface FlavourMarks {
  readonly flavour: Exclude<Flavour, "plain">;
  readonly title: string;
  /** Columns that only this vendor's export has. */
  readonly columns: readonly string[];
  /** Or any column that begins so. */
  readonly prefixes: readonly string[];
  /** Words of file, folder and manifest names that hint at it. */
  readonly words: readonly string[];
  /** FOCUS columns that the vendor had before the specification did; they say nothing of the version. */
  readonly early: readonly string[];
}

export const flavourMarks: readonly FlavourMarks[] = [
  {
    flavour: "aws",
    title: "AWS Data Exports",
    columns: ["x_ServiceCode", "x_Operation", "x_UsageType", "x_Discounts", "x_CostCategories"],
    prefixes: [],
    words: ["aws", "amazon"],
    early: []
  },
  {
    flavour: "azure",
    title: "Azure Cost Management exports",
    columns: [
      "x_AccountOwnerId",
      "x_BillingProfileId",
      "x_BillingProfileName",
      "x_CostAllocationRuleName",
      "x_InvoiceSectionId",
      "x_InvoiceSectionName",
      "x_PartnerCreditApplied",
      "x_PricingBlockSize",
      "x_ResourceGroupName",
      "x_SkuMeterCategory",
      "x_SkuMeterId",
      "x_SkuMeterSubcategory",
      "x_SkuOfferId",
      "x_SkuPartNumber"
    ],
    prefixes: [],
    words: ["azure", "microsoft", "focuscost"],
    early: ["BillingAccountType", "SubAccountType"]
  },
  {
    flavour: "gcp",
    title: "Google Cloud FOCUS export",
    columns: ["x_Credits", "x_CostType", "x_ExportTime", "x_Project", "x_ServiceId"],
    prefixes: [],
    words: ["gcp", "google"],
    early: []
  },
  {
    flavour: "oci",
    title: "Oracle Cloud FOCUS reports",
    columns: [],
    prefixes: ["oci_"],
    words: ["oci", "oracle"],
    early: []
  }
];

export interface ColumnAlias {
  readonly alias: string;
  readonly column: string;
  readonly about: string;
}

/** Names outside every version that mean a FOCUS column all the same, in a file that lacks the column itself. */
export const columnAliases: readonly ColumnAlias[] = [
  {alias: "Provider", column: "ProviderName", about: "The display name; Oracle's reports use it as the column's name."},
  {
    alias: "Publisher",
    column: "PublisherName",
    about: "The display name; Oracle's reports use it as the column's name."
  },
  {
    alias: "InvoiceIssuer",
    column: "InvoiceIssuerName",
    about: "The display name; Oracle's reports use it as the column's name."
  }
];
