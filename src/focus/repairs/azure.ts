import {duckdbDialect} from "../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../engine/query.ts";
import type {Repair} from "./repair.ts";

type Columns = (name: string) => Query;

const azure = {flavour: "azure", from: "1.0-preview", to: "1.2"} as const;
const {product, ratio} = duckdbDialect;

/**
 * Faults of Azure's FOCUS export and how Microsoft itself mends them when it takes the export into a FinOps hub (its
 * ingestion scripts for 1.0 and 1.2, and the issues that they name). Rows of a correct export are left as they are.
 */
export const azureRepairs: readonly Repair[] = [
  {
    ...azure,
    id: "purchase-frequency",
    column: "ChargeFrequency",
    needs: ["ChargeCategory", "ChargeFrequency"],
    about: "Azure marks some purchases as usage-based, which FOCUS forbids: they are recurring.",
    when: (column) => sql`${column("ChargeCategory")} = 'Purchase' and ${column("ChargeFrequency")} = 'Usage-Based'`,
    value: () => sql`'Recurring'`
  },
  {
    ...azure,
    id: "purchase-effective-cost",
    column: "EffectiveCost",
    needs: ["ChargeCategory", "CommitmentDiscountId", "EffectiveCost"],
    about: "Azure gives purchases of commitments an effective cost, which counts again as they are used: it is 0.",
    when: (column) => sql`${isCommitmentPurchase(column)} and ${column("EffectiveCost")} <> 0`,
    value: () => sql`cast(0 as decimal(38, 18))`
  },
  {
    ...azure,
    id: "unused-status",
    column: "CommitmentDiscountStatus",
    needs: ["ChargeCategory", "CommitmentDiscountId", "ResourceId"],
    about: "Azure leaves the status of unused savings plans empty: a charge for the plan itself is its unused part.",
    when: isUnusedPlan,
    value: () => sql`'Unused'`
  },
  {
    ...azure,
    id: "covered-pricing-category",
    column: "PricingCategory",
    needs: ["ChargeCategory", "CommitmentDiscountStatus", "PricingCategory"],
    about: "Azure marks usage under commitments as standard: it is committed.",
    when: (column) => sql`${column("ChargeCategory")} = 'Usage' and ${column("PricingCategory")} = 'Standard'
      and (${column("CommitmentDiscountStatus")} is not null or ${isUnusedPlan(column)})`,
    value: () => sql`'Committed'`
  },
  {
    ...azure,
    id: "pricing-quantity-from-cost",
    column: "PricingQuantity",
    needs: ["PricingQuantity", "ContractedUnitPrice", "ContractedCost"],
    about: "Azure leaves the pricing quantity 0 where there is a cost and a price: it is cost divided by price.",
    when: (column) =>
      sql`${column("PricingQuantity")} = 0 and ${column("ContractedUnitPrice")} > 0 and ${column("ContractedCost")} <> 0`,
    value: (column) => ratio(column("ContractedCost"), column("ContractedUnitPrice"), 18)
  },
  {
    ...azure,
    id: "contracted-cost-missing",
    column: "ContractedCost",
    needs: ["ContractedCost", "ContractedUnitPrice", "PricingQuantity", "EffectiveCost"],
    about:
      "Azure leaves the contracted cost 0 on usage that costs something: it is price times quantity, else the effective cost.",
    when: (column) => sql`${isCostingUse(column)} and ${column("ContractedCost")} = 0`,
    value: (column) => sql`coalesce(nullif(${priced(column, "ContractedUnitPrice")}, 0), ${column("EffectiveCost")})`
  },
  {
    ...azure,
    id: "contracted-cost-mismatch",
    column: "ContractedCost",
    needs: ["ContractedCost", "ContractedUnitPrice", "PricingQuantity", "x_PricingBlockSize"],
    about:
      "The contracted cost of Azure is not always contracted price times quantity, as FOCUS demands: it is worked out again.",
    when: (column) => sql`${column("ChargeClass")} is null and ${column("ChargeCategory")} = 'Usage'
      and ${column("ContractedUnitPrice")} > 0 and ${column("PricingQuantity")} <> 0 and ${column("ContractedCost")} <> 0
      and coalesce(try_cast(${column("x")}['x_BillingExchangeRate'] as decimal(18, 9)), 1) = 1
      and abs(cast(${column("ContractedUnitPrice")} as double) * cast(${column("PricingQuantity")} as double) - cast(${column("ContractedCost")} as double))
        > greatest(1e-6, 1e-6 * abs(cast(${column("ContractedCost")} as double)))`,
    value: (column) => priced(column, "ContractedUnitPrice")
  },
  {
    ...azure,
    id: "list-cost-missing",
    column: "ListCost",
    needs: ["ListCost", "ListUnitPrice", "PricingQuantity", "ContractedCost", "EffectiveCost"],
    about:
      "Azure leaves the list cost 0 on usage that costs something: it is price times quantity, else the next lower cost.",
    when: (column) => sql`${isCostingUse(column)} and ${column("ListCost")} = 0`,
    value: (column) =>
      sql`coalesce(nullif(${priced(column, "ListUnitPrice")}, 0), nullif(${column("ContractedCost")}, 0), ${column("EffectiveCost")})`
  },
  ...(["BillingAccountId", "CommitmentDiscountId"] as const).map((name): Repair => ({
    ...azure,
    id: name === "BillingAccountId" ? "billing-account-case" : "commitment-case",
    column: name,
    needs: [name, "x_BillingProfileId"],
    about: `Azure writes ${name} in different capitals from row to row: small letters make it one.`,
    when: (column) => sql`${column(name)} <> lower(${column(name)})`,
    value: (column) => sql`lower(${column(name)})`
  })),
  purchased("ResourceId", ["CommitmentDiscountId"], (column) => sql`lower(${column("CommitmentDiscountId")})`),
  purchased("ResourceName", ["CommitmentDiscountName"], (column) => column("CommitmentDiscountName")),
  purchased("ResourceType", ["CommitmentDiscountType"], (column) => column("CommitmentDiscountType"))
];

/** A column of the resource on purchases of commitments, which FOCUS wants to be the commitment itself. */
function purchased(column: string, from: readonly string[], value: (column: Columns) => Query): Repair {
  return {
    ...azure,
    id: `purchase-${column.replaceAll(/(?<!^)([A-Z])/g, "-$1").toLowerCase()}`,
    column,
    needs: ["ChargeCategory", "CommitmentDiscountId", column, ...from],
    about: `Azure leaves ${column} empty on purchases of commitments: it is that of the commitment.`,
    when: (columns) =>
      sql`${isCommitmentPurchase(columns)} and ${columns(column)} is null and ${value(columns)} is not null`,
    value
  };
}

function isCommitmentPurchase(column: Columns): Query {
  return sql`${column("ChargeCategory")} = 'Purchase' and ${column("CommitmentDiscountId")} is not null`;
}

function isUnusedPlan(column: Columns): Query {
  return sql`${column("ChargeCategory")} = 'Usage' and ${column("CommitmentDiscountStatus")} is null
    and lower(${column("ResourceId")}) = lower(${column("CommitmentDiscountId")})`;
}

function isCostingUse(column: Columns): Query {
  return sql`${column("ChargeCategory")} = 'Usage' and ${column("EffectiveCost")} <> 0
    and coalesce(${column("CommitmentDiscountStatus")}, '') <> 'Unused'`;
}

function priced(column: Columns, price: string): Query {
  return product(column(price), column("PricingQuantity"), 18);
}
