import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import {remember} from "../history.ts";
import {invoicesRemove as removeContract} from "./contract.ts";
import {fieldsOfInvoice, invoicesNamed, statedOfRow} from "./invoice.ts";

export const invoicesRemoveOperation = operation(removeContract, invoicesRemove);

/** Throws `not-found`, `usage.invalid` where several have the number. */
export async function invoicesRemove(
  {invoice, issuer, reason, dryRun}: Input<typeof removeContract>,
  context: Context
): Promise<Output<typeof removeContract>> {
  const {effects, caller} = context;
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const all = await invoicesNamed(tx, invoice, issuer);
    const found = all.filter(({removed_at}) => removed_at === null);
    const [old] = found;
    if (old === undefined) {
      throw new UserError("not-found", `Invoice ${invoice} was removed already`, {
        at: {column: "invoice"},
        remedy: "See its history with: ashlar invoices show"
      });
    }
    if (found.length > 1) {
      throw new UserError("usage.invalid", `${found.length} stated invoices have the number ${invoice}`, {
        at: {column: "invoice"},
        remedy: `Name one by the id of its record: ${found.map(({id}) => id).join(", ")}.`
      });
    }
    const now = nowText(effects);
    const row = {...old, removed_at: now, removed_reason: reason, updated_at: now, version: old.version + 1};
    if (!dryRun) {
      await tx.updateTable("invoice").set(row).where("id", "=", row.id).execute();
      const [before, after] = [fieldsOfInvoice(old), fieldsOfInvoice(row)];
      const line = {record: row.id, caller: caller.id, kind: "removed", version: row.version, before, after, reason};
      await remember(tx, line, effects);
      const detail = {issuer: row.issuer, invoice: row.invoice, reason};
      const event = {organisation: localOrganisation, caller: caller.id, operation: "invoices.remove", detail};
      await recordEvent(tx, {...event, subject: row.id}, effects);
    }
    return {invoice: statedOfRow(row), dryRun};
  });
}
