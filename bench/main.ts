import {existsSync} from "node:fs";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {availableParallelism, loadavg, tmpdir} from "node:os";
import {join, resolve} from "node:path";
import process from "node:process";
import {inChild} from "./child.ts";
import {benchFirstAnswer} from "./first-answer.bench.ts";
import {type Format, type Made, makeData} from "./focus-data.ts";
import {benchIngest, type Delivery, requireClean} from "./ingest.bench.ts";
import {benchMemory} from "./memory.bench.ts";
import {type BenchOptions, benchOptions} from "./options.ts";
import {benchQuestions} from "./questions.bench.ts";
import {benchServer} from "./server.bench.ts";
import {type Line, table} from "./table.ts";

const memory = "4GB";
const firstAnswerRows = 1_000_000;
const seed = 1;

await main(benchOptions(process.argv.slice(2)));

async function main(options: BenchOptions): Promise<void> {
  const own = options.folder === null ? await mkdtemp(join(tmpdir(), "ashlar-bench-")) : resolve(options.folder);
  await mkdir(own, {recursive: true});
  try {
    say(`folder ${own}; load ${load()}`);
    const lines = await measure(options, own);
    console.log(
      `${options.rows} rows, ${availableParallelism()} cores, Node ${process.version}, load at the end ${load()}.\n`
    );
    console.log(table(lines));
    if (lines.some(({meets}) => meets === false)) process.exitCode = 3;
  } finally {
    const parts = options.keep ? ["work"] : ["data", "work"];
    for (const name of parts) await rm(join(own, name), {recursive: true, force: true});
    if (!options.keep && options.folder === null) await rm(own, {recursive: true, force: true});
  }
}

async function measure(
  {rows, runs, only, formats, files: counts}: BenchOptions,
  own: string
): Promise<readonly Line[]> {
  const folder = join(own, "work");
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  const data = async (format: Format, files: number, count = rows): Promise<Delivery> => {
    const request = {rows: count, files, format, folder: join(own, "data", `${format}-${files}-${count}`), seed};
    const start = performance.now();
    const made: Made = await makeData(request);
    say(`${format}, ${files} files: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const title = files === 12 ? "a file for each month" : files === 1 ? "one file" : `${files} files`;
    return {...made, format, rows: count, title};
  };
  const lines: Line[] = [];
  const add = (...more: readonly Line[]): void => {
    for (const line of more) say(`${line.work}: ${line.measured}; bare ${line.bare}; ratio ${line.ratio}`);
    lines.push(...more);
  };
  if (only.includes("ingest"))
    for (const files of counts)
      for (const format of formats) add(...(await benchIngest(await data(format, files), {folder, memory, runs})));
  if (only.includes("questions") || only.includes("server")) {
    const root = await publishedLake(join(own, "data", `lake-${rows}`), rows, async () => data("parquet", 12));
    if (only.includes("questions"))
      for (const from of ["charges", "plan"] as const)
        add(...(await benchQuestions(from, {root, folder, memory, ...rounds(rows, runs)})));
    if (only.includes("server")) add(...(await benchServer({root, memory, seconds: 60})));
  }
  if (only.includes("memory")) {
    const delivery = await data("csv.gz", 4);
    add(...(await benchMemory(delivery, folder, {text: "4GB", megabytes: 4000})));
    add(...(await benchMemory(delivery, folder, {text: "1GB", megabytes: 1000})));
  }
  if (only.includes("first-answer")) {
    const [path = ""] = (await data("csv.gz", 1, firstAnswerRows)).paths;
    add(await benchFirstAnswer(path, firstAnswerRows, folder, Math.min(runs, 2)));
  }
  return lines;
}

/** Answers of milliseconds scatter, and the first are not yet compiled; scans of seconds are steady from the second on. */
function rounds(rows: number, runs: number): {readonly warmUp: number; readonly runs: number} {
  return rows > 20_000_000 ? {warmUp: 1, runs} : {warmUp: 4, runs: Math.max(runs, 5)};
}

/** A practice with the year in its lake, taken from an earlier run where that kept it. */
async function publishedLake(root: string, rows: number, delivery: () => Promise<Delivery>): Promise<string> {
  const done = join(root, "published");
  if (existsSync(done)) return root;
  await rm(root, {recursive: true, force: true});
  const {paths} = await delivery();
  await mkdir(root, {recursive: true});
  const {result, seconds, peakMegabytes} = await inChild({kind: "ingest", root, memory, paths}, "ingest");
  const {stages} = requireClean(result.report, rows);
  const shown = stages.map(({stage, milliseconds}) => `${stage} ${(milliseconds / 1000).toFixed(1)} s`).join(", ");
  say(`lake of ${rows} rows: ${seconds.toFixed(1)} s (${shown}), peak ${peakMegabytes.toFixed(0)} MB`);
  await writeFile(done, "");
  return root;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}
