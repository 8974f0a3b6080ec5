import {createHash} from "node:crypto";
import {nowText} from "../../../effects.ts";
import {UserError} from "../../../errors.ts";
import type {Context, Resource} from "../../../operation.ts";
import {hasStore} from "../../../practice/check/present-data.ts";
import {storeOf} from "../../../store/open.ts";
import {localOrganisation} from "../../../store/organisation.ts";
import type {TieRow} from "../contract.ts";
import {collect, type Facts} from "../health/collect.ts";
import type {Incident} from "../incident-contract.ts";
import {incidents} from "../incidents/list.ts";
import {invoicesTieOut} from "../tie/tie-out.ts";

/** What the measures of data ingestion are computed from. */
export interface IngestionFigures {
  readonly facts: Facts;
  /** Null where this caller may not see invoices. */
  readonly tie: readonly TieRow[] | null;
}

interface Memory {
  key: string;
  figures: Promise<IngestionFigures> | null;
}

/** The figures last computed in a workplace, for as long as nothing came in since. */
const memoryOf: Resource<Memory> = {
  name: "ingestion figures",
  open: async () => ({key: "", figures: null}),
  close: () => Promise.resolve()
};

/** Figures of all sources; asked again within the hour and without new data, they are not computed again. */
export async function ingestionFigures(context: Context): Promise<IngestionFigures> {
  const memory = await context.use(memoryOf);
  const key = await stateOf(context);
  if (memory.figures !== null && memory.key === key) return memory.figures;
  const figures = compute(context);
  Object.assign(memory, {key, figures});
  figures.catch(() => Object.assign(memory, {key: "", figures: null}));
  return figures;
}

export function ingestionIncidents(context: Context): Promise<readonly Incident[]> {
  return incidents(context);
}

async function compute(context: Context): Promise<IngestionFigures> {
  return {facts: await collect(context, "figures"), tie: await tieRows(context)};
}

async function tieRows(context: Context): Promise<readonly TieRow[] | null> {
  try {
    return (await invoicesTieOut({status: [], failOn: "never"}, context)).rows;
  } catch (error) {
    if (error instanceof UserError && error.code === "caller.refused") return null;
    throw error;
  }
}

/** What the figures depend on: deliveries, stated invoices, rates, thresholds, who asks, and the hour. */
async function stateOf(context: Context): Promise<string> {
  const {caller, settings, effects} = context;
  const own = [
    caller.rowFilter,
    caller.masked,
    settings.health,
    settings.sources,
    settings.rates,
    nowText(effects).slice(0, 13)
  ];
  if (!hasStore(context)) return JSON.stringify(own);
  const {db} = await context.use(storeOf);
  const snapshots = await db
    .selectFrom("snapshot")
    .select(["id", "state"])
    .where("organisation", "=", localOrganisation)
    .orderBy("id")
    .execute();
  const invoices = await db
    .selectFrom("invoice")
    .select(["id", "version"])
    .where("organisation", "=", localOrganisation)
    .orderBy("id")
    .execute();
  const rates = await db
    .selectFrom("rate_set")
    .select(["id", "revision"])
    .where("organisation", "=", localOrganisation)
    .orderBy("id")
    .execute();
  return createHash("sha256")
    .update(JSON.stringify([own, snapshots, invoices, rates]))
    .digest("hex");
}
