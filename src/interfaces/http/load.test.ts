import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, expect, test} from "vitest";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {openSite, type Site} from "./fixtures/site.ts";
import {inOwnProcess} from "./heavy.ts";

/** Seconds of load: a few in a usual run, ten minutes where the environment says so. */
const seconds = Number(process.env["ASHLAR_LOAD_SECONDS"] ?? "5");
const clients = 20;

let site: Site;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  site = await openSite();
  app = site.server({heavy: inOwnProcess, lagLimit: 3000});
  address = await app.listen({port: 0, host: "127.0.0.1"});
});
afterAll(() => site.close());

/** Two deliveries of one month that replace each other; nothing else may ever be seen. */
const versions = [1, 2].map((n) =>
  csv(
    Array.from({length: 2000}, (_, row) =>
      charge({...inMonth("2026-05"), BilledCost: `${n}.25`, ResourceId: String(row)})
    )
  )
);
const allowed = ["none", "2500", "4500"];

const questions = [
  "period=2026-05",
  "period=2026-05&by=service",
  "by=tag.team&granularity=month",
  "period=2026-Q3&by=provider&compare=previous"
];

test(
  `twenty clients for ${seconds} s while deliveries replace each other: no error, no wrong total`,
  {timeout: (seconds + 120) * 1000},
  async () => {
    const until = performance.now() + seconds * 1000;
    let answers = 0;
    let deliveries = 0;
    // On a machine that has much else to do, as long as it takes until deliveries have replaced each other.
    const goesOn = (): boolean => performance.now() < until || deliveries < 3;
    const seen = new Set<string>();
    const wrong: string[] = [];

    const ask = async (client: number): Promise<void> => {
      for (let n = client; goesOn(); n++) {
        const question = questions[n % questions.length] ?? "";
        const response = await fetch(`${address}/api/cost?metric=billed&source=load&${question}`);
        const body = (await response.json()) as {totals: {billed: string}[]; rows: {billed: string}[]};
        if (response.status !== 200) wrong.push(`${response.status} ${JSON.stringify(body).slice(0, 300)}`);
        else if (question === "period=2026-05") {
          const total = body.totals[0]?.billed ?? "none";
          seen.add(total);
          if (!allowed.includes(total)) wrong.push(`a total of ${total}`);
        }
        answers += 1;
      }
    };
    const deliver = async (): Promise<void> => {
      while (goesOn()) {
        const form = new FormData();
        form.append("source", "load");
        form.append("replace", "true");
        form.append("file", new Blob([versions[deliveries % 2] ?? ""]), `may-${deliveries}.csv`);
        const response = await fetch(`${address}/api/ingest/upload`, {
          method: "POST",
          body: form,
          headers: {accept: "application/json"}
        });
        if (response.status !== 200) wrong.push(`ingest ${response.status} ${(await response.text()).slice(0, 300)}`);
        else await response.text();
        deliveries += 1;
      }
    };
    await Promise.all([deliver(), ...Array.from({length: clients}, (_, client) => ask(client))]);
    expect(wrong).toEqual([]);
    expect(answers).toBeGreaterThan(clients);
    expect(deliveries).toBeGreaterThan(1);
    expect(seen.size).toBeGreaterThan(1);
    const {memory} = (await site.place.engine()) ?? {};
    // The engine's limit of 1 GB, and what the process needs besides.
    expect(memory ?? 0).toBeLessThan(1_600_000_000);
    expect(process.memoryUsage.rss()).toBeLessThan(2_000_000_000);
  }
);
