/**
 * What an export has besides the columns of its version stands under a name of this beginning: `x_Kept_InvoiceId` is
 * the column InvoiceId of another version. A plain `x_InvoiceId` would not do: vendors have columns of that name, which
 * mean something of their own.
 */
const prefix = "x_Kept_";

export function keptName(name: string): string {
  return `${prefix}${name}`;
}

/** The name that a kept column stands for; null where it is none. */
export function nameKept(column: string): string | null {
  const name = column.slice(prefix.length);
  return name !== "" && column.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() ? name : null;
}
