import {join} from "node:path";
import process from "node:process";
import type {DuckDBConnection} from "@duckdb/node-api";
import {askContextOf} from "../src/cost/ask-context.ts";
import {askCost} from "../src/cost/ask.ts";
import {costQuestion} from "../src/cost/question.ts";
import {ingestOperation} from "../src/lake/ingest/ingest.ts";
import {lakeOf} from "../src/lake/open.ts";
import {openWorkplace, type Workplace} from "../src/workplace.ts";
import {copyByHand, openBare} from "./hand.ts";
import type {Job, Reply, Result} from "./job.ts";
import {practice} from "./practice.ts";

// One process measures one thing, so that its peak of memory and its CPU time are those of that thing.
let workplace: Workplace | undefined;
let bare: DuckDBConnection | undefined;

process.on("message", (job: Job) => void answer(job));

async function answer(job: Job): Promise<void> {
  const reply = await measured(job).catch((error: unknown): Reply => ({ok: false, message: String(error)}));
  process.send?.(reply);
}

async function measured(job: Job): Promise<Reply> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await perform(job);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const peak = process.resourceUsage().maxRSS / 1000;
  return {ok: true, seconds, cpuSeconds: (used.user + used.system) / 1e6, peakMegabytes: peak, result};
}

async function perform(job: Job): Promise<Result> {
  switch (job.kind) {
    case "ingest": {
      const place = openWorkplace(practice(job.root, job.memory));
      try {
        return {kind: "ingest", report: await ingestOperation.run({paths: job.paths, source: "bench"}, place.context)};
      } finally {
        await place.close();
      }
    }
    case "copy": {
      const connection = await openBare(job.memory, join(job.folder, "spill"));
      for (const [index, path] of job.paths.entries())
        await connection.run(copyByHand(job.format, job.columns, path, join(job.folder, `part-${index}.parquet`)));
      connection.closeSync();
      return {kind: "done"};
    }
    case "files": {
      workplace ??= openWorkplace(practice(job.root, job.memory));
      const lake = await workplace.context.use(lakeOf);
      const [from, to] = job.days.map((day) => `${day}T00:00:00Z`);
      const range = {from: from ?? null, to: to ?? null};
      const selection = await lake.select({dataset: "CostAndUsage", charge: range});
      await selection.release();
      return {kind: "files", files: selection.files.map(({path}) => path)};
    }
    case "ask": {
      workplace ??= openWorkplace(practice(job.root, job.memory));
      const context = await askContextOf(workplace.context);
      const {lake} = context;
      const rawLake: typeof lake = {
        folder: lake.folder,
        select: async (request) => ({...(await lake.select(request)), rollups: []})
      };
      const asked = costQuestion.parse(job.question);
      return {kind: "answer", answer: await askCost(asked, job.raw ? {...context, lake: rawLake} : context)};
    }
    case "sql": {
      bare ??= await openBare(job.memory, join(job.folder, "spill"));
      const rows = (await bare.runAndReadAll(job.sql)).getRowsJson();
      return {kind: "rows", rows};
    }
  }
}
