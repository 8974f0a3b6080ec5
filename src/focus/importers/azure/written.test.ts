import {afterAll, beforeAll, expect, test} from "vitest";
import {literal} from "../../../engine/query.ts";
import {importerBench, type ImporterBench} from "../fixtures/importer-bench.ts";
import {braced} from "./columns.ts";
import {azureImporter} from "./importer.ts";
import {plainDate, plainNumber} from "./written.ts";

let bench: ImporterBench;
beforeAll(async () => {
  bench = await importerBench(azureImporter, {});
});
afterAll(async () => bench.close());

test.each([
  ["09/04/2023", "2023-09-04T00:00:00Z"],
  ["9/4/2023", "2023-09-04T00:00:00Z"],
  ["3/1/21", "2021-03-01T00:00:00Z"],
  ["09/04/2023 13:05", "2023-09-04T13:05:00Z"],
  ["2023-09-04", "2023-09-04"],
  ["2023-09-04T00:00:00Z", "2023-09-04T00:00:00Z"],
  // A day first is no date that Azure writes, so that it goes to quarantine as it stands.
  ["21/09/2023", "21/09/2023"]
])("the date %s is read as %s", async (written, read) => {
  expect(await bench.value(plainDate(literal(written)))).toBe(read);
});

test.each([
  ["0,075", "0.075"],
  ["-0,5", "-0.5"],
  ["1234,5", "1234.5"],
  ["1,234", "1,234"],
  ["1,234.5", "1,234.5"],
  ["0.25", "0.25"],
  ["1E-7", "1E-7"]
])("the number %s is read as %s", async (written, read) => {
  expect(await bench.value(plainNumber(literal(written)))).toBe(read);
});

test.each([
  ['"a": "b","c": "d"', '{"a": "b","c": "d"}'],
  ['{"a": "b"}', '{"a": "b"}'],
  ['""', null]
])("tags written %s are %s", async (written, read) => {
  expect(await bench.value(braced(literal(written)))).toBe(read);
});
