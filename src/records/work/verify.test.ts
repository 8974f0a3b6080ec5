import fc from "fast-check";
import {afterEach, expect, test} from "vitest";
import {costOperation} from "../../cost/ask.operation.ts";
import {receiptsListOperation} from "../../lake/operations/receipts.ts";
import {add, compare, divide, multiply, normalise, subtract} from "../../money/amount.ts";
import {dailyCsv, type Office, office} from "../fixtures/office.ts";
import {workEditOperation} from "./edit.ts";
import {perMonthOf} from "./measure.ts";
import {workVerifyOperation} from "./verify.ts";

let desk: Office;
afterEach(() => desk.close());

/** 10.000000000000000001 a day until 1 October and 4 from then on, on weekends one more; the rest grows from 100 to 110. */
const weekend = (day: Temporal.PlainDate, base: string) => (day.dayOfWeek > 5 ? add(base, "1") : base);
const autumn = (to: string) =>
  dailyCsv([
    {service: "Idle", from: "2026-08-20", to: "2026-10-02", cost: (day) => weekend(day, "10.000000000000000001")},
    {service: "Idle", from: "2026-10-02", to, cost: (day) => weekend(day, "4")},
    {service: "Busy", from: "2026-08-20", to: "2026-10-01", cost: () => "100"},
    {service: "Busy", from: "2026-10-01", to, cost: () => "110"}
  ]);

async function done(to: string, {on = "2026-10-01", filter = "service = 'Idle'"} = {}): Promise<void> {
  desk = await office();
  await desk.ingest(await desk.file("autumn.csv", autumn(to)));
  await desk.add({filter, value: "150", currency: "USD"});
  await desk.advance("W-1", "option");
  await desk.advance("W-1", "action", {owner: "ann", due: "2026-10-05"});
  await desk.advance("W-1", "done", {on});
}

test("the planted effect is measured to its last digit, and kept with both receipts (PLT-7)", async () => {
  await done("2026-11-02");
  const {item, verification, status} = await desk.verify("W-1");
  expect(status).toBe("verified");
  expect(verification).toMatchObject({
    metric: "effective",
    currency: "USD",
    days: 28,
    doneOn: "2026-10-01",
    before: {from: "2026-09-03", to: "2026-10-01", amount: "288.000000000000000028"},
    after: {from: "2026-10-02", to: "2026-10-30", amount: "120"},
    effect: "168.000000000000000028",
    perMonth: "182.5",
    rest: {before: "2800", after: "3080", ratio: "0.1"}
  });
  expect(item).toMatchObject({
    stage: "verified",
    phase: "inform",
    value: {amount: "182.5", currency: "USD", per: "month", class: "realised"}
  });
  const shown = await desk.show("W-1");
  expect(shown.verification).toEqual(verification);
  expect(shown.claims.map(({class: claim}) => claim)).toEqual(["estimated", "agreed", "realised"]);
  expect(shown.evidence.map(({title, content}) => [title, content])).toEqual([
    ["Cost before, 2026-09-03 to 2026-10-01", verification.before.receipt],
    ["Cost after, 2026-10-02 to 2026-10-30", verification.after.receipt]
  ]);
  // The receipts are pinned, and their questions have the same answers again.
  const {rows} = (await desk.run(receiptsListOperation, {})) as {rows: {receipt: string}[]};
  expect(rows.map(({receipt}) => receipt).toSorted()).toEqual(
    [verification.before.receipt, verification.after.receipt].toSorted()
  );
  for (const [side, {question}] of [verification.before, verification.after].map(
    (side, n) => [side, shown.evidence[n] ?? {question: null}] as const
  )) {
    const asked = Object.fromEntries(new URLSearchParams(question ?? ""));
    const answer = (await desk.run(costOperation, {
      ...asked,
      metric: ["effective"],
      source: ["quarry"]
    })) as {receipt: {id: string}; totals: {effective: string}[]};
    expect([answer.receipt.id, answer.totals[0]?.effective]).toEqual([side.receipt, side.amount]);
  }
});

