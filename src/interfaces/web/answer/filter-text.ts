/** A test as the filter language writes it: a column and a value, or a value that is missing. */
export function testText(field: string, value: string | null, negated = false): string {
  if (value === null) return `${field} is ${negated ? "not " : ""}null`;
  return `${field} ${negated ? "!=" : "="} '${value.replaceAll("'", "''")}'`;
}
