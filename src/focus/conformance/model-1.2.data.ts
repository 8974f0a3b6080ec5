import type {RuleFacts} from "./rule.ts";

/**
 * The official requirements model of FOCUS 1.2, rule by rule, as facts: what is checked, of which column, when, and how
 * binding it is. The wording is not kept. A rule without a check is one that rows alone cannot decide. Conditions that
 * the model writes as a bare `AND` without a check function stand here as `bare-and`; the column of a condition is taken
 * also where the model names it `CheckCondition`; the allowed service subcategories of `Pairs` are those of the taxonomy.
 */
export const model12: readonly RuleFacts[] = [
  {
    id: "AvailabilityZone-C-000-C",
    on: "AvailabilityZone",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["AVAILABILITY_ZONE_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "AvailabilityZone-C-001-M"],
        ["Rule", "AvailabilityZone-C-002-M"],
        ["Rule", "AvailabilityZone-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-003-C"]
  },
  {
    id: "AvailabilityZone-C-001-M",
    on: "AvailabilityZone",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "AvailabilityZone"]
  },
  {
    id: "AvailabilityZone-C-002-M",
    on: "AvailabilityZone",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "AvailabilityZone"]
  },
  {id: "AvailabilityZone-C-003-C", on: "AvailabilityZone", kind: "Nullability", keyword: "MUST"},
  {
    id: "BilledCost-C-000-M",
    on: "BilledCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BilledCost-C-001-M"],
        ["Rule", "BilledCost-C-002-M"],
        ["Rule", "BilledCost-C-003-M"],
        ["Rule", "BilledCost-C-004-M"],
        ["Rule", "BilledCost-C-005-C"],
        ["Rule", "BilledCost-C-006-M"],
        ["Rule", "BilledCost-C-007-M"]
      ]
    ],
    needs: ["CostAndUsage-D-006-M"]
  },
  {id: "BilledCost-C-001-M", on: "BilledCost", kind: "Type", keyword: "MUST", check: ["TypeDecimal", "BilledCost"]},
  {id: "BilledCost-C-002-M", on: "BilledCost", kind: "Format", keyword: "MUST", check: ["FormatNumeric", "BilledCost"]},
  {
    id: "BilledCost-C-003-M",
    on: "BilledCost",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "BilledCost", null]
  },
  {
    id: "BilledCost-C-004-M",
    on: "BilledCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckDecimalValue", "BilledCost"]
  },
  {
    id: "BilledCost-C-005-C",
    on: "BilledCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckValue", "BilledCost", "0"],
    when: ["CheckNotSameValue", "ProviderName", "InvoiceIssuerName"],
    needs: ["ProviderName-C-000-M", "InvoiceIssuerName-C-000-M"]
  },
  {id: "BilledCost-C-006-M", on: "BilledCost", kind: "Validation", keyword: "MUST"},
  {id: "BilledCost-C-007-M", on: "BilledCost", kind: "Validation", keyword: "MUST"},
  {
    id: "BillingAccountId-C-000-M",
    on: "BillingAccountId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BillingAccountId-C-001-M"],
        ["Rule", "BillingAccountId-C-002-M"],
        ["Rule", "BillingAccountId-C-003-M"],
        ["Rule", "BillingAccountId-C-004-M"],
        ["Rule", "BillingAccountId-C-005-O"]
      ]
    ],
    needs: ["CostAndUsage-D-024-M"]
  },
  {
    id: "BillingAccountId-C-001-M",
    on: "BillingAccountId",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "BillingAccountId", null]
  },
  {
    id: "BillingAccountId-C-002-M",
    on: "BillingAccountId",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "BillingAccountId"]
  },
  {
    id: "BillingAccountId-C-003-M",
    on: "BillingAccountId",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "BillingAccountId"]
  },
  {id: "BillingAccountId-C-004-M", on: "BillingAccountId", kind: "Validation", keyword: "MUST"},
  {id: "BillingAccountId-C-005-O", on: "BillingAccountId", kind: "Validation", keyword: "SHOULD"},
  {
    id: "BillingAccountName-C-000-M",
    on: "BillingAccountName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BillingAccountName-C-001-M"],
        ["Rule", "BillingAccountName-C-002-M"],
        ["Rule", "BillingAccountName-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-005-M"]
  },
  {
    id: "BillingAccountName-C-001-M",
    on: "BillingAccountName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "BillingAccountName"]
  },
  {
    id: "BillingAccountName-C-002-M",
    on: "BillingAccountName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "BillingAccountName"]
  },
  {
    id: "BillingAccountName-C-003-C",
    on: "BillingAccountName",
    kind: "Nullability",
    keyword: "MUST NOT",
    criteria: ["ACCOUNT_NAMING_SUPPORTED"],
    check: ["CheckNotValue", "BillingAccountName", null]
  },
  {
    id: "BillingAccountType-C-000-C",
    on: "BillingAccountType",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["MULTIPLE_BILLING_ACCOUNT_TYPES_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "BillingAccountType-C-001-M"],
        ["Rule", "BillingAccountType-C-002-M"],
        ["Rule", "BillingAccountType-C-003-C"],
        ["Rule", "BillingAccountType-C-006-M"]
      ]
    ],
    needs: ["CostAndUsage-D-007-C"]
  },
  {
    id: "BillingAccountType-C-001-M",
    on: "BillingAccountType",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "BillingAccountType"]
  },
  {
    id: "BillingAccountType-C-002-M",
    on: "BillingAccountType",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "BillingAccountType"]
  },
  {
    id: "BillingAccountType-C-003-C",
    on: "BillingAccountType",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BillingAccountType-C-004-C"],
        ["Rule", "BillingAccountType-C-005-C"]
      ]
    ]
  },
  {
    id: "BillingAccountType-C-004-C",
    on: "BillingAccountType",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "BillingAccountType", null],
    when: ["CheckValue", "BillingAccountId", null]
  },
  {
    id: "BillingAccountType-C-005-C",
    on: "BillingAccountType",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "BillingAccountType", null],
    when: ["CheckNotValue", "BillingAccountId", null]
  },
  {id: "BillingAccountType-C-006-M", on: "BillingAccountType", kind: "Validation", keyword: "MUST"},
  {
    id: "BillingCurrency-C-000-M",
    on: "BillingCurrency",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BillingCurrency-C-001-M"],
        ["Rule", "BillingCurrency-C-002-M"],
        ["Rule", "BillingCurrency-C-003-M"],
        ["Rule", "BillingCurrency-C-004-M"],
        ["Rule", "BillingCurrency-C-005-M"],
        ["Rule", "BillingCurrency-C-006-M"]
      ]
    ],
    needs: ["CostAndUsage-D-035-M"]
  },
  {
    id: "BillingCurrency-C-001-M",
    on: "BillingCurrency",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "BillingCurrency"]
  },
  {
    id: "BillingCurrency-C-002-M",
    on: "BillingCurrency",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "BillingCurrency"]
  },
  {
    id: "BillingCurrency-C-003-M",
    on: "BillingCurrency",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatCurrency", "BillingCurrency"]
  },
  {
    id: "BillingCurrency-C-004-M",
    on: "BillingCurrency",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "BillingCurrency", null]
  },
  {id: "BillingCurrency-C-005-M", on: "BillingCurrency", kind: "Validation", keyword: "MUST"},
  {
    id: "BillingCurrency-C-006-M",
    on: "BillingCurrency",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckNationalCurrency", "BillingCurrency"]
  },
  {
    id: "BillingPeriodEnd-C-000-M",
    on: "BillingPeriodEnd",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BillingPeriodEnd-C-001-M"],
        ["Rule", "BillingPeriodEnd-C-002-M"],
        ["Rule", "BillingPeriodEnd-C-003-M"],
        ["Rule", "BillingPeriodEnd-C-004-M"]
      ]
    ],
    needs: ["CostAndUsage-D-010-M"]
  },
  {
    id: "BillingPeriodEnd-C-001-M",
    on: "BillingPeriodEnd",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDateTime", "BillingPeriodEnd"]
  },
  {
    id: "BillingPeriodEnd-C-002-M",
    on: "BillingPeriodEnd",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatDateTime", "BillingPeriodEnd"]
  },
  {
    id: "BillingPeriodEnd-C-003-M",
    on: "BillingPeriodEnd",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "BillingPeriodEnd", null]
  },
  {id: "BillingPeriodEnd-C-004-M", on: "BillingPeriodEnd", kind: "Validation", keyword: "MUST"},
  {
    id: "BillingPeriodStart-C-000-M",
    on: "BillingPeriodStart",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "BillingPeriodStart-C-001-M"],
        ["Rule", "BillingPeriodStart-C-002-M"],
        ["Rule", "BillingPeriodStart-C-003-M"],
        ["Rule", "BillingPeriodStart-C-004-M"]
      ]
    ],
    needs: ["CostAndUsage-D-009-M"]
  },
  {
    id: "BillingPeriodStart-C-001-M",
    on: "BillingPeriodStart",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDateTime", "BillingPeriodStart"]
  },
  {
    id: "BillingPeriodStart-C-002-M",
    on: "BillingPeriodStart",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatDateTime", "BillingPeriodStart"]
  },
  {
    id: "BillingPeriodStart-C-003-M",
    on: "BillingPeriodStart",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "BillingPeriodStart", null]
  },
  {id: "BillingPeriodStart-C-004-M", on: "BillingPeriodStart", kind: "Validation", keyword: "MUST"},
  {
    id: "CapacityReservationId-C-000-C",
    on: "CapacityReservationId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["CAPACITY_RESERVATION_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CapacityReservationId-C-001-M"],
        ["Rule", "CapacityReservationId-C-002-M"],
        ["Rule", "CapacityReservationId-C-003-C"],
        ["Rule", "CapacityReservationId-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-065-C"]
  },
  {
    id: "CapacityReservationId-C-001-M",
    on: "CapacityReservationId",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CapacityReservationId"]
  },
  {
    id: "CapacityReservationId-C-002-M",
    on: "CapacityReservationId",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "CapacityReservationId"]
  },
  {
    id: "CapacityReservationId-C-003-C",
    on: "CapacityReservationId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CapacityReservationId-C-004-C"],
        ["Rule", "CapacityReservationId-C-005-C"],
        ["Rule", "CapacityReservationId-C-006-C"]
      ]
    ]
  },
  {id: "CapacityReservationId-C-004-C", on: "CapacityReservationId", kind: "Nullability", keyword: "MUST"},
  {
    id: "CapacityReservationId-C-005-C",
    on: "CapacityReservationId",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CapacityReservationId", null],
    when: ["CheckValue", "CapacityReservationStatus", "Unused"],
    needs: ["CapacityReservationStatus-C-006-M"]
  },
  {id: "CapacityReservationId-C-006-C", on: "CapacityReservationId", kind: "Nullability", keyword: "SHOULD NOT"},
  {
    id: "CapacityReservationId-C-007-C",
    on: "CapacityReservationId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CapacityReservationId-C-008-M"],
        ["Rule", "CapacityReservationId-C-009-O"]
      ]
    ],
    when: ["CheckNotValue", "CapacityReservationId", null]
  },
  {id: "CapacityReservationId-C-008-M", on: "CapacityReservationId", kind: "Validation", keyword: "MUST"},
  {id: "CapacityReservationId-C-009-O", on: "CapacityReservationId", kind: "Validation", keyword: "SHOULD"},
  {
    id: "CapacityReservationStatus-C-000-C",
    on: "CapacityReservationStatus",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["CAPACITY_RESERVATION_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CapacityReservationStatus-C-001-M"],
        ["Rule", "CapacityReservationStatus-C-002-C"],
        ["Rule", "CapacityReservationStatus-C-005-C"]
      ]
    ],
    needs: ["CostAndUsage-D-020-C"]
  },
  {
    id: "CapacityReservationStatus-C-001-M",
    on: "CapacityReservationStatus",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CapacityReservationStatus"]
  },
  {
    id: "CapacityReservationStatus-C-002-C",
    on: "CapacityReservationStatus",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CapacityReservationStatus-C-003-C"],
        ["Rule", "CapacityReservationStatus-C-004-C"]
      ]
    ]
  },
  {
    id: "CapacityReservationStatus-C-003-C",
    on: "CapacityReservationStatus",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "CapacityReservationStatus", null],
    when: ["bare-and", [["CheckValue", "CapacityReservationId", null]]],
    needs: ["CapacityReservationId-C-003-C"]
  },
  {
    id: "CapacityReservationStatus-C-004-C",
    on: "CapacityReservationStatus",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CapacityReservationStatus", null],
    when: [
      "bare-and",
      [
        ["CheckNotValue", "CapacityReservationId", null],
        ["CheckValue", "ChargeCategory", "Usage"]
      ]
    ],
    needs: ["CapacityReservationId-C-003-C", "ChargeCategory-C-000-M"]
  },
  {
    id: "CapacityReservationStatus-C-005-C",
    on: "CapacityReservationStatus",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CapacityReservationStatus-C-006-M"],
        ["Rule", "CapacityReservationStatus-C-007-C"],
        ["Rule", "CapacityReservationStatus-C-008-C"]
      ]
    ],
    when: ["CheckNotValue", "CapacityReservationStatus", null]
  },
  {
    id: "CapacityReservationStatus-C-006-M",
    on: "CapacityReservationStatus",
    kind: "Validation",
    keyword: "MUST",
    check: ["OneOf", "CapacityReservationStatus", ["Used", "Unused"]]
  },
  {id: "CapacityReservationStatus-C-007-C", on: "CapacityReservationStatus", kind: "Validation", keyword: "MUST"},
  {id: "CapacityReservationStatus-C-008-C", on: "CapacityReservationStatus", kind: "Validation", keyword: "MUST"},
  {
    id: "ChargeCategory-C-000-M",
    on: "ChargeCategory",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargeCategory-C-001-M"],
        ["Rule", "ChargeCategory-C-002-M"],
        ["Rule", "ChargeCategory-C-003-M"]
      ]
    ],
    needs: ["CostAndUsage-D-008-M"]
  },
  {
    id: "ChargeCategory-C-001-M",
    on: "ChargeCategory",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ChargeCategory"]
  },
  {
    id: "ChargeCategory-C-002-M",
    on: "ChargeCategory",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ChargeCategory", null]
  },
  {
    id: "ChargeCategory-C-003-M",
    on: "ChargeCategory",
    kind: "Validation",
    keyword: "MUST",
    check: ["OneOf", "ChargeCategory", ["Usage", "Purchase", "Tax", "Credit", "Adjustment"]]
  },
  {
    id: "ChargeClass-C-000-M",
    on: "ChargeClass",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargeClass-C-001-M"],
        ["Rule", "ChargeClass-C-002-C"],
        ["Rule", "ChargeClass-C-005-C"]
      ]
    ],
    needs: ["CostAndUsage-D-026-M"]
  },
  {id: "ChargeClass-C-001-M", on: "ChargeClass", kind: "Type", keyword: "MUST", check: ["TypeString", "ChargeClass"]},
  {
    id: "ChargeClass-C-002-C",
    on: "ChargeClass",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargeClass-C-003-C"],
        ["Rule", "ChargeClass-C-004-C"]
      ]
    ]
  },
  {id: "ChargeClass-C-003-C", on: "ChargeClass", kind: "Nullability", keyword: "MUST"},
  {id: "ChargeClass-C-004-C", on: "ChargeClass", kind: "Nullability", keyword: "MUST NOT"},
  {
    id: "ChargeClass-C-005-C",
    on: "ChargeClass",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckValue", "ChargeClass", "Correction"],
    when: ["CheckNotValue", "ChargeClass", null]
  },
  {
    id: "ChargeDescription-C-000-M",
    on: "ChargeDescription",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargeDescription-C-001-M"],
        ["Rule", "ChargeDescription-C-002-M"],
        ["Rule", "ChargeDescription-C-003-O"],
        ["Rule", "ChargeDescription-C-004-O"]
      ]
    ],
    needs: ["CostAndUsage-D-025-M"]
  },
  {
    id: "ChargeDescription-C-001-M",
    on: "ChargeDescription",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ChargeDescription"]
  },
  {
    id: "ChargeDescription-C-002-M",
    on: "ChargeDescription",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "ChargeDescription"]
  },
  {
    id: "ChargeDescription-C-003-O",
    on: "ChargeDescription",
    kind: "Nullability",
    keyword: "SHOULD NOT",
    check: ["CheckNotValue", "ChargeDescription", null]
  },
  {id: "ChargeDescription-C-004-O", on: "ChargeDescription", kind: "Validation", keyword: "SHOULD"},
  {
    id: "ChargeFrequency-C-000-O",
    on: "ChargeFrequency",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargeFrequency-C-001-M"],
        ["Rule", "ChargeFrequency-C-002-M"],
        ["Rule", "ChargeFrequency-C-003-M"],
        ["Rule", "ChargeFrequency-C-004-C"]
      ]
    ],
    needs: ["CostAndUsage-D-027-O"]
  },
  {
    id: "ChargeFrequency-C-001-M",
    on: "ChargeFrequency",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ChargeFrequency"]
  },
  {
    id: "ChargeFrequency-C-002-M",
    on: "ChargeFrequency",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ChargeFrequency", null]
  },
  {
    id: "ChargeFrequency-C-003-M",
    on: "ChargeFrequency",
    kind: "Validation",
    keyword: "MUST",
    check: ["OneOf", "ChargeFrequency", ["One-Time", "Recurring", "Usage-Based"]]
  },
  {
    id: "ChargeFrequency-C-004-C",
    on: "ChargeFrequency",
    kind: "Validation",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ChargeFrequency", "Usage-Based"],
    when: ["CheckValue", "ChargeCategory", "Purchase"],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "ChargePeriodEnd-C-000-M",
    on: "ChargePeriodEnd",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargePeriodEnd-C-001-M"],
        ["Rule", "ChargePeriodEnd-C-002-M"],
        ["Rule", "ChargePeriodEnd-C-003-M"],
        ["Rule", "ChargePeriodEnd-C-004-M"]
      ]
    ],
    needs: ["CostAndUsage-D-028-M"]
  },
  {
    id: "ChargePeriodEnd-C-001-M",
    on: "ChargePeriodEnd",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDateTime", "ChargePeriodEnd"]
  },
  {
    id: "ChargePeriodEnd-C-002-M",
    on: "ChargePeriodEnd",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatDateTime", "ChargePeriodEnd"]
  },
  {
    id: "ChargePeriodEnd-C-003-M",
    on: "ChargePeriodEnd",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ChargePeriodEnd", null]
  },
  {id: "ChargePeriodEnd-C-004-M", on: "ChargePeriodEnd", kind: "Validation", keyword: "MUST"},
  {
    id: "ChargePeriodStart-C-000-M",
    on: "ChargePeriodStart",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ChargePeriodStart-C-001-M"],
        ["Rule", "ChargePeriodStart-C-002-M"],
        ["Rule", "ChargePeriodStart-C-003-M"],
        ["Rule", "ChargePeriodStart-C-004-M"]
      ]
    ],
    needs: ["CostAndUsage-D-037-M"]
  },
  {
    id: "ChargePeriodStart-C-001-M",
    on: "ChargePeriodStart",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDateTime", "ChargePeriodStart"]
  },
  {
    id: "ChargePeriodStart-C-002-M",
    on: "ChargePeriodStart",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatDateTime", "ChargePeriodStart"]
  },
  {
    id: "ChargePeriodStart-C-003-M",
    on: "ChargePeriodStart",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ChargePeriodStart", null]
  },
  {id: "ChargePeriodStart-C-004-M", on: "ChargePeriodStart", kind: "Validation", keyword: "MUST"},
  {
    id: "ColumnHandling-A-000-M",
    on: "ColumnHandling",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ColumnHandling-A-001-M"],
        ["Rule", "ColumnHandling-A-002-M"],
        ["Rule", "ColumnHandling-A-003-M"],
        ["Rule", "ColumnHandling-A-004-O"],
        ["Rule", "ColumnHandling-A-005-O"],
        ["Rule", "ColumnHandling-A-006-M"],
        ["Rule", "ColumnHandling-A-007-O"],
        ["Rule", "ColumnHandling-A-008-M"],
        ["Rule", "ColumnHandling-A-009-M"],
        ["Rule", "ColumnHandling-A-012-O"],
        ["Rule", "ColumnHandling-A-013-O"],
        ["Rule", "ColumnHandling-A-014-O"]
      ]
    ]
  },
  {id: "ColumnHandling-A-001-M", on: "ColumnHandling", kind: "Validation", keyword: "MUST"},
  {id: "ColumnHandling-A-002-M", on: "ColumnHandling", kind: "Validation", keyword: "MUST NOT"},
  {id: "ColumnHandling-A-003-M", on: "ColumnHandling", kind: "Validation", keyword: "MUST"},
  {id: "ColumnHandling-A-004-O", on: "ColumnHandling", kind: "Validation", keyword: "SHOULD NOT"},
  {id: "ColumnHandling-A-005-O", on: "ColumnHandling", kind: "Validation", keyword: "SHOULD NOT"},
  {id: "ColumnHandling-A-006-M", on: "ColumnHandling", kind: "Validation", keyword: "MUST"},
  {id: "ColumnHandling-A-007-O", on: "ColumnHandling", kind: "Validation", keyword: "MAY"},
  {id: "ColumnHandling-A-008-M", on: "ColumnHandling", kind: "Validation", keyword: "MUST"},
  {
    id: "ColumnHandling-A-009-M",
    on: "ColumnHandling",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ColumnHandling-A-010-M"],
        ["Rule", "ColumnHandling-A-011-O"]
      ]
    ]
  },
  {id: "ColumnHandling-A-010-M", on: "ColumnHandling", kind: "Validation", keyword: "MUST"},
  {id: "ColumnHandling-A-011-O", on: "ColumnHandling", kind: "Validation", keyword: "SHOULD"},
  {id: "ColumnHandling-A-012-O", on: "ColumnHandling", kind: "Validation", keyword: "SHOULD"},
  {id: "ColumnHandling-A-013-O", on: "ColumnHandling", kind: "Validation", keyword: "SHOULD"},
  {id: "ColumnHandling-A-014-O", on: "ColumnHandling", kind: "Validation", keyword: "MAY"},
  {
    id: "CommitmentDiscountCategory-C-000-C",
    on: "CommitmentDiscountCategory",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountCategory-C-001-M"],
        ["Rule", "CommitmentDiscountCategory-C-002-C"],
        ["Rule", "CommitmentDiscountCategory-C-005-M"]
      ]
    ],
    needs: ["CostAndUsage-D-016-C"]
  },
  {
    id: "CommitmentDiscountCategory-C-001-M",
    on: "CommitmentDiscountCategory",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CommitmentDiscountCategory"]
  },
  {
    id: "CommitmentDiscountCategory-C-002-C",
    on: "CommitmentDiscountCategory",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountCategory-C-003-C"],
        ["Rule", "CommitmentDiscountCategory-C-004-C"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountCategory-C-003-C",
    on: "CommitmentDiscountCategory",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "CommitmentDiscountCategory", null],
    when: ["CheckValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "CommitmentDiscountCategory-C-004-C",
    on: "CommitmentDiscountCategory",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CommitmentDiscountCategory", null],
    when: ["CheckNotValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "CommitmentDiscountCategory-C-005-M",
    on: "CommitmentDiscountCategory",
    kind: "Validation",
    keyword: "MUST",
    check: ["OneOf", "CommitmentDiscountCategory", ["Spend", "Usage"]]
  },
  {
    id: "CommitmentDiscountId-C-000-C",
    on: "CommitmentDiscountId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountId-C-001-M"],
        ["Rule", "CommitmentDiscountId-C-002-M"],
        ["Rule", "CommitmentDiscountId-C-003-C"],
        ["Rule", "CommitmentDiscountId-C-006-C"]
      ]
    ],
    needs: ["CostAndUsage-D-013-C"]
  },
  {
    id: "CommitmentDiscountId-C-001-M",
    on: "CommitmentDiscountId",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CommitmentDiscountId"]
  },
  {
    id: "CommitmentDiscountId-C-002-M",
    on: "CommitmentDiscountId",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "CommitmentDiscountId"]
  },
  {
    id: "CommitmentDiscountId-C-003-C",
    on: "CommitmentDiscountId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountId-C-004-C"],
        ["Rule", "CommitmentDiscountId-C-005-C"]
      ]
    ]
  },
  {id: "CommitmentDiscountId-C-004-C", on: "CommitmentDiscountId", kind: "Nullability", keyword: "MUST"},
  {id: "CommitmentDiscountId-C-005-C", on: "CommitmentDiscountId", kind: "Nullability", keyword: "MUST NOT"},
  {
    id: "CommitmentDiscountId-C-006-C",
    on: "CommitmentDiscountId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountId-C-007-M"],
        ["Rule", "CommitmentDiscountId-C-008-C"]
      ]
    ],
    when: ["CheckNotValue", "CommitmentDiscountId", null]
  },
  {id: "CommitmentDiscountId-C-007-M", on: "CommitmentDiscountId", kind: "Validation", keyword: "MUST"},
  {id: "CommitmentDiscountId-C-008-C", on: "CommitmentDiscountId", kind: "Validation", keyword: "SHOULD"},
  {
    id: "CommitmentDiscountName-C-000-C",
    on: "CommitmentDiscountName",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountName-C-001-M"],
        ["Rule", "CommitmentDiscountName-C-002-M"],
        ["Rule", "CommitmentDiscountName-C-003-C"],
        ["Rule", "CommitmentDiscountName-C-004-C"]
      ]
    ],
    needs: ["CostAndUsage-D-012-C"]
  },
  {
    id: "CommitmentDiscountName-C-001-M",
    on: "CommitmentDiscountName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CommitmentDiscountName"]
  },
  {
    id: "CommitmentDiscountName-C-002-M",
    on: "CommitmentDiscountName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "CommitmentDiscountName"]
  },
  {
    id: "CommitmentDiscountName-C-003-C",
    on: "CommitmentDiscountName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountName-C-004-C"],
        ["Rule", "CommitmentDiscountName-C-005-C"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountName-C-004-C",
    on: "CommitmentDiscountName",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "CommitmentDiscountName", null],
    when: ["CheckValue", "CommitmentDiscountId", null]
  },
  {
    id: "CommitmentDiscountName-C-005-C",
    on: "CommitmentDiscountName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountName-C-006-C"],
        ["Rule", "CommitmentDiscountName-C-007-C"]
      ]
    ],
    when: ["CheckNotValue", "CommitmentDiscountId", null]
  },
  {id: "CommitmentDiscountName-C-006-C", on: "CommitmentDiscountName", kind: "Nullability", keyword: "MUST NOT"},
  {id: "CommitmentDiscountName-C-007-C", on: "CommitmentDiscountName", kind: "Nullability", keyword: "MAY"},
  {
    id: "CommitmentDiscountQuantity-C-000-C",
    on: "CommitmentDiscountQuantity",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountQuantity-C-001-M"],
        ["Rule", "CommitmentDiscountQuantity-C-002-M"],
        ["Rule", "CommitmentDiscountQuantity-C-003-C"],
        ["Rule", "CommitmentDiscountQuantity-C-004-C"],
        ["Rule", "CommitmentDiscountQuantity-C-008-C"]
      ]
    ],
    needs: ["CostAndUsage-D-018-C"]
  },
  {
    id: "CommitmentDiscountQuantity-C-001-M",
    on: "CommitmentDiscountQuantity",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "CommitmentDiscountQuantity"]
  },
  {
    id: "CommitmentDiscountQuantity-C-002-M",
    on: "CommitmentDiscountQuantity",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "CommitmentDiscountQuantity"]
  },
  {
    id: "CommitmentDiscountQuantity-C-003-C",
    on: "CommitmentDiscountQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountQuantity-C-004-C"],
        ["Rule", "CommitmentDiscountQuantity-C-007-C"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountQuantity-C-004-C",
    on: "CommitmentDiscountQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountQuantity-C-005-C"],
        ["Rule", "CommitmentDiscountQuantity-C-006-C"]
      ]
    ],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "CommitmentDiscountId", null]
      ]
    ],
    needs: ["CommitmentDiscountId-C-000-C", "ChargeCategory-C-000-M"]
  },
  {
    id: "CommitmentDiscountQuantity-C-005-C",
    on: "CommitmentDiscountQuantity",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CommitmentDiscountQuantity", null],
    when: ["CheckNotValue", "ChargeClass", "Correction"]
  },
  {
    id: "CommitmentDiscountQuantity-C-006-C",
    on: "CommitmentDiscountQuantity",
    kind: "Nullability",
    keyword: "MAY",
    check: ["CheckValue", "CommitmentDiscountQuantity", null],
    when: ["CheckValue", "ChargeClass", "Correction"]
  },
  {
    id: "CommitmentDiscountQuantity-C-007-C",
    on: "CommitmentDiscountQuantity",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "CommitmentDiscountQuantity", null],
    when: [
      "OR",
      [
        [
          "AND",
          [
            ["CheckNotValue", "ChargeCategory", "Usage"],
            ["CheckNotValue", "ChargeCategory", "Purchase"]
          ]
        ],
        ["CheckValue", "CommitmentDiscountId", null],
        ["CheckValue", "ChargeClass", "Correction"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountQuantity-C-008-C",
    on: "CommitmentDiscountQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountQuantity-C-009-M"],
        ["Rule", "CommitmentDiscountQuantity-C-010-C"],
        ["Rule", "CommitmentDiscountQuantity-C-013-C"]
      ]
    ]
  },
  {id: "CommitmentDiscountQuantity-C-009-M", on: "CommitmentDiscountQuantity", kind: "Validation", keyword: "MUST"},
  {
    id: "CommitmentDiscountQuantity-C-010-C",
    on: "CommitmentDiscountQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountQuantity-C-011-C"],
        ["Rule", "CommitmentDiscountQuantity-C-012-C"]
      ]
    ],
    when: ["CheckValue", "ChargeCategory", null]
  },
  {
    id: "CommitmentDiscountQuantity-C-011-C",
    on: "CommitmentDiscountQuantity",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckValue", "ChargeFrequency", "One-Time"],
    needs: ["ChargeFrequency-C-003-M"]
  },
  {
    id: "CommitmentDiscountQuantity-C-012-C",
    on: "CommitmentDiscountQuantity",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckValue", "ChargeFrequency", "Recurring"],
    needs: ["ChargeFrequency-C-003-M"]
  },
  {
    id: "CommitmentDiscountQuantity-C-013-C",
    on: "CommitmentDiscountQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountQuantity-C-014-C"],
        ["Rule", "CommitmentDiscountQuantity-C-015-C"]
      ]
    ],
    when: ["CheckValue", "ChargeCategory", "Usage"]
  },
  {
    id: "CommitmentDiscountQuantity-C-014-C",
    on: "CommitmentDiscountQuantity",
    kind: "Validation",
    keyword: "MUST",
    when: [
      "AND",
      [
        ["CheckValue", "ChargeCategory", "Usage"],
        ["CheckValue", "CommitmentDiscountStatus", "Used"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountQuantity-C-015-C",
    on: "CommitmentDiscountQuantity",
    kind: "Validation",
    keyword: "MUST",
    when: [
      "AND",
      [
        ["CheckValue", "ChargeCategory", "Usage"],
        ["CheckValue", "CommitmentDiscountStatus", "Unused"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountStatus-C-000-C",
    on: "CommitmentDiscountStatus",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountStatus-C-001-M"],
        ["Rule", "CommitmentDiscountStatus-C-002-C"],
        ["Rule", "CommitmentDiscountStatus-C-005-M"]
      ]
    ],
    needs: ["CostAndUsage-D-017-C"]
  },
  {
    id: "CommitmentDiscountStatus-C-001-M",
    on: "CommitmentDiscountStatus",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CommitmentDiscountStatus"]
  },
  {
    id: "CommitmentDiscountStatus-C-002-C",
    on: "CommitmentDiscountStatus",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountStatus-C-003-C"],
        ["Rule", "CommitmentDiscountStatus-C-004-C"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountStatus-C-003-C",
    on: "CommitmentDiscountStatus",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckNotValue", "CommitmentDiscountStatus", null],
    when: ["CheckValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "CommitmentDiscountStatus-C-004-C",
    on: "CommitmentDiscountStatus",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CommitmentDiscountStatus", null],
    when: ["CheckValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "CommitmentDiscountStatus-C-005-M",
    on: "CommitmentDiscountStatus",
    kind: "Validation",
    keyword: "MUST",
    check: ["OneOf", "CommitmentDiscountStatus", ["Active", "Expired", "Pending"]]
  },
  {
    id: "CommitmentDiscountType-C-000-C",
    on: "CommitmentDiscountType",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountType-C-001-M"],
        ["Rule", "CommitmentDiscountType-C-002-M"],
        ["Rule", "CommitmentDiscountType-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-014-C"]
  },
  {
    id: "CommitmentDiscountType-C-001-M",
    on: "CommitmentDiscountType",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CommitmentDiscountType"]
  },
  {
    id: "CommitmentDiscountType-C-002-M",
    on: "CommitmentDiscountType",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "CommitmentDiscountType"]
  },
  {
    id: "CommitmentDiscountType-C-003-C",
    on: "CommitmentDiscountType",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountType-C-004-C"],
        ["Rule", "CommitmentDiscountType-C-005-C"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountType-C-004-C",
    on: "CommitmentDiscountType",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "CommitmentDiscountType", null],
    when: ["CheckValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "CommitmentDiscountType-C-005-C",
    on: "CommitmentDiscountType",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CommitmentDiscountType", null],
    when: ["CheckNotValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "CommitmentDiscountUnit-C-000-C",
    on: "CommitmentDiscountUnit",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountUnit-C-001-M"],
        ["Rule", "CommitmentDiscountUnit-C-002-M"],
        ["Rule", "CommitmentDiscountUnit-C-003-M"],
        ["Rule", "CommitmentDiscountUnit-C-004-C"],
        ["Rule", "CommitmentDiscountUnit-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-015-C"]
  },
  {
    id: "CommitmentDiscountUnit-C-001-M",
    on: "CommitmentDiscountUnit",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "CommitmentDiscountUnit"]
  },
  {
    id: "CommitmentDiscountUnit-C-002-M",
    on: "CommitmentDiscountUnit",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "CommitmentDiscountUnit"]
  },
  {
    id: "CommitmentDiscountUnit-C-003-M",
    on: "CommitmentDiscountUnit",
    kind: "Format",
    keyword: "SHOULD",
    check: ["FormatUnit", "CommitmentDiscountUnit"]
  },
  {
    id: "CommitmentDiscountUnit-C-004-C",
    on: "CommitmentDiscountUnit",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountUnit-C-005-C"],
        ["Rule", "CommitmentDiscountUnit-C-006-C"]
      ]
    ]
  },
  {
    id: "CommitmentDiscountUnit-C-005-C",
    on: "CommitmentDiscountUnit",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "CommitmentDiscountUnit", null],
    when: ["CheckValue", "CommitmentDiscountQuantity", null],
    needs: ["CommitmentDiscountQuantity-C-000-C"]
  },
  {
    id: "CommitmentDiscountUnit-C-006-C",
    on: "CommitmentDiscountUnit",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "CommitmentDiscountUnit", null],
    when: ["CheckNotValue", "CommitmentDiscountQuantity", null],
    needs: ["CommitmentDiscountQuantity-C-000-C"]
  },
  {
    id: "CommitmentDiscountUnit-C-007-C",
    on: "CommitmentDiscountUnit",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CommitmentDiscountUnit-C-008-M"],
        ["Rule", "CommitmentDiscountUnit-C-009-M"],
        ["Rule", "CommitmentDiscountUnit-C-010-C"]
      ]
    ],
    when: ["CheckNotValue", "CommitmentDiscountUnit", null]
  },
  {id: "CommitmentDiscountUnit-C-008-M", on: "CommitmentDiscountUnit", kind: "Validation", keyword: "MUST"},
  {id: "CommitmentDiscountUnit-C-009-M", on: "CommitmentDiscountUnit", kind: "Validation", keyword: "MUST"},
  {id: "CommitmentDiscountUnit-C-010-C", on: "CommitmentDiscountUnit", kind: "Validation", keyword: "SHOULD"},
  {
    id: "ConsumedQuantity-C-000-C",
    on: "ConsumedQuantity",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["USAGE_MEASUREMENT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ConsumedQuantity-C-001-M"],
        ["Rule", "ConsumedQuantity-C-002-M"],
        ["Rule", "ConsumedQuantity-C-003-C"],
        ["Rule", "ConsumedQuantity-C-008-C"]
      ]
    ],
    needs: ["CostAndUsage-D-011-C"]
  },
  {
    id: "ConsumedQuantity-C-001-M",
    on: "ConsumedQuantity",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "ConsumedQuantity"]
  },
  {
    id: "ConsumedQuantity-C-002-M",
    on: "ConsumedQuantity",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "ConsumedQuantity"]
  },
  {
    id: "ConsumedQuantity-C-003-C",
    on: "ConsumedQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ConsumedQuantity-C-004-C"],
        ["Rule", "ConsumedQuantity-C-005-C"]
      ]
    ]
  },
  {
    id: "ConsumedQuantity-C-004-C",
    on: "ConsumedQuantity",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "ConsumedQuantity", null],
    when: [
      "OR",
      [
        ["CheckNotValue", "ChargeCategory", "Usage"],
        [
          "AND",
          [
            ["CheckValue", "ChargeCategory", "Usage"],
            ["CheckValue", "CommitmentDiscountStatus", "Unused"]
          ]
        ]
      ]
    ]
  },
  {
    id: "ConsumedQuantity-C-005-C",
    on: "ConsumedQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ConsumedQuantity-C-006-C"],
        ["Rule", "ConsumedQuantity-C-007-C"]
      ]
    ],
    when: [
      "AND",
      [
        ["CheckValue", "ChargeCategory", "Usage"],
        ["CheckNotValue", "CommitmentDiscountStatus", "Unused"]
      ]
    ]
  },
  {
    id: "ConsumedQuantity-C-006-C",
    on: "ConsumedQuantity",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ConsumedQuantity", null],
    when: ["CheckValue", "ChargeClass", "Correction"]
  },
  {
    id: "ConsumedQuantity-C-007-C",
    on: "ConsumedQuantity",
    kind: "Nullability",
    keyword: "MAY",
    check: ["CheckValue", "ConsumedQuantity", null],
    when: ["CheckValue", "ChargeClass", "Correction"]
  },
  {
    id: "ConsumedQuantity-C-008-C",
    on: "ConsumedQuantity",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckNotValue", "ConsumedQuantity", null]
  },
  {
    id: "ConsumedUnit-C-000-C",
    on: "ConsumedUnit",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["USAGE_MEASUREMENT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ConsumedUnit-C-001-M"],
        ["Rule", "ConsumedUnit-C-002-M"],
        ["Rule", "ConsumedUnit-C-003-O"],
        ["Rule", "ConsumedUnit-C-004-C"]
      ]
    ],
    needs: ["CostAndUsage-D-066-C"]
  },
  {
    id: "ConsumedUnit-C-001-M",
    on: "ConsumedUnit",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ConsumedUnit"]
  },
  {
    id: "ConsumedUnit-C-002-M",
    on: "ConsumedUnit",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "ConsumedUnit"]
  },
  {
    id: "ConsumedUnit-C-003-O",
    on: "ConsumedUnit",
    kind: "Format",
    keyword: "SHOULD",
    check: ["FormatUnit", "ConsumedUnit"]
  },
  {
    id: "ConsumedUnit-C-004-C",
    on: "ConsumedUnit",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["USAGE_MEASUREMENT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ConsumedUnit-C-005-C"],
        ["Rule", "ConsumedUnit-C-006-C"]
      ]
    ]
  },
  {
    id: "ConsumedUnit-C-005-C",
    on: "ConsumedUnit",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "ConsumedUnit", null],
    when: ["CheckValue", "ConsumedQuantity", null],
    needs: ["ConsumedQuantity-C-000-C"]
  },
  {
    id: "ConsumedUnit-C-006-C",
    on: "ConsumedUnit",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ConsumedUnit", null],
    when: ["CheckNotValue", "ConsumedQuantity", null],
    needs: ["ConsumedQuantity-C-000-C"]
  },
  {
    id: "ContractedCost-C-000-M",
    on: "ContractedCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ContractedCost-C-001-M"],
        ["Rule", "ContractedCost-C-002-M"],
        ["Rule", "ContractedCost-C-003-M"],
        ["Rule", "ContractedCost-C-004-M"],
        ["Rule", "ContractedCost-C-005-M"],
        ["Rule", "ContractedCost-C-006-C"],
        ["Rule", "ContractedCost-C-009-C"],
        ["Rule", "ContractedCost-C-010-C"]
      ]
    ],
    needs: ["CostAndUsage-D-030-M"]
  },
  {
    id: "ContractedCost-C-001-M",
    on: "ContractedCost",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "ContractedCost"]
  },
  {
    id: "ContractedCost-C-002-M",
    on: "ContractedCost",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "ContractedCost"]
  },
  {
    id: "ContractedCost-C-003-M",
    on: "ContractedCost",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ContractedCost", null]
  },
  {
    id: "ContractedCost-C-004-M",
    on: "ContractedCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckNotValue", "ContractedCost", null]
  },
  {
    id: "ContractedCost-C-005-M",
    on: "ContractedCost",
    kind: "Validation",
    keyword: "MUST",
    needs: ["BillingCurrency-C-000-M"]
  },
  {
    id: "ContractedCost-C-006-C",
    on: "ContractedCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ContractedCost-C-007-C"],
        ["Rule", "ContractedCost-C-008-C"]
      ]
    ],
    when: ["CheckValue", "ContractedUnitPrice", null],
    needs: ["ContractedUnitPrice-C-004-M"]
  },
  {id: "ContractedCost-C-007-C", on: "ContractedCost", kind: "Validation", keyword: "MUST"},
  {id: "ContractedCost-C-008-C", on: "ContractedCost", kind: "Validation", keyword: "MUST"},
  {
    id: "ContractedCost-C-009-C",
    on: "ContractedCost",
    kind: "Validation",
    keyword: "MUST",
    when: [
      "AND",
      [
        ["CheckNotValue", "ContractedUnitPrice", null],
        ["CheckNotValue", "PricingQuantity", null],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ContractedUnitPrice-C-004-M", "PricingQuantity-C-000-M", "ChargeClass-C-000-M"]
  },
  {
    id: "ContractedCost-C-010-C",
    on: "ContractedCost",
    kind: "Validation",
    keyword: "MAY",
    when: ["CheckValue", "ChargeClass", "Correction"],
    needs: ["ChargeClass-C-005-C"]
  },
  {
    id: "ContractedUnitPrice-C-000-C",
    on: "ContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["NEGOTIATED_PRICING_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ContractedUnitPrice-C-001-M"],
        ["Rule", "ContractedUnitPrice-C-004-M"],
        ["Rule", "ContractedUnitPrice-C-008-C"],
        ["Rule", "ContractedUnitPrice-C-012-C"]
      ]
    ],
    needs: ["CostAndUsage-D-034-C"]
  },
  {
    id: "ContractedUnitPrice-C-001-M",
    on: "ContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ContractedUnitPrice-C-002-M"],
        ["Rule", "ContractedUnitPrice-C-003-M"]
      ]
    ]
  },
  {
    id: "ContractedUnitPrice-C-002-M",
    on: "ContractedUnitPrice",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "ContractedUnitPrice"]
  },
  {
    id: "ContractedUnitPrice-C-003-M",
    on: "ContractedUnitPrice",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "ContractedUnitPrice"]
  },
  {
    id: "ContractedUnitPrice-C-004-M",
    on: "ContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ContractedUnitPrice-C-005-C"],
        ["Rule", "ContractedUnitPrice-C-006-C"],
        ["Rule", "ContractedUnitPrice-C-007-O"]
      ]
    ]
  },
  {
    id: "ContractedUnitPrice-C-005-C",
    on: "ContractedUnitPrice",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "ContractedUnitPrice", null],
    when: ["CheckValue", "ChargeCategory", "Tax"],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "ContractedUnitPrice-C-006-C",
    on: "ContractedUnitPrice",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ContractedUnitPrice", null],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ChargeCategory-C-000-M", "ChargeClass-C-000-M"]
  },
  {id: "ContractedUnitPrice-C-007-O", on: "ContractedUnitPrice", kind: "Nullability", keyword: "MAY"},
  {
    id: "ContractedUnitPrice-C-008-C",
    on: "ContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ContractedUnitPrice-C-009-C"],
        ["Rule", "ContractedUnitPrice-C-010-C"],
        ["Rule", "ContractedUnitPrice-C-011-C"]
      ]
    ],
    when: ["CheckNotValue", "ContractedUnitPrice", null]
  },
  {
    id: "ContractedUnitPrice-C-009-C",
    on: "ContractedUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckGreaterOrEqualThanValue", "ContractedUnitPrice", "0"],
    when: ["CheckNotValue", "ContractedUnitPrice", null]
  },
  {
    id: "ContractedUnitPrice-C-010-C",
    on: "ContractedUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckNotValue", "ContractedUnitPrice", null],
    needs: ["BillingCurrency-C-000-M"]
  },
  {
    id: "ContractedUnitPrice-C-011-C",
    on: "ContractedUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    check: ["ColumnByColumnEqualsColumnValue", "ContractedUnitPrice", "PricingQuantity", "ContractedCost"],
    when: [
      "AND",
      [
        ["CheckNotValue", "ContractedUnitPrice", null],
        ["CheckNotValue", "PricingQuantity", null],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["PricingQuantity-C-000-M", "ContractedCost-C-000-M", "ChargeClass-C-000-M"]
  },
  {
    id: "ContractedUnitPrice-C-012-C",
    on: "ContractedUnitPrice",
    kind: "Validation",
    keyword: "MAY",
    when: ["CheckValue", "ChargeClass", "Correction"],
    needs: ["ChargeClass-C-005-C"]
  },
  {
    id: "CostAndUsage-D-000-M",
    on: "CostAndUsage",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CostAndUsage-D-001-M"],
        ["Rule", "CostAndUsage-D-002-M"]
      ]
    ],
    needs: ["DiscountHandling-A-000-C", "NullHandling-A-000-M", "ColumnHandling-A-000-M"]
  },
  {
    id: "CostAndUsage-D-001-M",
    on: "CostAndUsage",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CostAndUsage-D-003-C"],
        ["Rule", "CostAndUsage-D-004-C"],
        ["Rule", "CostAndUsage-D-005-M"],
        ["Rule", "CostAndUsage-D-006-M"],
        ["Rule", "CostAndUsage-D-007-C"],
        ["Rule", "CostAndUsage-D-008-M"],
        ["Rule", "CostAndUsage-D-009-M"],
        ["Rule", "CostAndUsage-D-010-M"],
        ["Rule", "CostAndUsage-D-011-C"],
        ["Rule", "CostAndUsage-D-012-C"],
        ["Rule", "CostAndUsage-D-013-C"],
        ["Rule", "CostAndUsage-D-014-C"],
        ["Rule", "CostAndUsage-D-015-C"],
        ["Rule", "CostAndUsage-D-016-C"],
        ["Rule", "CostAndUsage-D-017-C"],
        ["Rule", "CostAndUsage-D-018-C"],
        ["Rule", "CostAndUsage-D-019-C"],
        ["Rule", "CostAndUsage-D-020-C"],
        ["Rule", "CostAndUsage-D-021-M"],
        ["Rule", "CostAndUsage-D-022-C"],
        ["Rule", "CostAndUsage-D-023-M"],
        ["Rule", "CostAndUsage-D-024-M"],
        ["Rule", "CostAndUsage-D-025-M"],
        ["Rule", "CostAndUsage-D-026-M"],
        ["Rule", "CostAndUsage-D-027-O"],
        ["Rule", "CostAndUsage-D-028-M"],
        ["Rule", "CostAndUsage-D-029-C"],
        ["Rule", "CostAndUsage-D-030-M"],
        ["Rule", "CostAndUsage-D-031-M"],
        ["Rule", "CostAndUsage-D-032-M"],
        ["Rule", "CostAndUsage-D-033-O"],
        ["Rule", "CostAndUsage-D-034-C"],
        ["Rule", "CostAndUsage-D-035-M"],
        ["Rule", "CostAndUsage-D-036-M"],
        ["Rule", "CostAndUsage-D-037-M"],
        ["Rule", "CostAndUsage-D-038-M"],
        ["Rule", "CostAndUsage-D-039-C"],
        ["Rule", "CostAndUsage-D-040-M"],
        ["Rule", "CostAndUsage-D-041-M"],
        ["Rule", "CostAndUsage-D-042-O"],
        ["Rule", "CostAndUsage-D-043-C"],
        ["Rule", "CostAndUsage-D-044-C"],
        ["Rule", "CostAndUsage-D-045-C"],
        ["Rule", "CostAndUsage-D-046-C"],
        ["Rule", "CostAndUsage-D-050-C"],
        ["Rule", "CostAndUsage-D-054-C"],
        ["Rule", "CostAndUsage-D-058-C"],
        ["Rule", "CostAndUsage-D-059-C"],
        ["Rule", "CostAndUsage-D-060-C"],
        ["Rule", "CostAndUsage-D-061-C"],
        ["Rule", "CostAndUsage-D-062-C"],
        ["Rule", "CostAndUsage-D-063-C"],
        ["Rule", "CostAndUsage-D-064-C"],
        ["Rule", "CostAndUsage-D-065-C"],
        ["Rule", "CostAndUsage-D-066-C"],
        ["Rule", "CostAndUsage-D-067-C"],
        ["Rule", "CostAndUsage-D-068-M"]
      ]
    ]
  },
  {
    id: "CostAndUsage-D-002-M",
    on: "CostAndUsage",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "AvailabilityZone-C-000-C"],
        ["Rule", "BilledCost-C-000-M"],
        ["Rule", "BillingAccountId-C-000-M"],
        ["Rule", "BillingAccountName-C-000-M"],
        ["Rule", "BillingAccountType-C-000-C"],
        ["Rule", "BillingCurrency-C-000-M"],
        ["Rule", "BillingPeriodEnd-C-000-M"],
        ["Rule", "BillingPeriodStart-C-000-M"],
        ["Rule", "CapacityReservationId-C-000-C"],
        ["Rule", "CapacityReservationStatus-C-000-C"],
        ["Rule", "ChargeCategory-C-000-M"],
        ["Rule", "ChargeClass-C-000-M"],
        ["Rule", "ChargeFrequency-C-000-O"],
        ["Rule", "ChargeDescription-C-000-M"],
        ["Rule", "ChargePeriodEnd-C-000-M"],
        ["Rule", "ChargePeriodStart-C-000-M"],
        ["Rule", "CommitmentDiscountCategory-C-000-C"],
        ["Rule", "CommitmentDiscountId-C-000-C"],
        ["Rule", "CommitmentDiscountName-C-000-C"],
        ["Rule", "CommitmentDiscountStatus-C-000-C"],
        ["Rule", "CommitmentDiscountType-C-000-C"],
        ["Rule", "CommitmentDiscountUnit-C-000-C"],
        ["Rule", "CommitmentDiscountQuantity-C-000-C"],
        ["Rule", "ConsumedUnit-C-000-C"],
        ["Rule", "ConsumedQuantity-C-000-C"],
        ["Rule", "ContractedCost-C-000-M"],
        ["Rule", "ContractedUnitPrice-C-000-C"],
        ["Rule", "EffectiveCost-C-000-M"],
        ["Rule", "InvoiceId-C-000-O"],
        ["Rule", "InvoiceIssuerName-C-000-M"],
        ["Rule", "ListCost-C-000-M"],
        ["Rule", "ListUnitPrice-C-000-C"],
        ["Rule", "PricingCategory-C-000-M"],
        ["Rule", "PricingCurrency-C-000-C"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-000-C"],
        ["Rule", "PricingCurrencyEffectiveCost-C-000-C"],
        ["Rule", "PricingCurrencyListUnitPrice-C-000-C"],
        ["Rule", "PricingQuantity-C-000-M"],
        ["Rule", "PricingUnit-C-000-M"],
        ["Rule", "ProviderName-C-000-M"],
        ["Rule", "PublisherName-C-000-M"],
        ["Rule", "RegionId-C-000-C"],
        ["Rule", "RegionName-C-000-C"],
        ["Rule", "ResourceId-C-000-C"],
        ["Rule", "ResourceName-C-000-C"],
        ["Rule", "ResourceType-C-000-C"],
        ["Rule", "SubAccountId-C-000-C"],
        ["Rule", "SubAccountName-C-000-C"],
        ["Rule", "ServiceCategory-C-000-M"],
        ["Rule", "ServiceName-C-000-M"],
        ["Rule", "ServiceSubcategory-C-000-O"],
        ["Rule", "SkuId-C-000-C"],
        ["Rule", "SkuMeter-C-000-C"],
        ["Rule", "SkuPriceDetails-C-000-C"],
        ["Rule", "SkuPriceId-C-000-C"],
        ["Rule", "SubAccountType-C-000-C"],
        ["Rule", "Tags-C-000-C"]
      ]
    ]
  },
  {
    id: "CostAndUsage-D-003-C",
    on: "AvailabilityZone",
    kind: "Presence",
    keyword: "RECOMMENDED",
    criteria: ["AVAILABILITY_ZONE_SUPPORTED"],
    check: ["ColumnPresent", "AvailabilityZone"]
  },
  {
    id: "CostAndUsage-D-004-C",
    on: "ListUnitPrice",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED"],
    check: ["ColumnPresent", "ListUnitPrice"]
  },
  {
    id: "CostAndUsage-D-005-M",
    on: "BillingAccountName",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "BillingAccountName"]
  },
  {
    id: "CostAndUsage-D-006-M",
    on: "BilledCost",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "BilledCost"]
  },
  {
    id: "CostAndUsage-D-007-C",
    on: "BillingAccountType",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["MULTIPLE_BILLING_ACCOUNT_TYPES_SUPPORTED"],
    check: ["ColumnPresent", "BillingAccountType"]
  },
  {
    id: "CostAndUsage-D-008-M",
    on: "ChargeCategory",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ChargeCategory"]
  },
  {
    id: "CostAndUsage-D-009-M",
    on: "BillingPeriodStart",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "BillingPeriodStart"]
  },
  {
    id: "CostAndUsage-D-010-M",
    on: "BillingPeriodEnd",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "BillingPeriodEnd"]
  },
  {
    id: "CostAndUsage-D-011-C",
    on: "ConsumedQuantity",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["USAGE_MEASUREMENT_SUPPORTED"],
    check: ["ColumnPresent", "ConsumedQuantity"]
  },
  {
    id: "CostAndUsage-D-012-C",
    on: "CommitmentDiscountName",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountName"]
  },
  {
    id: "CostAndUsage-D-013-C",
    on: "CommitmentDiscountId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountId"]
  },
  {
    id: "CostAndUsage-D-014-C",
    on: "CommitmentDiscountType",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountType"]
  },
  {
    id: "CostAndUsage-D-015-C",
    on: "CommitmentDiscountUnit",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountUnit"]
  },
  {
    id: "CostAndUsage-D-016-C",
    on: "CommitmentDiscountCategory",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountCategory"]
  },
  {
    id: "CostAndUsage-D-017-C",
    on: "CommitmentDiscountStatus",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountStatus"]
  },
  {
    id: "CostAndUsage-D-018-C",
    on: "CommitmentDiscountQuantity",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "CommitmentDiscountQuantity"]
  },
  {
    id: "CostAndUsage-D-019-C",
    on: "SubAccountId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["SUB_ACCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "SubAccountId"]
  },
  {
    id: "CostAndUsage-D-020-C",
    on: "CapacityReservationStatus",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["CAPACITY_RESERVATION_SUPPORTED"],
    check: ["ColumnPresent", "CapacityReservationStatus"]
  },
  {
    id: "CostAndUsage-D-021-M",
    on: "PublisherName",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "PublisherName"]
  },
  {
    id: "CostAndUsage-D-022-C",
    on: "PricingCategory",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["MULTIPLE_PRICING_CATEGORIES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCategory"]
  },
  {
    id: "CostAndUsage-D-023-M",
    on: "InvoiceIssuerName",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "InvoiceIssuerName"]
  },
  {
    id: "CostAndUsage-D-024-M",
    on: "BillingAccountId",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "BillingAccountId"]
  },
  {
    id: "CostAndUsage-D-025-M",
    on: "ChargeDescription",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ChargeDescription"]
  },
  {
    id: "CostAndUsage-D-026-M",
    on: "ChargeClass",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ChargeClass"]
  },
  {
    id: "CostAndUsage-D-027-O",
    on: "ChargeFrequency",
    kind: "Presence",
    keyword: "RECOMMENDED",
    check: ["ColumnPresent", "ChargeFrequency"]
  },
  {
    id: "CostAndUsage-D-028-M",
    on: "ChargePeriodEnd",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ChargePeriodEnd"]
  },
  {
    id: "CostAndUsage-D-029-C",
    on: "SubAccountName",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["SUB_ACCOUNT_SUPPORTED"],
    check: ["ColumnPresent", "SubAccountName"]
  },
  {
    id: "CostAndUsage-D-030-M",
    on: "ContractedCost",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ContractedCost"]
  },
  {
    id: "CostAndUsage-D-031-M",
    on: "EffectiveCost",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "EffectiveCost"]
  },
  {id: "CostAndUsage-D-032-M", on: "ListCost", kind: "Presence", keyword: "MUST", check: ["ColumnPresent", "ListCost"]},
  {
    id: "CostAndUsage-D-033-O",
    on: "InvoiceId",
    kind: "Presence",
    keyword: "RECOMMENDED",
    check: ["ColumnPresent", "InvoiceId"]
  },
  {
    id: "CostAndUsage-D-034-C",
    on: "ContractedUnitPrice",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["NEGOTIATED_PRICING_SUPPORTED"],
    check: ["ColumnPresent", "ContractedUnitPrice"]
  },
  {
    id: "CostAndUsage-D-035-M",
    on: "BillingCurrency",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "BillingCurrency"]
  },
  {
    id: "CostAndUsage-D-036-M",
    on: "PricingQuantity",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "PricingQuantity"]
  },
  {
    id: "CostAndUsage-D-037-M",
    on: "ChargePeriodStart",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ChargePeriodStart"]
  },
  {
    id: "CostAndUsage-D-038-M",
    on: "ProviderName",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ProviderName"]
  },
  {
    id: "CostAndUsage-D-039-C",
    on: "ResourceType",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED", "RESOURCE_TYPE_ASSIGNMENT_SUPPORTED"],
    check: ["ColumnPresent", "ResourceType"]
  },
  {
    id: "CostAndUsage-D-040-M",
    on: "ServiceCategory",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ServiceCategory"]
  },
  {
    id: "CostAndUsage-D-041-M",
    on: "ServiceName",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "ServiceName"]
  },
  {
    id: "CostAndUsage-D-042-O",
    on: "ServiceSubcategory",
    kind: "Presence",
    keyword: "RECOMMENDED",
    check: ["ColumnPresent", "ServiceSubcategory"]
  },
  {
    id: "CostAndUsage-D-043-C",
    on: "ResourceId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED"],
    check: ["ColumnPresent", "ResourceId"]
  },
  {
    id: "CostAndUsage-D-044-C",
    on: "ResourceName",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED"],
    check: ["ColumnPresent", "ResourceName"]
  },
  {
    id: "CostAndUsage-D-045-C",
    on: "PricingCurrency",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrency"]
  },
  {
    id: "CostAndUsage-D-046-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CostAndUsage-D-047-C"],
        ["Rule", "CostAndUsage-D-048-C"],
        ["Rule", "CostAndUsage-D-049-C"]
      ]
    ]
  },
  {
    id: "CostAndUsage-D-047-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "VIRTUAL_CURRENCY_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyContractedUnitPrice"]
  },
  {
    id: "CostAndUsage-D-048-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Presence",
    keyword: "RECOMMENDED",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyContractedUnitPrice"]
  },
  {
    id: "CostAndUsage-D-049-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Presence",
    keyword: "MAY",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyContractedUnitPrice"]
  },
  {
    id: "CostAndUsage-D-050-C",
    on: "PricingCurrencyEffectiveCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CostAndUsage-D-051-C"],
        ["Rule", "CostAndUsage-D-052-C"],
        ["Rule", "CostAndUsage-D-053-C"]
      ]
    ]
  },
  {
    id: "CostAndUsage-D-051-C",
    on: "PricingCurrencyEffectiveCost",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "VIRTUAL_CURRENCY_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyEffectiveCost"]
  },
  {
    id: "CostAndUsage-D-052-C",
    on: "PricingCurrencyEffectiveCost",
    kind: "Presence",
    keyword: "RECOMMENDED",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyEffectiveCost"]
  },
  {
    id: "CostAndUsage-D-053-C",
    on: "PricingCurrencyEffectiveCost",
    kind: "Presence",
    keyword: "MAY",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyEffectiveCost"]
  },
  {
    id: "CostAndUsage-D-054-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CostAndUsage-D-055-C"],
        ["Rule", "CostAndUsage-D-056-C"],
        ["Rule", "CostAndUsage-D-057-C"]
      ]
    ]
  },
  {
    id: "CostAndUsage-D-055-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "VIRTUAL_CURRENCY_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyListUnitPrice"]
  },
  {
    id: "CostAndUsage-D-056-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Presence",
    keyword: "RECOMMENDED",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyListUnitPrice"]
  },
  {
    id: "CostAndUsage-D-057-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Presence",
    keyword: "MAY",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: ["ColumnPresent", "PricingCurrencyListUnitPrice"]
  },
  {
    id: "CostAndUsage-D-058-C",
    on: "SkuPriceId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: ["ColumnPresent", "SkuPriceId"]
  },
  {
    id: "CostAndUsage-D-059-C",
    on: "SkuMeter",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: ["ColumnPresent", "SkuMeter"]
  },
  {
    id: "CostAndUsage-D-060-C",
    on: "SkuId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: ["ColumnPresent", "SkuId"]
  },
  {
    id: "CostAndUsage-D-061-C",
    on: "SkuPriceDetails",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: ["ColumnPresent", "SkuPriceDetails"]
  },
  {
    id: "CostAndUsage-D-062-C",
    on: "RegionName",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["REGION_SUPPORTED"],
    check: ["ColumnPresent", "RegionName"]
  },
  {
    id: "CostAndUsage-D-063-C",
    on: "RegionId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["REGION_SUPPORTED"],
    check: ["ColumnPresent", "RegionId"]
  },
  {
    id: "CostAndUsage-D-064-C",
    on: "Tags",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["TAGGING_SUPPORTED"],
    check: ["ColumnPresent", "Tags"]
  },
  {
    id: "CostAndUsage-D-065-C",
    on: "CapacityReservationId",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["CAPACITY_RESERVATION_SUPPORTED"],
    check: ["ColumnPresent", "CapacityReservationId"]
  },
  {
    id: "CostAndUsage-D-066-C",
    on: "ConsumedUnit",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["USAGE_MEASUREMENT_SUPPORTED"],
    check: ["ColumnPresent", "ConsumedUnit"]
  },
  {
    id: "CostAndUsage-D-067-C",
    on: "SubAccountType",
    kind: "Presence",
    keyword: "MUST",
    criteria: ["MULTIPLE_SUB_ACCOUNT_TYPES_SUPPORTED"],
    check: ["ColumnPresent", "SubAccountType"]
  },
  {
    id: "CostAndUsage-D-068-M",
    on: "PricingUnit",
    kind: "Presence",
    keyword: "MUST",
    check: ["ColumnPresent", "PricingUnit"]
  },
  {
    id: "CurrencyFormat-A-000-C",
    on: "CurrencyFormat",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "CurrencyFormat-A-001-C"],
        ["Rule", "CurrencyFormat-A-002-C"]
      ]
    ]
  },
  {id: "CurrencyFormat-A-001-C", on: "CurrencyFormat", kind: "Validation", keyword: "MUST"},
  {id: "CurrencyFormat-A-002-C", on: "CurrencyFormat", kind: "Validation", keyword: "MUST"},
  {
    id: "DateTimeFormat-A-000-M",
    on: "DateTimeFormat",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "DateTimeFormat-A-001-M"],
        ["Rule", "DateTimeFormat-A-002-M"],
        ["Rule", "DateTimeFormat-A-003-M"]
      ]
    ]
  },
  {id: "DateTimeFormat-A-001-M", on: "DateTimeFormat", kind: "Validation", keyword: "MUST"},
  {id: "DateTimeFormat-A-002-M", on: "DateTimeFormat", kind: "Format", keyword: "MUST"},
  {
    id: "DateTimeFormat-A-003-M",
    on: "DateTimeFormat",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "DateTimeFormat-A-004-M"],
        ["Rule", "DateTimeFormat-A-005-M"],
        ["Rule", "DateTimeFormat-A-006-M"]
      ]
    ]
  },
  {id: "DateTimeFormat-A-004-M", on: "DateTimeFormat", kind: "Validation", keyword: "MUST"},
  {id: "DateTimeFormat-A-005-M", on: "DateTimeFormat", kind: "Validation", keyword: "MUST"},
  {id: "DateTimeFormat-A-006-M", on: "DateTimeFormat", kind: "Validation", keyword: "MUST"},
  {
    id: "DiscountHandling-A-000-C",
    on: "DiscountHandling",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "DiscountHandling-A-001-C"],
        ["Rule", "DiscountHandling-A-002-C"],
        ["Rule", "DiscountHandling-A-005-C"],
        ["Rule", "DiscountHandling-A-008-C"],
        ["Rule", "DiscountHandling-A-020-C"]
      ]
    ]
  },
  {
    id: "DiscountHandling-A-001-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "SHOULD",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-002-C",
    on: "DiscountHandling",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "DiscountHandling-A-003-C"],
        ["Rule", "DiscountHandling-A-004-C"]
      ]
    ]
  },
  {
    id: "DiscountHandling-A-003-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-004-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-005-C",
    on: "DiscountHandling",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "DiscountHandling-A-006-C"],
        ["Rule", "DiscountHandling-A-007-C"]
      ]
    ]
  },
  {
    id: "DiscountHandling-A-006-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-007-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "SHOULD",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-008-C",
    on: "DiscountHandling",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "DiscountHandling-A-009-C"],
        ["Rule", "DiscountHandling-A-010-C"],
        ["Rule", "DiscountHandling-A-011-C"],
        ["Rule", "DiscountHandling-A-012-C"],
        ["Rule", "DiscountHandling-A-013-C"],
        ["Rule", "DiscountHandling-A-014-C"],
        ["Rule", "DiscountHandling-A-015-C"],
        ["Rule", "DiscountHandling-A-016-C"],
        ["Rule", "DiscountHandling-A-017-C"],
        ["Rule", "DiscountHandling-A-018-C"],
        ["Rule", "DiscountHandling-A-019-C"]
      ]
    ]
  },
  {
    id: "DiscountHandling-A-009-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-010-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-011-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-012-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-013-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-014-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-015-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-016-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-017-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-018-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-019-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "DiscountHandling-A-020-C",
    on: "DiscountHandling",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["COMMITMENT_DISCOUNT_SUPPORTED"]
  },
  {
    id: "EffectiveCost-C-000-M",
    on: "EffectiveCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "EffectiveCost-C-001-M"],
        ["Rule", "EffectiveCost-C-002-M"],
        ["Rule", "EffectiveCost-C-003-M"],
        ["Rule", "EffectiveCost-C-004-M"],
        ["Rule", "EffectiveCost-C-005-C"],
        ["Rule", "EffectiveCost-C-006-M"],
        ["Rule", "EffectiveCost-C-007-O"],
        ["Rule", "EffectiveCost-C-008-C"],
        ["Rule", "EffectiveCost-C-011-C"]
      ]
    ],
    needs: ["CostAndUsage-D-031-M"]
  },
  {
    id: "EffectiveCost-C-001-M",
    on: "EffectiveCost",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "EffectiveCost"]
  },
  {
    id: "EffectiveCost-C-002-M",
    on: "EffectiveCost",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "EffectiveCost"]
  },
  {
    id: "EffectiveCost-C-003-M",
    on: "EffectiveCost",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "EffectiveCost", null]
  },
  {
    id: "EffectiveCost-C-004-M",
    on: "EffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckNotValue", "EffectiveCost", null]
  },
  {
    id: "EffectiveCost-C-005-C",
    on: "EffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckValue", "EffectiveCost", "0"],
    when: ["CheckValue", "ChargeCategory", "Purchase"],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "EffectiveCost-C-006-M",
    on: "EffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    needs: ["BillingCurrency-C-000-M"]
  },
  {id: "EffectiveCost-C-007-O", on: "EffectiveCost", kind: "Validation", keyword: "MAY"},
  {
    id: "EffectiveCost-C-008-C",
    on: "EffectiveCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "EffectiveCost-C-009-C"],
        ["Rule", "EffectiveCost-C-010-C"]
      ]
    ],
    when: [
      "AND",
      [
        ["CheckNotValue", "ChargeCategory", "Usage"],
        ["CheckNotValue", "ChargeCategory", "Purchase"]
      ]
    ],
    needs: ["ChargeCategory-C-000-M"]
  },
  {id: "EffectiveCost-C-009-C", on: "EffectiveCost", kind: "Validation", keyword: "MUST"},
  {
    id: "EffectiveCost-C-010-C",
    on: "EffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    needs: ["ChargeCategory-C-000-M", "BilledCost-C-000-M"]
  },
  {
    id: "EffectiveCost-C-011-C",
    on: "EffectiveCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "EffectiveCost-C-012-C"],
        ["Rule", "EffectiveCost-C-013-C"]
      ]
    ],
    when: ["CheckNotValue", "CommitmentDiscountId", null],
    needs: ["CommitmentDiscountId-C-000-C"]
  },
  {
    id: "EffectiveCost-C-012-C",
    on: "EffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    when: [
      "AND",
      [
        ["CheckValue", "ChargeCategory", "Usage"],
        ["CheckNotValue", "CommitmentDiscountId", null]
      ]
    ],
    needs: ["BilledCost-C-000-M", "ChargeCategory-C-000-M", "CommitmentDiscountId-C-000-C"]
  },
  {
    id: "EffectiveCost-C-013-C",
    on: "EffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    when: [
      "AND",
      [
        ["CheckValue", "ChargeCategory", "Usage"],
        ["CheckNotValue", "CommitmentDiscountId", null]
      ]
    ],
    needs: ["CommitmentDiscountStatus-C-000-C", "ChargeCategory-C-000-M", "CommitmentDiscountId-C-000-C"]
  },
  {
    id: "InvoiceId-C-000-O",
    on: "InvoiceId",
    kind: "Composite",
    keyword: "SHOULD",
    check: [
      "AND",
      [
        ["Rule", "InvoiceId-C-001-M"],
        ["Rule", "InvoiceId-C-002-M"],
        ["Rule", "InvoiceId-C-003-C"],
        ["Rule", "InvoiceId-C-006-O"],
        ["Rule", "InvoiceId-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-033-O"]
  },
  {id: "InvoiceId-C-001-M", on: "InvoiceId", kind: "Type", keyword: "MUST", check: ["TypeString", "InvoiceId"]},
  {id: "InvoiceId-C-002-M", on: "InvoiceId", kind: "Format", keyword: "MUST", check: ["FormatString", "InvoiceId"]},
  {
    id: "InvoiceId-C-003-C",
    on: "InvoiceId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "OR",
      [
        ["Rule", "InvoiceId-C-004-C"],
        ["Rule", "InvoiceId-C-005-C"]
      ]
    ]
  },
  {
    id: "InvoiceId-C-004-C",
    on: "InvoiceId",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "InvoiceId", null]
  },
  {
    id: "InvoiceId-C-005-C",
    on: "InvoiceId",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "InvoiceId", null]
  },
  {id: "InvoiceId-C-006-O", on: "InvoiceId", kind: "Validation", keyword: "MAY"},
  {id: "InvoiceId-C-007-C", on: "InvoiceId", kind: "Validation", keyword: "MUST", needs: ["BillingAccountId-C-000-M"]},
  {
    id: "InvoiceIssuerName-C-000-M",
    on: "InvoiceIssuerName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "InvoiceIssuerName-C-001-M"],
        ["Rule", "InvoiceIssuerName-C-002-M"],
        ["Rule", "InvoiceIssuerName-C-003-M"]
      ]
    ],
    needs: ["CostAndUsage-D-023-M"]
  },
  {
    id: "InvoiceIssuerName-C-001-M",
    on: "InvoiceIssuerName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "InvoiceIssuerName"]
  },
  {
    id: "InvoiceIssuerName-C-002-M",
    on: "InvoiceIssuerName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "InvoiceIssuerName"]
  },
  {
    id: "InvoiceIssuerName-C-003-M",
    on: "InvoiceIssuerName",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "InvoiceIssuerName", null]
  },
  {
    id: "KeyValueFormat-A-000-M",
    on: "KeyValueFormat",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "KeyValueFormat-A-001-M"],
        ["Rule", "KeyValueFormat-A-002-M"],
        ["Rule", "KeyValueFormat-A-003-M"],
        ["Rule", "KeyValueFormat-A-004-M"]
      ]
    ]
  },
  {id: "KeyValueFormat-A-001-M", on: "KeyValueFormat", kind: "Format", keyword: "MUST"},
  {id: "KeyValueFormat-A-002-M", on: "KeyValueFormat", kind: "Validation", keyword: "MUST"},
  {id: "KeyValueFormat-A-003-M", on: "KeyValueFormat", kind: "Validation", keyword: "MUST"},
  {id: "KeyValueFormat-A-004-M", on: "KeyValueFormat", kind: "Validation", keyword: "MUST NOT"},
  {
    id: "ListCost-C-000-M",
    on: "ListCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ListCost-C-001-M"],
        ["Rule", "ListCost-C-002-M"],
        ["Rule", "ListCost-C-003-M"],
        ["Rule", "ListCost-C-004-M"],
        ["Rule", "ListCost-C-005-M"],
        ["Rule", "ListCost-C-006-C"],
        ["Rule", "ListCost-C-009-C"],
        ["Rule", "ListCost-C-010-C"]
      ]
    ],
    needs: ["CostAndUsage-D-032-M", "ListCost-C-007-C", "ListCost-C-008-C"]
  },
  {id: "ListCost-C-001-M", on: "ListCost", kind: "Type", keyword: "MUST", check: ["TypeDecimal", "ListCost"]},
  {id: "ListCost-C-002-M", on: "ListCost", kind: "Format", keyword: "MUST", check: ["FormatNumeric", "ListCost"]},
  {
    id: "ListCost-C-003-M",
    on: "ListCost",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ListCost", null]
  },
  {
    id: "ListCost-C-004-M",
    on: "ListCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckNotValue", "ListCost", null]
  },
  {id: "ListCost-C-005-M", on: "ListCost", kind: "Validation", keyword: "MUST", needs: ["BillingCurrency-C-000-M"]},
  {
    id: "ListCost-C-006-C",
    on: "ListCost",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ListCost-C-007-C"],
        ["Rule", "ListCost-C-008-C"]
      ]
    ],
    when: ["CheckValue", "ListUnitPrice", null],
    needs: ["ListUnitPrice-C-000-C"]
  },
  {id: "ListCost-C-007-C", on: "ListCost", kind: "Validation", keyword: "MUST"},
  {id: "ListCost-C-008-C", on: "ListCost", kind: "Validation", keyword: "MUST"},
  {
    id: "ListCost-C-009-C",
    on: "ListCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["ColumnByColumnEqualsColumnValue", "ListUnitPrice", "PricingQuantity", "ListCost"],
    when: [
      "AND",
      [
        ["CheckNotValue", "ListUnitPrice", null],
        ["CheckNotValue", "PricingQuantity", null],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ListUnitPrice-C-000-C", "PricingQuantity-C-000-M", "ChargeClass-C-000-M"]
  },
  {id: "ListCost-C-010-C", on: "ListCost", kind: "Validation", keyword: "MAY", needs: ["ChargeClass-C-000-M"]},
  {
    id: "ListUnitPrice-C-000-C",
    on: "ListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ListUnitPrice-C-001-M"],
        ["Rule", "ListUnitPrice-C-002-M"],
        ["Rule", "ListUnitPrice-C-003-M"],
        ["Rule", "ListUnitPrice-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-004-C"]
  },
  {
    id: "ListUnitPrice-C-001-M",
    on: "ListUnitPrice",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "ListUnitPrice"]
  },
  {
    id: "ListUnitPrice-C-002-M",
    on: "ListUnitPrice",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "ListUnitPrice"]
  },
  {
    id: "ListUnitPrice-C-003-M",
    on: "ListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ListUnitPrice-C-004-C"],
        ["Rule", "ListUnitPrice-C-005-C"],
        ["Rule", "ListUnitPrice-C-006-O"]
      ]
    ],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "ListUnitPrice-C-004-C",
    on: "ListUnitPrice",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "ListUnitPrice", null],
    when: ["CheckValue", "ChargeCategory", "Tax"],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "ListUnitPrice-C-005-C",
    on: "ListUnitPrice",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ListUnitPrice", null],
    when: [
      "AND",
      [
        ["CheckNotValue", "ChargeClass", "Correction"],
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]]
      ]
    ],
    needs: ["ChargeClass-C-000-M"]
  },
  {
    id: "ListUnitPrice-C-006-O",
    on: "ListUnitPrice",
    kind: "Nullability",
    keyword: "MAY",
    check: ["CheckValue", "ListUnitPrice", null]
  },
  {
    id: "ListUnitPrice-C-007-C",
    on: "ListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ListUnitPrice-C-008-M"],
        ["Rule", "ListUnitPrice-C-009-M"],
        ["Rule", "ListUnitPrice-C-010-C"],
        ["Rule", "ListUnitPrice-C-011-C"]
      ]
    ],
    when: ["CheckNotValue", "ListUnitPrice", null],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "ListUnitPrice-C-008-M",
    on: "ListUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckGreaterOrEqualThanValue", "ListUnitPrice", "0"]
  },
  {id: "ListUnitPrice-C-009-M", on: "ListUnitPrice", kind: "Validation", keyword: "MUST"},
  {
    id: "ListUnitPrice-C-010-C",
    on: "ListUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    check: ["ColumnByColumnEqualsColumnValue", "ListUnitPrice", "PricingQuantity", "ListCost"],
    when: [
      "AND",
      [
        ["CheckNotValue", "ListUnitPrice", null],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ChargeClass-C-000-M"]
  },
  {
    id: "ListUnitPrice-C-011-C",
    on: "ListUnitPrice",
    kind: "Validation",
    keyword: "MAY",
    when: ["CheckValue", "ChargeClass", "Correction"],
    needs: ["ChargeClass-C-000-M"]
  },
  {
    id: "NullHandling-A-000-M",
    on: "NullHandling",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "NullHandling-A-001-C"],
        ["Rule", "NullHandling-A-002-M"]
      ]
    ]
  },
  {id: "NullHandling-A-001-C", on: "NullHandling", kind: "Validation", keyword: "MUST"},
  {id: "NullHandling-A-002-M", on: "NullHandling", kind: "Validation", keyword: "MUST NOT"},
  {
    id: "NumericFormat-A-000-M",
    on: "NumericFormat",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "NumericFormat-A-001-O"],
        ["Rule", "NumericFormat-A-002-M"],
        ["Rule", "NumericFormat-A-003-M"],
        ["Rule", "NumericFormat-A-004-M"],
        ["Rule", "NumericFormat-A-005-M"],
        ["Rule", "NumericFormat-A-006-M"],
        ["Rule", "NumericFormat-A-007-M"],
        ["Rule", "NumericFormat-A-008-M"],
        ["Rule", "NumericFormat-A-009-M"],
        ["Rule", "NumericFormat-A-010-M"],
        ["Rule", "NumericFormat-A-011-M"],
        ["Rule", "NumericFormat-A-012-M"],
        ["Rule", "NumericFormat-A-013-O"]
      ]
    ]
  },
  {id: "NumericFormat-A-001-O", on: "NumericFormat", kind: "Format", keyword: "SHOULD"},
  {id: "NumericFormat-A-002-M", on: "NumericFormat", kind: "Format", keyword: "MUST"},
  {id: "NumericFormat-A-003-M", on: "NumericFormat", kind: "Format", keyword: "MUST"},
  {id: "NumericFormat-A-004-M", on: "NumericFormat", kind: "Format", keyword: "MUST NOT"},
  {id: "NumericFormat-A-005-M", on: "NumericFormat", kind: "Format", keyword: "MUST"},
  {id: "NumericFormat-A-006-M", on: "NumericFormat", kind: "Format", keyword: "MUST"},
  {id: "NumericFormat-A-007-M", on: "NumericFormat", kind: "Format", keyword: "MUST NOT"},
  {id: "NumericFormat-A-008-M", on: "NumericFormat", kind: "Format", keyword: "MUST NOT"},
  {id: "NumericFormat-A-009-M", on: "NumericFormat", kind: "Format", keyword: "MUST NOT"},
  {id: "NumericFormat-A-010-M", on: "NumericFormat", kind: "Format", keyword: "MUST NOT"},
  {id: "NumericFormat-A-011-M", on: "NumericFormat", kind: "Format", keyword: "MUST"},
  {id: "NumericFormat-A-012-M", on: "NumericFormat", kind: "Format", keyword: "MUST"},
  {id: "NumericFormat-A-013-O", on: "NumericFormat", kind: "Format", keyword: "SHOULD"},
  {
    id: "PricingCategory-C-000-M",
    on: "PricingCategory",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCategory-C-001-M"],
        ["Rule", "PricingCategory-C-002-M"],
        ["Rule", "PricingCategory-C-006-C"]
      ]
    ],
    needs: ["CostAndUsage-D-022-C"]
  },
  {
    id: "PricingCategory-C-001-M",
    on: "PricingCategory",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "PricingCategory"]
  },
  {
    id: "PricingCategory-C-002-M",
    on: "PricingCategory",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCategory-C-003-C"],
        ["Rule", "PricingCategory-C-004-C"],
        ["Rule", "PricingCategory-C-005-O"]
      ]
    ]
  },
  {
    id: "PricingCategory-C-003-C",
    on: "PricingCategory",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "PricingCategory", null],
    when: ["CheckValue", "ChargeCategory", "Tax"],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "PricingCategory-C-004-C",
    on: "PricingCategory",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PricingCategory", null],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ChargeCategory-C-000-M", "ChargeClass-C-000-M"]
  },
  {id: "PricingCategory-C-005-O", on: "PricingCategory", kind: "Nullability", keyword: "MAY"},
  {
    id: "PricingCategory-C-006-C",
    on: "PricingCategory",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCategory-C-007-M"],
        ["Rule", "PricingCategory-C-008-C"],
        ["Rule", "PricingCategory-C-009-C"],
        ["Rule", "PricingCategory-C-010-C"],
        ["Rule", "PricingCategory-C-011-C"]
      ]
    ],
    when: ["CheckNotValue", "PricingCategory", null]
  },
  {
    id: "PricingCategory-C-007-M",
    on: "PricingCategory",
    kind: "Validation",
    keyword: "MUST",
    check: ["OneOf", "PricingCategory", ["Standard", "Committed", "Dynamic", "Other"]]
  },
  {
    id: "PricingCategory-C-008-C",
    on: "PricingCategory",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckNotValue", "PricingCategory", null]
  },
  {id: "PricingCategory-C-009-C", on: "PricingCategory", kind: "Validation", keyword: "MUST"},
  {id: "PricingCategory-C-010-C", on: "PricingCategory", kind: "Validation", keyword: "MUST"},
  {id: "PricingCategory-C-011-C", on: "PricingCategory", kind: "Validation", keyword: "MUST"},
  {
    id: "PricingCurrency-C-000-C",
    on: "PricingCurrency",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "PricingCurrency-C-001-M"],
        ["Rule", "PricingCurrency-C-002-M"],
        ["Rule", "PricingCurrency-C-003-M"],
        ["Rule", "PricingCurrency-C-004-M"]
      ]
    ],
    needs: ["CostAndUsage-D-045-C"]
  },
  {
    id: "PricingCurrency-C-001-M",
    on: "PricingCurrency",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "PricingCurrency"]
  },
  {
    id: "PricingCurrency-C-002-M",
    on: "PricingCurrency",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "PricingCurrency"]
  },
  {
    id: "PricingCurrency-C-003-M",
    on: "PricingCurrency",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatCurrency", "PricingCurrency"]
  },
  {
    id: "PricingCurrency-C-004-M",
    on: "PricingCurrency",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PricingCurrency", null]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-000-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyContractedUnitPrice-C-001-M"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-002-M"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-003-M"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-046-C"]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-001-M",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "PricingCurrencyContractedUnitPrice"]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-002-M",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "PricingCurrencyContractedUnitPrice"]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-003-M",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyContractedUnitPrice-C-004-C"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-005-C"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-006-O"]
      ]
    ]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-004-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Nullability",
    keyword: "MUST",
    when: ["CheckValue", "ChargeCategory", "Tax"],
    needs: ["ChargeCategory-C-003-M"]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-005-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Nullability",
    keyword: "MUST NOT",
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-006-O",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Nullability",
    keyword: "MAY"
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-007-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyContractedUnitPrice-C-008-C"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-009-C"],
        ["Rule", "PricingCurrencyContractedUnitPrice-C-010-C"]
      ]
    ],
    when: ["CheckNotValue", "PricingCurrencyContractedUnitPrice", null]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-008-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckNotValue", "PricingCurrencyContractedUnitPrice", null]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-009-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    when: ["CheckNotValue", "PricingCurrencyContractedUnitPrice", null]
  },
  {
    id: "PricingCurrencyContractedUnitPrice-C-010-C",
    on: "PricingCurrencyContractedUnitPrice",
    kind: "Validation",
    keyword: "MAY",
    when: ["CheckValue", "ChargeClass", "Correction"],
    needs: ["ChargeClass-C-005-C"]
  },
  {
    id: "PricingCurrencyEffectiveCost-C-000-C",
    on: "PricingCurrencyEffectiveCost",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyEffectiveCost-C-001-M"],
        ["Rule", "PricingCurrencyEffectiveCost-C-002-M"],
        ["Rule", "PricingCurrencyEffectiveCost-C-003-M"],
        ["Rule", "PricingCurrencyEffectiveCost-C-004-M"],
        ["Rule", "PricingCurrencyEffectiveCost-C-005-M"],
        ["Rule", "PricingCurrencyEffectiveCost-C-006-M"]
      ]
    ],
    needs: ["CostAndUsage-D-050-C"]
  },
  {
    id: "PricingCurrencyEffectiveCost-C-001-M",
    on: "PricingCurrencyEffectiveCost",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "PricingCurrencyEffectiveCost"]
  },
  {
    id: "PricingCurrencyEffectiveCost-C-002-M",
    on: "PricingCurrencyEffectiveCost",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "PricingCurrencyEffectiveCost"]
  },
  {
    id: "PricingCurrencyEffectiveCost-C-003-M",
    on: "PricingCurrencyEffectiveCost",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PricingCurrencyEffectiveCost", null]
  },
  {
    id: "PricingCurrencyEffectiveCost-C-004-M",
    on: "PricingCurrencyEffectiveCost",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckGreaterOrEqualThanValue", "PricingCurrencyListUnitPrice", "0"]
  },
  {id: "PricingCurrencyEffectiveCost-C-005-M", on: "PricingCurrencyEffectiveCost", kind: "Validation", keyword: "MUST"},
  {id: "PricingCurrencyEffectiveCost-C-006-M", on: "PricingCurrencyEffectiveCost", kind: "Validation", keyword: "MUST"},
  {
    id: "PricingCurrencyListUnitPrice-C-000-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyListUnitPrice-C-001-M"],
        ["Rule", "PricingCurrencyListUnitPrice-C-002-M"],
        ["Rule", "PricingCurrencyListUnitPrice-C-003-M"],
        ["Rule", "PricingCurrencyListUnitPrice-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-054-C"]
  },
  {
    id: "PricingCurrencyListUnitPrice-C-001-M",
    on: "PricingCurrencyListUnitPrice",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "PricingCurrencyListUnitPrice"]
  },
  {
    id: "PricingCurrencyListUnitPrice-C-002-M",
    on: "PricingCurrencyListUnitPrice",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "PricingCurrencyListUnitPrice"]
  },
  {
    id: "PricingCurrencyListUnitPrice-C-003-M",
    on: "PricingCurrencyListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyListUnitPrice-C-004-C"],
        ["Rule", "PricingCurrencyListUnitPrice-C-005-C"],
        ["Rule", "PricingCurrencyListUnitPrice-C-006-O"]
      ]
    ]
  },
  {
    id: "PricingCurrencyListUnitPrice-C-004-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "PricingCurrencyListUnitPrice", null],
    when: ["CheckValue", "ChargeCategory", "Tax"]
  },
  {
    id: "PricingCurrencyListUnitPrice-C-005-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PricingCurrencyListUnitPrice", null],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ]
  },
  {id: "PricingCurrencyListUnitPrice-C-006-O", on: "PricingCurrencyListUnitPrice", kind: "Nullability", keyword: "MAY"},
  {
    id: "PricingCurrencyListUnitPrice-C-007-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingCurrencyListUnitPrice-C-008-M"],
        ["Rule", "PricingCurrencyListUnitPrice-C-009-M"],
        ["Rule", "PricingCurrencyListUnitPrice-C-010-C"]
      ]
    ],
    when: ["CheckNotValue", "PricingCurrencyListUnitPrice", null]
  },
  {
    id: "PricingCurrencyListUnitPrice-C-008-M",
    on: "PricingCurrencyListUnitPrice",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckGreaterOrEqualThanValue", "PricingCurrencyListUnitPrice", "0"]
  },
  {id: "PricingCurrencyListUnitPrice-C-009-M", on: "PricingCurrencyListUnitPrice", kind: "Validation", keyword: "MUST"},
  {
    id: "PricingCurrencyListUnitPrice-C-010-C",
    on: "PricingCurrencyListUnitPrice",
    kind: "Validation",
    keyword: "MAY",
    when: ["CheckValue", "ChargeClass", "Correction"],
    needs: ["ChargeClass-C-005-C"]
  },
  {
    id: "PricingQuantity-C-000-M",
    on: "PricingQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingQuantity-C-001-M"],
        ["Rule", "PricingQuantity-C-002-M"],
        ["Rule", "PricingQuantity-C-003-M"],
        ["Rule", "PricingQuantity-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-036-M"]
  },
  {
    id: "PricingQuantity-C-001-M",
    on: "PricingQuantity",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeDecimal", "PricingQuantity"]
  },
  {
    id: "PricingQuantity-C-002-M",
    on: "PricingQuantity",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatNumeric", "PricingQuantity"]
  },
  {
    id: "PricingQuantity-C-003-M",
    on: "PricingQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingQuantity-C-004-C"],
        ["Rule", "PricingQuantity-C-005-C"],
        ["Rule", "PricingQuantity-C-006-O"]
      ]
    ]
  },
  {
    id: "PricingQuantity-C-004-C",
    on: "PricingQuantity",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "PricingQuantity", null],
    when: ["CheckValue", "ChargeCategory", "Tax"],
    needs: ["ChargeCategory-C-000-M"]
  },
  {
    id: "PricingQuantity-C-005-C",
    on: "PricingQuantity",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PricingQuantity", null],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ChargeCategory-C-000-M", "ChargeClass-C-000-M"]
  },
  {id: "PricingQuantity-C-006-O", on: "PricingQuantity", kind: "Nullability", keyword: "MAY"},
  {
    id: "PricingQuantity-C-007-C",
    on: "PricingQuantity",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingQuantity-C-008-M"],
        ["Rule", "PricingQuantity-C-009-C"],
        ["Rule", "PricingQuantity-C-010-C"]
      ]
    ],
    when: ["CheckNotValue", "PricingQuantity", null]
  },
  {
    id: "PricingQuantity-C-008-M",
    on: "PricingQuantity",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckNotValue", "PricingQuantity", null]
  },
  {id: "PricingQuantity-C-009-C", on: "PricingQuantity", kind: "Validation", keyword: "MUST"},
  {
    id: "PricingQuantity-C-010-C",
    on: "PricingQuantity",
    kind: "Validation",
    keyword: "MAY",
    when: ["CheckValue", "ChargeClass", "Correction"],
    needs: ["ChargeClass-C-005-C"]
  },
  {
    id: "PricingUnit-C-000-M",
    on: "PricingUnit",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingUnit-C-001-M"],
        ["Rule", "PricingUnit-C-002-M"],
        ["Rule", "PricingUnit-C-003-O"],
        ["Rule", "PricingUnit-C-004-C"],
        ["Rule", "PricingUnit-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-068-M"]
  },
  {id: "PricingUnit-C-001-M", on: "PricingUnit", kind: "Type", keyword: "MUST", check: ["TypeString", "PricingUnit"]},
  {
    id: "PricingUnit-C-002-M",
    on: "PricingUnit",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "PricingUnit"]
  },
  {
    id: "PricingUnit-C-003-O",
    on: "PricingUnit",
    kind: "Format",
    keyword: "SHOULD",
    check: ["FormatUnit", "PricingUnit"]
  },
  {
    id: "PricingUnit-C-004-C",
    on: "PricingUnit",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingUnit-C-005-C"],
        ["Rule", "PricingUnit-C-006-C"]
      ]
    ]
  },
  {
    id: "PricingUnit-C-005-C",
    on: "PricingUnit",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "PricingUnit", null],
    when: ["CheckValue", "PricingQuantity", null]
  },
  {
    id: "PricingUnit-C-006-C",
    on: "PricingUnit",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PricingUnit", null],
    when: ["CheckNotValue", "PricingQuantity", null]
  },
  {
    id: "PricingUnit-C-007-C",
    on: "PricingUnit",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PricingUnit-C-008-M"],
        ["Rule", "PricingUnit-C-009-C"]
      ]
    ],
    when: ["CheckNotValue", "PricingUnit", null]
  },
  {id: "PricingUnit-C-008-M", on: "PricingUnit", kind: "Validation", keyword: "MUST"},
  {id: "PricingUnit-C-009-C", on: "PricingUnit", kind: "Validation", keyword: "MUST"},
  {
    id: "ProviderName-C-000-M",
    on: "ProviderName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ProviderName-C-001-M"],
        ["Rule", "ProviderName-C-002-M"],
        ["Rule", "ProviderName-C-003-M"]
      ]
    ],
    needs: ["CostAndUsage-D-038-M"]
  },
  {
    id: "ProviderName-C-001-M",
    on: "ProviderName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ProviderName"]
  },
  {
    id: "ProviderName-C-002-M",
    on: "ProviderName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "ProviderName"]
  },
  {
    id: "ProviderName-C-003-M",
    on: "ProviderName",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ProviderName", null]
  },
  {
    id: "PublisherName-C-000-M",
    on: "PublisherName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "PublisherName-C-001-M"],
        ["Rule", "PublisherName-C-002-M"],
        ["Rule", "PublisherName-C-003-M"]
      ]
    ],
    needs: ["CostAndUsage-D-021-M"]
  },
  {
    id: "PublisherName-C-001-M",
    on: "PublisherName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "PublisherName"]
  },
  {
    id: "PublisherName-C-002-M",
    on: "PublisherName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "PublisherName"]
  },
  {
    id: "PublisherName-C-003-M",
    on: "PublisherName",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "PublisherName", null]
  },
  {
    id: "RegionId-C-000-C",
    on: "RegionId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["REGION_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "RegionId-C-001-M"],
        ["Rule", "RegionId-C-002-M"],
        ["Rule", "RegionId-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-063-C"]
  },
  {id: "RegionId-C-001-M", on: "RegionId", kind: "Type", keyword: "MUST", check: ["TypeString", "RegionId"]},
  {id: "RegionId-C-002-M", on: "RegionId", kind: "Format", keyword: "MUST", check: ["FormatString", "RegionId"]},
  {
    id: "RegionId-C-003-C",
    on: "RegionId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "RegionId-C-004-C"],
        ["Rule", "RegionId-C-005-C"]
      ]
    ]
  },
  {id: "RegionId-C-004-C", on: "RegionId", kind: "Nullability", keyword: "MUST NOT"},
  {id: "RegionId-C-005-C", on: "RegionId", kind: "Nullability", keyword: "MAY"},
  {
    id: "RegionName-C-000-C",
    on: "RegionName",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["REGION_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "RegionName-C-001-M"],
        ["Rule", "RegionName-C-002-M"],
        ["Rule", "RegionName-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-062-C"]
  },
  {id: "RegionName-C-001-M", on: "RegionName", kind: "Type", keyword: "MUST", check: ["TypeString", "RegionName"]},
  {id: "RegionName-C-002-M", on: "RegionName", kind: "Format", keyword: "MUST", check: ["FormatString", "RegionName"]},
  {
    id: "RegionName-C-003-C",
    on: "RegionName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "RegionName-C-004-C"],
        ["Rule", "RegionName-C-005-C"]
      ]
    ]
  },
  {
    id: "RegionName-C-004-C",
    on: "RegionName",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "RegionName", null],
    when: ["CheckValue", "RegionId", null],
    needs: ["RegionId-C-000-C"]
  },
  {
    id: "RegionName-C-005-C",
    on: "RegionName",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "RegionName", null],
    when: ["CheckNotValue", "RegionId", null],
    needs: ["RegionId-C-000-C"]
  },
  {
    id: "ResourceId-C-000-C",
    on: "ResourceId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED", "RESOURCE_TYPE_ASSIGNMENT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ResourceId-C-001-M"],
        ["Rule", "ResourceId-C-002-M"],
        ["Rule", "ResourceId-C-003-C"],
        ["Rule", "ResourceId-C-006-C"]
      ]
    ],
    needs: ["CostAndUsage-D-043-C"]
  },
  {id: "ResourceId-C-001-M", on: "ResourceId", kind: "Type", keyword: "MUST", check: ["TypeString", "ResourceId"]},
  {id: "ResourceId-C-002-M", on: "ResourceId", kind: "Format", keyword: "MUST", check: ["FormatString", "ResourceId"]},
  {
    id: "ResourceId-C-003-C",
    on: "ResourceId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ResourceId-C-004-C"],
        ["Rule", "ResourceId-C-005-C"]
      ]
    ]
  },
  {id: "ResourceId-C-004-C", on: "ResourceId", kind: "Nullability", keyword: "MUST"},
  {id: "ResourceId-C-005-C", on: "ResourceId", kind: "Nullability", keyword: "MUST NOT"},
  {
    id: "ResourceId-C-006-C",
    on: "ResourceId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ResourceId-C-007-M"],
        ["Rule", "ResourceId-C-008-O"]
      ]
    ],
    when: ["CheckNotValue", "ResourceId", null]
  },
  {id: "ResourceId-C-007-M", on: "ResourceId", kind: "Validation", keyword: "MUST"},
  {id: "ResourceId-C-008-O", on: "ResourceId", kind: "Validation", keyword: "SHOULD"},
  {
    id: "ResourceName-C-000-C",
    on: "ResourceName",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED", "RESOURCE_TYPE_ASSIGNMENT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ResourceName-C-001-M"],
        ["Rule", "ResourceName-C-002-M"],
        ["Rule", "ResourceName-C-003-C"],
        ["Rule", "ResourceName-C-006-C"]
      ]
    ],
    needs: ["CostAndUsage-D-044-C"]
  },
  {
    id: "ResourceName-C-001-M",
    on: "ResourceName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ResourceName"]
  },
  {
    id: "ResourceName-C-002-M",
    on: "ResourceName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "ResourceName"]
  },
  {
    id: "ResourceName-C-003-C",
    on: "ResourceName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ResourceName-C-004-C"],
        ["Rule", "ResourceName-C-005-C"]
      ]
    ]
  },
  {
    id: "ResourceName-C-004-C",
    on: "ResourceName",
    kind: "Nullability",
    keyword: "MUST",
    when: ["CheckValue", "ResourceId", null],
    needs: ["ResourceId-C-000-C"]
  },
  {
    id: "ResourceName-C-005-C",
    on: "ResourceName",
    kind: "Nullability",
    keyword: "MUST NOT",
    when: ["CheckValue", "ResourceId", null],
    needs: ["ResourceId-C-000-C"]
  },
  {
    id: "ResourceName-C-006-C",
    on: "ResourceName",
    kind: "Validation",
    keyword: "MUST NOT",
    needs: ["ResourceId-C-000-C"]
  },
  {
    id: "ResourceType-C-000-C",
    on: "ResourceType",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED", "RESOURCE_TYPE_ASSIGNMENT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "ResourceType-C-001-M"],
        ["Rule", "ResourceType-C-002-M"],
        ["Rule", "ResourceType-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-039-C"]
  },
  {
    id: "ResourceType-C-001-M",
    on: "ResourceType",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ResourceType"]
  },
  {
    id: "ResourceType-C-002-M",
    on: "ResourceType",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "ResourceType"]
  },
  {
    id: "ResourceType-C-003-C",
    on: "ResourceType",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ResourceType-C-004-C"],
        ["Rule", "ResourceType-C-005-C"]
      ]
    ]
  },
  {
    id: "ResourceType-C-004-C",
    on: "ResourceType",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "ResourceType", null],
    when: ["CheckValue", "ResourceId", null],
    needs: ["ResourceId-C-000-C"]
  },
  {
    id: "ResourceType-C-005-C",
    on: "ResourceType",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ResourceType", null],
    when: ["CheckNotValue", "ResourceId", null],
    needs: ["ResourceId-C-000-C"]
  },
  {
    id: "ServiceCategory-C-000-M",
    on: "ServiceCategory",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ServiceCategory-C-001-M"],
        ["Rule", "ServiceCategory-C-002-M"],
        ["Rule", "ServiceCategory-C-003-M"]
      ]
    ],
    needs: ["CostAndUsage-D-040-M"]
  },
  {
    id: "ServiceCategory-C-001-M",
    on: "ServiceCategory",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ServiceCategory"]
  },
  {
    id: "ServiceCategory-C-002-M",
    on: "ServiceCategory",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ServiceCategory", null]
  },
  {
    id: "ServiceCategory-C-003-M",
    on: "ServiceCategory",
    kind: "Validation",
    keyword: "MUST",
    check: [
      "OneOf",
      "ServiceCategory",
      [
        "AI and Machine Learning",
        "Analytics",
        "Business Applications",
        "Compute",
        "Databases",
        "Developer Tools",
        "Multicloud",
        "Identity",
        "Integration",
        "Internet of Things",
        "Management and Governance",
        "Media",
        "Migration",
        "Mobile",
        "Networking",
        "Security",
        "Storage",
        "Web",
        "Other"
      ]
    ]
  },
  {
    id: "ServiceName-C-000-M",
    on: "ServiceName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ServiceName-C-001-M"],
        ["Rule", "ServiceName-C-002-M"],
        ["Rule", "ServiceName-C-003-M"],
        ["Rule", "ServiceName-C-004-C"],
        ["Rule", "ServiceName-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-041-M"]
  },
  {id: "ServiceName-C-001-M", on: "ServiceName", kind: "Type", keyword: "MUST", check: ["TypeString", "ServiceName"]},
  {
    id: "ServiceName-C-002-M",
    on: "ServiceName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "ServiceName"]
  },
  {
    id: "ServiceName-C-003-M",
    on: "ServiceName",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ServiceName", null]
  },
  {
    id: "ServiceName-C-004-C",
    on: "ServiceName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "ServiceName-C-005-C"],
        ["Rule", "ServiceName-C-006-C"]
      ]
    ],
    needs: ["ServiceCategory-C-000-M"]
  },
  {
    id: "ServiceName-C-005-C",
    on: "ServiceName",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckDistinctCount", "ServiceName", "ServiceCategory"]
  },
  {id: "ServiceName-C-006-C", on: "ServiceName", kind: "Validation", keyword: "MUST"},
  {
    id: "ServiceName-C-007-C",
    on: "ServiceName",
    kind: "Composite",
    keyword: "SHOULD",
    check: [
      "AND",
      [
        ["Rule", "ServiceName-C-008-C"],
        ["Rule", "ServiceName-C-009-C"]
      ]
    ],
    needs: ["ServiceSubcategory-C-000-O"]
  },
  {
    id: "ServiceName-C-008-C",
    on: "ServiceName",
    kind: "Validation",
    keyword: "SHOULD",
    check: ["CheckDistinctCount", "ServiceName", "ServiceSubcategory"]
  },
  {id: "ServiceName-C-009-C", on: "ServiceName", kind: "Validation", keyword: "SHOULD"},
  {
    id: "ServiceSubcategory-C-000-O",
    on: "ServiceSubcategory",
    kind: "Composite",
    keyword: "SHOULD",
    check: [
      "AND",
      [
        ["Rule", "ServiceSubcategory-C-001-M"],
        ["Rule", "ServiceSubcategory-C-002-M"],
        ["Rule", "ServiceSubcategory-C-003-M"],
        ["Rule", "ServiceSubcategory-C-004-M"]
      ]
    ],
    needs: ["CostAndUsage-D-042-O"]
  },
  {
    id: "ServiceSubcategory-C-001-M",
    on: "ServiceSubcategory",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "ServiceSubcategory"]
  },
  {
    id: "ServiceSubcategory-C-002-M",
    on: "ServiceSubcategory",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "ServiceSubcategory", null]
  },
  {
    id: "ServiceSubcategory-C-003-M",
    on: "ServiceSubcategory",
    kind: "Validation",
    keyword: "MUST",
    check: [
      "OneOf",
      "ServiceSubcategory",
      [
        "AI Platforms",
        "Bots",
        "Generative AI",
        "Machine Learning",
        "Natural Language Processing",
        "Other (AI and Machine Learning)",
        "Analytics Platforms",
        "Business Intelligence",
        "Data Processing",
        "Search",
        "Streaming Analytics",
        "Other (Analytics)",
        "Productivity and Collaboration",
        "Other (Business Applications)",
        "Containers",
        "End User Computing",
        "Quantum Compute",
        "Serverless Compute",
        "Virtual Machines",
        "Other (Compute)",
        "Caching",
        "Data Warehouses",
        "Ledger Databases",
        "NoSQL Databases",
        "Relational Databases",
        "Time Series Databases",
        "Other (Databases)",
        "Developer Platforms",
        "Continuous Integration and Deployment",
        "Development Environments",
        "Source Code Management",
        "Quality Assurance",
        "Other (Developer Tools)",
        "Identity and Access Management",
        "Other (Identity)",
        "API Management",
        "Messaging",
        "Workflow Orchestration",
        "Other (Integration)",
        "IoT Analytics",
        "IoT Platforms",
        "Other (Internet of Things)",
        "Architecture",
        "Compliance",
        "Cost Management",
        "Data Governance",
        "Disaster Recovery",
        "Endpoint Management",
        "Observability",
        "Support",
        "Other (Management and Governance)",
        "Content Creation",
        "Gaming",
        "Media Streaming",
        "Mixed Reality",
        "Other (Media)",
        "Data Migration",
        "Resource Migration",
        "Other (Migration)",
        "Other (Mobile)",
        "Multicloud Integration",
        "Other (Multicloud)",
        "Application Networking",
        "Content Delivery",
        "Network Connectivity",
        "Network Infrastructure",
        "Network Routing",
        "Network Security",
        "Other (Networking)",
        "Secret Management",
        "Security Posture Management",
        "Threat Detection and Response",
        "Other (Security)",
        "Backup Storage",
        "Block Storage",
        "File Storage",
        "Object Storage",
        "Storage Platforms",
        "Other (Storage)",
        "Application Platforms",
        "Other (Web)",
        "Other (Other)"
      ]
    ]
  },
  {
    id: "ServiceSubcategory-C-004-M",
    on: "ServiceSubcategory",
    kind: "Validation",
    keyword: "MUST",
    check: ["Pairs", "ServiceSubcategory", "ServiceCategory"]
  },
  {
    id: "SkuId-C-000-C",
    on: "SkuId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SkuId-C-001-M"],
        ["Rule", "SkuId-C-002-M"],
        ["Rule", "SkuId-C-003-M"],
        ["Rule", "SkuId-C-007-M"],
        ["Rule", "SkuId-C-011-C"],
        ["Rule", "SkuId-C-012-O"]
      ]
    ],
    needs: ["CostAndUsage-D-060-C"]
  },
  {id: "SkuId-C-001-M", on: "SkuId", kind: "Type", keyword: "MUST", check: ["TypeString", "SkuId"]},
  {id: "SkuId-C-002-M", on: "SkuId", kind: "Format", keyword: "MUST", check: ["FormatString", "SkuId"]},
  {
    id: "SkuId-C-003-M",
    on: "SkuId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuId-C-004-C"],
        ["Rule", "SkuId-C-005-C"],
        ["Rule", "SkuId-C-006-O"]
      ]
    ]
  },
  {
    id: "SkuId-C-004-C",
    on: "SkuId",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "SkuId", null],
    when: ["CheckValue", "ChargeCategory", "Tax"]
  },
  {
    id: "SkuId-C-005-C",
    on: "SkuId",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "SkuId", null],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ]
  },
  {id: "SkuId-C-006-O", on: "SkuId", kind: "Nullability", keyword: "MAY"},
  {
    id: "SkuId-C-007-M",
    on: "SkuId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuId-C-008-M"],
        ["Rule", "SkuId-C-009-M"],
        ["Rule", "SkuId-C-010-M"]
      ]
    ]
  },
  {id: "SkuId-C-008-M", on: "SkuId", kind: "Validation", keyword: "MUST"},
  {id: "SkuId-C-009-M", on: "SkuId", kind: "Validation", keyword: "MUST"},
  {id: "SkuId-C-010-M", on: "SkuId", kind: "Validation", keyword: "MUST"},
  {
    id: "SkuId-C-011-C",
    on: "SkuId",
    kind: "Validation",
    keyword: "MUST",
    when: ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
    needs: ["ChargeCategory-C-003-M"]
  },
  {id: "SkuId-C-012-O", on: "SkuId", kind: "Validation", keyword: "MAY"},
  {
    id: "SkuMeter-C-000-C",
    on: "SkuMeter",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SkuMeter-C-001-M"],
        ["Rule", "SkuMeter-C-002-M"],
        ["Rule", "SkuMeter-C-003-C"],
        ["Rule", "SkuMeter-C-006-O"]
      ]
    ],
    needs: ["CostAndUsage-D-059-C"]
  },
  {id: "SkuMeter-C-001-M", on: "SkuMeter", kind: "Type", keyword: "MUST", check: ["TypeString", "SkuMeter"]},
  {id: "SkuMeter-C-002-M", on: "SkuMeter", kind: "Format", keyword: "MUST", check: ["FormatString", "SkuMeter"]},
  {
    id: "SkuMeter-C-003-C",
    on: "SkuMeter",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuMeter-C-004-C"],
        ["Rule", "SkuMeter-C-005-C"]
      ]
    ]
  },
  {
    id: "SkuMeter-C-004-C",
    on: "SkuMeter",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "SkuMeter", null],
    when: ["CheckValue", "SkuId", null]
  },
  {
    id: "SkuMeter-C-005-C",
    on: "SkuMeter",
    kind: "Nullability",
    keyword: "SHOULD NOT",
    check: ["CheckNotValue", "SkuMeter", null],
    when: ["CheckNotValue", "SkuId", null]
  },
  {id: "SkuMeter-C-006-O", on: "SkuMeter", kind: "Validation", keyword: "SHOULD"},
  {
    id: "SkuPriceDetails-C-000-C",
    on: "SkuPriceDetails",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SkuPriceDetails-C-001-M"],
        ["Rule", "SkuPriceDetails-C-002-O"],
        ["Rule", "SkuPriceDetails-C-003-C"],
        ["Rule", "SkuPriceDetails-C-006-C"],
        ["Rule", "SkuPriceDetails-C-019-M"]
      ]
    ],
    needs: ["CostAndUsage-D-061-C"]
  },
  {
    id: "SkuPriceDetails-C-001-M",
    on: "SkuPriceDetails",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatKeyValue", "SkuPriceDetails"]
  },
  {id: "SkuPriceDetails-C-002-O", on: "SkuPriceDetails", kind: "Format", keyword: "SHOULD"},
  {
    id: "SkuPriceDetails-C-003-C",
    on: "SkuPriceDetails",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuPriceDetails-C-004-C"],
        ["Rule", "SkuPriceDetails-C-005-C"]
      ]
    ]
  },
  {
    id: "SkuPriceDetails-C-004-C",
    on: "SkuPriceDetails",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "SkuPriceDetails", null],
    when: ["CheckValue", "SkuPriceId", null]
  },
  {
    id: "SkuPriceDetails-C-005-C",
    on: "SkuPriceDetails",
    kind: "Nullability",
    keyword: "MAY",
    check: ["CheckValue", "SkuPriceDetails", null],
    when: ["CheckNotValue", "SkuPriceId", null]
  },
  {
    id: "SkuPriceDetails-C-006-C",
    on: "SkuPriceDetails",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuPriceDetails-C-007-M"],
        ["Rule", "SkuPriceDetails-C-008-M"],
        ["Rule", "SkuPriceDetails-C-009-C"],
        ["Rule", "SkuPriceDetails-C-010-C"],
        ["Rule", "SkuPriceDetails-C-011-O"],
        ["Rule", "SkuPriceDetails-C-012-O"],
        ["Rule", "SkuPriceDetails-C-016-O"],
        ["Rule", "SkuPriceDetails-C-017-C"],
        ["Rule", "SkuPriceDetails-C-018-C"]
      ]
    ],
    when: ["CheckNotValue", "SkuPriceDetails", null]
  },
  {id: "SkuPriceDetails-C-007-M", on: "SkuPriceDetails", kind: "Validation", keyword: "MUST"},
  {id: "SkuPriceDetails-C-008-M", on: "SkuPriceDetails", kind: "Validation", keyword: "MUST NOT"},
  {id: "SkuPriceDetails-C-009-C", on: "SkuPriceDetails", kind: "Validation", keyword: "SHOULD"},
  {id: "SkuPriceDetails-C-010-C", on: "SkuPriceDetails", kind: "Validation", keyword: "MUST"},
  {id: "SkuPriceDetails-C-011-O", on: "SkuPriceDetails", kind: "Validation", keyword: "MAY"},
  {
    id: "SkuPriceDetails-C-012-O",
    on: "SkuPriceDetails",
    kind: "Composite",
    keyword: "SHOULD",
    check: [
      "AND",
      [
        ["Rule", "SkuPriceDetails-C-013-O"],
        ["Rule", "SkuPriceDetails-C-014-O"],
        ["Rule", "SkuPriceDetails-C-015-O"]
      ]
    ]
  },
  {id: "SkuPriceDetails-C-013-O", on: "SkuPriceDetails", kind: "Validation", keyword: "SHOULD"},
  {id: "SkuPriceDetails-C-014-O", on: "SkuPriceDetails", kind: "Validation", keyword: "SHOULD NOT"},
  {id: "SkuPriceDetails-C-015-O", on: "SkuPriceDetails", kind: "Validation", keyword: "MAY"},
  {id: "SkuPriceDetails-C-016-O", on: "SkuPriceDetails", kind: "Format", keyword: "SHOULD"},
  {id: "SkuPriceDetails-C-017-C", on: "SkuPriceDetails", kind: "Format", keyword: "MUST"},
  {id: "SkuPriceDetails-C-018-C", on: "SkuPriceDetails", kind: "Validation", keyword: "MUST"},
  {
    id: "SkuPriceDetails-C-019-M",
    on: "SkuPriceDetails",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuPriceDetails-C-020-M"],
        ["Rule", "SkuPriceDetails-C-021-M"],
        ["Rule", "SkuPriceDetails-C-022-C"]
      ]
    ]
  },
  {id: "SkuPriceDetails-C-020-M", on: "SkuPriceDetails", kind: "Format", keyword: "MUST"},
  {id: "SkuPriceDetails-C-021-M", on: "SkuPriceDetails", kind: "Type", keyword: "MUST"},
  {id: "SkuPriceDetails-C-022-C", on: "SkuPriceDetails", kind: "Validation", keyword: "MUST"},
  {
    id: "SkuPriceId-C-000-C",
    on: "SkuPriceId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED", "UNIT_PRICING_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SkuPriceId-C-001-M"],
        ["Rule", "SkuPriceId-C-002-M"],
        ["Rule", "SkuPriceId-C-003-M"],
        ["Rule", "SkuPriceId-C-007-C"]
      ]
    ],
    needs: ["CostAndUsage-D-058-C"]
  },
  {id: "SkuPriceId-C-001-M", on: "SkuPriceId", kind: "Type", keyword: "MUST", check: ["TypeString", "SkuPriceId"]},
  {id: "SkuPriceId-C-002-M", on: "SkuPriceId", kind: "Format", keyword: "MUST", check: ["FormatString", "SkuPriceId"]},
  {
    id: "SkuPriceId-C-003-M",
    on: "SkuPriceId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuPriceId-C-004-C"],
        ["Rule", "SkuPriceId-C-005-C"],
        ["Rule", "SkuPriceId-C-006-O"]
      ]
    ]
  },
  {
    id: "SkuPriceId-C-004-C",
    on: "SkuPriceId",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "SkuPriceId", null],
    when: ["CheckValue", "ChargeCategory", "Tax"]
  },
  {
    id: "SkuPriceId-C-005-C",
    on: "SkuPriceId",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "SkuPriceId", null],
    when: [
      "AND",
      [
        ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
        ["CheckNotValue", "ChargeClass", "Correction"]
      ]
    ],
    needs: ["ChargeClass-C-000-M", "ChargeCategory-C-000-M"]
  },
  {id: "SkuPriceId-C-006-O", on: "SkuPriceId", kind: "Nullability", keyword: "MAY"},
  {
    id: "SkuPriceId-C-007-C",
    on: "SkuPriceId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SkuPriceId-C-008-M"],
        ["Rule", "SkuPriceId-C-009-M"],
        ["Rule", "SkuPriceId-C-010-M"],
        ["Rule", "SkuPriceId-C-011-O"],
        ["Rule", "SkuPriceId-C-012-C"],
        ["Rule", "SkuPriceId-C-013-M"],
        ["Rule", "SkuPriceId-C-014-C"],
        ["Rule", "SkuPriceId-C-015-C"]
      ]
    ],
    when: ["CheckNotValue", "SkuPriceId", null]
  },
  {
    id: "SkuPriceId-C-008-M",
    on: "SkuPriceId",
    kind: "Validation",
    keyword: "MUST",
    check: ["CheckDistinctCount", "SkuPriceId", "SkuId"]
  },
  {id: "SkuPriceId-C-009-M", on: "SkuPriceId", kind: "Validation", keyword: "MUST"},
  {id: "SkuPriceId-C-010-M", on: "SkuPriceId", kind: "Validation", keyword: "MUST"},
  {
    id: "SkuPriceId-C-011-O",
    on: "SkuPriceId",
    kind: "Validation",
    keyword: "MAY",
    check: ["CheckSameValue", "SkuPriceId", "SkuId"]
  },
  {
    id: "SkuPriceId-C-012-C",
    on: "SkuPriceId",
    kind: "Validation",
    keyword: "MUST",
    when: ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
    needs: ["ChargeCategory-C-003-M"]
  },
  {id: "SkuPriceId-C-013-M", on: "SkuPriceId", kind: "Validation", keyword: "MUST"},
  {
    id: "SkuPriceId-C-014-C",
    on: "SkuPriceId",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["PUBLIC_PRICE_LIST_SUPPORTED"]
  },
  {
    id: "SkuPriceId-C-015-C",
    on: "SkuPriceId",
    kind: "Validation",
    keyword: "MUST",
    criteria: ["NEGOTIATED_PRICING_SUPPORTED"]
  },
  {
    id: "StringHandling-A-000-M",
    on: "StringHandling",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "StringHandling-A-001-M"],
        ["Rule", "StringHandling-A-002-O"],
        ["Rule", "StringHandling-A-003-M"],
        ["Rule", "StringHandling-A-004-M"],
        ["Rule", "StringHandling-A-005-M"],
        ["Rule", "StringHandling-A-006-M"],
        ["Rule", "StringHandling-A-007-M"],
        ["Rule", "StringHandling-A-008-C"]
      ]
    ]
  },
  {id: "StringHandling-A-001-M", on: "StringHandling", kind: "Format", keyword: "MUST"},
  {id: "StringHandling-A-002-O", on: "StringHandling", kind: "Format", keyword: "SHOULD"},
  {id: "StringHandling-A-003-M", on: "StringHandling", kind: "Format", keyword: "MUST"},
  {id: "StringHandling-A-004-M", on: "StringHandling", kind: "Format", keyword: "MUST"},
  {id: "StringHandling-A-005-M", on: "StringHandling", kind: "Format", keyword: "MUST NOT"},
  {id: "StringHandling-A-006-M", on: "StringHandling", kind: "Format", keyword: "MUST"},
  {id: "StringHandling-A-007-M", on: "StringHandling", kind: "Format", keyword: "SHOULD NOT"},
  {id: "StringHandling-A-008-C", on: "StringHandling", kind: "Format", keyword: "MAY"},
  {
    id: "SubAccountId-C-000-C",
    on: "SubAccountId",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["SUB_ACCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SubAccountId-C-001-M"],
        ["Rule", "SubAccountId-C-002-M"],
        ["Rule", "SubAccountId-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-019-C"]
  },
  {
    id: "SubAccountId-C-001-M",
    on: "SubAccountId",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "SubAccountId"]
  },
  {
    id: "SubAccountId-C-002-M",
    on: "SubAccountId",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "SubAccountId"]
  },
  {
    id: "SubAccountId-C-003-C",
    on: "SubAccountId",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SubAccountId-C-004-C"],
        ["Rule", "SubAccountId-C-005-C"]
      ]
    ]
  },
  {id: "SubAccountId-C-004-C", on: "SubAccountId", kind: "Nullability", keyword: "MUST"},
  {id: "SubAccountId-C-005-C", on: "SubAccountId", kind: "Nullability", keyword: "MUST NOT"},
  {
    id: "SubAccountName-C-000-C",
    on: "SubAccountName",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["SUB_ACCOUNT_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SubAccountName-C-001-M"],
        ["Rule", "SubAccountName-C-002-M"],
        ["Rule", "SubAccountName-C-003-C"]
      ]
    ],
    needs: ["CostAndUsage-D-029-C"]
  },
  {
    id: "SubAccountName-C-001-M",
    on: "SubAccountName",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "SubAccountName"]
  },
  {
    id: "SubAccountName-C-002-M",
    on: "SubAccountName",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "SubAccountName"]
  },
  {
    id: "SubAccountName-C-003-C",
    on: "SubAccountName",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "SubAccountName-C-004-C"],
        ["Rule", "SubAccountName-C-005-C"]
      ]
    ]
  },
  {
    id: "SubAccountName-C-004-C",
    on: "SubAccountName",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "SubAccountName", null],
    when: ["CheckValue", "SubAccountId", null],
    needs: ["SubAccountId-C-000-C"]
  },
  {
    id: "SubAccountName-C-005-C",
    on: "SubAccountName",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "SubAccountName", null],
    when: ["CheckNotValue", "SubAccountId", null],
    needs: ["SubAccountId-C-000-C"]
  },
  {
    id: "SubAccountType-C-000-C",
    on: "SubAccountType",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["MULTIPLE_SUB_ACCOUNT_TYPES_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "SubAccountType-C-001-M"],
        ["Rule", "SubAccountType-C-002-M"],
        ["Rule", "SubAccountType-C-003-C"],
        ["Rule", "SubAccountType-C-006-M"]
      ]
    ],
    needs: ["CostAndUsage-D-067-C"]
  },
  {
    id: "SubAccountType-C-001-M",
    on: "SubAccountType",
    kind: "Type",
    keyword: "MUST",
    check: ["TypeString", "SubAccountType"]
  },
  {
    id: "SubAccountType-C-002-M",
    on: "SubAccountType",
    kind: "Format",
    keyword: "MUST",
    check: ["FormatString", "SubAccountType"]
  },
  {
    id: "SubAccountType-C-003-C",
    on: "SubAccountType",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "OR",
      [
        ["Rule", "SubAccountType-C-004-C"],
        ["Rule", "SubAccountType-C-005-C"]
      ]
    ]
  },
  {
    id: "SubAccountType-C-004-C",
    on: "SubAccountType",
    kind: "Nullability",
    keyword: "MUST",
    check: ["CheckValue", "SubAccountType", null],
    when: ["CheckValue", "SubAccountId", null],
    needs: ["SubAccountId-C-000-C"]
  },
  {
    id: "SubAccountType-C-005-C",
    on: "SubAccountType",
    kind: "Nullability",
    keyword: "MUST NOT",
    check: ["CheckNotValue", "SubAccountType", null],
    when: ["CheckNotValue", "SubAccountId", null],
    needs: ["SubAccountId-C-000-C"]
  },
  {id: "SubAccountType-C-006-M", on: "SubAccountType", kind: "Validation", keyword: "MUST"},
  {
    id: "Tags-C-000-C",
    on: "Tags",
    kind: "Composite",
    keyword: "MUST",
    criteria: ["TAGGING_SUPPORTED"],
    check: [
      "AND",
      [
        ["Rule", "Tags-C-001-M"],
        ["Rule", "Tags-C-002-O"],
        ["Rule", "Tags-C-003-C"],
        ["Rule", "Tags-C-011-M"],
        ["Rule", "Tags-C-014-M"]
      ]
    ],
    needs: ["CostAndUsage-D-064-C"]
  },
  {id: "Tags-C-001-M", on: "Tags", kind: "Format", keyword: "MUST", check: ["FormatKeyValue", "Tags"]},
  {id: "Tags-C-002-O", on: "Tags", kind: "Nullability", keyword: "MAY", check: ["CheckValue", "Tags", null]},
  {
    id: "Tags-C-003-C",
    on: "Tags",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "Tags-C-004-M"],
        ["Rule", "Tags-C-005-M"],
        ["Rule", "Tags-C-006-M"],
        ["Rule", "Tags-C-007-O"],
        ["Rule", "Tags-C-008-M"],
        ["Rule", "Tags-C-009-M"],
        ["Rule", "Tags-C-010-C"]
      ]
    ],
    when: ["CheckValue", "Tags", null]
  },
  {id: "Tags-C-004-M", on: "Tags", kind: "Validation", keyword: "MUST"},
  {id: "Tags-C-005-M", on: "Tags", kind: "Validation", keyword: "MUST"},
  {id: "Tags-C-006-M", on: "Tags", kind: "Validation", keyword: "SHOULD"},
  {id: "Tags-C-007-O", on: "Tags", kind: "Nullability", keyword: "MAY"},
  {id: "Tags-C-008-M", on: "Tags", kind: "Validation", keyword: "MUST"},
  {id: "Tags-C-009-M", on: "Tags", kind: "Validation", keyword: "SHOULD"},
  {id: "Tags-C-010-C", on: "Tags", kind: "Validation", keyword: "MUST NOT"},
  {
    id: "Tags-C-011-M",
    on: "Tags",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "Tags-C-012-M"],
        ["Rule", "Tags-C-013-M"]
      ]
    ]
  },
  {id: "Tags-C-012-M", on: "Tags", kind: "Validation", keyword: "MUST"},
  {id: "Tags-C-013-M", on: "Tags", kind: "Validation", keyword: "SHOULD"},
  {
    id: "Tags-C-014-M",
    on: "Tags",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "Tags-C-015-C"],
        ["Rule", "Tags-C-016-C"],
        ["Rule", "Tags-C-017-M"]
      ]
    ]
  },
  {id: "Tags-C-015-C", on: "Tags", kind: "Validation", keyword: "MUST"},
  {id: "Tags-C-016-C", on: "Tags", kind: "Validation", keyword: "MUST NOT"},
  {id: "Tags-C-017-M", on: "Tags", kind: "Validation", keyword: "MUST NOT"},
  {
    id: "UnitFormat-A-000-M",
    on: "UnitFormat",
    kind: "Composite",
    keyword: "MUST",
    check: [
      "AND",
      [
        ["Rule", "UnitFormat-A-001-M"],
        ["Rule", "UnitFormat-A-002-O"],
        ["Rule", "UnitFormat-A-003-M"],
        ["Rule", "UnitFormat-A-004-C"]
      ]
    ]
  },
  {id: "UnitFormat-A-001-M", on: "UnitFormat", kind: "Format", keyword: "SHOULD"},
  {id: "UnitFormat-A-002-O", on: "UnitFormat", kind: "Format", keyword: "MAY"},
  {id: "UnitFormat-A-003-M", on: "UnitFormat", kind: "Format", keyword: "MUST"},
  {id: "UnitFormat-A-004-C", on: "UnitFormat", kind: "Format", keyword: "SHOULD"}
];
