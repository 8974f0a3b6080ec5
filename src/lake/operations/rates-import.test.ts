import {afterEach, beforeEach, expect, test} from "vitest";
import {placeAsText} from "../../errors.ts";
import {refusal, type Workshop, workshop} from "../fixtures/workshop.ts";
import {rateSourceOf} from "../rates.ts";
import {ratesImportOperation, ratesListOperation} from "./rates-import.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const header = "day,base,quote,rate\n";
const load = async (content: string | Uint8Array, more: object = {}) =>
  (await shop.run(ratesImportOperation, {file: await shop.file("rates.csv", content), ...more})) as {
    readonly revision: string;
    readonly added: number;
  };

test("rates are added, known ones left, and a revision names what a set says", async () => {
  const first = await load(`${header}2026-10-01,EUR,USD,1.10\n2026-10-02,EUR,USD,1.25\n`);
  expect(first).toMatchObject({
    added: 2,
    changed: 0,
    unchanged: 0,
    from: "2026-10-01",
    to: "2026-10-02",
    pairs: ["EUR/USD"]
  });
  expect(await load(`${header}2026-10-02,EUR,USD,1.250\n`)).toMatchObject({
    added: 0,
    unchanged: 1,
    revision: first.revision
  });
  const dry = await load(`${header}2026-10-03,EUR,USD,1.5\n`, {dryRun: true});
  expect(dry).toMatchObject({added: 1, dryRun: true});
  expect(await shop.run(ratesListOperation, {})).toMatchObject({
    rows: [{set: "default", pair: "EUR/USD", from: "2026-10-01", to: "2026-10-02", days: 2, revision: first.revision}]
  });
  const other = await load(`${header}2026-10-02,EUR,USD,1.25\n2026-10-01,EUR,USD,1.1\n`, {set: "other"});
  expect(other.revision).toBe(first.revision);
  const source = await (await rateSourceOf(shop.context))("other");
  expect(await source.rates([{base: "EUR", quote: "USD"}])).toEqual([
    {base: "EUR", quote: "USD", day: "2026-10-01", rate: "1.1"},
    {base: "EUR", quote: "USD", day: "2026-10-02", rate: "1.25"}
  ]);
  expect(await source.rates([{base: "USD", quote: "EUR"}])).toEqual([]);
});

test("a rate that changed is refused unless it is to be replaced", async () => {
  await load(`${header}2026-10-01,EUR,USD,1.10\n`);
  const before = await shop.run(ratesListOperation, {});
  const error = await refusal(() => load(`${header}2026-10-01,EUR,USD,1.2\n2026-10-02,EUR,USD,1.3\n`));
  expect([error.code, error.exit]).toEqual(["rates.changed", 1]);
  expect(error.message).toMatch(/EUR\/USD on 2026-10-01 from 1\.1 to 1\.2/);
  expect(await shop.run(ratesListOperation, {})).toEqual(before);
  expect(await load(`${header}2026-10-01,EUR,USD,1.2\n`, {replace: true})).toMatchObject({changed: 1});
});

test.for([
  ["2026-13-01,EUR,USD,1", "day", /not a day/],
  ["2026-02-30,EUR,USD,1", "day", /not a day/],
  ["01/10/2026,EUR,USD,1", "day", /not a day/],
  ["2026-10-01,EURO,USD,1", "base", /ISO 4217/],
  ["2026-10-01,EUR,,1", "quote", /ISO 4217/],
  ["2026-10-01,EUR,EUR,1", "quote", /to itself/],
  ["2026-10-01,EUR,USD,0", "rate", /above zero/],
  ["2026-10-01,EUR,USD,-1", "rate", /above zero/],
  ['2026-10-01,EUR,USD,"1,1"', "rate", /above zero/],
  ["2026-10-01,EUR,USD,NaN", "rate", /above zero/],
  ["2026-10-01,EUR,USD", "rate", /above zero/],
  ["2026-10-01,EUR,USD,1,0850", "rate", /5 fields, but the header names 4/],
  ["2026-10-01,GBP,USD,2", "day", /two rates/]
] as const)("the line %s is refused with its place", async ([line, column, says]) => {
  const error = await refusal(() => load(`${header}2026-10-01,GBP,USD,1.5\n${line}\n`));
  expect([error.code, error.exit]).toEqual(["input.unreadable", 4]);
  expect(placeAsText(error.at ?? {})).toBe(`rates.csv, line 3, column ${column}`);
  expect(error.message).toMatch(says);
  expect(await shop.run(ratesListOperation, {})).toEqual({rows: []});
});

test("files that are no rates are refused", async () => {
  expect((await refusal(() => load("day,base,quote\n"))).code).toBe("columns.missing");
  expect((await refusal(() => load(header))).code).toBe("input.empty");
  expect((await refusal(() => load(""))).code).toBe("columns.missing");
  expect((await refusal(() => shop.run(ratesImportOperation, {file: "gone.csv"}))).code).toBe("input.missing");
});

test("a byte order mark, CR LF, semicolons and columns in another order are no matter", async () => {
  expect(await load("\uFEFFRate;Quote;Base;Day;note\r\n1.1;USD;EUR;2026-10-01;x\r\n")).toMatchObject({added: 1});
});
