import type {Stage, Sum} from "./facts.ts";

/** The stations of a work object's way, each with its phase of the loop. */
export const stations = [
  {stage: "finding", title: "Finding", phase: "Inform", about: "Something was seen"},
  {stage: "option", title: "Option", phase: "Optimize", about: "It has a price and ways to choose from"},
  {stage: "action", title: "Action", phase: "Operate", about: "Somebody does it by a day"},
  {stage: "verified", title: "Verified effect", phase: "Inform", about: "Later bills show what it brought"}
] as const satisfies readonly {stage: Stage; title: string; phase: string; about: string}[];

export const stageWords: Readonly<Record<Stage, string>> = {
  finding: "finding",
  option: "option",
  action: "action",
  verified: "verified",
  dismissed: "dismissed",
  excepted: "excepted"
};

export const kindWords: Readonly<Record<string, string>> = {
  waste: "Waste",
  anomaly: "Anomaly",
  untagged: "Untagged",
  "data-quality": "Data quality",
  rate: "Rate",
  restatement: "Restatement",
  request: "Request",
  other: "Other"
};

export function kindWord(kind: string): string {
  return kindWords[kind] ?? kind.replaceAll("-", " ");
}

export const claimWords = {
  estimated: "estimated by whoever found it",
  agreed: "agreed by its owner",
  realised: "measured from later bills"
} as const;

export function perText(per: Sum["per"]): string {
  return per === "month" ? "a month" : "once";
}

/** A word of the framework from its slug, where the title is not at hand: `rate-optimization`. */
export function slugWords(slug: string): string {
  const text = slug.replaceAll("-", " ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
