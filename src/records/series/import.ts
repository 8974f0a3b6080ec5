import {createHash} from "node:crypto";
import {basename, resolve} from "node:path";
import type {Transaction} from "kysely";
import {counted} from "../../counted.ts";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {compare} from "../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {seriesImport as importContract} from "./contract.ts";
import {type Point, readPoints} from "./series-file.ts";

export const seriesImportOperation = operation(importContract, seriesImport);

type ImportInput = Input<typeof importContract>;

/** Takes a file of points as a whole or not at all. Throws `series.changed`, and what reading the file throws. */
export async function seriesImport(input: ImportInput, context: Context): Promise<Output<typeof importContract>> {
  const {effects, caller, signal} = context;
  const offered = await readPoints({name: input.file, path: resolve(effects.cwd(), input.file)}, signal);
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    await requireUnit(tx, input);
    const known = new Map((await pointsOf(tx, input.name)).map((point) => [idOf(point), point]));
    const added = offered.filter((point) => !known.has(idOf(point)));
    const changed = offered.filter((point) => {
      const old = known.get(idOf(point));
      return old !== undefined && compare(old.value, point.value) !== 0;
    });
    refuseChanges(input, known, changed);
    for (const point of [...added, ...changed]) known.set(idOf(point), point);
    const revision = revisionOf([...known.values()]);
    if (!input.dryRun && added.length + changed.length > 0) {
      const imported = {revision, origin: basename(input.file), imported_at: nowText(effects), imported_by: caller.id};
      await tx
        .insertInto("series")
        .values({organisation, id: input.name, unit: input.unit, ...imported})
        .onConflict((conflict) => conflict.columns(["organisation", "id"]).doUpdateSet({unit: input.unit, ...imported}))
        .execute();
      await write(tx, input.name, [...added, ...changed]);
      const detail = {revision, added: added.length, changed: changed.length};
      const event = {organisation, caller: caller.id, operation: "series.import", subject: input.name, detail};
      await recordEvent(tx, event, effects);
    }
    const days = offered.map(({day}) => day).toSorted();
    return {
      series: input.name,
      unit: input.unit,
      dryRun: input.dryRun,
      revision,
      added: added.length,
      changed: changed.length,
      unchanged: offered.length - added.length - changed.length,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      keys: [...new Set(offered.map(({key}) => key))].filter((key) => key !== "").toSorted()
    };
  });
}

export async function pointsOf(db: Pick<Transaction<Tables>, "selectFrom">, series: string): Promise<readonly Point[]> {
  return db
    .selectFrom("series_point")
    .select(["day", "key", "value"])
    .where("organisation", "=", organisation)
    .where("series", "=", series)
    .orderBy("day")
    .orderBy("key")
    .execute();
}

async function requireUnit(tx: Transaction<Tables>, {name, unit, replace}: ImportInput): Promise<void> {
  const series = await tx
    .selectFrom("series")
    .select("unit")
    .where("organisation", "=", organisation)
    .where("id", "=", name)
    .executeTakeFirst();
  if (series === undefined || series.unit === unit || replace) return;
  throw new UserError("series.changed", `series ${name} counts ${series.unit}, not ${unit}`, {
    at: {column: "unit"},
    remedy: "Use its unit, another --name, or --replace if the unit is what changed. Nothing was changed."
  });
}

function refuseChanges(
  {replace, name}: ImportInput,
  known: ReadonlyMap<string, Point>,
  changed: readonly Point[]
): void {
  const [first] = changed;
  if (first === undefined || replace) return;
  const old = known.get(idOf(first))?.value ?? "";
  throw new UserError(
    "series.changed",
    `${counted(changed.length, "value")} of series ${name} would change, such as ${first.day}${first.key === "" ? "" : ` of ${first.key}`} from ${old} to ${first.value}`,
    {remedy: "Use --replace if the new values are right. Nothing was changed."}
  );
}

/** Rows of one statement: the databases limit how many values it may bind. */
const batch = 500;

async function write(tx: Transaction<Tables>, series: string, points: readonly Point[]): Promise<void> {
  for (let start = 0; start < points.length; start += batch) {
    const rows = points.slice(start, start + batch).map((point) => ({organisation, series, ...point}));
    await tx
      .insertInto("series_point")
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["organisation", "series", "key", "day"])
          .doUpdateSet((set) => ({value: set.ref("excluded.value")}))
      )
      .execute();
  }
}

/** SHA-256 of what the series says. */
function revisionOf(points: readonly Point[]): string {
  const lines = points.map(({day, key, value}) => `${day}\t${key}\t${value}`).toSorted();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

function idOf({day, key}: Point): string {
  return `${day} ${key}`;
}
