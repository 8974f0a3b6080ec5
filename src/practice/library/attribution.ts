/** What is shown beside every text of the shipped library. */
export const attribution = {
  source:
    "Facts derived from the FinOps Framework by the FinOps Foundation, CC BY 4.0, https://www.finops.org/framework/; " +
    "wording ours, changes were made.",
  licence: "Text of this library: Apache-2.0, like Ashlar."
} as const;

/** What is shown beside what a practice wrote itself. */
export const ownAttribution = {
  source: "Written by this practice.",
  licence: "The terms of this practice; Ashlar adds none."
} as const;
