import {readFile} from "node:fs/promises";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {workshop} from "../lake/fixtures/workshop.ts";
import {practiceCheckOperation} from "./check-file.ts";
import {initOperation} from "./init.ts";
import {parsePractice} from "./load.ts";
import {jsonSchema} from "./schema.ts";

test("an empty folder becomes a practice that passes its check, and once", async () => {
  const shop = await workshop();
  const input = {name: "Acme: Ltd #1", starter: "new-to-finops", owner: "Zoë Lee", tags: ["team"], currency: "ecb"};
  await shop.run(initOperation, input);
  expect(await shop.run(practiceCheckOperation, {})).toMatchObject({
    edition: "2026",
    counts: {error: 0},
    verdict: "ok"
  });
  const text = await readFile(join(shop.root, "ashlar.yaml"), "utf8");
  expect(parsePractice(text)).toMatchObject({tags: ["team"], rates: {set: "ecb"}, edition: "2026"});
  expect(text).toContain("  - id: zoe-lee\n    name: Zoë Lee\n");
  expect(text.indexOf("scopes:\n  - id: technology")).toBeLessThan(text.indexOf("tags: [team]"));
  const schema = await readFile(join(shop.root, ".ashlar", "ashlar.schema.json"), "utf8");
  expect(JSON.parse(schema)).toEqual(jsonSchema());
  expect(await shop.refusal(() => shop.run(initOperation, {}))).toMatchObject({code: "practice.exists"});
  await shop.close();
});

test("any name, tags and starter give a file without errors; a wrong one is refused and nothing written", async () => {
  const shop = await workshop();
  const words = fc
    .string({minLength: 1, maxLength: 40, unit: "grapheme"})
    .filter((text) => /\S/.test(text) && !/\p{Cc}|\p{Cs}/u.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          name: words,
          owner: words,
          starter: fc.constantFrom("deep-optimization", "business-value"),
          edition: fc.constantFrom("2024", "2025", "2026")
        },
        {requiredKeys: []}
      ),
      async (input) => {
        // Chargeback needs an approved view: that group is for those who have one.
        const made: {readonly text: string; readonly written: boolean} = await shop.run(initOperation, {
          ...input,
          dryRun: true
        });
        expect(made.written).toBe(false);
        await shop.file("draft.yaml", made.text);
        expect(await shop.run(practiceCheckOperation, {file: "draft.yaml"})).toMatchObject({counts: {error: 0}});
      }
    ),
    {numRuns: 15}
  );
  expect(await shop.refusal(() => shop.run(initOperation, {starter: "nothing"}))).toMatchObject({code: "not-found"});
  expect(await shop.refusal(() => shop.run(initOperation, {edition: "1999"}))).toMatchObject({code: "not-found"});
  await shop.close();
});

test("the published schema is that of the software", async () => {
  const file = join(import.meta.dirname, "..", "..", "docs", "ashlar.schema.json");
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(jsonSchema());
});
