import {mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import type {z} from "zod";
import {ingest as ingestContract} from "../src/lake/ingest/contract.ts";
import {inChild} from "./child.ts";
import type {Format} from "./focus-data.ts";
import type {Measurement} from "./job.ts";
import {median, series, spread} from "./measure.ts";
import type {Line} from "./table.ts";

export interface Delivery {
  readonly format: Format;
  /** `12 monthly files`, say. */
  readonly title: string;
  readonly paths: readonly string[];
  readonly rows: number;
  readonly columns: readonly string[];
}

export interface IngestPlace {
  /** A folder for lakes and copies, which are removed again. */
  readonly folder: string;
  readonly memory: string;
  readonly runs: number;
}

const target = 0.6;
/** Stages that the target leaves out. */
const beyond = ["check and total", "roll-ups"];

/** Publishes a delivery, and copies it with bare DuckDB, in turn. */
export async function benchIngest(delivery: Delivery, {folder, memory, runs}: IngestPlace): Promise<readonly Line[]> {
  const {format, paths, rows, columns} = delivery;
  const ours: Measurement[] = [];
  const bares: Measurement[] = [];
  const stages = new Map<string, number[]>();
  const root = join(folder, "practice");
  const copies = join(folder, "copies");
  for (let run = 0; run < runs; run++) {
    await mkdir(root, {recursive: true});
    const measured = await inChild({kind: "ingest", root, memory, paths}, "ingest");
    ours.push(measured);
    const report = requireClean(measured.result.report, rows);
    for (const {stage, milliseconds} of report.stages)
      stages.set(stage, [...(stages.get(stage) ?? []), milliseconds / 1000]);
    await rm(root, {recursive: true});
    await mkdir(copies, {recursive: true});
    bares.push(await inChild({kind: "copy", folder: copies, memory, paths, format, columns}, "done"));
    await rm(copies, {recursive: true});
  }
  const bare = series(bares);
  const whole = series(ours);
  const without = whole.seconds.map((seconds, index) =>
    beyond.reduce((left, stage) => left - (stages.get(stage)?.[index] ?? 0), seconds)
  );
  const rate = (seconds: readonly number[]): string =>
    `${spread(
      seconds.map((each) => rows / each / 1000),
      (value) => value.toFixed(0)
    )} k rows/s`;
  const line = (work: string, seconds: readonly number[], isTarget: boolean): Line => {
    const ratio = median(bare.seconds) / median(seconds);
    return {
      work,
      target: isTarget ? `≥ ${target} × bare` : "–",
      measured: rate(seconds),
      bare: rate(bare.seconds),
      ratio: ratio.toFixed(2),
      cpuRatio: (median(bare.cpuSeconds) / median(whole.cpuSeconds)).toFixed(2),
      meets: isTarget ? ratio >= target : null,
      cpu: `${median(whole.cpuSeconds).toFixed(1)} / ${median(bare.cpuSeconds).toFixed(1)}`,
      peak: `${median(whole.peakMegabytes).toFixed(0)} / ${median(bare.peakMegabytes).toFixed(0)}`
    };
  };
  const shown = [...stages].map(([stage, seconds]) => `${stage} ${median(seconds).toFixed(1)} s`).join(", ");
  return [
    line(`${format}, ${delivery.title}, to published snapshots`, without, true),
    line(`… with checks, totals and roll-ups (${shown})`, whole.seconds, false)
  ];
}

/** Throws unless every row was published and none is in quarantine. */
export function requireClean(report: unknown, rows: number): z.output<typeof ingestContract.output> {
  const parsed = ingestContract.output.parse(report);
  const published = parsed.rows.reduce((total, each) => total + each.rows, 0);
  const quarantined = parsed.rows.reduce((total, each) => total + each.quarantined, 0);
  if (published !== rows || quarantined > 0 || parsed.rows.some(({status}) => status !== "published"))
    throw new Error(`ingested ${published} of ${rows} rows, ${quarantined} in quarantine`);
  return parsed;
}
