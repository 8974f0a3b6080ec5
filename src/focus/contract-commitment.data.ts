import type {ColumnFacts} from "./column.ts";

/**
 * The columns of the ContractCommitment dataset, by name, each with what changed in which version. The set of 1.3 is
 * certain; its levels and nullability are those of 1.4, which is likely right.
 */
export const contractCommitmentColumns: readonly ColumnFacts[] = [
  {
    name: "BillingCurrency",
    type: "string",
    format: "currency",
    since: {"1.3": {level: "Mandatory", nullable: true}},
    about: "The currency of ContractCommitmentCost."
  },
  {
    name: "ContractCommitmentApplicability",
    type: "json",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "What the commitment applies to, as JSON."
  },
  {
    name: "ContractCommitmentBenefitCategory",
    type: "string",
    allowed: ["Discount", "Entitlement", "Availability", "Other"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "What the customer gets for the commitment: a discount, an entitlement, availability or something else."
  },
  {
    name: "ContractCommitmentCategory",
    type: "string",
    allowed: ["Spend", "Usage"],
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "Whether an amount of money or of usage was promised."
  },
  {
    name: "ContractCommitmentCost",
    type: "decimal",
    since: {"1.3": {level: "Mandatory", nullable: true}},
    about: "The amount of money promised over the commitment's period."
  },
  {
    name: "ContractCommitmentCreated",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "When the record of the commitment was made."
  },
  {
    name: "ContractCommitmentDescription",
    type: "string",
    since: {"1.3": {level: "Mandatory", nullable: true}},
    about: "The commitment in a sentence of the issuer."
  },
  {
    name: "ContractCommitmentDiscountPercentage",
    type: "decimal",
    range: {min: "0", max: "1"},
    since: {"1.4": {level: "Mandatory", nullable: true}},
    about: "The discount that the commitment brings, as a share from 0 to 1."
  },
  {
    name: "ContractCommitmentDurationType",
    type: "string",
    format: "duration",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The length of the commitment in the form the specification gives for durations."
  },
  {
    name: "ContractCommitmentFulfillmentInterval",
    type: "string",
    allowed: [
      "Hourly",
      "Daily",
      "Weekly",
      "Monthly",
      "Quarterly",
      "Semi-Annual",
      "Annual",
      "Full Period",
      "Transactional",
      "Custom"
    ],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "How often the promise has to be met."
  },
  {
    name: "ContractCommitmentId",
    type: "string",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "The promise itself: one row for each."
  },
  {
    name: "ContractCommitmentLastUpdated",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "When the record of the commitment was last changed."
  },
  {
    name: "ContractCommitmentLifecycleStatus",
    type: "string",
    allowed: ["Proposed", "Pending", "Active", "Exhausted", "Expired", "Canceled", "Superseded"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Where the commitment stands, from proposed to expired or superseded."
  },
  {
    name: "ContractCommitmentModel",
    type: "string",
    allowed: ["Continuous", "Discontinuous"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Whether the promise holds at every moment or in separate stretches."
  },
  {
    name: "ContractCommitmentOfferCategory",
    type: "string",
    allowed: ["Negotiated", "Public"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Whether the terms were negotiated or are open to everybody."
  },
  {
    name: "ContractCommitmentPaymentInterval",
    type: "string",
    allowed: ["One-Time", "Monthly", "Quarterly", "Semi-Annual", "Annual", "Custom"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "How often payments for the commitment fall due."
  },
  {
    name: "ContractCommitmentPaymentModel",
    type: "string",
    allowed: ["No Upfront", "Partial Upfront", "All Upfront"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "How much is paid at the start: nothing, a part or all."
  },
  {
    name: "ContractCommitmentPaymentUpfrontPercentage",
    type: "decimal",
    range: {min: "0", max: "1"},
    since: {"1.4": {level: "Conditional", nullable: false}},
    condition: "commitments can be paid in part at the start",
    about: "The part that is paid at the start, as a share from 0 to 1."
  },
  {
    name: "ContractCommitmentPeriodEnd",
    type: "datetime",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "The first instant after the commitment."
  },
  {
    name: "ContractCommitmentPeriodStart",
    type: "datetime",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "The first instant of the commitment."
  },
  {
    name: "ContractCommitmentQuantity",
    type: "decimal",
    since: {"1.3": {level: "Mandatory", nullable: true}},
    about: "The quantity promised over the commitment's period, in ContractCommitmentUnit."
  },
  {
    name: "ContractCommitmentType",
    type: "string",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "What the issuer calls this kind of commitment."
  },
  {
    name: "ContractCommitmentUnit",
    type: "string",
    format: "unit",
    since: {"1.3": {level: "Mandatory", nullable: true}},
    about: "The unit of the promised quantity."
  },
  {
    name: "ContractId",
    type: "string",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "The contract that the commitment is part of."
  },
  {
    name: "ContractPeriodEnd",
    type: "datetime",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "The first instant after the contract."
  },
  {
    name: "ContractPeriodStart",
    type: "datetime",
    since: {"1.3": {level: "Mandatory", nullable: false}},
    about: "The first instant of the contract."
  },
  {
    name: "InvoiceIssuerName",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Who invoices the commitment."
  },
  {
    name: "PricingCurrency",
    type: "string",
    format: "currency",
    since: {"1.4": {level: "Conditional", nullable: false}},
    condition: "prices and bills can be in different currencies",
    about: "The currency, real or virtual, that the commitment is priced in."
  },
  {
    name: "PricingCurrencyContractCommitmentCost",
    type: "decimal",
    since: {"1.4": {level: "Conditional", nullable: true}},
    condition: "prices and bills can be in different currencies",
    about: "The promised amount in the pricing currency."
  },
  {
    name: "ServiceProviderName",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Whose services the commitment is for."
  }
];
