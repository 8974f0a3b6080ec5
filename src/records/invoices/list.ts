import {UserError} from "../../errors.ts";
import {type Caller, type Context, type Input, operation, type Output} from "../../operation.ts";
import {hasStore} from "../../practice/check/present-data.ts";
import {storeOf} from "../../store/open.ts";
import {historyOf} from "../history.ts";
import {invoicesList as listContract, invoicesShow as showContract, type StatedInvoice} from "./contract.ts";
import {totalsOf} from "./import.ts";
import {invoiceRows, invoicesNamed, issuerKey, statedOfRow} from "./invoice.ts";
import {type Stated, statedInvoices} from "./stated.ts";

export const invoicesListOperation = operation(listContract, invoicesList);
export const invoicesShowOperation = operation(showContract, invoicesShow);

/** Throws `caller.refused` for somebody who may see only some charges. */
export async function invoicesList(
  {issuer, from, to, removed}: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  requireAllCharges(context.caller);
  const stated = (await statedInvoices(context)).map(withoutLines);
  const gone = removed && hasStore(context) ? await removedInvoices(context) : [];
  const rows = [...stated, ...gone].filter(
    (row) =>
      (issuer === undefined || issuerKey(row.issuer) === issuerKey(issuer)) &&
      (from === undefined || row.period >= from) &&
      (to === undefined || row.period <= to)
  );
  return {
    rows,
    totals: totalsOf(rows.filter((row) => row.removed === null)),
    notes:
      rows.length === 0
        ? ["No invoice is stated. Type one with: ashlar invoices record, or import a file with: ashlar invoices import"]
        : []
  };
}

async function invoicesShow(
  {invoice}: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  requireAllCharges(context.caller);
  const {db} = await context.use(storeOf);
  const rows = await invoicesNamed(db, invoice);
  return {
    rows: await Promise.all(
      rows.map(async (row) => ({
        ...statedOfRow(row),
        history: (await historyOf(db, row.id)).map(({at, by, kind, reason, before, after}) => ({
          at,
          by,
          kind,
          reason,
          before,
          after
        }))
      }))
    )
  };
}

/** An invoice is of all charges: whoever sees only some of them, or no billed cost, is told nothing of it. */
export function requireAllCharges({id, rowFilter, masked}: Caller): void {
  if (rowFilter === null && !masked.some((mask) => ["billed", "BilledCost"].includes(mask))) return;
  throw new UserError("caller.refused", `${id} may not see all charges, and an invoice is of all of them`, {
    remedy: "Ask somebody who may see all charges."
  });
}

async function removedInvoices(context: Context): Promise<readonly StatedInvoice[]> {
  const {db} = await context.use(storeOf);
  return (await invoiceRows(db)).filter(({removed_at}) => removed_at !== null).map(statedOfRow);
}

function withoutLines({lines: _lines, contradicted: _contradicted, ...stated}: Stated): StatedInvoice {
  return stated;
}
