import {engineOf} from "../../engine/duckdb/open.ts";
import type {Engine, Row} from "../../engine/engine.ts";
import {join, type Query, raw, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import {normalise, subtract} from "../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots, snapshotById} from "../catalog.ts";
import {snapshotsDiff as diffContract} from "../contract.ts";
import type {Lake, Selection} from "../lake.ts";
import {lakeOf} from "../open.ts";
import type {Snapshot} from "../snapshot.ts";

export const snapshotsDiffOperation = operation(diffContract, snapshotsDiff);

type Diff = Output<typeof diffContract>;

/** What changed between two states of one unit; both come from the rows, so that the parts sum to the whole. */
export async function snapshotsDiff(input: Input<typeof diffContract>, context: Context): Promise<Diff> {
  const lake = await context.use(lakeOf);
  const after = await snapshotById(lake.store.db, lake.organisation, input.snapshot);
  const before =
    input.against === undefined
      ? await replacedBy(lake, after)
      : [await snapshotById(lake.store.db, lake.organisation, input.against)];
  if (after.manifest.dataset !== "CostAndUsage" || before.some(({manifest}) => manifest.dataset !== "CostAndUsage"))
    throw new UserError("usage.invalid", "Only snapshots of CostAndUsage can be compared", {
      remedy: "List them with: ashlar snapshots list --dataset CostAndUsage"
    });
  const engine = await context.use(engineOf);
  const old = await lake.select({dataset: "CostAndUsage", snapshots: before.map(({manifest}) => manifest.id)});
  let now: Selection | undefined;
  try {
    now = await lake.select({dataset: "CostAndUsage", snapshots: [after.manifest.id]});
    const changes = await engine.rows(changesQuery(engine, old, now, input.limit), {signal: context.signal});
    const totals = await engine.rows(totalsQuery(engine, old, now), {signal: context.signal});
    return {
      before: before.map(({manifest}) => manifest.id),
      after: after.manifest.id,
      rows: changes.map((row) => ({service: text(row["service"]), account: text(row["account"]), ...difference(row)})),
      totals: totals.map(difference),
      notes: before.length === 0 ? ["It replaced nothing: everything in it is new."] : []
    };
  } finally {
    await old.release();
    await now?.release();
  }
}

/** The snapshots of the unit that stopped being seen in the moment in which this one began to be. */
async function replacedBy(lake: Lake, after: Snapshot): Promise<readonly Snapshot[]> {
  const {source, dataset, partition, billingPeriod, id} = after.manifest;
  const unit = await findSnapshots(lake.store.db, lake.organisation, {
    sources: [source],
    dataset,
    partition,
    billingPeriod
  });
  if (after.activeFrom === null) return unit.filter(({state}) => state === "active");
  return unit.filter(({manifest, activeTo}) => manifest.id !== id && activeTo === after.activeFrom);
}

function bothSides(engine: Engine, old: Selection, now: Selection): Query {
  const side = (selection: Selection, name: "before" | "after"): Query[] =>
    selection.files.length === 0
      ? []
      : [
          sql`select ${raw(name === "after" ? "true" : "false")} as is_after, "ServiceName" as service,
              coalesce("SubAccountName", "SubAccountId", "BillingAccountName", "BillingAccountId") as account,
              "BillingCurrency" as currency, "BilledCost" as billed, "EffectiveCost" as effective
            from (${engine.dialect.scan("CostAndUsage", selection.files)}) as charges`
        ];
  return join([...side(old, "before"), ...side(now, "after")], " union all ");
}

const sums = sql`
  count(*) filter (where not is_after) as rows_before, count(*) filter (where is_after) as rows_after,
  coalesce(sum(billed) filter (where not is_after), 0) as billed_before,
  coalesce(sum(billed) filter (where is_after), 0) as billed_after,
  coalesce(sum(effective) filter (where not is_after), 0) as effective_before,
  coalesce(sum(effective) filter (where is_after), 0) as effective_after`;

function changesQuery(engine: Engine, old: Selection, now: Selection, limit: number): Query {
  return sql`select * from (
      select service, account, currency, ${sums} from (${bothSides(engine, old, now)}) as sides group by 1, 2, 3
    ) as changes
    where billed_before <> billed_after or effective_before <> effective_after or rows_before <> rows_after
    order by abs(billed_after - billed_before) desc, abs(effective_after - effective_before) desc, service, account, currency
    limit ${raw(String(limit))}`;
}

function totalsQuery(engine: Engine, old: Selection, now: Selection): Query {
  return sql`select currency, ${sums} from (${bothSides(engine, old, now)}) as sides group by 1 order by 1`;
}

function difference(row: Row): Diff["totals"][number] {
  const amount = (name: string): string => normalise(String(row[name]), {trailingZeros: false});
  const change = (metric: string): string =>
    normalise(subtract(String(row[`${metric}_after`]), String(row[`${metric}_before`])), {trailingZeros: false});
  return {
    currency: String(row["currency"]),
    rowsBefore: Number(row["rows_before"]), // a count of rows
    rowsAfter: Number(row["rows_after"]), // a count of rows
    billedBefore: amount("billed_before"),
    billedAfter: amount("billed_after"),
    billedChange: change("billed"),
    effectiveBefore: amount("effective_before"),
    effectiveAfter: amount("effective_after"),
    effectiveChange: change("effective")
  };
}

function text(cell: Row[string] | undefined): string | null {
  return typeof cell === "string" ? cell : null;
}
