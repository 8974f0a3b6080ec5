import type {TagMeaning} from "./declaration.ts";

/**
 * How tag keys are spelt that mean one thing, without case and separators, the most usual first. The first tag key of
 * the practice that is one of them is taken.
 */
export const tagMeanings: Readonly<Record<TagMeaning, readonly string[]>> = {
  owner: ["owner", "team", "costowner", "serviceowner", "squad", "department", "businessunit", "bu"],
  product: ["product", "application", "app", "workload", "project", "service"],
  environment: ["environment", "env", "stage", "tier"],
  "cost-centre": ["costcentre", "costcenter", "cc", "chargecode"]
};
