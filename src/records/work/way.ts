/** The way of a work object, and the names of what stands on it. */
export const stages = ["finding", "option", "action", "verified", "dismissed", "excepted"] as const;
export type Stage = (typeof stages)[number];

/** What a person can do with it; an effect is verified by measuring. */
export const steps = ["option", "action", "done", "dismissed", "excepted", "reopened"] as const;
export type Step = (typeof steps)[number];

export const phases = ["inform", "optimize", "operate"] as const;
export type Phase = (typeof phases)[number];

export const claims = ["estimated", "agreed", "realised"] as const;
export type Claim = (typeof claims)[number];

export const sizes = ["S", "M", "L"] as const;

const phaseOfStage: Readonly<Record<Stage, Phase | null>> = {
  finding: "inform",
  option: "optimize",
  action: "operate",
  verified: "inform",
  dismissed: null,
  excepted: null
};

/** The phase of the loop a work object is in: where it stands, not which capability it belongs to. */
export function phaseOf(stage: Stage): Phase | null {
  return phaseOfStage[stage];
}

export function isOpen(stage: Stage): boolean {
  return stage === "finding" || stage === "option" || stage === "action";
}
