/** What was found out, and why, in a sentence. */
export interface Found<T> {
  readonly value: T;
  readonly reason: string;
}

/** The first few of some names, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(", ");
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
