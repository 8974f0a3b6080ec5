import {afterAll, beforeAll, expect, test} from "vitest";
import {openFramework} from "../../framework/open.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Output} from "../../operation.ts";
import type {libraryGlossary, libraryList} from "../../practice/library/contract.ts";
import {libraryGlossaryOperation} from "../../practice/library/library-glossary.ts";
import {libraryListOperation} from "../../practice/library/library-list.ts";

let shop: Workshop;

beforeAll(async () => {
  shop = await workshop();
});
afterAll(async () => shop.close());

test("EDU-I1 EDU-O1 every persona has a lesson, every capability a playbook, and words are explained", async () => {
  const {newest} = await openFramework(shop.context.folder);
  const list = async (kind: string): Promise<Output<typeof libraryList>> => shop.run(libraryListOperation, {kind});
  const lessons = (await list("lesson")).rows.map(({persona}) => persona ?? "");
  expect(lessons.toSorted()).toEqual(newest.personas.map(({slug}) => slug).toSorted());
  const playbooks = (await list("playbook")).rows.map(({capability}) => capability ?? "");
  expect(playbooks.toSorted()).toEqual(newest.capabilities.map(({slug}) => slug).toSorted());
  const glossary: Output<typeof libraryGlossary> = await shop.run(libraryGlossaryOperation, {text: "showback"});
  expect(glossary.rows.length).toBeGreaterThan(0);
});
