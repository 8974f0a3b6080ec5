import {join, literal, type Query, sql} from "../../engine/query.ts";
import {columnNamed} from "../columns.ts";
import type {Repair} from "./repair.ts";

const gcp = {flavour: "gcp", from: "1.0-preview", to: "1.2"} as const;

const lowered = [
  "ChargeCategory",
  "ChargeClass",
  "ChargeFrequency",
  "PricingCategory",
  "CommitmentDiscountCategory",
  "CommitmentDiscountStatus"
];

/** Faults of the FOCUS view that Google published for BigQuery in 2024. */
export const gcpRepairs: readonly Repair[] = [
  ...lowered.map((column): Repair => ({
    ...gcp,
    id: `capitals-of-${column.replaceAll(/(?<!^)([A-Z])/g, "-$1").toLowerCase()}`,
    column,
    needs: [column],
    about: `The FOCUS view of Google writes the values of ${column} in small letters: they get the capitals of FOCUS.`,
    when: (own) => sql`${own(column)} not in (${list(allowedIn(column))})
      and lower(${own(column)}) in (${list(allowedIn(column).map((value) => value.toLowerCase()))})`,
    value: (own) => spelled(own(column), allowedIn(column))
  })),
  {
    ...gcp,
    id: "billing-period-end",
    column: "BillingPeriodEnd",
    needs: ["BillingPeriodStart", "BillingPeriodEnd"],
    about: "The FOCUS view of Google ends a billing period with its last day: FOCUS wants the day after.",
    when: (own) => sql`${own("BillingPeriodStart")} = date_trunc('month', ${own("BillingPeriodStart")})
      and ${own("BillingPeriodEnd")} = ${own("BillingPeriodStart")} + interval 1 month - interval 1 day`,
    value: (own) => sql`${own("BillingPeriodStart")} + interval 1 month`
  }
];

function allowedIn(column: string): readonly string[] {
  return columnNamed("CostAndUsage", column).versions["1.2"]?.allowed ?? [];
}

function list(values: readonly string[]): Query {
  return join(values.map((value) => literal(value)));
}

function spelled(value: Query, allowed: readonly string[]): Query {
  const cases = allowed.map((each) => sql`when ${literal(each.toLowerCase())} then ${literal(each)}`);
  return sql`case lower(${value}) ${join(cases, " ")} else ${value} end`;
}
