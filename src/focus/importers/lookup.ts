import {identifier, join, literal, type Query, sql} from "../../engine/query.ts";

/** A table of facts as a relation in parentheses, under a name of its own; values are ours, never those of a file. */
export function lookupTable(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): Query {
  const values = rows.map((row) => sql`(${join(row.map(literal))})`);
  return sql`(values ${join(values)}) as ${identifier(name)}(${join(columns.map((column) => identifier(column)))})`;
}