test("too few complete days are refused with the day from which it can be done, and fewer days may do", async () => {
  await done("2026-10-29");
  const error = await desk.refusal(() => desk.verify("W-1"));
  expect(error).toMatchObject({
    code: "work.too-early",
    message: "27 of 28 complete days lie behind: quarry has data through 2026-10-28",
    remedy: "It can be measured from 2026-10-30 on, once the data reaches through 2026-10-29; or now with --days 21."
  });
  expect((await desk.show("W-1")).stage).toBe("action");
  expect((await desk.verify("W-1", {days: 21, dryRun: true})).verification.effect).toBe("126.000000000000000021");
  expect((await desk.show("W-1")).history).toHaveLength(4);
  await desk.ingest(await desk.file("autumn.csv", autumn("2026-10-30")));
  expect((await desk.verify("W-1")).verification.effect).toBe("168.000000000000000028");
});

test("a day that is half there is not complete", async () => {
  await done("2026-10-29");
  const half = autumn("2026-10-30").replaceAll("2026-10-30T00:00:00Z", "2026-10-29T12:00:00Z");
  await desk.ingest(await desk.file("autumn.csv", half));
  expect(await desk.codeOf(workVerifyOperation, {work: "W-1"})).toBe("work.too-early");
});

test("what bills cannot show is refused", async () => {
  await done("2026-11-02", {filter: "service = 'Nothing'"});
  expect(await desk.codeOf(workVerifyOperation, {work: "W-1"})).toBe("work.unmeasured");
  await desk.add({title: "No filter"});
  expect(await desk.codeOf(workVerifyOperation, {work: "W-2"})).toBe("work.stage");
  await desk.advance("W-2", "option", {reason: "x"});
  await desk.advance("W-2", "action", {owner: "ann", due: "2026-10-05"});
  await desk.advance("W-2", "done", {on: "2026-10-01"});
  expect(await desk.codeOf(workVerifyOperation, {work: "W-2"})).toBe("work.unmeasured");
  expect(await desk.codeOf(workVerifyOperation, {work: "W-2", days: 10})).toBe("usage.invalid");
});

test("days before the data begins are not taken for days without cost", async () => {
  await done("2026-11-02", {on: "2026-09-10"});
  const error = await desk.refusal(() => desk.verify("W-1"));
  expect([error.code, error.message]).toEqual([
    "work.unmeasured",
    expect.stringContaining("there is none from 2026-08-13 until then")
  ]);
});

test("a source that is billed by the month cannot be compared by days", async () => {
  desk = await office();
  const monthly = dailyCsv(
    ["2026-08", "2026-09", "2026-10"].map((month) => ({
      service: "Idle",
      from: `${month}-01`,
      to: `${month}-02`,
      cost: () => "300",
      fields: {ChargePeriodEnd: `${Temporal.PlainYearMonth.from(month).add({months: 1}).toString()}-01T00:00:00Z`}
    }))
  );
  await desk.ingest(await desk.file("monthly.csv", monthly));
  await desk.add({filter: "service = 'Idle'"});
  await desk.advance("W-1", "option", {reason: "x"});
  await desk.advance("W-1", "action", {owner: "ann", due: "2026-10-05"});
  await desk.advance("W-1", "done", {on: "2026-09-15"});
  const error = await desk.refusal(() => desk.verify("W-1"));
  expect([error.code, error.message]).toEqual([
    "work.unmeasured",
    expect.stringContaining("all last longer than a day")
  ]);
});

