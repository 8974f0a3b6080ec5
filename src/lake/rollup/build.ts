import {mkdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {type Effects, nowText} from "../../effects.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join as list, literal, sql} from "../../engine/query.ts";
import {parquetOptions} from "../ingest/convert.ts";
import type {Lake} from "../lake.ts";
import {encodeSegment, partName, snapshotPath} from "../layout.ts";
import type {Manifest} from "../snapshot.ts";
import {stagingName} from "../storage.ts";
import {rollupFolder} from "./folder.ts";
import {purchaseColumn, type Rollup, rollupAmounts, rollupRevision, rollupsOf, rowBound} from "./rollup.ts";

/** What became of one roll-up of one snapshot. */
export interface BuiltRollup {
  readonly snapshot: string;
  readonly name: string;
  readonly rows: number;
  /** False where it had more rows than the bound, so that only this fact is kept. */
  readonly kept: boolean;
}

type RollupLake = Pick<Lake, "organisation" | "storage" | "store">;

interface Staged extends BuiltRollup {
  readonly rollup: Rollup;
  /** Absolute, with nothing but the roll-up's file in it. */
  readonly folder: string;
  readonly file: string;
}

/**
 * Sums the charges of a snapshot into every roll-up of the practice that it does not have yet. Roll-ups are caches: a
 * crash leaves files that nothing refers to, and the next build makes them again.
 */
export async function buildRollups(
  lake: RollupLake,
  session: Session,
  manifest: Manifest,
  effects: Effects,
  signal: AbortSignal
): Promise<readonly BuiltRollup[]> {
  if (manifest.dataset !== "CostAndUsage" || manifest.rows === 0) return [];
  const wanted = rollupsOf(manifest.tags);
  const missing = await missingRollups(lake, manifest, wanted);
  if (missing.length === 0) return [];
  const staging = join(stagingName, effects.id());
  try {
    const staged: Staged[] = [];
    for (const rollup of wanted) {
      if (!missing.includes(rollup) && !missing.some(({from}) => from === rollup.name)) continue;
      const folder = lake.storage.locate(join(staging, encodeSegment(rollup.name)));
      await mkdir(folder, {recursive: true});
      const file = join(folder, partName(0));
      const source = staged.find((each) => each.name === rollup.from)?.file;
      const rows = await sumInto(session, rollup, source ?? chargesOf(lake, manifest), file, signal);
      staged.push({
        rollup,
        snapshot: manifest.id,
        name: rollup.name,
        rows,
        kept: rows <= rowBound(manifest.rows),
        folder,
        file
      });
    }
    const built = staged.filter(({rollup}) => missing.includes(rollup));
    for (const each of built) await keep(lake, manifest, each, effects);
    return built.map(({snapshot, name, rows, kept}) => ({snapshot, name, rows, kept}));
  } finally {
    await lake.storage.remove(staging);
  }
}

/** The roll-ups of these that a snapshot does not have in their present definition. */
export async function missingRollups(
  lake: Pick<Lake, "organisation" | "store">,
  manifest: Manifest,
  wanted: readonly Rollup[]
): Promise<readonly Rollup[]> {
  const rows = await lake.store.db
    .selectFrom("rollup")
    .select(["name", "revision"])
    .where("organisation", "=", lake.organisation)
    .where("snapshot", "=", manifest.id)
    .execute();
  const known = new Set(rows.map(({name, revision}) => `${name} ${revision}`));
  return wanted.filter((rollup) => !known.has(`${rollup.name} ${rollupRevision(rollup)}`));
}

function chargesOf(lake: RollupLake, manifest: Manifest): readonly string[] {
  const folder = snapshotPath(manifest, manifest.id);
  return manifest.files.map(({name}) => lake.storage.locate(join(folder, name)));
}

async function sumInto(
  session: Session,
  {bucket, columns, from}: Rollup,
  source: string | readonly string[],
  target: string,
  signal: AbortSignal
): Promise<number> {
  const files = typeof source === "string" ? [source] : source;
  const purchase =
    from === null
      ? sql`("ChargeCategory" = 'Purchase' and "CommitmentDiscountId" is not null)`
      : identifier(purchaseColumn);
  // Groups are kept apart by which amounts are missing, so that a sum means the same as the charges it is made of:
  // list less effective cost is unknown for a charge that lacks one of them, and stays so.
  const gaps = rollupAmounts.map((name, n) => sql`${identifier(name)} is null as ${identifier(`gap_${n}`)}`);
  const sums = rollupAmounts.map((name) => sql`sum(${identifier(name)}) as ${identifier(name)}`);
  const keys = columns.map((name) => identifier(name));
  const query = sql`select
      date_trunc(${literal(bucket)}, "ChargePeriodStart") as "ChargePeriodStart", "BillingPeriodStart", "BillingCurrency",
      ${list([...keys, sql`coalesce(${purchase}, false) as ${identifier(purchaseColumn)}`, ...gaps, ...sums])}
    from read_parquet([${list(files.map(literal))}], hive_partitioning = false) group by all`;
  const dropped = list(rollupAmounts.map((_, n) => identifier(`gap_${n}`)));
  const {rowsChanged} = await session.run(
    sql`copy (select * exclude (${dropped}) from (${query})) to ${literal(target)} (${parquetOptions})`,
    {signal}
  );
  return Number(rowsChanged); // a count of rows
}

/** Puts a roll-up that is small enough in its place, and the catalog's entry after it; of a larger one only the entry. */
async function keep(lake: RollupLake, manifest: Manifest, staged: Staged, effects: Effects): Promise<void> {
  const {rollup, rows, kept, folder, file} = staged;
  const {size} = await stat(file);
  const revision = rollupRevision(rollup);
  const place = rollupFolder(rollup.name, revision, manifest);
  await lake.storage.remove(place);
  if (kept) await lake.storage.publish(folder, place);
  const facts = {
    revision,
    rows,
    bytes: kept ? size : 0,
    kept: kept ? 1 : 0,
    built_at: nowText(effects)
  };
  await lake.store.db
    .insertInto("rollup")
    .values({organisation: lake.organisation, snapshot: manifest.id, name: rollup.name, ...facts})
    .onConflict((conflict) => conflict.columns(["snapshot", "name"]).doUpdateSet(facts))
    .execute();
}
