import type {ColumnFacts} from "./column.ts";
import {serviceCategories, serviceSubcategories} from "./service-taxonomy.data.ts";

/**
 * The columns of the CostAndUsage dataset, by name, each with what changed in which version.
 *
 * From 1.0 on the facts are those of the specification's tables; for 1.3, nullability is certain where it is the same
 * in 1.2 and 1.4 and likely elsewhere. Names of 1.0-preview are certain (the change log, and Azure's export of that
 * version has the same 39). Its levels are ours: that version knew no levels, so a column is Mandatory here where it
 * said "must be present" and Conditional where it added "when the provider supports"; this was read for about half of
 * the columns and taken from 1.0 for the rest.
 */
export const costAndUsageColumns: readonly ColumnFacts[] = [
  {
    name: "AllocatedMethodDetails",
    type: "json",
    since: {"1.3": {level: "Recommended", nullable: true}},
    condition: "the generator splits shared costs itself",
    about: "How a shared cost was split for this row: the ratios and measures behind the method, as JSON."
  },
  {
    name: "AllocatedMethodId",
    type: "string",
    since: {"1.3": {level: "Conditional", nullable: true}},
    condition: "the generator splits shared costs itself",
    about: "Which method split a shared cost into this row."
  },
  {
    name: "AllocatedResourceId",
    type: "string",
    since: {"1.3": {level: "Conditional", nullable: true}},
    condition: "the generator splits shared costs itself",
    about: "The consumer inside a shared resource (a pod, a database) that this split row belongs to."
  },
  {
    name: "AllocatedResourceName",
    type: "string",
    since: {"1.3": {level: "Conditional", nullable: true}},
    condition: "the generator splits shared costs itself",
    about: "The display name of the consumer that a split row belongs to."
  },
  {
    name: "AllocatedTags",
    type: "keyvalue",
    since: {"1.3": {level: "Conditional", nullable: true}},
    condition: "the generator splits shared costs itself",
    about: "Tags of the consumer that a split row belongs to, beside those of the shared resource."
  },
  {
    name: "AvailabilityZone",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}, "1.0": {level: "Recommended", nullable: true}},
    condition: "services can be placed in availability zones",
    about: "The physically separate zone inside a region where the resource ran."
  },
  {
    name: "BilledCost",
    type: "decimal",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "What is or will be invoiced for this row, after every discount and without spreading prepayments."
  },
  {
    name: "BillingAccountId",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The account that receives the invoice."
  },
  {
    name: "BillingAccountName",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: true}},
    about: "The display name of the account that receives the invoice."
  },
  {
    name: "BillingAccountType",
    type: "string",
    since: {"1.2": {level: "Conditional", nullable: false}},
    condition: "there is more than one type of billing account",
    about: "What the issuer calls this kind of billing account."
  },
  {
    name: "BillingCurrency",
    type: "string",
    format: "currency",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The currency of every cost of the row; costs of different currencies are never added."
  },
  {
    name: "BillingPeriodEnd",
    type: "datetime",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The first instant after the billing period."
  },
  {
    name: "BillingPeriodStart",
    type: "datetime",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The first instant of the billing period that the row is invoiced in."
  },
  {
    name: "CapacityReservationId",
    type: "string",
    since: {"1.1": {level: "Conditional", nullable: true}},
    condition: "capacity can be reserved",
    about: "The capacity reservation that the row used or left idle."
  },
  {
    name: "CapacityReservationStatus",
    type: "string",
    allowed: ["Used", "Unused"],
    since: {"1.1": {level: "Conditional", nullable: true}},
    condition: "capacity can be reserved",
    about: "Whether reserved capacity was used or stood idle."
  },
  {
    name: "ChargeCategory",
    type: "string",
    allowed: ["Usage", "Purchase", "Tax", "Credit", "Adjustment"],
    since: {
      "1.0-preview": {level: "Mandatory", nullable: false, allowed: ["Usage", "Purchase", "Tax", "Adjustment"]},
      "1.0": {level: "Mandatory", nullable: false}
    },
    previousName: "ChargeType",
    about: "The nature of a charge: usage, purchase, tax, credit or adjustment."
  },
  {
    name: "ChargeClass",
    type: "string",
    allowed: ["Correction"],
    since: {"1.0": {level: "Mandatory", nullable: true}},
    about: "Marks a correction of a billing period that was invoiced before; empty for an ordinary row."
  },
  {
    name: "ChargeDescription",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: true}},
    about: "What was charged for, in one sentence of the provider."
  },
  {
    name: "ChargeFrequency",
    type: "string",
    allowed: ["One-Time", "Recurring", "Usage-Based"],
    since: {"1.0-preview": {level: "Mandatory", nullable: false}, "1.0": {level: "Recommended", nullable: false}},
    about: "Whether a charge comes once, at a fixed interval or with every use."
  },
  {
    name: "ChargePeriodEnd",
    type: "datetime",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The first instant after the time that the charge is for."
  },
  {
    name: "ChargePeriodStart",
    type: "datetime",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The first instant of the time that the charge is for."
  },
  {
    name: "ChargeSubcategory",
    type: "string",
    allowed: [
      "On-Demand",
      "Used Commitment",
      "Unused Commitment",
      "Refund",
      "Credit",
      "Rounding Error",
      "General Adjustment"
    ],
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    removed: "1.0",
    condition: "charge categories are divided further",
    about: "Detail of the charge category in 1.0-preview: used or unused commitment, refund, credit, rounding."
  },
  {
    name: "CommitmentDiscountCategory",
    type: "string",
    allowed: ["Spend", "Usage"],
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "Whether a commitment discount promises an amount of usage or of spending."
  },
  {
    name: "CommitmentDiscountId",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "The commitment (a reservation, a savings plan) that the row buys, uses or leaves unused."
  },
  {
    name: "CommitmentDiscountName",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "The display name of the commitment."
  },
  {
    name: "CommitmentDiscountQuantity",
    type: "decimal",
    since: {"1.1": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "How much of a commitment the row buys or takes up, in CommitmentDiscountUnit."
  },
  {
    name: "CommitmentDiscountStatus",
    type: "string",
    allowed: ["Used", "Unused"],
    since: {"1.0": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "Whether the committed amount of the row was used or wasted."
  },
  {
    name: "CommitmentDiscountType",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "What the provider calls this kind of commitment."
  },
  {
    name: "CommitmentDiscountUnit",
    type: "string",
    format: "unit",
    since: {"1.1": {level: "Conditional", nullable: true}},
    condition: "commitment discounts are offered",
    about: "The unit that a commitment is measured in."
  },
  {
    name: "CommitmentProgramEligibilityDetails",
    type: "json",
    since: {"1.4": {level: "Conditional", nullable: true}},
    condition: "commitment programs are offered",
    about: "Which commitment programs could have covered the row, as JSON."
  },
  {
    name: "ConsumedQuantity",
    type: "decimal",
    since: {"1.0": {level: "Conditional", nullable: true}},
    previousName: "UsageQuantity",
    condition: "usage is measured",
    about: "How much of a resource or service was used, in ConsumedUnit."
  },
  {
    name: "ConsumedUnit",
    type: "string",
    format: "unit",
    since: {"1.0": {level: "Conditional", nullable: true}},
    previousName: "UsageUnit",
    condition: "usage is measured",
    about: "The unit that usage is measured in, which may differ from the unit it is priced in."
  },
  {
    name: "ContractApplied",
    type: "json",
    since: {"1.3": {level: "Conditional", nullable: true}},
    condition: "contract commitments exist",
    about: "Which contract commitments the row counts towards and by how much, as JSON."
  },
  {
    name: "ContractedCost",
    type: "decimal",
    since: {"1.0": {level: "Mandatory", nullable: false}},
    about: "Contracted unit price times priced quantity: the cost at negotiated prices before commitment discounts."
  },
  {
    name: "ContractedUnitPrice",
    type: "decimal",
    range: {min: "0", max: null},
    since: {"1.0": {level: "Conditional", nullable: true}},
    condition: "prices can be negotiated",
    about: "The negotiated price of one pricing unit, before commitment discounts."
  },
  {
    name: "EffectiveCost",
    type: "decimal",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    previousName: "AmortizedCost",
    about: "The cost after all discounts, with prepayments spread over the usage that they cover."
  },
  {
    name: "HostProviderName",
    type: "string",
    since: {"1.3": {level: "Mandatory", nullable: true}},
    about: "Whose infrastructure the service runs on, where that is known."
  },
  {
    name: "InvoiceDetailId",
    type: "string",
    since: {"1.4": {level: "Conditional", nullable: true}},
    condition: "the invoices are payable documents",
    about: "The line of the InvoiceDetail dataset that the row is part of."
  },
  {
    name: "InvoiceId",
    type: "string",
    since: {"1.2": {level: "Recommended", nullable: true}, "1.4": {level: "Conditional", nullable: true}},
    condition: "the invoices are payable documents",
    about: "The invoice that the row is or will be on."
  },
  {
    name: "InvoiceIssuerName",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "Who sends the invoice."
  },
  {
    name: "ListCost",
    type: "decimal",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "List unit price times priced quantity: the cost without any discount."
  },
  {
    name: "ListUnitPrice",
    type: "decimal",
    range: {min: "0", max: null},
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "list prices are published",
    about: "The published price of one pricing unit, without any discount."
  },
  {
    name: "PricingCategory",
    type: "string",
    allowed: ["Standard", "Dynamic", "Committed", "Other"],
    since: {
      "1.0-preview": {
        level: "Conditional",
        nullable: true,
        allowed: ["On-Demand", "Dynamic", "Commitment-Based", "Other"]
      },
      "1.0": {level: "Conditional", nullable: true}
    },
    condition: "there is more than one pricing category",
    about: "How the price was found: standard, dynamic, committed or otherwise."
  },
  {
    name: "PricingCurrency",
    type: "string",
    format: "currency",
    since: {"1.2": {level: "Conditional", nullable: true}, "1.3": {level: "Conditional", nullable: false}},
    condition: "prices and bills can be in different currencies",
    about: "The currency, real or virtual (credits, tokens), that unit prices are stated in."
  },
  {
    name: "PricingCurrencyContractedUnitPrice",
    type: "decimal",
    range: {min: "0", max: null},
    since: {"1.2": {level: "Conditional", nullable: true}},
    condition: "prices are in a virtual currency and list prices are published",
    about: "The negotiated unit price in the pricing currency."
  },
  {
    name: "PricingCurrencyEffectiveCost",
    type: "decimal",
    since: {"1.2": {level: "Conditional", nullable: true}, "1.3": {level: "Conditional", nullable: false}},
    condition: "prices are in a virtual currency and list prices are published",
    about: "The effective cost in the pricing currency."
  },
  {
    name: "PricingCurrencyListUnitPrice",
    type: "decimal",
    range: {min: "0", max: null},
    since: {"1.2": {level: "Conditional", nullable: true}},
    condition: "prices are in a virtual currency and list prices are published",
    about: "The published unit price in the pricing currency."
  },
  {
    name: "PricingQuantity",
    type: "decimal",
    since: {"1.0-preview": {level: "Mandatory", nullable: true}},
    about: "The quantity that unit prices are multiplied by, in PricingUnit."
  },
  {
    name: "PricingUnit",
    type: "string",
    format: "unit",
    since: {"1.0-preview": {level: "Mandatory", nullable: true}},
    about: "The unit that prices are stated for."
  },
  {
    name: "ProviderName",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    deprecated: "1.3",
    removed: "1.4",
    replacedBy: "ServiceProviderName",
    about: "Who sold the service, until 1.3; ServiceProviderName says it since."
  },
  {
    name: "PublisherName",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    deprecated: "1.3",
    removed: "1.4",
    about: "Who made the service, until 1.3; no later column means quite the same."
  },
  {
    name: "Region",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    removed: "1.0",
    replacedBy: "RegionId",
    condition: "services can be placed in regions",
    about: "Where the service was delivered, in 1.0-preview; RegionId since."
  },
  {
    name: "RegionId",
    type: "string",
    since: {"1.0": {level: "Conditional", nullable: true}},
    previousName: "Region",
    condition: "services can be placed in regions",
    about: "The provider's code for the geographic area, such as eu-central-1."
  },
  {
    name: "RegionName",
    type: "string",
    since: {"1.0": {level: "Conditional", nullable: true}},
    condition: "services can be placed in regions",
    about: "The display name of the geographic area."
  },
  {
    name: "ResourceId",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "billing goes by provisioned resource",
    about: "The resource that caused the charge."
  },
  {
    name: "ResourceName",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "billing goes by provisioned resource",
    about: "The display name of the resource."
  },
  {
    name: "ResourceType",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "billing goes by provisioned resource and resources have types",
    about: "What the provider calls this kind of resource."
  },
  {
    name: "ServiceCategory",
    type: "string",
    allowed: serviceCategories,
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The broad purpose of the service, one of nineteen categories that are the same for all providers."
  },
  {
    name: "ServiceName",
    type: "string",
    since: {"1.0-preview": {level: "Mandatory", nullable: false}},
    about: "The service as the provider names it."
  },
  {
    name: "ServiceProviderName",
    type: "string",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "Who offers the service for purchase."
  },
  {
    name: "ServiceSubcategory",
    type: "string",
    allowed: serviceSubcategories.map(({name}) => name),
    since: {"1.1": {level: "Recommended", nullable: false}},
    about: "The narrower purpose of the service, inside its category."
  },
  {
    name: "SkuId",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "unit prices exist and price lists are published or part of the contract",
    about: "The item of the price list, whatever its terms and tiers."
  },
  {
    name: "SkuMeter",
    type: "string",
    since: {"1.1": {level: "Conditional", nullable: true}},
    condition: "unit prices exist and price lists are published or part of the contract",
    about: "What the item of the price list measures."
  },
  {
    name: "SkuPriceDetails",
    type: "keyvalue",
    since: {"1.1": {level: "Conditional", nullable: true}},
    condition: "unit prices exist and price lists are published or part of the contract",
    about: "Properties of the item and its price (cores, memory, operating system) as keys and values."
  },
  {
    name: "SkuPriceId",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "unit prices exist and price lists are published or part of the contract",
    about: "The exact price: an item of the price list under given terms and in a given tier."
  },
  {
    name: "SubAccountId",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "billing accounts have sub accounts",
    about: "The account, subscription or project inside the billing account."
  },
  {
    name: "SubAccountName",
    type: "string",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "billing accounts have sub accounts",
    about: "The display name of the account, subscription or project."
  },
  {
    name: "SubAccountType",
    type: "string",
    since: {"1.2": {level: "Conditional", nullable: true}},
    condition: "there is more than one type of sub account",
    about: "What the provider calls this kind of sub account."
  },
  {
    name: "Tags",
    type: "keyvalue",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    condition: "tags can be set",
    about: "Keys and values that the customer or the provider attached to the resource."
  },
  {
    name: "UsageQuantity",
    type: "decimal",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    removed: "1.0",
    replacedBy: "ConsumedQuantity",
    condition: "usage is measured",
    about: "How much was used, in 1.0-preview; ConsumedQuantity since."
  },
  {
    name: "UsageUnit",
    type: "string",
    format: "unit",
    since: {"1.0-preview": {level: "Conditional", nullable: true}},
    removed: "1.0",
    replacedBy: "ConsumedUnit",
    condition: "usage is measured",
    about: "The unit of UsageQuantity, in 1.0-preview; ConsumedUnit since."
  }
];
