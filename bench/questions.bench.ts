import {sum} from "../src/money/amount.ts";
import {openChild} from "./child.ts";
import {scanByHand} from "./hand.ts";
import type {Measurement, Result} from "./job.ts";
import {median, series, spread} from "./measure.ts";
import {questions} from "./question.data.ts";
import type {Line} from "./table.ts";

export interface QuestionPlace {
  /** The root of a practice with the data in its lake. */
  readonly root: string;
  /** A folder that bare DuckDB may spill to. */
  readonly folder: string;
  readonly memory: string;
  /** Rounds before the measured ones: caches fill, and the JavaScript gets compiled. */
  readonly warmUp: number;
  readonly runs: number;
}

const target = 1.2;
type From = "charges" | "plan";

/**
 * Asks the questions, and types them into bare DuckDB, in turn. They are answered from
 * the charges, for which there is a target, or as the planner likes, which may be from roll-ups.
 */
export async function benchQuestions(
  from: From,
  {root, folder, memory, warmUp, runs}: QuestionPlace
): Promise<readonly Line[]> {
  const us = openChild();
  const hand = openChild();
  const lines: Line[] = [];
  try {
    for (const {name, question, days, byHand} of questions) {
      const {files} = (await us.run({kind: "files", root, memory, days}, "files")).result;
      const sql = byHand(scanByHand(files));
      const ours: Measurement[] = [];
      const bares: Measurement[] = [];
      for (let round = 0; round < warmUp + runs; round++) {
        const asked = await us.run({kind: "ask", root, memory, question, raw: from === "charges"}, "answer");
        const typed = await hand.run({kind: "sql", folder, memory, sql}, "rows");
        if (round === 0) requireEqual(name, asked.result, typed.result);
        if (round >= warmUp) {
          ours.push(asked);
          bares.push(typed);
        }
      }
      lines.push(line(name, from, ours, bares));
    }
  } finally {
    await Promise.all([us.close(), hand.close()]);
  }
  return lines;
}

function line(name: string, from: From, ours: readonly Measurement[], bares: readonly Measurement[]): Line {
  const [a, b] = [series(ours), series(bares)];
  const ratio = median(a.seconds) / median(b.seconds);
  const milliseconds = (seconds: readonly number[]): string =>
    `${spread(seconds, (value) => (value * 1000).toFixed(value < 0.1 ? 1 : 0))} ms`;
  return {
    work: `${from === "charges" ? "Raw rows" : "As planned"}: ${name}`,
    target: from === "charges" ? `≤ ${target} × by hand` : "–",
    measured: milliseconds(a.seconds),
    bare: milliseconds(b.seconds),
    ratio: ratio.toFixed(2),
    cpuRatio: (median(a.cpuSeconds) / median(b.cpuSeconds)).toFixed(2),
    meets: from === "charges" ? ratio <= target : null,
    cpu: `${median(a.cpuSeconds).toFixed(3)} / ${median(b.cpuSeconds).toFixed(3)}`,
    peak: `${median(a.peakMegabytes).toFixed(0)} / ${median(b.peakMegabytes).toFixed(0)}`
  };
}

/** Throws unless both say the same: as many rows, and the same sum of the last metric. */
function requireEqual(name: string, {answer}: Result & {kind: "answer"}, {rows}: Result & {kind: "rows"}): void {
  const metric = answer.question.metric.at(-1) ?? "";
  const amount = (value: unknown): string => (value === null || value === undefined ? "0" : String(value));
  const asked = sum(answer.rows.map((row) => amount(row[metric])));
  const typed = sum(rows.map((row) => amount(row.at(-1))));
  const same = asked.replace(/\.?0+$/, "") === typed.replace(/\.?0+$/, "");
  if (answer.rows.length !== rows.length || !same)
    throw new Error(`${name}: ${answer.rows.length} rows and ${asked}, by hand ${rows.length} rows and ${typed}`);
}
