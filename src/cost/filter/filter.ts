import {z} from "zod";

/**
 * A filter as plain JSON. Every test is true or false, never unknown: a charge without a value meets `!=`, `not in`,
 * `not like`, `!~` and `is null` and no other test, and `not` turns a test round.
 */
export type Filter = All | Any | Not | Test;
export interface All {
  readonly all: readonly Filter[];
}
export interface Any {
  readonly any: readonly Filter[];
}
export interface Not {
  readonly not: Filter;
}
export type Test = Comparison | Membership | Presence;

export const comparisons = ["=", "!=", "<", "<=", ">", ">=", "like", "not like", "~", "!~"] as const;
export const memberships = ["in", "not in"] as const;
export const presences = ["is null", "is not null"] as const;

/** Values are text as it stands between the quotes, decimals and instants too. */
export interface Comparison {
  readonly field: string;
  readonly op: (typeof comparisons)[number];
  readonly value: string;
}
export interface Membership {
  readonly field: string;
  readonly op: (typeof memberships)[number];
  readonly values: readonly string[];
}
export interface Presence {
  readonly field: string;
  readonly op: (typeof presences)[number];
}

/** What keeps a hostile filter from exhausting the program. */
export const limits = {characters: 32_768, depth: 64, tests: 1000, values: 5000} as const;

const field = z.string().min(1).max(600);
const value = z.string().max(limits.characters);

/** The closed schema of a filter; `filterFromJson` checks the depth first and names and values after. */
export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({field, op: z.enum(comparisons), value}),
    z.strictObject({field, op: z.enum(memberships), values: z.array(value).min(1).max(limits.values)}),
    z.strictObject({field, op: z.enum(presences)}),
    z.strictObject({all: z.array(filterSchema).min(2).max(limits.tests)}),
    z.strictObject({any: z.array(filterSchema).min(2).max(limits.tests)}),
    z.strictObject({not: filterSchema})
  ])
);
