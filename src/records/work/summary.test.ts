import {afterEach, beforeEach, expect, test} from "vitest";
import {charge, csv} from "../../lake/fixtures/charges.ts";
import type {Operation, Output} from "../../operation.ts";
import {exceptionsAddOperation, exceptionsListOperation, exceptionsShowOperation} from "../exceptions/exceptions.ts";
import {type Office, office} from "../fixtures/office.ts";
import type {workSummary} from "./contract.ts";
import {workEditOperation} from "./edit.ts";
import {workListOperation} from "./list.ts";
import {workShowOperation} from "./show.ts";
import {workSummaryOperation} from "./summary.ts";

let desk: Office;
beforeEach(async () => {
  desk = await office({tags: ["team", "cost-center"]});
});
afterEach(() => desk.close());

type Summary = Output<typeof workSummary>;
const summary = (input: object = {}): Promise<Summary> => desk.run(workSummaryOperation, input);
const october = (EffectiveCost: string, Tags: string, more: Readonly<Record<string, string>> = {}) =>
  charge({EffectiveCost, Tags, ...more});

async function spend(): Promise<void> {
  const rows = [
    october("60", '{"team":"web"}'),
    october("20", '{"cost-center":"CC-1"}', {ServiceName: "Disks"}),
    october("15", '{"team":"ghosts"}'),
    october("5", ""),
    october("3", '{"team":"web"}', {BillingCurrency: "EUR"})
  ];
  await desk.ingest(await desk.file("october.csv", csv(rows)));
}

const practice = `
organisation:
  units: [{id: web, title: Web Storefront}]
  costCentres: [{id: cc-1}]
scopes:
  - {id: disks, title: Disks, question: What do disks cost?, filter: "service = 'Disks'"}
  - {id: all, title: All, question: What is spent?}
  - {id: old, title: Old, question: "?", status: retired}
`;

test("what is owned is said with its rule, by currency and scope", async () => {
  await spend();
  await desk.file("ashlar.yaml", practice);
  const {period, rows} = await summary();
  expect(period).toEqual({from: "2026-10-01", to: "2026-11-01"});
  expect(rows.map(({scope}) => scope)).toEqual([null, "disks", "all"]);
  expect(rows[0]?.see).toMatchObject({
    spend: [
      {currency: "EUR", effective: "3"},
      {currency: "USD", effective: "100"}
    ],
    owned: {
      rule: expect.stringContaining("team, cost-center names a unit or cost centre"),
      amounts: [
        {currency: "EUR", owned: "3", share: "1"},
        {currency: "USD", owned: "80", share: "0.8"}
      ],
      reason: null
    },
    forecast: {value: null},
    onKpi: {value: null}
  });
  expect(rows[1]?.see.owned.amounts).toEqual([{currency: "USD", owned: "20", share: "1"}]);
  expect((await summary({scope: "disks"})).rows).toHaveLength(1);
  expect(await desk.codeOf(workSummaryOperation, {scope: "disk"})).toBe("not-found");
});

test("without units any tag will do, without tags nothing is known, and the answer says so", async () => {
  await spend();
  expect((await summary()).rows[0]?.see.owned).toMatchObject({
    rule: expect.stringContaining("has any of the tags"),
    amounts: [
      {currency: "EUR", share: "1"},
      {currency: "USD", owned: "95", share: "0.95"}
    ]
  });
  await desk.close();
  desk = await office();
  expect((await summary()).rows[0]?.see).toMatchObject({
    spend: [],
    owned: {amounts: [], reason: expect.stringContaining("tag keys")},
    complete: false
  });
});

test("a filter that cannot be read, and charges that do not say what they cost, are said so", async () => {
  const rows = [october("1", "", {EffectiveCost: ""}), october("2", "", {BillingCurrency: "EUR"})];
  await desk.ingest(await desk.file("october.csv", csv(rows)));
  await desk.file("ashlar.yaml", "scopes:\n  - {id: odd, title: Odd, question: '?', filter: \"srvice = 'a'\"}\n");
  const [everything, odd] = (await summary()).rows;
  expect(everything?.see.spend).toEqual([
    {currency: "EUR", effective: "2"},
    {currency: "USD", effective: null}
  ]);
  expect(everything?.see.owned.amounts[1]?.share).toBeNull();
  expect(odd?.see).toMatchObject({spend: [], owned: {reason: expect.stringContaining("srvice")}});
});

