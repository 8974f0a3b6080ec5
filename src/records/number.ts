import type {Transaction} from "kysely";
import {localOrganisation} from "../store/organisation.ts";
import type {Tables} from "../store/tables.ts";

const letters = {work: "W", decision: "D", exception: "X"} as const;
export type Numbered = keyof typeof letters;

/** The next short number of a kind of record, taken unless it is only to be shown. */
export async function nextNumber(
  tx: Transaction<Tables>,
  kind: Numbered,
  {dryRun}: {readonly dryRun: boolean}
): Promise<number> {
  const row = await tx
    .selectFrom("counter")
    .select("value")
    .where("organisation", "=", localOrganisation)
    .where("name", "=", kind)
    .executeTakeFirst();
  const value = (row?.value ?? 0) + 1;
  if (dryRun) return value;
  await tx
    .insertInto("counter")
    .values({organisation: localOrganisation, name: kind, value})
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doUpdateSet({value}))
    .execute();
  return value;
}

/** `W-12`. */
export function numberText(kind: Numbered, number: number): string {
  return `${letters[kind]}-${number}`;
}

/** The number in `W-12`, `w-12` or `12`; null where it is something else, such as an id. */
export function readNumber(kind: Numbered, text: string): number | null {
  const [, prefix, digits = ""] = /^(?:([A-Za-z])-)?([1-9]\d{0,8})$/.exec(text.trim()) ?? [];
  if (digits === "" || (prefix !== undefined && prefix.toUpperCase() !== letters[kind])) return null;
  return Number.parseInt(digits, 10);
}
