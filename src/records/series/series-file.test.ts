import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {refusal} from "../../lake/fixtures/workshop.ts";
import {type Point, readPoints} from "./series-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ashlar-series-"));
});
afterAll(() => rm(folder, {recursive: true, force: true}));

async function pointsOf(content: string | Uint8Array): Promise<readonly Point[]> {
  const path = join(folder, "s.csv");
  await writeFile(path, content);
  return readPoints({name: "s.csv", path}, new AbortController().signal);
}

test("columns stand in any order, others are passed over, and what is missing at the end is empty", async () => {
  const content = 'Note;VALUE;day;key\r\n"a;b";1.50;2026-10-01;Köln\r\n\r\n;-2;2026-10-01\r\n';
  expect(await pointsOf(content)).toEqual([
    {day: "2026-10-01", key: "Köln", value: "1.5"},
    {day: "2026-10-01", key: "", value: "-2"}
  ]);
});

test.for([
  ["an amount with a comma", "day,value\n2026-10-01,1\n2026-10-02,1,250\n", 3, "3 fields, but the header names 2"],
  ["a field too many at the end", "day,value,key\n2026-10-01,1,north,\n", 2, "4 fields, but the header names 3"],
  ["a key in Latin-1", Buffer.from("day,value,key\n2026-10-01,1,K\xF6ln\n", "latin1"), 2, "is not UTF-8"],
  ["half a letter", Buffer.concat([Buffer.from("day,value,key\n2026-10-01,1,"), Buffer.of(0xc3)]), 2, "is not UTF-8"],
  ["a long line", `day,value,key\n2026-10-01,1,${"k".repeat(65_536)}\n`, 2, "a line of more than 65536 bytes"]
] as const)("%s is refused with its line", async ([, content, line, message]) => {
  const error = await refusal(() => pointsOf(content));
  expect([error.code, error.at?.line, error.message]).toEqual([
    "input.unreadable",
    line,
    expect.stringContaining(message)
  ]);
});
