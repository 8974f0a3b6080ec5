import {mkdir, readdir, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {openChild} from "./child.ts";
import {type Delivery, requireClean} from "./ingest.bench.ts";
import type {Measurement} from "./job.ts";
import {questions} from "./question.data.ts";
import type {Line} from "./table.ts";

/** What the process may use beyond the limit of its engine: the code, JavaScript, and buffers outside the limit. */
const beside = 500;

/** Ingests a delivery and asks all questions, each in a process of its own, with a limit of memory. */
export async function benchMemory(
  delivery: Delivery,
  folder: string,
  limit: {readonly text: string; readonly megabytes: number}
): Promise<readonly Line[]> {
  const root = join(folder, "practice");
  await mkdir(root, {recursive: true});
  const spilled = watchSpill(join(root, ".ashlar", "spill"));
  const ingesting = openChild();
  const asking = openChild();
  try {
    const {text: memory} = limit;
    const ingested = await ingesting.run({kind: "ingest", root, memory, paths: delivery.paths}, "ingest");
    requireClean(ingested.result.report, delivery.rows);
    const ingestSpill = spilled.reset();
    const answers: Measurement[] = [];
    for (const {question} of questions)
      answers.push(await asking.run({kind: "ask", root, memory, question, raw: true}, "answer"));
    return [
      line(`Memory ${memory}: ingest ${delivery.format}, ${delivery.title}`, [ingested], ingestSpill, limit.megabytes),
      line(`Memory ${memory}: the questions, each once`, answers, spilled.reset(), limit.megabytes)
    ];
  } finally {
    spilled.stop();
    await Promise.all([ingesting.close(), asking.close()]);
    await rm(root, {recursive: true});
  }
}

function line(work: string, measurements: readonly Measurement[], spilled: number, megabytes: number): Line {
  const peak = Math.max(...measurements.map(({peakMegabytes}) => peakMegabytes));
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return {
    work,
    target: `ends, ≤ ${megabytes} + ${beside} MB`,
    measured: `${total(measurements.map(({seconds}) => seconds)).toFixed(1)} s, ${spilled.toFixed(0)} MB spilled`,
    bare: "–",
    ratio: "–",
    cpuRatio: "–",
    meets: peak <= megabytes + beside,
    cpu: total(measurements.map(({cpuSeconds}) => cpuSeconds)).toFixed(1),
    peak: peak.toFixed(0)
  };
}

/** Looks at a folder from time to time; `reset` gives the most megabytes it held since the last reset. */
function watchSpill(folder: string): {reset(): number; stop(): void} {
  let most = 0;
  const look = async (): Promise<void> => {
    const names = await readdir(folder, {recursive: true}).catch(() => []);
    const sizes = await Promise.all(names.map(async (name) => stat(join(folder, name)).catch(() => null)));
    const bytes = sizes.reduce((sum, entry) => sum + (entry?.isFile() === true ? entry.size : 0), 0);
    most = Math.max(most, bytes / 1e6);
  };
  const timer = setInterval(() => void look(), 100);
  return {
    reset: () => {
      const seen = most;
      most = 0;
      return seen;
    },
    stop: () => clearInterval(timer)
  };
}
