import type {Snapshots} from "../../api/contracts.ts";
import {pixel} from "../../format/amount.ts";

type Snapshot = Snapshots["rows"][number];

export interface Delivery extends Pick<
  Snapshot,
  "snapshot" | "createdAt" | "billingPeriod" | "partition" | "state" | "rows"
> {
  /** In the currency that was asked for; null where there is none. */
  readonly billed: string | null;
  /** Of the greatest of all, from 0 to 1, to be drawn. */
  readonly rowsShare: number;
  readonly billedShare: number;
  /** Rows as a multiple of those of the month before, where that is less than half or more than twice. */
  readonly jump: number | null;
}

/** Deliveries of charges, the oldest first. The present month is never a jump: it still grows. */
export function deliveriesOf(snapshots: readonly Snapshot[], currency: string | null): readonly Delivery[] {
  const own = snapshots
    .filter(({dataset}) => dataset === "CostAndUsage")
    .toSorted((a, b) =>
      a.createdAt === b.createdAt ? (a.billingPeriod < b.billingPeriod ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1
    );
  const billedOf = (each: Snapshot): string | null =>
    each.billed.find((money) => money.currency === currency)?.amount ?? null;
  const mostRows = Math.max(1, ...own.map(({rows}) => rows));
  const mostBilled = Math.max(1, ...own.map((each) => pixel(billedOf(each))));
  const newest = own
    .map(({billingPeriod}) => billingPeriod)
    .toSorted()
    .at(-1);
  return own.map((each) => {
    const {snapshot, createdAt, billingPeriod, partition, state, rows} = each;
    const before = own
      .filter((other) => other.partition === partition && other.billingPeriod < billingPeriod && other.state !== "held")
      .toSorted((a, b) => (a.billingPeriod < b.billingPeriod ? -1 : 1))
      .at(-1);
    const ratio = before === undefined || before.rows === 0 || billingPeriod === newest ? 1 : rows / before.rows;
    const billed = billedOf(each);
    return {
      snapshot,
      createdAt,
      billingPeriod,
      partition,
      state,
      rows,
      billed,
      rowsShare: rows / mostRows,
      billedShare: Math.max(0, pixel(billed)) / mostBilled,
      jump: ratio < 0.5 || ratio > 2 ? ratio : null
    };
  });
}
