/** What there is a declaration to begin with for. */
export const templateNames = ["data-centre", "labour", "licences", "telecom", "json-api"] as const;
export type TemplateName = (typeof templateNames)[number];
