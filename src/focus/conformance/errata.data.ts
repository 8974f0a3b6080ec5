import {serviceSubcategories} from "../service-taxonomy.data.ts";
import type {RuleFacts} from "./rule.ts";

/** A change of one rule of the official model, with why. What a patch does not name stays as the model has it. */
export interface Erratum {
  readonly rule: string;
  readonly reason: string;
  /** `check: null` takes the check away: rows cannot decide the rule. */
  readonly patch: Partial<Pick<RuleFacts, "when" | "criteria">> & {readonly check?: RuleFacts["check"] | null};
}

/** What the publisher changed in the edition 1.2.0.1 of the model; the official reading has it, too. */
export const published12: readonly Erratum[] = [
  {
    rule: "CommitmentDiscountStatus-C-003-C",
    reason: "Edition 1.2 demanded a status where there is no commitment; the published edition 1.2.0.1 demands null.",
    patch: {check: ["CheckValue", "CommitmentDiscountStatus", null]}
  }
];

const otherSubcategories = serviceSubcategories.map(({name}) => name).filter((name) => name.startsWith("Other"));
const decimal = (column: string, reason: string) => ({reason, patch: {check: ["CheckDecimalValue", column]}}) as const;
const asValid = "The sentence demands a valid decimal; the model only looks for null.";
const decidable = "The model leaves the rule to evidence although rows decide it.";

/** What the corrected reading changes beyond that. */
export const errata12: readonly Erratum[] = [
  {
    rule: "CommitmentDiscountStatus-C-004-C",
    reason: "The condition is turned round: a status is due where there is a commitment, and on use only.",
    patch: {
      when: [
        "AND",
        [
          ["CheckNotValue", "CommitmentDiscountId", null],
          ["CheckValue", "ChargeCategory", "Usage"]
        ]
      ]
    }
  },
  {
    rule: "CommitmentDiscountStatus-C-005-M",
    reason: "The values are those of another draft; the column definition allows Used and Unused.",
    patch: {check: ["OneOf", "CommitmentDiscountStatus", ["Used", "Unused"]]}
  },
  {
    rule: "CommitmentDiscountQuantity-C-007-C",
    reason: "The rule is for all other cases; for corrections the rule before it permits null and does not demand it.",
    patch: {
      when: [
        "OR",
        [
          ["Not", ["OneOf", "ChargeCategory", ["Usage", "Purchase"]]],
          ["CheckValue", "CommitmentDiscountId", null]
        ]
      ]
    }
  },
  {
    rule: "CommitmentDiscountQuantity-C-010-C",
    reason: "The rules below it are of purchases; the model asks for rows without a category.",
    patch: {when: ["CheckValue", "ChargeCategory", "Purchase"]}
  },
  {rule: "CommitmentDiscountQuantity-C-009-M", ...decimal("CommitmentDiscountQuantity", decidable)},
  {
    rule: "ConsumedQuantity-C-006-C",
    reason: "The sentence is of rows that are no correction; the model asks for corrections.",
    patch: {when: ["CheckNotValue", "ChargeClass", "Correction"]}
  },
  {rule: "ConsumedQuantity-C-008-C", ...decimal("ConsumedQuantity", decidable)},
  {rule: "ContractedCost-C-004-M", ...decimal("ContractedCost", asValid)},
  {rule: "EffectiveCost-C-004-M", ...decimal("EffectiveCost", asValid)},
  {rule: "ListCost-C-004-M", ...decimal("ListCost", asValid)},
  {rule: "PricingQuantity-C-008-M", ...decimal("PricingQuantity", asValid)},
  {
    rule: "PricingCurrencyEffectiveCost-C-004-M",
    reason: "The sentence is of this column; the model compares PricingCurrencyListUnitPrice with zero.",
    patch: {check: ["CheckDecimalValue", "PricingCurrencyEffectiveCost"]}
  },
  {
    rule: "ContractedCost-C-009-C",
    reason: decidable,
    patch: {
      check: ["ColumnByColumnEqualsColumnValue", "ContractedUnitPrice", "PricingQuantity", "ContractedCost"],
      when: ["CheckNotValue", "ChargeClass", "Correction"]
    }
  },
  {
    rule: "EffectiveCost-C-005-C",
    reason:
      "Only purchases for future charges have no cost of their own; a period's subscription is used as it is paid.",
    patch: {
      when: [
        "AND",
        [
          ["CheckValue", "ChargeCategory", "Purchase"],
          ["CheckNotValue", "CommitmentDiscountId", null]
        ]
      ]
    }
  },
  {
    rule: "InvoiceId-C-004-C",
    reason: "Whether a charge belongs to an invoice does not stand in its row; the model demands null everywhere.",
    patch: {check: null}
  },
  {
    rule: "InvoiceId-C-005-C",
    reason: "Whether a charge belongs to an invoice does not stand in its row; the model forbids null everywhere.",
    patch: {check: null}
  },
  {
    rule: "SubAccountType-C-003-C",
    reason: "The two rules are of different rows and both hold; the model is content with either.",
    patch: {
      check: [
        "AND",
        [
          ["Rule", "SubAccountType-C-004-C"],
          ["Rule", "SubAccountType-C-005-C"]
        ]
      ]
    }
  },
  {
    rule: "PricingCategory-C-009-C",
    reason: `${decidable} Use that names a commitment is under it, and its purchase is not.`,
    patch: {
      check: [
        "OR",
        [
          [
            "AND",
            [
              ["CheckValue", "ChargeCategory", "Usage"],
              ["CheckValue", "PricingCategory", "Committed"]
            ]
          ],
          [
            "AND",
            [
              ["CheckValue", "ChargeCategory", "Purchase"],
              ["CheckNotValue", "PricingCategory", "Committed"]
            ]
          ],
          ["Not", ["OneOf", "ChargeCategory", ["Usage", "Purchase"]]]
        ]
      ],
      when: ["CheckNotValue", "CommitmentDiscountId", null]
    }
  },
  {
    rule: "PricingCurrencyContractedUnitPrice-C-004-C",
    reason: decidable,
    patch: {
      check: ["CheckValue", "PricingCurrencyContractedUnitPrice", null],
      when: ["CheckValue", "ChargeCategory", "Tax"]
    }
  },
  {
    rule: "PricingCurrencyContractedUnitPrice-C-005-C",
    reason: decidable,
    patch: {
      check: ["CheckNotValue", "PricingCurrencyContractedUnitPrice", null],
      when: [
        "AND",
        [
          ["OneOf", "ChargeCategory", ["Usage", "Purchase"]],
          ["CheckNotValue", "ChargeClass", "Correction"]
        ]
      ]
    }
  },
  {
    rule: "PricingCurrencyContractedUnitPrice-C-008-C",
    reason: decidable,
    patch: {check: ["CheckGreaterOrEqualThanValue", "PricingCurrencyContractedUnitPrice", "0"]}
  },
  {
    rule: "ServiceName-C-005-C",
    reason: "The sentence leaves out services without a suitable category; the model does not.",
    patch: {when: ["CheckNotValue", "ServiceCategory", "Other"]}
  },
  {
    rule: "ServiceName-C-008-C",
    reason: "The sentence leaves out services without a suitable subcategory; the model does not.",
    patch: {when: ["Not", ["OneOf", "ServiceSubcategory", otherSubcategories]]}
  },
  {
    rule: "Tags-C-003-C",
    reason: "The rules below it are of rows with tags; the model asks for rows without.",
    patch: {when: ["CheckNotValue", "Tags", null]}
  },
  {rule: "ColumnHandling-A-010-M", reason: decidable, patch: {check: ["CustomColumns"]}},
  {rule: "NullHandling-A-002-M", reason: decidable, patch: {check: ["NoPlaceholder"]}},
  {rule: "StringHandling-A-007-M", reason: decidable, patch: {check: ["NotBlank"]}}
];

