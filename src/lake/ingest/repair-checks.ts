import type {z} from "zod";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {literal, sql} from "../../engine/query.ts";
import type {Repair} from "../../focus/repairs/repair.ts";
import type {checkResult} from "../snapshot.ts";

/** What was mended in a converted file: one result for each repair that changed rows. */
export async function repairChecks(
  session: Session,
  path: string,
  repairs: readonly Repair[],
  signal: AbortSignal
): Promise<readonly z.output<typeof checkResult>[]> {
  if (repairs.length === 0) return [];
  const rows = await session.rows(
    sql`select id, count(*) as n from (
          select unnest(string_split("x"['x_SourceChanges'], ', ')) as id from read_parquet(${literal(path)})
        ) where id is not null group by id order by id`,
    {signal}
  );
  return rows.flatMap(({id, n}) => {
    const repair = repairs.find((each) => each.id === id);
    const changed = Number(n); // a count of rows
    return repair === undefined
      ? []
      : [{check: "repaired", level: "info" as const, message: repair.about, rows: changed}];
  });
}
