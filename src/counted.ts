/** A count with its noun: `1 row`, `2 rows`. For nouns that take an s, in the words of messages. */
export function counted(value: number | bigint, noun: string): string {
  return `${value} ${noun}${value === 1 || value === 1n ? "" : "s"}`;
}
