import {afterAll, beforeAll, expect, test} from "vitest";
import {charge, csv} from "../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../lake/fixtures/workshop.ts";
import {costOperation} from "./ask.operation.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  await shop.ingest(await shop.file("a.csv", csv([charge(), charge({Tags: '{"cost-center":"1"}'})])));
});
afterAll(() => shop.close());

const notes = async (question: object): Promise<readonly string[]> =>
  (await (shop.run(costOperation, question) as Promise<{notes: readonly string[]}>)).notes;

test("a tag that no charge has is said to be none, with the nearest that there is", async () => {
  expect(await notes({by: ["tag.team", "service"], filter: "tag.cost-center is null"})).toEqual([]);
  expect(await notes({by: ["tag.taem"], filter: "not tag.nothing = 'x'"})).toEqual([
    'No charge here has the tag taem; did you mean "team"?',
    "No charge here has the tag nothing"
  ]);
});

test("who does not see everything is told nothing of it", async () => {
  for (const limit of [{rowFilter: "service = 'Machines'"}, {masked: ["list"]}]) {
    const caller = {...shop.context.caller, ...limit};
    const answer = (await costOperation.run({by: ["tag.taem"]}, {...shop.context, caller})) as {notes: string[]};
    expect(answer.notes.join()).not.toContain("taem");
  }
});
