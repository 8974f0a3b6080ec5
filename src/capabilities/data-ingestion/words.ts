/** What explains a part of the difference between charges and invoice; `unexplained` is what nothing does. */
export const explanationKinds = [
  "tax",
  "late-correction",
  "missing-rows",
  "excluded-charges",
  "exchange-rate",
  "rounding",
  "unexplained"
] as const;
export type ExplanationKind = (typeof explanationKinds)[number];

export const tieStatuses = ["tied", "explained", "open", "not stated"] as const;
export type TieStatus = (typeof tieStatuses)[number];

/** What the health of a source is held against. */
export const checks = [
  "late",
  "delay",
  "missing-period",
  "missing-days",
  "missing-account",
  "missing-service",
  "row-change",
  "cost-change",
  "duplicates",
  "orphan-commitment",
  "unused-commitment",
  "mixed-currencies",
  "canonical",
  "quarantine",
  "held",
  "conformance",
  "schema-drift",
  "invoice"
] as const;
export type Check = (typeof checks)[number];

export const findingLevels = ["attention", "broken"] as const;
export type FindingLevel = (typeof findingLevels)[number];