test("each work object counts in one group, in its currency and rhythm", async () => {
  await desk.file("ashlar.yaml", practice);
  await desk.add({scope: "disks", value: "10.5", currency: "EUR"});
  await desk.add({scope: "disks", value: "4.5", currency: "EUR"});
  await desk.add({scope: "disks", value: "4", currency: "EUR", per: "once"});
  await desk.add({scope: "all"});
  await desk.add({scope: "all", value: "1", currency: "USD"});
  await desk.advance("W-2", "option");
  await desk.advance("W-3", "option");
  await desk.advance("W-3", "action", {owner: "ann", due: "2026-10-30"});
  await desk.advance("W-5", "dismissed", {reason: "no"});
  const [everything, disks, all] = (await summary()).rows;
  expect(disks).toMatchObject({
    could: {count: 2, unpriced: 0, values: [{currency: "EUR", per: "month", amount: "15", count: 2}]},
    doing: {count: 1, values: [{currency: "EUR", per: "once", amount: "4", count: 1}]},
    did: {count: 0, values: []},
    overdue: 1,
    loop: {medianDays: null, count: 0}
  });
  expect(all).toMatchObject({could: {count: 1, unpriced: 1, values: []}, aside: {count: 1}});
  expect(everything).toMatchObject({could: {count: 3}, doing: {count: 1}, aside: {count: 1}});
});

test("the time of a loop is from finding to verified effect, its middle over all", async () => {
  const {dailyCsv} = await import("../fixtures/office.ts");
  const cost = (day: Temporal.PlainDate) => (day.toString() < "2026-10-01" ? "2" : "1");
  await desk.ingest(await desk.file("a.csv", dailyCsv([{service: "A", from: "2026-08-01", to: "2026-11-01", cost}])));
  for (const [day, days] of [
    ["2026-09-10", 53],
    ["2026-09-20", 43]
  ] as const) {
    desk.setDay(day);
    const {item} = await desk.add({filter: "service = 'A'"});
    await desk.advance(item.number, "option", {reason: "x"});
    await desk.advance(item.number, "action", {owner: "ann", due: "2026-10-01"});
    desk.setDay("2026-11-02");
    await desk.advance(item.number, "done", {on: "2026-10-01"});
    await desk.verify(item.number);
    expect(days).toBe(Temporal.PlainDate.from(day).until("2026-11-02").days);
  }
  const {loop, did} = (await summary()).rows[0] ?? {};
  expect(loop).toEqual({medianDays: 48, count: 2});
  expect(did).toMatchObject({count: 2, values: [{currency: "USD", per: "month", count: 2}]});
  await desk.run(workEditOperation, {work: "W-1", note: "kept"});
  expect(await desk.codeOf(workEditOperation, {work: "W-1", value: "9"})).toBe("work.stage");
});

test("amounts of all charges are not shown to somebody who sees only some, nor with effective cost hidden", async () => {
  await spend();
  await desk.add({filter: "service = 'Disks'", value: "1234.5", currency: "USD"});
  await desk.run(exceptionsAddOperation, {
    title: "Stays",
    policy: "tags",
    reason: "r",
    owner: "ann",
    expires: "2026-12-31",
    value: "1234.5",
    currency: "USD"
  });
  const reads: readonly (readonly [Operation, object])[] = [
    [workListOperation, {}],
    [workShowOperation, {work: "W-1"}],
    [exceptionsListOperation, {}],
    [exceptionsShowOperation, {exception: "X-1"}]
  ];
  const {caller} = desk.context;
  for (const limited of [
    {...caller, rowFilter: "tag.team = 'web'"},
    {...caller, masked: ["EffectiveCost"]}
  ]) {
    for (const [operation, input] of reads) {
      expect(JSON.stringify(await operation.run(input, desk.context))).toContain("1234.5");
      expect(JSON.stringify(await operation.run(input, {...desk.context, caller: limited}))).not.toContain("1234.5");
    }
  }
  const some = {...desk.context, caller: {...caller, rowFilter: "tag.team = 'web'"}};
  const {rows, notes} = (await workSummaryOperation.run({}, some)) as Summary;
  expect(rows[0]).toMatchObject({could: {count: 1, values: []}, see: {spend: [{effective: "3"}, {effective: "60"}]}});
  expect(notes.join(" ")).toContain("not shown to you");
});
