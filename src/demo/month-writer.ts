import {costScale, scaled} from "./amount.ts";
import type {Month} from "./calendar.ts";
import type {Columns} from "./charge.ts";
import {openDeliveryFile, type DeliveryFile, type FileFacts} from "./delivery-file.ts";
import {daysOfMonth, type Delivery, type MonthTotals, type Plan} from "./plan.ts";
import type {World} from "./world.ts";

export interface MonthFiles {
  readonly month: Month;
  readonly files: readonly FileFacts[];
  readonly rows: number;
}

export interface MonthOptions {
  readonly delivery: Delivery;
  /** Path of the nth file of the month, n from 1. */
  readonly path: (n: number) => string;
  /** Rows after which the next file begins. */
  readonly limit: number;
  /** Sees every row that is written. */
  readonly onRows?: (rows: readonly Columns[]) => void;
}

/** Writes the rows of a month, day by day, and at its end those that depend on its sums. */
export async function writeMonth(plan: Plan, month: Month, world: World, options: MonthOptions): Promise<MonthFiles> {
  const files: FileFacts[] = [];
  const totals: MonthTotals = {billed: 0n, list: 0n, contracted: 0n, effective: 0n};
  let file: DeliveryFile | null = null;
  const write = async (rows: readonly Columns[]): Promise<void> => {
    if (rows.length === 0) return;
    const finished = rows.map((row) => ({...row, ...plan.ofMonth(month, row)}));
    if (file !== null && file.rows() + rows.length > options.limit) {
      files.push(await file.close());
      file = null;
    }
    file ??= await openDeliveryFile(options.path(files.length + 1), plan.header);
    await file.write(finished);
    options.onRows?.(finished);
    for (const row of finished) addToTotals(totals, row);
  };
  for (const rows of daysOfMonth(plan, month, world, options.delivery)) await write(rows);
  await write(plan.monthly(month, {...totals}, options.delivery));
  const open = file as DeliveryFile | null;
  if (open !== null) files.push(await open.close());
  return {month, files, rows: files.reduce((sum, one) => sum + one.rows, 0)};
}

function addToTotals(totals: MonthTotals, row: Columns): void {
  totals.billed += scaled(row.BilledCost ?? "0", costScale);
  totals.list += scaled(row.ListCost ?? "0", costScale);
  totals.contracted += scaled(row.ContractedCost ?? "0", costScale);
  totals.effective += scaled(row.EffectiveCost ?? "0", costScale);
}
