import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {median, spread} from "./measure.ts";
import type {Line} from "./table.ts";

const target = 60;
const launcher = fileURLToPath(new URL("../bin/ashlar.js", import.meta.url));
const preload = new URL("report-usage.ts", import.meta.url).href;

/** From one file to the first answer on the command line: two commands, wall time from start to exit. */
export async function benchFirstAnswer(path: string, rows: number, folder: string, runs: number): Promise<Line> {
  const seconds: number[] = [];
  const cpu: number[] = [];
  const peak: number[] = [];
  const root = join(folder, "practice");
  for (let run = 0; run < runs; run++) {
    await mkdir(root, {recursive: true});
    const ingest = await command(["--quiet", "--practice", root, "ingest", path, "--source", "bench"], folder);
    const cost = await command(
      ["--quiet", "--practice", root, "cost", "--by", "service", "--granularity", "month"],
      folder
    );
    await rm(root, {recursive: true});
    seconds.push(ingest.seconds + cost.seconds);
    cpu.push(ingest.cpuSeconds + cost.cpuSeconds);
    peak.push(Math.max(ingest.peakMegabytes, cost.peakMegabytes));
  }
  return {
    work: `Command line, from one file of ${rows} rows to the first answer`,
    target: `< ${target} s`,
    measured: spread(seconds, (value) => `${value.toFixed(1)} s`),
    bare: "–",
    ratio: "–",
    cpuRatio: "–",
    meets: median(seconds) < target,
    cpu: median(cpu).toFixed(1),
    peak: median(peak).toFixed(0)
  };
}

interface Usage {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

async function command(words: readonly string[], folder: string): Promise<Usage & {readonly seconds: number}> {
  const usageFile = join(folder, "usage.json");
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", preload, launcher, ...words], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {...process.env, BENCH_USAGE: usageFile}
  });
  const [code] = (await once(child, "exit")) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`ashlar ${words.join(" ")} ended with ${code}`);
  return {...(JSON.parse(await readFile(usageFile, "utf8")) as Usage), seconds};
}
