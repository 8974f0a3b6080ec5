import {afterAll, beforeAll, expect, test} from "vitest";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Output} from "../../operation.ts";
import {decisionsAddOperation} from "../../records/decisions/add.ts";
import type {decisionsAdd, decisionsList} from "../../records/decisions/contract.ts";
import {decisionsListOperation} from "../../records/decisions/list.ts";

let shop: Workshop;
let now = Temporal.Instant.from("2026-11-10T12:00:00Z");

beforeAll(async () => {
  shop = await workshop({effects: {now: () => now}});
  await shop.file("ashlar.yaml", "people: [{id: cem, name: Cem Marl, personas: [leadership]}]\n");
});
afterAll(async () => shop.close());

const decision = {
  title: "Machines for tests sleep at night",
  question: "Who needs them outside office hours?",
  options: ["sleep", "run on"],
  chosen: "sleep",
  reason: "Nobody used them at night in October",
  owner: "cem",
  review: "2026-12-01"
};

test("EXE-O1 PLT-5 a decision is kept with its options, who decided, and why", async () => {
  const kept: Output<typeof decisionsAdd> = await shop.run(decisionsAddOperation, decision);
  expect(kept).toMatchObject({number: "D-1", options: ["sleep", "run on"], chosen: "sleep", on: "2026-11-10"});
  expect(await shop.refusal(async () => shop.run(decisionsAddOperation, {...decision, owner: "cme"}))).toMatchObject({
    code: "not-found",
    message: expect.stringContaining('did you mean "cem"?')
  });
});

test("EXE-W1 a decision comes back when it is to be looked at again", async () => {
  const due = async (): Promise<Output<typeof decisionsList>> => shop.run(decisionsListOperation, {due: true});
  expect((await due()).rows).toEqual([]);
  now = Temporal.Instant.from("2026-12-02T12:00:00Z");
  expect((await due()).rows.map(({number}) => number)).toEqual(["D-1"]);
});
