import {join, literal, type Query, sql} from "../../../engine/query.ts";

/** What a credit does: reduces its row, is a row of its own, covers use by a commitment, or gives back a fee. */
export type CreditRole = "discount" | "credit" | "coverage" | "offset";

/** Types of `credits.type` with what they do. Source: schema of the usage export in Google's documentation. */
export const creditRoles: Readonly<Record<string, CreditRole>> = {
  COMMITTED_USAGE_DISCOUNT: "coverage",
  COMMITTED_USAGE_DISCOUNT_DOLLAR_BASE: "coverage",
  FEE_UTILIZATION_OFFSET: "offset",
  SUSTAINED_USAGE_DISCOUNT: "discount",
  SPENDING_BASED_DISCOUNT: "discount",
  DISCOUNT: "discount",
  FREE_TIER: "discount",
  SUBSCRIPTION_BENEFIT: "discount",
  RESELLER_MARGIN: "discount",
  PROMOTION: "credit",
  // Google's own reports count it among promotions.
  CREDIT_TYPE_UNSPECIFIED: "credit"
};

/** Credits of a JSON text as a list of name, full name, id, type and amount, all text; an empty list without any. */
export function creditsOf(json: Query): Query {
  const shape = literal(
    '[{"name":"VARCHAR","full_name":"VARCHAR","id":"VARCHAR","type":"VARCHAR","amount":"VARCHAR"}]'
  );
  return sql`case when coalesce(${json}, '[]') = '[]' then []
    else coalesce(json_transform(case when json_valid(${json}) then ${json}::json end, ${shape}), []) end`;
}

/** The type of a credit; exports that leave it out name the credit. */
export function creditType(credit: Query): Query {
  const words = sql`lower(concat_ws(' ', ${credit}.name, ${credit}.full_name, ${credit}.id))`;
  return sql`case when coalesce(${credit}."type", '') <> '' then ${credit}."type"
    when contains(${words}, 'committed us') and (contains(${words}, 'dollar') or contains(${words}, 'spend'))
      then 'COMMITTED_USAGE_DISCOUNT_DOLLAR_BASE'
    when contains(${words}, 'committed us') then 'COMMITTED_USAGE_DISCOUNT'
    when contains(${words}, 'sustained us') then 'SUSTAINED_USAGE_DISCOUNT'
    when contains(${words}, 'free tier') then 'FREE_TIER'
    when contains(${words}, 'promotion') or contains(${words}, 'free trial') then 'PROMOTION'
    when contains(${words}, 'reseller') then 'RESELLER_MARGIN'
    else '?' || coalesce(${credit}.name, '') end`;
}

const amount = (credit: Query): Query => sql`try_cast(${credit}.amount as decimal(38, 18))`;

/** `known`, or the credits of a row that nobody knows the meaning or the amount of. */
export function unknownCredits(json: Query): Query {
  const known = join(Object.keys(creditRoles).map((type) => literal(type)));
  const odd = sql`list_filter(${creditsOf(json)},
    lambda c: ${creditType(sql`c`)} not in (${known}) or ${amount(sql`c`)} is null)`;
  return sql`case when ${json} = '[]' or not json_valid(${json}) or len(${odd}) = 0 then 'known'
    else array_to_string(list_transform(${odd}, lambda c: ${creditType(sql`c`)} || ' ' || coalesce(c.amount, '')), ', ') end`;
}

/** Credits of the given roles of a list made by `creditsOf`. */
export function ofRole(credits: Query, ...roles: readonly CreditRole[]): Query {
  const types = Object.entries(creditRoles).flatMap(([type, role]) => (roles.includes(role) ? [literal(type)] : []));
  return sql`list_filter(${credits}, lambda c: ${creditType(sql`c`)} in (${join(types)}))`;
}

/** The sum of credits, DECIMAL(38,18), negative as Google writes them. */
export function sumOf(credits: Query): Query {
  return sql`coalesce(list_sum(list_transform(${credits}, lambda c: ${amount(sql`c`)})), 0::decimal(38, 18))`;
}
