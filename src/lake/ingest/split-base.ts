import {join as joinPath} from "node:path";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, sql} from "../../engine/query.ts";
import {extensionColumn, lakeColumns} from "../../focus/columns.ts";
import {mergedRows} from "../../focus/importers/opencost/split-rows.ts";
import type {Lake} from "../lake.ts";
import {partName, quarantineName, snapshotPath, tagColumn} from "../layout.ts";
import type {Manifest, Snapshot} from "../snapshot.ts";
import {parquetOptions} from "./convert.ts";
import type {Quarantined} from "./faults.ts";
import type {NativeFile} from "./native.ts";
import type {ConvertedFile, HashedFile, ReadOptions} from "./read-file.ts";
import {periodsOf} from "./totals.ts";
import type {DeliveryFacts} from "./units.ts";

/**
 * The rows that questions see now of billing periods that allocations reach into and the delivery has no rows of, one
 * file for each unit. Charges that were split before are whole again. None where rows are appended: they are there.
 */
export async function splitBases(
  session: Session,
  lake: Lake,
  delivered: readonly ConvertedFile[],
  splitting: readonly NativeFile[],
  facts: DeliveryFacts,
  options: ReadOptions
): Promise<readonly ConvertedFile[]> {
  if (facts.mode === "append") return [];
  const known = await unitsOf(session, delivered, options.signal);
  const selection = await lake.select({
    dataset: "CostAndUsage",
    sources: [facts.source],
    charge: await reach(session, splitting, options.signal)
  });
  try {
    const partitions = new Set(splitting.map(({input}) => input.partition));
    const wanted = selection.snapshots.filter(
      ({manifest}) =>
        (partitions.has("all") || partitions.has(manifest.partition)) &&
        !known.has(unitKey(manifest.partition, manifest.billingPeriod))
    );
    const units = [
      ...Map.groupBy(wanted, ({manifest}) => unitKey(manifest.partition, manifest.billingPeriod)).values()
    ];
    const bases: ConvertedFile[] = [];
    for (const unit of units) bases.push(await baseOf(session, lake, unit, bases.length, options));
    return bases;
  } finally {
    await selection.release();
  }
}

const unitKey = (partition: string, period: string): string => JSON.stringify([partition, period]);

async function unitsOf(
  session: Session,
  files: readonly ConvertedFile[],
  signal: AbortSignal
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const {detection, input, path, rows} of files)
    if (detection.dataset === "CostAndUsage" && rows > 0)
      for (const period of await periodsOf(session, "CostAndUsage", path, signal))
        keys.add(unitKey(input.partition, period));
  return keys;
}

/** From the first to the end of the last window, as ISO text in UTC. */
async function reach(session: Session, splitting: readonly NativeFile[], signal: AbortSignal) {
  const each = splitting.map(
    ({rows}) =>
      sql`select window_start, coalesce(window_end, window_start + interval 1 day) as window_end from ${rows.query}`
  );
  const [row] = await session.rows(
    sql`select strftime(min(window_start), '%Y-%m-%dT%H:%M:%SZ') as since,
      strftime(max(window_end), '%Y-%m-%dT%H:%M:%SZ') as until from (${join(each, " union all ")})`,
    {signal}
  );
  return {from: textOf(row?.["since"]), to: textOf(row?.["until"])};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

async function baseOf(
  session: Session,
  lake: Lake,
  snapshots: readonly Snapshot[],
  index: number,
  {tags, folder, signal}: ReadOptions
): Promise<ConvertedFile> {
  const path = joinPath(folder, `base-${index}.parquet`);
  const manifests = snapshots.map(({manifest}) => manifest);
  const files = manifests.flatMap((manifest) =>
    manifest.files.map((_, part) =>
      literal(lake.storage.locate(joinPath(snapshotPath(manifest, manifest.id), partName(part))))
    )
  );
  const columns = [...lakeColumns("CostAndUsage").map(({name}) => name), extensionColumn];
  const promoted = tags.map((key) => sql`"Tags"[${literal(key)}] as ${identifier(tagColumn(key))}`);
  const scan = sql`read_parquet([${join(files)}], union_by_name = true, hive_partitioning = false)`;
  const {rowsChanged} = await session.run(
    sql`copy (select ${join([sql`*`, ...promoted])} from (${mergedRows(scan, columns)})) to ${literal(path)} (${parquetOptions})`,
    {signal}
  );
  return converted(lake, manifests, path, Number(rowsChanged)); // a count of rows
}

async function converted(
  lake: Lake,
  manifests: readonly Manifest[],
  path: string,
  rows: number
): Promise<ConvertedFile> {
  const [manifest] = manifests;
  const inputs = manifests.flatMap((each) =>
    each.inputs
      .filter(({splits}) => splits !== true)
      .map((input): HashedFile => ({
        name: input.name,
        path,
        partition: each.partition,
        fingerprint: {bytes: input.bytes, modified: 0n, inode: 0n},
        sha256: input.sha256
      }))
  );
  const [first, ...also] = inputs;
  if (manifest === undefined || first === undefined) throw new Error("a snapshot without files");
  const columns = [...new Set(manifests.flatMap((each) => each.columns))];
  const quarantined: Quarantined[] = [];
  for (const each of manifests) if (each.quarantined > 0) quarantined.push(...(await quarantineOf(lake, each)));
  return {
    input: first,
    detection: {
      dataset: "CostAndUsage",
      // Snapshots of several files may have several versions and vendors, which are kept as they are.
      version: manifest.focusVersion as ConvertedFile["detection"]["version"],
      flavour: manifest.flavour as ConvertedFile["detection"]["flavour"],
      header: {columns: columns.map((name, place) => ({raw: name, name, index: place})), unnamed: [], notes: []},
      reasons: [],
      missing: [],
      missingEssential: []
    },
    importer: manifest.importer,
    columns,
    path,
    rows,
    delivered: rows + quarantined.length,
    quarantined,
    checks: manifests.flatMap((each) => each.checks).filter(({check}) => !/^(allocations|idle)-/.test(check)),
    notes: [],
    also: {files: also, splits: [], periods: [manifest.billingPeriod], added: new Map()}
  };
}

async function quarantineOf(lake: Lake, manifest: Manifest): Promise<readonly Quarantined[]> {
  const text = await lake.storage.read(joinPath(snapshotPath(manifest, manifest.id), quarantineName));
  return (text ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Quarantined);
}
