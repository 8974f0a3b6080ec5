import {spawn} from "node:child_process";
import {once} from "node:events";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {createInterface} from "node:readline";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {tags} from "./hand.ts";
import {median} from "./measure.ts";
import type {Line} from "./table.ts";

export interface ServerPlace {
  /** The root of a practice with the data in its lake. */
  readonly root: string;
  readonly memory: string;
  readonly seconds: number;
}

const clients = 20;
/** Milliseconds between an answer and the client's next question. */
const pause = 1000;
/** Milliseconds that 95 of 100 answers from roll-ups may take. */
const target = 300;
const launcher = fileURLToPath(new URL("../bin/ashlar.js", import.meta.url));

/**
 * Serves the lake as a user would, and lets clients ask it over HTTP, each a second after its last answer. Periods and
 * filters go on changing, so that the server computes its answers instead of repeating them.
 */
export async function benchServer({root, memory, seconds}: ServerPlace): Promise<readonly Line[]> {
  await writeFile(join(root, "ashlar.yaml"), `tags: [${tags.join(", ")}]\nengine: {memory: ${memory}}\n`);
  const server = spawn(process.execPath, [launcher, "--practice", root, "serve", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"]
  });
  const ended = once(server, "exit");
  try {
    const address = await addressOf(server.stdout);
    const taken = new Map<string, number[]>();
    const ask = async (client: number, until: number): Promise<void> => {
      await sleep((client * pause) / clients);
      for (let turn = 0; performance.now() < until; turn++) {
        const [name, query] = question(client, turn);
        const start = performance.now();
        const response = await fetch(`${address}/api/cost?${query}`);
        const answer: unknown = await response.json();
        const milliseconds = performance.now() - start;
        if (response.status !== 200) throw new Error(`${query}: ${response.status} ${JSON.stringify(answer)}`);
        taken.set(name, [...(taken.get(name) ?? []), milliseconds]);
        await sleep(pause);
      }
    };
    await Promise.all(Array.from({length: kinds.length * 2}, (_, client) => ask(client, performance.now() + 1)));
    taken.clear();
    const until = performance.now() + seconds * 1000;
    await Promise.all(Array.from({length: clients}, (_, client) => ask(client, until)));
    const lines = [...taken]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, times]) => line(name, times, false));
    return [...lines, line("all of these", [...taken.values()].flat(), true)];
  } finally {
    server.kill();
    await ended;
  }
}

/** The first address that the server prints. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const text of createInterface({input: output})) {
    const found = /https?:\/\/\S+/.exec(text)?.[0];
    if (found !== undefined) {
      output.resume();
      return found.replace(/\/$/, "");
    }
  }
  throw new Error("the server ended without an address");
}

/** What people ask again and again on the pages, each about other months. */
const kinds: readonly (readonly [name: string, query: (from: number, months: number) => string])[] = [
  ["month × service", (from, months) => `by=service&granularity=month&${span(from, months)}`],
  [
    "month × provider and category",
    (from, months) => `by=provider&by=category&granularity=month&${span(from, months)}`
  ],
  ["day × tag", (from, months) => `by=tag.team&granularity=day&${span(from, Math.min(months, 3))}`],
  ["month over month, service", (from) => `by=service&compare=previous&${span(from, 1)}`],
  ["totals", (from, months) => `metric=billed&metric=effective&metric=list&${span(from, months)}`]
];

function question(client: number, turn: number): readonly [name: string, query: string] {
  const step = client * 7 + turn;
  const [name, query] = kinds[step % kinds.length] ?? ["", () => ""];
  const from = Math.floor(step / kinds.length) % 12;
  const months = 1 + (Math.floor(step / (kinds.length * 12)) % (12 - from));
  const tag = step % 2 === 0 ? "" : `&filter=${encodeURIComponent(`service != 'none-${step % 97}'`)}`;
  return [name, `${query(from, months)}${tag}`];
}

function span(from: number, count: number): string {
  const day = (month: number): string =>
    `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  return `from=${day(from)}&to=${day(from + count)}`;
}

function line(name: string, times: readonly number[], isTarget: boolean): Line {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return {
    work: `HTTP, ${clients} clients: ${name}`,
    target: isTarget ? `p95 ≤ ${target} ms` : "–",
    measured: `p95 ${p95.toFixed(0)} ms, median ${median(sorted).toFixed(0)} ms, ${sorted.length} answers`,
    bare: "–",
    ratio: "–",
    cpuRatio: "–",
    meets: isTarget ? p95 <= target : null,
    cpu: "–",
    peak: "–"
  };
}
