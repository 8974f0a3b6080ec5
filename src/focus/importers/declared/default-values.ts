import {type Query, sql} from "../../../engine/query.ts";
import type {FocusVersion} from "../../column.ts";
import {instantOf, textOf, type Typed} from "./expression/typed.ts";
import {DeclarationError, type Path} from "./problem.ts";

export interface DefaultsOf {
  readonly version: FocusVersion;
  readonly names: ReadonlyMap<string, Typed>;
  readonly isSpread: boolean;
  readonly path: Path;
  /** The columns of the version. */
  readonly known: ReadonlySet<string>;
}

/**
 * The columns of a row with those that follow from others: the cost columns from BilledCost, the billing period from
 * the charge period, the providers from the first that is named, frequency and pricing category from the kind of charge.
 * Throws `DeclarationError` for what follows from nothing.
 */
export function withDefaults(
  given: ReadonlyMap<string, Typed>,
  {names, isSpread, path, known}: DefaultsOf
): ReadonlyMap<string, Typed> {
  const values = new Map(given);
  const add = (name: string, make: () => Typed | undefined): void => {
    if (values.has(name) || !known.has(name)) return;
    const value = make();
    if (value !== undefined) values.set(name, value);
  };
  const query = (name: string): Query => values.get(name)?.query ?? need(name, path);
  add("ChargePeriodStart", () => (isSpread ? names.get("part_start") : undefined));
  add("ChargePeriodEnd", () => (isSpread ? names.get("part_end") : undefined));
  for (const name of needed) if (!values.has(name)) need(name, path);
  add("BillingPeriodStart", () => instantOf(sql`date_trunc('month', ${query("ChargePeriodStart")})`));
  add("BillingPeriodEnd", () =>
    instantOf(sql`(date_trunc('month', ${query("BillingPeriodStart")}) + interval 1 month)`)
  );
  for (const name of ["EffectiveCost", "ContractedCost", "ListCost"]) add(name, () => values.get("BilledCost"));
  const provider = providers.map((name) => values.get(name)).find((value) => value !== undefined);
  if (provider === undefined) need(known.has("ProviderName") ? "ProviderName" : "ServiceProviderName", path);
  for (const name of providers) if (name !== "HostProviderName") add(name, () => provider);
  add("ServiceSubcategory", () => textOf(sql`concat('Other (', ${query("ServiceCategory")}, ')')`));
  const category = query("ChargeCategory");
  add("ChargeFrequency", () => textOf(sql`case ${category} when 'Usage' then 'Usage-Based' else 'One-Time' end`));
  add("PricingCategory", () => textOf(sql`case when ${category} in ('Usage', 'Purchase') then 'Standard' end`));
  add("ChargeDescription", () => values.get("ServiceName"));
  const nothing = textOf(sql`cast(null as varchar)`);
  for (const name of ["BillingAccountName", "ChargeClass", "InvoiceId"]) add(name, () => nothing);
  if (values.has("SkuPriceId")) add("SkuPriceDetails", () => nothing);
  return values;
}

const needed = [
  "BilledCost",
  "BillingAccountId",
  "BillingCurrency",
  "ChargeCategory",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ServiceName",
  "ServiceCategory"
] as const;
const providers = [
  "ProviderName",
  "ServiceProviderName",
  "PublisherName",
  "InvoiceIssuerName",
  "HostProviderName"
] as const;

function need(name: string, path: Path): never {
  throw new DeclarationError(
    path,
    `the row has no ${name}`,
    `Set it here or under common, such as ${name}: {column: …}, {constant: …} or {expression: …}.`
  );
}
