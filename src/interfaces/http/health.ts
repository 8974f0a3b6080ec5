import {basename} from "node:path";
import type {FastifyInstance, FastifyReply, FastifyRequest} from "fastify";
import {engineOf} from "../../engine/duckdb/open.ts";
import {lakeOf} from "../../lake/open.ts";
import {foundTagKeys} from "../../lake/tag-keys.ts";
import type {Caller, Context} from "../../operation.ts";
import type {Settings} from "../../settings.ts";
import {storeOf} from "../../store/open.ts";
import {softwareVersion} from "../../version.ts";
import type {Metrics} from "./metrics.ts";
import {problemOf} from "./problem.ts";
import type {ScheduleState} from "./sync-schedule.ts";

/** Health for supervisors, metrics for Prometheus, and what the server says of itself to its callers. */
export function addHealth(
  app: FastifyInstance,
  context: Context,
  metrics: Metrics,
  {
    tokenRequired,
    contextOf,
    schedule
  }: {
    readonly tokenRequired: boolean;
    readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
    readonly schedule: () => ScheduleState;
  }
): void {
  app.get("/healthz", {config: {rateLimit: false}}, () => ({status: "ok"}));
  app.get("/readyz", {config: {rateLimit: false}}, async (request, reply) => {
    try {
      const {store} = await context.use(lakeOf);
      await store.db.selectFrom("organisation").select("id").limit(1).execute();
      await context.use(engineOf);
      return {status: "ready"};
    } catch (error) {
      const {code, title} = problemOf(error, request.id, []);
      return reply.code(503).header("retry-after", "5").send({status: "not ready", code, title});
    }
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  );
  app.get("/api/server", async (request, reply) => {
    const {settings, caller, folder} = await contextOf(request, reply);
    const engine = await context.use(engineOf);
    return reply.send({
      software: softwareVersion(),
      node: process.versions.node,
      engine: {name: engine.name, version: await engine.version(), ...settings.engine},
      practice: {name: basename(folder.root), hasFile: folder.file !== null},
      state: settings.state.url === undefined ? "sqlite" : "postgres",
      tags: settings.tags,
      tagKeys: await offeredTagKeys(context, settings, caller),
      rates: {set: settings.rates.set ?? null, basis: settings.rates.basis},
      fiscalYearStart: settings.calendar.fiscalYearStart,
      now: context.effects.now().toString({smallestUnit: "millisecond"}),
      caller: {id: caller.id, roles: caller.roles, rowFilter: caller.rowFilter, masked: caller.masked},
      tokenRequired,
      sync: schedule()
    });
  });
}

/**
 * The tag keys to offer: those of the practice, then those found in the data. A caller who does not see all charges, or
 * no tags, is told only the former.
 */
async function offeredTagKeys(context: Context, {tags}: Settings, caller: Caller): Promise<readonly string[]> {
  if (caller.rowFilter !== null || caller.masked.length > 0) return tags;
  return [...new Set([...tags, ...(await foundTagKeys(await context.use(lakeOf)))])];
}

/** Snapshots of the lake by state. */
export async function lakeCounts(context: Context): Promise<Readonly<Record<string, number>>> {
  const store = await context.use(storeOf);
  const rows = await store.db
    .selectFrom("snapshot")
    .select(["state", (builder) => builder.fn.countAll<number | string>().as("count")])
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({state, count}) => [state, Number(count)]));
}
