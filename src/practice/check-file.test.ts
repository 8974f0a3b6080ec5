import {symlink} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {workshop} from "../lake/fixtures/workshop.ts";
import {practiceCheckOperation} from "./check-file.ts";
import {practiceText} from "./fixtures/practice-text.ts";
import {practicePeopleOperation, practiceScopesOperation} from "./show.ts";

test("a draft below the folder can be checked, and nothing outside is looked for", async () => {
  const shop = await workshop();
  await shop.file("drafts/next.yaml", "people: [{id: ann}]\n");
  const {file, rows} = (await shop.run(practiceCheckOperation, {file: "drafts/next.yaml"})) as {
    file: string;
    rows: {file: string; line: number}[];
  };
  expect(file).toBe("drafts/next.yaml");
  expect(rows).toMatchObject([
    {file: "drafts/next.yaml", line: 1, message: "people.ann.name: is missing"},
    {file: "drafts/next.yaml", line: 1, message: "people.ann.personas: is missing"}
  ]);
  await symlink("/etc/hostname", join(shop.root, "link.yaml"));
  for (const [given, code] of [
    ["../elsewhere.yaml", "caller.refused"],
    ["/etc/hostname", "caller.refused"],
    ["/nowhere/at/all", "caller.refused"],
    ["link.yaml", "caller.refused"],
    ["gone.yaml", "input.missing"]
  ])
    expect(await shop.refusal(() => shop.run(practiceCheckOperation, {file: given}))).toMatchObject({code});
  expect(await shop.run(practiceCheckOperation, {})).toMatchObject({file: null, counts: {error: 0}, verdict: "ok"});
  await shop.close();
});

test("people by persona and day, scopes by status", async () => {
  const shop = await workshop();
  await shop.file("ashlar.yaml", practiceText.replace('name: "Cy Dunn"', 'name: "Cy Dunn"\n    to: 2026-06-01'));
  const people = async (input: object): Promise<readonly string[]> =>
    ((await shop.run(practicePeopleOperation, input)) as {rows: {id: string}[]}).rows.map(({id}) => id);
  expect(await people({on: "2026-11-01"})).toEqual(["ann", "bo"]);
  expect(await people({all: true})).toEqual(["ann", "bo", "cy"]);
  expect(await people({on: "2026-05-31", persona: "product"})).toEqual(["cy"]);
  expect(await shop.run(practiceScopesOperation, {status: ["active"]})).toMatchObject({
    rows: [
      {id: "cloud", question: "Can we trust the cloud forecast for the annual plan?", filter: null, active: 3, watch: 1}
    ]
  });
  await shop.close();
});
