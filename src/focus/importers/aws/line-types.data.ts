/** Discounts that AWS bills as lines of their own where it does not take them off the lines they are for. */
export const discountTypes = [
  "BundledDiscount",
  "CompanyDiscount",
  "Discount",
  "DistributorDiscount",
  "EdpDiscount",
  "PrivateRateDiscount",
  "RiVolumeDiscount",
  "SppDiscount"
] as const;

/** Every line item type that the importer knows; another one goes to quarantine. */
export const lineTypes = [
  "Usage",
  "DiscountedUsage",
  "SavingsPlanCoveredUsage",
  "SavingsPlanNegation",
  "SavingsPlanRecurringFee",
  "SavingsPlanUpfrontFee",
  "RIFee",
  "Fee",
  "Credit",
  "Refund",
  "Tax",
  ...discountTypes
] as const;

/** Operations of split cost allocation: their lines repeat the cost of the instance that a pod or task ran on. */
export const splitOperations = ["EKSPod-EC2", "ECSTask-EC2"] as const;
