import type {Context} from "../operation.ts";
import {softwareVersion} from "../version.ts";
import type {AskContext} from "./ask.ts";

/** What cost questions are asked with in a practice. Lake and engine are imported here, as help needs neither. */
export async function askContextOf(context: Context): Promise<AskContext> {
  const [{lakeOf}, {engineOf}, {rateSourceOf}] = await Promise.all([
    import("../lake/open.ts"),
    import("../engine/duckdb/open.ts"),
    import("../lake/rates.ts")
  ]);
  const {caller, settings, effects, signal} = context;
  return {
    lake: await context.use(lakeOf),
    engine: await context.use(engineOf),
    caller,
    settings,
    effects,
    signal,
    rates: async (set) => (await rateSourceOf(context))(set),
    version: softwareVersion()
  };
}
