import {identifier, join, type Query, raw, sql} from "../../engine/query.ts";
import {plainNumber} from "./formats.ts";
import type {Reading} from "./rule.ts";

/**
 * What is known of a row once it was read: conditions that are looked at once for each row, whatever number of rules
 * they serve. Rows of which the same is known are counted together, so that rules are held against some hundred kinds
 * of rows and not against millions of rows.
 */
export interface Facts {
  /** A condition that is never null over columns of a row: as it is where it reads nothing but columns that kinds of rows have. */
  of(condition: Query, columns: readonly string[]): Query;
  /** A column as a double, null where it is no number. Doubles serve to compare; no amount comes of them. */
  number(column: string): Query;
  /** Whether a column's text is a number as rules want it written; null where it is null. */
  plain(column: string): Query;
}

/** Conditions as they are, for relations that have the columns themselves. */
export function plainFacts(reading: Reading): Facts {
  return {
    of: (condition) => condition,
    number: (column) => sql`try_cast(${identifier(column)} as double)`,
    plain: (column) => plainNumber(identifier(column), reading)
  };
}

/** Facts that rules asked for, in order. */
export interface FactBook extends Facts {
  conditions(): readonly Query[];
  numbers(): readonly string[];
  plains(): readonly string[];
}

/** An empty book; `keys` are the columns that kinds of rows have. */
export function factBook(keys: ReadonlySet<string>): FactBook {
  const known = new Map<string, {readonly name: Query; readonly condition: Query}>();
  const numbers = new Set<string>();
  const plains = new Set<string>();
  return {
    of(condition, columns) {
      if (columns.every((name) => keys.has(name))) return condition;
      const text = condition.texts.join("?");
      const entry = known.get(text) ?? {name: factName(known.size), condition};
      known.set(text, entry);
      return entry.name;
    },
    number(column) {
      numbers.add(column);
      return numberName(column);
    },
    plain(column) {
      plains.add(column);
      return plainName(column);
    },
    conditions: () => [...known.values()].map(({condition}) => condition),
    numbers: () => [...numbers],
    plains: () => [...plains]
  };
}

export function factName(index: number): Query {
  return raw(`f${index}`);
}

export function numberName(column: string): Query {
  return identifier(`${column} as number`);
}

export function plainName(column: string): Query {
  return identifier(`${column} is plain`);
}

/** Facts in one integer: as many as its bits. */
export const factsInWord = 62;

/** So many facts of a row as integers, to be told apart quickly. */
export function wordsOf(count: number): readonly Query[] {
  const words = Array.from({length: Math.ceil(count / factsInWord)}, (_, word) => word * factsInWord);
  return words.map((first) =>
    join(
      Array.from(
        {length: Math.min(factsInWord, count - first)},
        (_, bit) => sql`(${factName(first + bit)}::ubigint << ${raw(String(bit))})`
      ),
      " | "
    )
  );
}

/** A fact out of its integer. */
export function factOf(index: number, word: (index: number) => Query): Query {
  return sql`((${word(Math.floor(index / factsInWord))} >> ${raw(String(index % factsInWord))}) & 1) = 1`;
}
