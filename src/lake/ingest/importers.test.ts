import {expect, test} from "vitest";
import {samples} from "../../focus/importers/fixtures/samples.ts";
import {importers} from "../../focus/importers/importers.ts";
import {importerSuite} from "../fixtures/importer-suite.ts";

test("every importer has a sample, but those that split what others give", () => {
  const expected = importers.filter(({splits}) => splits !== true).map(({id}) => id);
  expect(samples.map(({importer}) => importer).toSorted()).toEqual(expected.toSorted());
});

for (const sample of samples) importerSuite(sample);