test("charges of two currencies need one to measure in", async () => {
  desk = await office();
  const entries = ["USD", "EUR"].map((BillingCurrency) => ({
    service: "Idle",
    from: "2026-08-20",
    to: "2026-11-02",
    cost: () => "1",
    fields: {BillingCurrency}
  }));
  await desk.ingest(await desk.file("two.csv", dailyCsv(entries)));
  await desk.add({filter: "service = 'Idle'", value: "1", currency: "EUR"});
  await desk.advance("W-1", "option");
  await desk.advance("W-1", "action", {owner: "ann", due: "2026-10-05"});
  await desk.advance("W-1", "done", {on: "2026-10-01"});
  const error = await desk.refusal(() => desk.verify("W-1"));
  expect([error.code, error.at, error.message]).toEqual([
    "usage.invalid",
    {column: "currency"},
    "its charges are in EUR, USD"
  ]);
});

test("caveats name other work on the same charges, commitments, and a cost that rose", async () => {
  await done("2026-11-02", {filter: "service = 'Busy'", on: "2026-10-01"});
  await desk.add({title: "Other", filter: "service in ('Busy', 'Idle')"});
  await desk.advance("W-2", "option", {reason: "x"});
  await desk.advance("W-2", "action", {owner: "ann", due: "2026-10-05"});
  await desk.advance("W-2", "done", {on: "2026-10-03"});
  const {verification} = await desk.verify("W-1");
  expect(verification.effect).toBe("-280");
  expect(verification.caveats.join(" ")).toMatch(/The cost rose.*W-2, done on 2026-10-03, is about some of the same/);
  expect((await desk.show("W-1")).value).toMatchObject({amount: "-304.1666666667", class: "realised"});
});

test("somebody who sees only some charges measures nothing for everybody, and an edit meanwhile is not passed over", async () => {
  await done("2026-11-02");
  const limited = {...desk.context, caller: {...desk.context.caller, rowFilter: "service = 'Idle'"}};
  await expect(workVerifyOperation.run({work: "W-1"}, limited)).rejects.toMatchObject({code: "caller.refused"});
  expect(await desk.codeOf(workVerifyOperation, {work: "W-1", expected: 3})).toBe("record.changed");
});

test("measured again it is measured anew; reopened it is an action with its agreed value", async () => {
  await done("2026-11-02");
  await desk.verify("W-1", {days: 14});
  const {verification} = await desk.verify("W-1");
  expect(verification.days).toBe(28);
  const reopened = await desk.advance("W-1", "reopened", {reason: "it runs again"});
  expect(reopened.item).toMatchObject({stage: "action", doneAt: null, value: {amount: "150", class: "agreed"}});
  expect((await desk.show("W-1")).verification).toBeNull();
});

test("reopened it has the value from before it was measured, also where that was none or another than agreed first", async () => {
  await done("2026-11-02");
  await desk.run(workEditOperation, {work: "W-1", value: "99"});
  await desk.verify("W-1");
  const again = await desk.advance("W-1", "reopened", {reason: "it runs again"});
  expect(again.item.value).toEqual({amount: "99", currency: "USD", per: "month", class: "agreed"});
  await desk.run(workEditOperation, {work: "W-1", clear: ["value"]});
  await desk.advance("W-1", "done", {on: "2026-10-01"});
  await desk.verify("W-1");
  await desk.verify("W-1", {days: 14});
  const reopened = await desk.advance("W-1", "reopened", {reason: "and again"});
  expect(reopened.item).toMatchObject({stage: "action", value: null});
});

test("the effect of a month is exact to half a unit of its last decimal", () => {
  fc.assert(
    fc.property(fc.bigInt({min: -(10n ** 30n), max: 10n ** 30n}), fc.integer({min: 1, max: 26}), (units, weeks) => {
      const effect = divide(units.toString(), "1000000000000000000", 18);
      const month = perMonthOf(effect, weeks * 7);
      const off = subtract(multiply(month, String(weeks * 84), 30), multiply(effect, "365", 30));
      const bound = multiply("0.00000000005", String(weeks * 84), 30);
      expect(compare(normalise(off.replace("-", "")), bound)).toBeLessThanOrEqual(0);
    })
  );
});
