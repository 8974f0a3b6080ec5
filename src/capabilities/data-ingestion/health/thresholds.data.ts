/** What the health of a source is held against, with where each figure comes from. */
export const thresholdFacts = {
  "late-attention": {
    value: "1.5",
    unit: "times the cadence",
    about: "A delivery is late from this age on, and so is data that reaches no further.",
    basis: "Ours: half a cadence for the vendor's own lateness"
  },
  "late-broken": {
    value: "3",
    unit: "times the cadence",
    about: "Nothing has come for so long that figures of the present are wrong.",
    basis: "Ours: two deliveries in a row are missing"
  },
  "delay-attention": {
    value: "72",
    unit: "hours",
    about: "Hours until 95 % of cost can be seen.",
    basis: "Framework, indicator cost_visibility_delay_p95: walk"
  },
  "change-low": {
    value: "0.5",
    unit: "times the median",
    about: "Rows or cost of a day against the same weekday of the four weeks before: so few are sudden.",
    basis: "Ours: usage rarely halves from one week to the next"
  },
  "change-high": {
    value: "2",
    unit: "times the median",
    about: "Rows or cost of a day against the same weekday of the four weeks before: so many are sudden.",
    basis: "Ours: usage rarely doubles from one week to the next"
  },
  "change-days": {
    value: "7",
    unit: "days",
    about: "How many of the newest complete days are looked at for sudden changes.",
    basis: "Ours: a week has each weekday once"
  },
  "duplicate-share": {
    value: "0.01",
    unit: "share of rows",
    about: "Charges of the last complete period that are there more than once, beyond the first.",
    basis: "Ours: vendors have no key for rows, and some equal rows are right"
  },
  "duplicate-rows": {
    value: "5000000",
    unit: "rows",
    about: "Periods of more rows are not looked through for equal charges.",
    basis: "Ours: what a laptop does in a few seconds"
  },
  "canonical-share": {
    value: "0.99",
    unit: "share of rows",
    about: "Rows whose service category is one of FOCUS.",
    basis: "FOCUS: the category is mandatory and its values are given"
  },
  "conformance-errors": {
    value: "0",
    unit: "rules",
    about: "So many rules of FOCUS may fail in the deliveries that count, in the corrected reading.",
    basis: "FOCUS: what a rule demands with MUST"
  },
  "lost-periods": {
    value: "3",
    unit: "billing periods",
    about: "An account or service that had charges in so many periods in a row is expected in the next.",
    basis: "Ours: a quarter"
  },
  "drift-days": {
    value: "30",
    unit: "days",
    about: "How long columns that went are held against a source.",
    basis: "Ours: a billing period"
  },
  "look-days": {
    value: "1",
    unit: "business days",
    about: "An incident is looked at within so many business days after the day it was opened.",
    basis: "Framework, data ingestion: published"
  },
  "fix-days": {
    value: "3",
    unit: "business days",
    about: "An incident is fixed within so many business days after the day it was opened.",
    basis: "Framework, data ingestion: published"
  }
} as const;

export type ThresholdId = keyof typeof thresholdFacts;

/** What vendors make possible: hours from the end of a charge until an export has it. */
export const vendorMinimums: readonly {
  readonly vendor: string;
  /** Providers or issuers of this name, as a regular expression without regard to case. */
  readonly names: string;
  readonly hours: number;
  readonly basis: string;
}[] = [
  {
    vendor: "AWS",
    names: "^(aws|amazon)",
    hours: 24,
    basis: "AWS: exports are refreshed at least once a day; months stay open until they are finalised"
  },
  {
    vendor: "Microsoft Azure",
    names: "^(microsoft|azure)",
    hours: 24,
    basis: "Microsoft: usage shows up within 8 to 24 hours, exports run once a day"
  },
  {
    vendor: "Google Cloud",
    names: "^(google|gcp)",
    hours: 24,
    basis: "Google: exported through the day, without a promise; most of it within a day"
  },
  {
    vendor: "Oracle Cloud",
    names: "^(oracle|oci)",
    hours: 24,
    basis: "Oracle: cost reports are made every day"
  },
  {
    vendor: "Snowflake",
    names: "^snowflake",
    hours: 72,
    basis: "Snowflake: usage in currency is known after up to 72 hours"
  }
];
