import type {Clock, Finding, Level, TieLine} from "./facts.ts";
import type {Explanation} from "./facts.ts";

export const levelWords: Readonly<Record<Level, string>> = {
  ok: "In order",
  attention: "Needs attention",
  broken: "Broken"
};

interface CheckWords {
  readonly title: string;
  /** The one next step. */
  readonly step: string;
  /** Where it is done; null where it is done elsewhere. */
  readonly to: "upload" | "charges" | "quarantine" | "held" | "snapshots" | "conformance" | "drift" | "tie-out" | null;
}

/** What the health of a source is held against, and what one does about it. */
export const checkWords: Readonly<Record<Finding["check"], CheckWords>> = {
  late: {title: "Late", step: "Fetch or upload the delivery", to: "upload"},
  delay: {title: "Slow to be seen", step: "Ask the vendor for more frequent exports, or fetch more often", to: null},
  "missing-period": {title: "Months missing", step: "Upload the months that are missing", to: "upload"},
  "missing-days": {title: "Days missing", step: "Have the month delivered again", to: "upload"},
  "missing-account": {title: "Account missing", step: "See its last charges, then ask its owner", to: "charges"},
  "missing-service": {title: "Service missing", step: "See its last charges, then ask who used it", to: "charges"},
  "row-change": {title: "Sudden change of rows", step: "Look at the charges of these days", to: "charges"},
  "cost-change": {title: "Sudden change of cost", step: "Look at the charges of these days", to: "charges"},
  duplicates: {title: "Duplicates", step: "See which deliveries repeat each other", to: "snapshots"},
  "orphan-commitment": {title: "Commitment without purchase", step: "See its charges", to: "charges"},
  "unused-commitment": {title: "Commitment without use", step: "See its charges", to: "charges"},
  "mixed-currencies": {title: "Mixed currencies", step: "See the charges of the account", to: "charges"},
  canonical: {title: "Names that FOCUS does not know", step: "See which rules fail", to: "conformance"},
  quarantine: {title: "Rows in quarantine", step: "See the rows and why they wait", to: "quarantine"},
  held: {title: "Delivery held back", step: "Look at it, then publish or discard it", to: "held"},
  conformance: {title: "Rules of FOCUS fail", step: "See which rules fail", to: "conformance"},
  "schema-drift": {title: "Columns changed", step: "See what came and what went", to: "drift"},
  invoice: {title: "Does not tie to the invoice", step: "See what the difference consists of", to: "tie-out"}
};

export function checkTitle(check: string): string {
  return (checkWords as Readonly<Record<string, CheckWords>>)[check]?.title ?? check;
}

export const explanationWords: Readonly<Record<Explanation["kind"], string>> = {
  tax: "Tax",
  "late-correction": "Late corrections",
  "missing-rows": "Missing rows",
  "excluded-charges": "Excluded charges",
  "exchange-rate": "Exchange rate",
  rounding: "Rounding",
  unexplained: "Unexplained"
};

export const basisWords: Readonly<Record<Explanation["basis"], string>> = {
  counted: "counted",
  matched: "a sum that fits",
  estimated: "estimated",
  rest: "what is left"
};

interface StatusWords {
  readonly title: string;
  readonly about: string;
  readonly tone: string;
}

export const tieWords: Readonly<Record<TieLine["status"], StatusWords>> = {
  tied: {title: "tied", about: "No difference, or no more than rounding", tone: "tag-good"},
  explained: {title: "explained", about: "A difference of which every part is explained", tone: ""},
  open: {title: "open", about: "A part of the difference is unexplained", tone: "tag-warn"},
  "not stated": {title: "not stated", about: "Nobody said yet what the invoice states", tone: ""}
};

export const clockWords: Readonly<Record<Clock, {readonly about: string; readonly tone: string}>> = {
  within: {about: "There is time left", tone: ""},
  "due today": {about: "Today is the last day in time", tone: "tag-warn"},
  overdue: {about: "The time is over, and it is not done", tone: "tag-bad"},
  met: {about: "Done in time", tone: "tag-good"},
  missed: {about: "Done, but too late", tone: "tag-warn"}
};
