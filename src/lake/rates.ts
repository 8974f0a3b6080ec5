import {createHash} from "node:crypto";
import type {Transaction} from "kysely";
import {UserError} from "../errors.ts";
import type {Context} from "../operation.ts";
import type {Store} from "../store/store.ts";
import type {Tables} from "../store/tables.ts";
import {lakeOf} from "./open.ts";
import type {Rate, RateSource} from "./rate-source.ts";

/** Gives rate sets by name. Throws `not-found` for one that was never imported. */
export async function rateSourceOf(context: Context): Promise<(set: string) => Promise<RateSource>> {
  const {store, organisation} = await context.use(lakeOf);
  return async (set) => {
    const found = await store.db
      .selectFrom("rate_set")
      .selectAll()
      .where("organisation", "=", organisation)
      .where("id", "=", set)
      .executeTakeFirst();
    if (found === undefined)
      throw new UserError("not-found", `There is no rate set ${set}`, {
        remedy: `Import one with: ashlar rates import FILE --set ${set}`
      });
    return {
      set,
      revision: found.revision,
      rates: async (pairs) => (await ratesOf(store.db, organisation, set)).filter((rate) => isOf(rate, pairs))
    };
  };
}

function isOf(rate: Rate, pairs: readonly {readonly base: string; readonly quote: string}[]): boolean {
  return pairs.some(({base, quote}) => rate.base === base && rate.quote === quote);
}

/** All rates of a set by pair and day. */
export async function ratesOf(
  db: Store["db"] | Transaction<Tables>,
  organisation: string,
  set: string
): Promise<readonly Rate[]> {
  return db
    .selectFrom("rate")
    .select(["base", "quote", "day", "rate"])
    .where("organisation", "=", organisation)
    .where("rate_set", "=", set)
    .orderBy("base")
    .orderBy("quote")
    .orderBy("day")
    .execute();
}

/** A short name of what a set says: the same rates have the same revision. */
export function revisionOf(rates: readonly Rate[]): string {
  const lines = rates.map(({base, quote, day, rate}) => `${base} ${quote} ${day} ${rate}`).toSorted();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}
