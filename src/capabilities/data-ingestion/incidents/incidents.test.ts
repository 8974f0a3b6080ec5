import {afterEach, describe, expect, test} from "vitest";
import {charge, csv} from "../../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../../lake/fixtures/workshop.ts";
import type {Caller, Output} from "../../../operation.ts";
import {workAdvanceOperation} from "../../../records/work/advance.ts";
import {workCommentOperation} from "../../../records/work/comment.ts";
import type {workShow} from "../../../records/work/contract.ts";
import {workShowOperation} from "../../../records/work/show.ts";
import type {incidentsList, incidentsScan} from "../incident-contract.ts";
import {incidentsListOperation} from "./list.ts";
import {incidentsScanOperation} from "./scan.ts";

let shop: Workshop;
let now = "";
afterEach(() => shop.close());

/** A practice whose only source is delivered every day; usage of the day before each delivery. */
async function open(): Promise<void> {
  now = "2026-11-16T06:00:00Z";
  shop = await workshop({
    settings: {
      sources: [{id: "quarry", cadence: "daily", owner: "ada"}],
      calendar: {holidays: ["2026-11-25"]},
      health: {"delay-attention": 400, "conformance-errors": 1000}
    },
    effects: {now: () => Temporal.Instant.from(now)}
  });
}

async function deliver(day: string): Promise<void> {
  now = `${day}T06:00:00Z`;
  const last = Temporal.PlainDate.from(day).subtract({days: 1});
  const days = Array.from({length: last.day}, (_, n) => last.with({day: n + 1}));
  const charges = days.map((each) =>
    charge({
      BillingPeriodStart: "2026-11-01T00:00:00Z",
      BillingPeriodEnd: "2026-12-01T00:00:00Z",
      ChargePeriodStart: `${each.toString()}T00:00:00Z`,
      ChargePeriodEnd: `${each.add({days: 1}).toString()}T00:00:00Z`
    })
  );
  await shop.file(`${day}.csv`, csv(charges));
  await shop.ingest(`${day}.csv`);
}

const scan = (input: object = {}): Promise<Output<typeof incidentsScan>> => shop.run(incidentsScanOperation, input);
const list = (input: object = {}): Promise<Output<typeof incidentsList>> => shop.run(incidentsListOperation, input);
const outcomes = async (input: object = {}) =>
  (await scan(input)).rows.map(({outcome, check}) => `${outcome} ${check}`);

describe("ING-O1 ING-W1 an incident", () => {
  test("is opened once, looked at, fixed by the next delivery, and opened again when it returns", async () => {
    await open();
    await deliver("2026-11-17");
    expect(await outcomes()).toEqual([]);
    now = "2026-11-19T12:00:00Z";
    expect(await outcomes({dryRun: true})).toEqual(["opened late"]);
    expect((await list()).rows).toEqual([]);
    expect(await outcomes()).toEqual(["opened late"]);
    expect(await outcomes()).toEqual(["still open late"]);
    const [incident] = (await list({state: "open"})).rows;
    expect(incident).toMatchObject({
      work: "W-1",
      key: "data-quality:late:quarry",
      check: "late",
      source: "quarry",
      owner: "ada",
      looked: {due: "2026-11-20", at: null, clock: "within"},
      fixed: {due: "2026-11-24", at: null, clock: "within"}
    });

    now = "2026-11-20T08:00:00Z";
    expect((await list()).rows[0]?.looked.clock).toBe("due today");
    await shop.run(workCommentOperation, {work: "W-1", text: "Asked the vendor"});
    expect((await list()).rows[0]?.looked).toMatchObject({clock: "met", by: "local"});

    await deliver("2026-11-21");
    expect(await outcomes()).toEqual(["closed late"]);
    const shown = (await shop.run(workShowOperation, {work: "W-1"})) as Output<typeof workShow>;
    expect(shown).toMatchObject({stage: "verified", closedReason: "The check that found it finds it no longer"});
    expect(shown.evidence.map(({title}) => title)).toEqual(["What the scan saw"]);
    const closed = await list({state: "closed"});
    expect(closed.rows[0]).toMatchObject({fixed: {clock: "met"}, businessDays: 1});
    expect(closed).toMatchObject({kept: {share: "1", met: 1, decided: 1}, median: {lookHours: 20, fixHours: 42}});

    now = "2026-11-24T12:00:00Z";
    expect(await outcomes()).toEqual(["reopened late"]);
    expect((await list()).rows).toHaveLength(1);
    expect((await list()).rows[0]).toMatchObject({
      reopened: 1,
      open: true,
      looked: {due: "2026-11-26", at: null},
      fixed: {due: "2026-11-30"}
    });
    now = "2026-11-27T12:00:00Z";
    const late = await list({overdue: true});
    expect(late.rows[0]?.looked.clock).toBe("overdue");
    expect(late).toMatchObject({counts: {open: 1, overdue: 1}, kept: {share: "0", decided: 1}});
  });

  test("stays aside where somebody dismissed it, and while an exception lasts", async () => {
    await open();
    await deliver("2026-11-17");
    now = "2026-11-19T12:00:00Z";
    await scan();
    const expires = "2026-11-26";
    await shop.run(workAdvanceOperation, {work: "W-1", to: "excepted", reason: "The vendor moves", expires});
    expect(await outcomes()).toEqual(["set aside late"]);
    now = "2026-11-27T12:00:00Z";
    expect(await outcomes()).toEqual(["reopened late"]);
    await shop.run(workAdvanceOperation, {work: "W-1", to: "dismissed", reason: "The source is over"});
    expect(await outcomes()).toEqual(["set aside late"]);
  });

  test("that was said to be done and is still there is opened again", async () => {
    await open();
    await deliver("2026-11-17");
    now = "2026-11-19T12:00:00Z";
    await scan();
    await shop.run(workAdvanceOperation, {work: "W-1", to: "option", reason: "Ask"});
    await shop.run(workAdvanceOperation, {work: "W-1", to: "action", owner: "ada", due: "2026-11-20"});
    await shop.run(workAdvanceOperation, {work: "W-1", to: "done"});
    expect((await list()).counts).toMatchObject({open: 0, closed: 1});
    expect(await outcomes()).toEqual(["reopened late"]);
  });

  test("is not closed by somebody who sees only some charges", async () => {
    await open();
    const caller: Caller = {id: "ann", roles: ["writer"], rowFilter: "service = 'x'", masked: []};
    const error = await shop.refusal(() => incidentsScanOperation.run({}, {...shop.context, caller}));
    expect(error.code).toBe("caller.refused");
  });
});
