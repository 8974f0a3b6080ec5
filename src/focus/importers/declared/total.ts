import {type Query, sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import type {Scope} from "./expression/compile.ts";
import type {DeclaredForm, DeclaredSource} from "./form.ts";
import {expressionValue, filled, sourceValue} from "./value.ts";

/** What the invoices come to by a declaration, apart from the rows that it makes. */
export interface CompiledTotal {
  invoices(native: Query): Query;
  /** A check of invoices that state different totals; null where totals are sums of rows. */
  disagreements(native: Query): Query | null;
  readonly money: NonNullable<Importer["money"]>;
}

/** The proof of a declaration as SQL. Throws `DeclarationError`. */
export function compileTotal({total}: DeclaredForm, scope: Scope): CompiledTotal {
  const path = ["total"];
  const billed = sourceValue(total.billed, "decimal", scope, [...path, "billed"]).query;
  const period = sourceValue(total.period, "instant", scope, [...path, "period"]).query;
  const currency = filled(sourceValue(total.currency, "text", scope, [...path, "currency"]).query);
  const invoice =
    total.invoice === undefined
      ? sql`cast(null as varchar)`
      : filled(sourceValue(total.invoice, "text", scope, [...path, "invoice"]).query);
  const condition =
    total.when === undefined ? sql`true` : expressionValue(total.when, "boolean", scope, [...path, "when"]).query;
  const keys = sql`${invoice} as invoice, strftime(${period}, '%Y-%m') as period, ${currency} as currency`;
  const rows = (native: Query): Query =>
    sql`select ${keys}, cast(${billed} as decimal(38, 18)) as billed from ${native} where ${condition}`;
  return {
    invoices: (native) =>
      total.per === "row"
        ? rows(native)
        : sql`select invoice, period, currency, max(billed) as billed from (${rows(native)}) group by all`,
    disagreements: (native) =>
      total.per === "row"
        ? null
        : sql`select 'invoice-total' as "check", 'error' as level,
            'invoices have different totals on their rows' as message, count(*) as rows
          from (select invoice from (${rows(native)}) group by invoice, period, currency having count(distinct billed) > 1)
          having count(*) > 0`,
    money: {
      ...columnIn("period", total.period),
      ...columnIn("currency", total.currency),
      ...columnIn("billed", total.billed)
    }
  };
}

function columnIn<K extends string>(key: K, source: DeclaredSource): Partial<Record<K, string>> {
  return "column" in source ? ({[key]: source.column} as Record<K, string>) : {};
}
