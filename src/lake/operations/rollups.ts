import {join} from "node:path";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots} from "../catalog.ts";
import {rollupsBuild as buildContract, rollupsList as listContract} from "../contract.ts";
import type {Lake} from "../lake.ts";
import {lakeOf} from "../open.ts";
import {type BuiltRollup, buildRollups, missingRollups} from "../rollup/build.ts";
import {rollupRevision, rollupsOf} from "../rollup/rollup.ts";
import type {Manifest} from "../snapshot.ts";

export const rollupsListOperation = operation(listContract, (_, context) => rollupsList(context));
export const rollupsBuildOperation = operation(buildContract, rollupsBuild);

/** Active snapshots of charges that are large enough for roll-ups. */
async function chargeManifests(lake: Lake, {settings}: Context): Promise<readonly Manifest[]> {
  const active = await findSnapshots(lake.store.db, lake.organisation, {dataset: "CostAndUsage", states: ["active"]});
  return active.map(({manifest}) => manifest).filter(({rows}) => rows > 0 && rows >= settings.lake.rollups);
}

async function rollupsList(context: Context): Promise<Output<typeof listContract>> {
  const lake = await context.use(lakeOf);
  const manifests = await chargeManifests(lake, context);
  const entries = await lake.store.db
    .selectFrom("rollup")
    .selectAll()
    .where("organisation", "=", lake.organisation)
    .execute();
  const byKey = new Map(entries.map((entry) => [`${entry.snapshot} ${entry.name} ${entry.revision}`, entry]));
  const rows = new Map<string, Output<typeof listContract>["rows"][number]>();
  for (const manifest of manifests)
    for (const rollup of rollupsOf(manifest.tags)) {
      const row = rows.get(rollup.name) ?? {
        rollup: rollup.name,
        snapshots: 0,
        tooLarge: 0,
        missing: 0,
        rows: 0,
        charges: 0,
        bytes: 0
      };
      const entry = byKey.get(`${manifest.id} ${rollup.name} ${rollupRevision(rollup)}`);
      if (entry === undefined) row.missing++;
      else if (entry.kept === 0) row.tooLarge++;
      else {
        row.snapshots++;
        row.rows += entry.rows;
        row.charges += manifest.rows;
        row.bytes += entry.bytes;
      }
      rows.set(rollup.name, row);
    }
  const isMissing = [...rows.values()].some(({missing}) => missing > 0);
  return {
    rows: [...rows.values()],
    notes: [
      ...(manifests.length === 0
        ? [`No snapshot has the ${context.settings.lake.rollups} rows from which on roll-ups are built.`]
        : []),
      ...(isMissing ? ["Some snapshots lack roll-ups, so their charges are read: ashlar rollups build"] : [])
    ]
  };
}

export async function rollupsBuild(
  input: Input<typeof buildContract>,
  context: Context
): Promise<Output<typeof buildContract>> {
  const lake = await context.use(lakeOf);
  const manifests = await chargeManifests(lake, context);
  const built = input.dryRun ? await wouldBuild(lake, manifests) : await build(lake, manifests, context);
  const rows = [...Map.groupBy(built, ({name}) => name)].map(([rollup, of]) => ({
    rollup,
    built: of.length,
    rows: of.reduce((total, each) => total + each.rows, 0)
  }));
  return {dryRun: input.dryRun, rows};
}

async function wouldBuild(lake: Lake, manifests: readonly Manifest[]): Promise<readonly BuiltRollup[]> {
  const missing: BuiltRollup[] = [];
  for (const manifest of manifests)
    for (const {name} of await missingRollups(lake, manifest, rollupsOf(manifest.tags)))
      missing.push({snapshot: manifest.id, name, rows: 0, kept: false});
  return missing;
}

async function build(lake: Lake, manifests: readonly Manifest[], context: Context): Promise<readonly BuiltRollup[]> {
  const {settings, effects, folder, signal, progress} = context;
  const engine = await openDuckdb(
    {
      memory: settings.engine.memory,
      ...(settings.engine.threads === undefined ? {} : {threads: settings.engine.threads}),
      spill: settings.engine.spill,
      parallel: 1,
      spillFolder: join(folder.data, "spill"),
      allowedDirectories: [lake.folder]
    },
    effects
  );
  try {
    const session = await engine.session();
    const built: BuiltRollup[] = [];
    for (const [index, manifest] of manifests.entries()) {
      progress({stage: "roll-ups", message: manifest.billingPeriod, done: index, total: manifests.length});
      built.push(...(await buildRollups(lake, session, manifest, effects, signal)));
    }
    return built;
  } finally {
    await engine.close();
  }
}
