import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import {seriesList as listContract, seriesShow as showContract} from "./contract.ts";
import {pointsOf} from "./import.ts";

export const seriesListOperation = operation(listContract, (_, context) => seriesList(context));
export const seriesShowOperation = operation(showContract, seriesShow);

async function seriesList(context: Context): Promise<Output<typeof listContract>> {
  const {db} = await context.use(storeOf);
  const all = await db
    .selectFrom("series")
    .selectAll()
    .where("organisation", "=", organisation)
    .orderBy("id")
    .execute();
  const counts = await db
    .selectFrom("series_point")
    .select((select) => [
      "series",
      select.fn.countAll().as("points"),
      select.fn.min("day").as("from"),
      select.fn.max("day").as("to")
    ])
    .where("organisation", "=", organisation)
    .groupBy("series")
    .execute();
  const keys = await db
    .selectFrom("series_point")
    .select(["series", "key"])
    .distinct()
    .where("organisation", "=", organisation)
    .execute();
  return {
    rows: all.map(({id, unit, revision, imported_at}) => {
      const count = counts.find(({series}) => series === id);
      return {
        series: id,
        unit,
        points: Number(count?.points ?? 0), // a number of points
        keys: keys.filter(({series}) => series === id).length,
        from: count?.from ?? null,
        to: count?.to ?? null,
        revision,
        importedAt: imported_at
      };
    })
  };
}

/** Throws `not-found` with the nearest name. */
async function seriesShow(
  {series, key, from, to}: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  const {db} = await context.use(storeOf);
  const all = await db.selectFrom("series").selectAll().where("organisation", "=", organisation).execute();
  const found = all.find(({id}) => id === series);
  if (found === undefined) {
    const names = all.map(({id}) => id);
    throw new UserError("not-found", `There is no series ${series}${didYouMean(series, names)}`, {
      remedy: "List them with: ashlar series list"
    });
  }
  const points = await pointsOf(db, series);
  return {
    series,
    unit: found.unit,
    revision: found.revision,
    rows: points
      .filter(
        (point) =>
          (key === undefined || point.key === key) &&
          (from === undefined || point.day >= from) &&
          (to === undefined || point.day < to)
      )
      .map(({day, key: line, value}) => ({day, key: line, value}))
  };
}
