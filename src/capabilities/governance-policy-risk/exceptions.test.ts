import {afterAll, beforeAll, expect, test} from "vitest";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Output} from "../../operation.ts";
import type {exceptionsList} from "../../records/exceptions/contract.ts";
import {
  exceptionsAddOperation,
  exceptionsListOperation,
  exceptionsRenewOperation
} from "../../records/exceptions/exceptions.ts";

let shop: Workshop;
let now = Temporal.Instant.from("2026-11-10T12:00:00Z");

beforeAll(async () => {
  shop = await workshop({effects: {now: () => now}});
  await shop.file(
    "ashlar.yaml",
    `people: [{id: ada, name: Ada Stone, personas: [engineering]}]
policies: [{id: tags, title: Everything names its team, mode: warn, exceptionPath: Ask Ada}]
`
  );
});
afterAll(async () => shop.close());

const list = async (): Promise<Output<typeof exceptionsList>> => shop.run(exceptionsListOperation, {});

test("GOV-I1 GOV-O1 PLT-5 an exception names its policy, who answers for it, and the day it ends", async () => {
  const exception = {
    title: "The old shop has no tags",
    reason: "It goes in spring",
    owner: "ada",
    expires: "2026-11-30"
  };
  await shop.run(exceptionsAddOperation, {...exception, policy: "tags"});
  expect((await list()).rows).toMatchObject([
    {number: "X-1", subject: {kind: "policy", id: "tags"}, status: "active", daysLeft: 20}
  ]);
  expect(
    await shop.refusal(async () => shop.run(exceptionsAddOperation, {...exception, policy: "tagz"}))
  ).toMatchObject({code: "not-found", message: expect.stringContaining('did you mean "tags"?')});
});

test("GOV-W1 an exception that is not renewed has expired, and stays to be seen", async () => {
  now = Temporal.Instant.from("2026-12-01T12:00:00Z");
  expect((await list()).rows).toMatchObject([{number: "X-1", status: "expired"}]);
  await shop.run(exceptionsRenewOperation, {exception: "X-1", expires: "2027-03-31", reason: "Spring is late"});
  expect((await list()).rows).toMatchObject([{number: "X-1", status: "active"}]);
});
