import {chargesRelation} from "../../cost/relation.ts";
import {sourceColumn} from "../../cost/terms.ts";
import type {Engine, Row} from "../../engine/engine.ts";
import type {Query} from "../../engine/query.ts";
import type {Lake, SelectRequest, Selection} from "../../lake/lake.ts";
import type {Snapshot} from "../../lake/snapshot.ts";
import {normalise} from "../../money/amount.ts";
import type {Context} from "../../operation.ts";

/** Charges of some snapshots as rows of a query. */
export interface LakeReader {
  readonly lake: Lake;
  readonly engine: Engine;
  /**
   * Rows of a query over the charges of a request, given as a relation with these columns and `source`; none where
   * there are no charges. `keep` leaves out snapshots by their manifests.
   */
  charges(
    columns: readonly string[],
    query: (charges: Query, snapshots: readonly Snapshot[]) => Query,
    request?: Partial<SelectRequest>,
    keep?: (snapshot: Snapshot) => boolean
  ): Promise<readonly Row[]>;
}

/** Lake and engine are imported here, as help needs neither. */
export async function lakeReader(context: Context): Promise<LakeReader> {
  const [{lakeOf}, {engineOf}] = await Promise.all([
    import("../../lake/open.ts"),
    import("../../engine/duckdb/open.ts")
  ]);
  const lake = await context.use(lakeOf);
  const engine = await context.use(engineOf);
  return {
    lake,
    engine,
    charges: async (columns, query, request = {}, keep = () => true) => {
      const selection: Selection = await lake.select({dataset: "CostAndUsage", ...request});
      try {
        const snapshots = selection.snapshots.filter(keep);
        const wanted = new Set([...columns, sourceColumn]);
        const relation = chargesRelation(selection, snapshots, wanted, engine.dialect);
        if (relation === null) return [];
        return await engine.rows(query(relation.query, snapshots), {
          signal: context.signal,
          caller: context.caller.id
        });
      } finally {
        await selection.release();
      }
    }
  };
}

/** A text of a row; null where there is none. */
export function textIn(row: Row, name: string): string | null {
  const cell = row[name];
  return typeof cell === "string" ? cell : null;
}

/** A count of a row. */
export function countIn(row: Row, name: string): number {
  return Number(row[name] ?? 0); // a count of rows
}

/** An exact amount of a row in plain text; `0` where there is none. */
export function amountIn(row: Row, name: string): string {
  return normalise(String(row[name] ?? "0"), {trailingZeros: false});
}
