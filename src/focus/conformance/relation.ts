import {identifier, join, type Query, sql} from "../../engine/query.ts";
import {type FactBook, factName, numberName, plainName} from "./facts.ts";
import {officialNulls, plainNumber, texts} from "./formats.ts";
import type {Ground} from "./predicate.ts";
import type {Reading} from "./rule.ts";

/** A column of a file as the engine reads it. */
export interface FileColumn {
  /** The name as FOCUS spells it, or the file's own. */
  readonly name: string;
  /** DuckDB's name of the type; everything in a CSV file is VARCHAR. */
  readonly type: string;
  /** The column as text, null where it is empty, in terms of `FileRows.query`. */
  readonly text: Query;
  /** The column as it is, in terms of `FileRows.query`: read where its type is what the specification asks for. */
  readonly value?: Query;
}

/** The rows of a file that rules are held against. */
export interface FileRows {
  readonly query: Query;
  readonly columns: readonly FileColumn[];
}

/** Columns of a file under their FOCUS names: typed as they are, where rules read them so, else as text. */
export function rowsOf(
  {query, columns}: FileRows,
  used: ReadonlySet<string>,
  {reading, typed}: Pick<Ground, "reading" | "typed">,
  more: readonly Query[] = []
): Query {
  const selected = columns
    .filter(({name}) => used.has(name))
    .map(
      ({name, text, value = text}) => sql`${typed.has(name) ? value : textOf(text, reading)} as ${identifier(name)}`
    );
  const items = [...selected, ...more];
  return sql`(select ${join(items.length === 0 ? [sql`1 as one`] : items)} from ${query})`;
}

/** A text as the reading takes it: words that the reference reads as null are null to it. */
export function textOf(text: Query, reading: Reading): Query {
  return reading === "official" ? sql`case when ${text} in (${texts(officialNulls)}) then null else ${text} end` : text;
}

/**
 * Columns whose texts are often those of another column of the row, so that a text that was found to be a number there
 * is not looked at again.
 */
const likeness: Readonly<Record<string, string>> = {
  ConsumedQuantity: "PricingQuantity",
  EffectiveCost: "BilledCost",
  ContractedCost: "BilledCost",
  ListCost: "BilledCost",
  PricingCurrencyEffectiveCost: "EffectiveCost",
  PricingCurrencyListUnitPrice: "ListUnitPrice",
  PricingCurrencyContractedUnitPrice: "ContractedUnitPrice"
};

/** The rows with every fact of the book under its name, and with the columns of `kept`. */
export function withFacts(rows: Query, book: FactBook, kept: readonly Query[], {reading}: Pick<Ground, "reading">) {
  const plains = new Set(book.plains());
  const layers = [
    sql`(select *${listed(book.numbers().map((name) => sql`try_cast(${identifier(name)} as double) as ${numberName(name)}`))} from ${rows})`
  ];
  const done = new Set<string>();
  while (done.size < plains.size) {
    const ready = [...plains].filter((name) => !done.has(name) && isReady(name, plains, done));
    const last = layers.at(-1) ?? rows;
    layers.push(
      sql`(select *${listed(ready.map((name) => sql`${plainOf(name, plains, reading)} as ${plainName(name)}`))} from ${last})`
    );
    for (const name of ready) done.add(name);
  }
  const facts = book.conditions().map((condition, index) => sql`${condition} as ${factName(index)}`);
  const items = [...kept, ...facts];
  return sql`(select ${join(items.length === 0 ? [sql`1 as one`] : items)} from ${layers.at(-1) ?? rows})`;
}

function listed(items: readonly Query[]): Query {
  return items.length === 0 ? sql`` : sql`, ${join(items)}`;
}

function isReady(name: string, plains: ReadonlySet<string>, done: ReadonlySet<string>): boolean {
  const other = likeness[name];
  return other === undefined || !plains.has(other) || done.has(other);
}

function plainOf(name: string, plains: ReadonlySet<string>, reading: Reading): Query {
  const text = identifier(name);
  const other = likeness[name];
  if (other === undefined || !plains.has(other)) return plainNumber(text, reading);
  return sql`case when ${text} = ${identifier(other)} then ${plainName(other)} else ${plainNumber(text, reading)} end`;
}
