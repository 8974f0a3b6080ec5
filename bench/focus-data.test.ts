import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, expect, test} from "vitest";
import {askContextOf} from "../src/cost/ask-context.ts";
import {askCost} from "../src/cost/ask.ts";
import {costQuestion} from "../src/cost/question.ts";
import {ingestOperation} from "../src/lake/ingest/ingest.ts";
import {openWorkplace} from "../src/workplace.ts";
import {type Format, type Made, makeData} from "./focus-data.ts";
import {copyByHand, openBare, scanByHand} from "./hand.ts";
import {requireClean} from "./ingest.bench.ts";
import {practice} from "./practice.ts";
import {questions} from "./question.data.ts";

const rows = 5003; // no multiple of twelve
const memory = "1GB";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ashlar-bench-test-"));
});
afterAll(async () => rm(folder, {recursive: true}));

function make(name: string, format: Format, files: number, seed = 1): Promise<Made> {
  return makeData({rows, files, format, folder: join(folder, name), seed});
}

async function text({paths}: Made): Promise<string> {
  const parts = await Promise.all(paths.map(async (path) => gunzipSync(await readFile(path)).toString()));
  return parts.map((part, index) => (index === 0 ? part : part.slice(part.indexOf("\n") + 1))).join("");
}

test("the same seed gives the same rows however many files they lie in, another seed others", async () => {
  const monthly = await text(await make("a", "csv.gz", 12));
  expect(monthly.split("\n")).toHaveLength(rows + 2);
  expect(await text(await make("b", "csv.gz", 12))).toBe(monthly);
  expect(await text(await make("c", "csv.gz", 4))).toBe(monthly);
  expect(await text(await make("d", "csv.gz", 12, 2))).not.toBe(monthly);
});

test("both formats are ingested whole, and every total is that of the files and of a copy by hand", async () => {
  const sums = (scan: string): string =>
    `select sum(BilledCost::decimal(38, 18)), sum(EffectiveCost::decimal(38, 18)), sum(ConsumedQuantity::decimal(38, 18)), count(*),
       count(distinct ServiceName), count(distinct Tags['team']) from ${scan}`;
  const bare = await openBare(memory, folder);
  const answers: unknown[] = [];
  for (const format of ["csv.gz", "parquet"] as const) {
    const {paths, columns} = await make(`totals-${format}`, format, 4);
    const copies: string[] = [];
    for (const [index, path] of paths.entries()) {
      copies.push(join(folder, `${format}-${index}.copy`));
      await bare.run(copyByHand(format, columns, path, copies[index] ?? ""));
    }
    const byHand = (await bare.runAndReadAll(sums(scanByHand(copies)))).getRowsJson();
    const place = openWorkplace(practice(join(folder, `practice-${format}`), memory));
    try {
      const report = requireClean(await ingestOperation.run({paths, source: "bench"}, place.context), rows);
      expect(report.rows).toHaveLength(12);
      const context = await askContextOf(place.context);
      const {totals} = await askCost(costQuestion.parse({}), context);
      expect(totals).toHaveLength(1);
      expect(byHand[0]?.slice(0, 2).map((amount) => String(amount).replace(/0+$/, ""))).toEqual([
        totals[0]?.["billed"],
        totals[0]?.["effective"]
      ]);
      for (const {question} of questions) answers.push((await askCost(costQuestion.parse(question), context)).rows);
    } finally {
      await place.close();
    }
    answers.push(byHand);
  }
  bare.closeSync();
  expect(answers.slice(0, answers.length / 2)).toEqual(answers.slice(answers.length / 2));
});
