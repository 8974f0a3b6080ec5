import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {charge, csv} from "../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Operation, Output} from "../../operation.ts";
import {workAddOperation} from "../../records/work/add.ts";
import {workAdvanceOperation} from "../../records/work/advance.ts";
import {workCommentOperation} from "../../records/work/comment.ts";
import type {workAdd, workShow, workSummary, workVerify} from "../../records/work/contract.ts";
import {workEvidenceOperation} from "../../records/work/evidence.ts";
import {workShowOperation} from "../../records/work/show.ts";
import {workSummaryOperation} from "../../records/work/summary.ts";
import {workVerifyOperation} from "../../records/work/verify.ts";

let shop: Workshop;
let work = "";

/** A machine that costs ten a day until it is made smaller on 12 October, and four from then on. */
beforeAll(async () => {
  shop = await workshop({effects: {now: () => Temporal.Instant.from("2026-11-10T12:00:00Z")}});
  const days = Array.from({length: 68}, (_, n) => Temporal.PlainDate.from("2026-09-01").add({days: n}));
  const cost = (day: Temporal.PlainDate): string => (day.toString() < "2026-10-12" ? "10" : "4");
  const charges = days.map((day) =>
    charge({
      BillingPeriodStart: `${day.toPlainYearMonth().toString()}-01T00:00:00Z`,
      BillingPeriodEnd: `${day.toPlainYearMonth().add({months: 1}).toString()}-01T00:00:00Z`,
      ChargePeriodStart: `${day.toString()}T00:00:00Z`,
      ChargePeriodEnd: `${day.add({days: 1}).toString()}T00:00:00Z`,
      ResourceId: "vm-1",
      BilledCost: cost(day),
      EffectiveCost: cost(day)
    })
  );
  await shop.file("days.csv", csv(charges));
  await shop.ingest("days.csv");
  await shop.file("ashlar.yaml", "people: [{id: ada, name: Ada Stone, personas: [engineering]}]\n");
  const {item}: Output<typeof workAdd> = await run(workAddOperation, {
    title: "A machine twice as large as its work",
    capability: "usage-optimization",
    kind: "waste",
    filter: "resource = 'vm-1'"
  });
  work = item.number;
});
afterAll(async () => shop.close());

async function run<T>(operation: Operation, input: object): Promise<T> {
  return shop.run(operation, input);
}

describe("OPS-W1 USE-W1 PLT-5 work", () => {
  test("goes from finding through option and action to an effect that later bills show", async () => {
    await run(workAdvanceOperation, {work, to: "option", value: "150", currency: "USD", per: "month"});
    await run(workAdvanceOperation, {work, to: "action", owner: "ada", due: "2026-10-15"});
    await run(workAdvanceOperation, {work, to: "done", on: "2026-10-12"});
    const {item, verification} = await run<Output<typeof workVerify>>(workVerifyOperation, {work, days: 14});
    expect(item).toMatchObject({stage: "verified", value: {amount: "182.5", currency: "USD", class: "realised"}});
    expect(verification.effect).toBe("84");
  });

  test("keeps who did what, and the value at each step", async () => {
    const {history, claims} = await run<Output<typeof workShow>>(workShowOperation, {work});
    expect(history.length).toBeGreaterThanOrEqual(5);
    expect(claims.map(({class: of, amount}) => [of, amount])).toEqual([
      ["estimated", "150"],
      ["agreed", "150"],
      ["realised", "182.5"]
    ]);
  });

  test("that is not wanted is set aside with a reason alone", async () => {
    const {item}: Output<typeof workAdd> = await run(workAddOperation, {
      title: "A spare machine",
      capability: "usage-optimization"
    });
    const aside = {work: item.number, to: "dismissed"};
    expect(await shop.refusal(async () => run(workAdvanceOperation, aside))).toMatchObject({code: "usage.invalid"});
    await run(workAdvanceOperation, {...aside, reason: "It is kept for the peak"});
  });
});

test("PLT-5 a request is taken in without an owner, and keeps what was said and shown", async () => {
  const {item}: Output<typeof workAdd> = await run(workAddOperation, {
    title: "What does the old shop cost us?",
    capability: "reporting-analytics",
    kind: "request"
  });
  await run(workCommentOperation, {work: item.number, text: "Asked by the board"});
  await run(workEvidenceOperation, {work: item.number, title: "By resource", question: "by=resource&period=2026-10"});
  const shown = await run<Output<typeof workShow>>(workShowOperation, {work: item.number});
  expect(shown).toMatchObject({owner: null, kind: "request", comments: [{text: "Asked by the board"}]});
  expect(shown.evidence).toMatchObject([{kind: "receipt", title: "By resource"}]);
  await run(workAdvanceOperation, {work: item.number, to: "dismissed", reason: "Answered"});
});

describe("OPS-O1 USE-O1 the report of value", () => {
  test("counts what could be done, is under way, and was measured", async () => {
    const {rows} = await run<Output<typeof workSummary>>(workSummaryOperation, {period: "2026-10"});
    expect(rows).toMatchObject([
      {
        scope: null,
        could: {count: 0},
        doing: {count: 0},
        did: {count: 1, values: [{currency: "USD", amount: "182.5", per: "month"}]},
        aside: {count: 2},
        loop: {count: 1}
      }
    ]);
  });
});
