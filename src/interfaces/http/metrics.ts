import {Counter, Gauge, Histogram, Registry} from "prom-client";
import type {EngineLoad} from "./server-options.ts";

/** What a server counts and measures, in the words of Prometheus; every server has a registry of its own. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<"route" | "method" | "status">;
  readonly seconds: Histogram<"route" | "method">;
  readonly cache: Counter<"result">;
  readonly unchanged: Counter;
  readonly deliveries: Counter<"status">;
  readonly writes: Counter<"operation" | "result">;
}

export interface MetricSources {
  readonly engine: () => Promise<EngineLoad | null>;
  readonly parallel: number;
  readonly cacheBytes: () => number;
  /** Snapshots of the lake by state. */
  readonly snapshots: () => Promise<Readonly<Record<string, number>>>;
}

export function serverMetrics({engine, parallel, cacheBytes, snapshots}: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const name = (text: string): string => `ashlar_${text}`;
  new Gauge({
    name: name("questions_running"),
    help: "Questions that the engine works on",
    registers,
    async collect() {
      this.set(Math.min(parallel, (await engine())?.pending ?? 0));
    }
  });
  new Gauge({
    name: name("questions_waiting"),
    help: "Questions that wait for the engine",
    registers,
    async collect() {
      this.set(Math.max(0, ((await engine())?.pending ?? 0) - parallel));
    }
  });
  new Gauge({
    name: name("engine_memory_bytes"),
    help: "Resident memory of the engine's process",
    registers,
    async collect() {
      this.set((await engine())?.memory ?? 0);
    }
  });
  new Gauge({
    name: name("snapshots"),
    help: "Snapshots in the lake",
    labelNames: ["state"],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await snapshots())) this.set({state}, count);
    }
  });
  new Gauge({
    name: name("server_memory_bytes"),
    help: "Resident memory of the server's process",
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    }
  });
  new Gauge({
    name: name("answer_cache_bytes"),
    help: "Memory of answers that are kept",
    registers,
    collect() {
      this.set(cacheBytes());
    }
  });
  return {
    registry,
    requests: new Counter({
      name: name("http_requests_total"),
      help: "Calls answered",
      labelNames: ["route", "method", "status"],
      registers
    }),
    seconds: new Histogram({
      name: name("http_request_seconds"),
      help: "Time to answer",
      labelNames: ["route", "method"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers
    }),
    cache: new Counter({
      name: name("answer_cache_total"),
      help: "Answers looked for in memory; shared are those that were being made for somebody else already",
      labelNames: ["result"],
      registers
    }),
    unchanged: new Counter({
      name: name("answers_unchanged_total"),
      help: "Answers that the caller had already (304)",
      registers
    }),
    deliveries: new Counter({
      name: name("ingested_periods_total"),
      help: "Billing periods of deliveries taken in through the server",
      labelNames: ["status"],
      registers
    }),
    writes: new Counter({
      name: name("writes_total"),
      help: "Operations that change something",
      labelNames: ["operation", "result"],
      registers
    })
  };
}
