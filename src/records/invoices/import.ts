import {basename, resolve} from "node:path";
import {normalise, sum} from "../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {invoicesImport as importContract} from "./contract.ts";
import {readInvoices} from "./invoice-file.ts";
import {heldAgainst, write} from "./keep.ts";

export const invoicesImportOperation = operation(importContract, invoicesImport);

/** Takes a file of invoices as a whole or not at all. Throws `invoice.changed`, and what reading the file throws. */
export async function invoicesImport(
  input: Input<typeof importContract>,
  context: Context
): Promise<Output<typeof importContract>> {
  const {effects, caller, signal} = context;
  const offers = await readInvoices({name: input.file, path: resolve(effects.cwd(), input.file)}, signal);
  const keeping = {
    operation: "invoices.import",
    statedBy: "file" as const,
    origin: basename(input.file),
    caller: caller.id,
    dryRun: input.dryRun
  };
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const kept = await heldAgainst(tx, offers, input, keeping, effects);
    if (!input.dryRun) await write(tx, kept, keeping, effects);
    const count = (status: string): number => kept.filter((one) => one.status === status).length;
    const periods = offers.map(({period}) => period).toSorted();
    return {
      dryRun: input.dryRun,
      added: count("added"),
      changed: count("changed"),
      unchanged: count("unchanged"),
      totals: totalsOf(offers),
      from: periods[0] ?? null,
      to: periods.at(-1) ?? null
    };
  });
}

/** Totals by currency; amounts of different currencies are never summed. */
export function totalsOf(invoices: readonly {readonly currency: string; readonly total: string}[]) {
  return [...Map.groupBy(invoices, ({currency}) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({
      currency,
      total: normalise(sum(own.map(({total}) => total)), {trailingZeros: false}),
      count: own.length
    }));
}