/** What holds for every rule of a kind in the corrected reading, with why. */
export const corrections: readonly {readonly of: string; readonly reason: string}[] = [
  {
    of: "CheckNotValue in a condition",
    reason: "A null is not the value: with SQL's <> a condition such as ChargeClass <> 'Correction' never holds."
  },
  {of: "OR over values", reason: "Each row is looked at; the reference is content where one row has an allowed value."},
  {
    of: "a bare AND as condition",
    reason: "It is read as an AND; the reference drops it, and the rule is of every row."
  },
  {of: "several criteria", reason: "All must be met, as the sentences say; the reference takes any."},
  {of: "TypeString", reason: "Text of digits is text; the reference takes account ids for numbers."},
  {of: "TypeDecimal", reason: "Integers and DECIMAL columns are decimals; the reference refuses both."},
  {of: "TypeDateTime, FormatDateTime", reason: "The text itself is read; the reference loses offsets while it loads."},
  {of: "FormatString", reason: "The specification asks for Unicode; the reference refuses all that is not ASCII."},
  {of: "FormatNumeric", reason: "A plus sign is forbidden; the reference takes it."},
  {of: "FormatCurrency", reason: "A longer name is that of a virtual currency; the reference takes codes only."},
  {of: "FormatUnit", reason: "Capitals count; the reference takes any word."},
  {of: "FormatKeyValue", reason: "An object of plain values with each key once; the reference takes any JSON."},
  {of: "CheckDecimalValue", reason: "It is checked; the reference skips it."},
  {
    of: "ColumnByColumnEqualsColumnValue",
    reason: "One part in a million is tolerated; doubles are not compared for equality."
  },
  {
    of: "the words NULL and INVALID",
    reason: "They are text that does not belong there; the reference takes them for null."
  },
  {of: "a column that is missing", reason: "Its presence rule fails, and its other rules have nothing to look at."},
  {of: "a composite", reason: "It fails as badly as the worst rule below it, so that a warning stays a warning."}
];
