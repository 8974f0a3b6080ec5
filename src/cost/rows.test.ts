import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parseTrino} from "../../test/trino-grammar.ts";
import {render} from "../engine/query.ts";
import {trinoDialect} from "../engine/trino/dialect.ts";
import {normalise, sum} from "../money/amount.ts";
import {localCaller} from "../operation.ts";
import {settings} from "../settings.ts";
import type {AnswerRow} from "./answer-rows.ts";
import type {AskContext} from "./ask.ts";
import {chargeOf} from "./fixtures/arbitrary.ts";
import {ask, contextOf, openBench, rateSource} from "./fixtures/bench.ts";
import {type RowsQuestionInput, rowsQuestion} from "./question.ts";
import {type ChargeRows, chargeRows} from "./rows.ts";

const bench = await openBench();
const charges = fc.sample(chargeOf, {numRuns: 90, seed: 5});
const inMonth = (month: string) => charges.filter((charge) => String(charge["BillingPeriodStart"]).startsWith(month));
const lake = await bench.lake([
  {source: "a", billingPeriod: "2026-09", charges: inMonth("2026-09"), tags: ["team"]},
  {source: "b", billingPeriod: "2026-10", charges: inMonth("2026-10"), tags: ["team"]}
]);
const context = contextOf(bench, lake, {settings: settings.parse({calendar: {fiscalYearStart: 10}})});

function rowsOf(asked: RowsQuestionInput, there: AskContext = context): Promise<ChargeRows> {
  return chargeRows(rowsQuestion.parse(asked), there);
}

describe("REP-C1 charge rows", () => {
  test("are the greatest first, with the default columns, and are counted and summed as a whole", async () => {
    const {rows, count, totals, next} = await rowsOf({limit: 5});
    expect(rows).toHaveLength(5);
    expect(count).toBe(charges.length);
    expect(next).toBe(5);
    expect(Object.keys(rows[0] ?? {})).toContain("ServiceName");
    const sizes = rows.map((row) => BigInt(String(row["BilledCost"]).replace("-", "").split(".")[0] ?? "0"));
    expect(sizes).toEqual(sizes.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    expect(totals).toEqual((await ask({}, context)).totals);
    expect(lake.held()).toBe(0);
  });

  test("behind any cell agree with it in number and sum", async () => {
    const by = ["service", "tag.team", "start", "billing-period", "source", "charge", "x.x_Op"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...by), {minLength: 1, maxLength: 3}),
        fc.constantFrom(
          "hour" as const,
          "day" as const,
          "week" as const,
          "month" as const,
          "fiscal-quarter" as const,
          undefined
        ),
        fc.nat(),
        async (names, granularity, pick) => {
          const question = {
            metric: ["billed", "list"] as const,
            by: names,
            ...(granularity === undefined ? {} : {granularity})
          };
          const answer = await ask({...question, metric: [...question.metric]}, context);
          const cell = answer.rows[pick % answer.rows.length] ?? {};
          const {billed: _billed, list: _list, ...keys} = cell;
          const behind = await rowsOf({
            ...question,
            metric: [...question.metric],
            cell: keysOf(keys),
            columns: ["billed", "list"],
            limit: 10_000
          });
          expect(behind.totals).toEqual([{currency: cell["currency"], billed: cell["billed"], list: cell["list"]}]);
          expect(behind.count).toBe(behind.rows.length);
          expect(normalise(sum(behind.rows.map((row) => String(row["billed"]))), {trailingZeros: false})).toBe(
            cell["billed"]
          );
        }
      ),
      {numRuns: 40}
    );
  });

  test("behind a quantity have its unit, and none is without one", async () => {
    const answer = await ask({metric: ["consumed"], by: ["service"]}, context);
    for (const {consumed, ...cell} of answer.rows) {
      const behind = await rowsOf({
        metric: ["consumed"],
        by: ["service"],
        cell: keysOf(cell),
        columns: ["ConsumedQuantity", "ConsumedUnit"]
      });
      expect(behind.totals).toMatchObject([{consumed}]);
      expect(behind.rows.every((row) => row["ConsumedQuantity"] !== null && row["ConsumedUnit"] === cell["unit"])).toBe(
        true
      );
    }
  });

  test("behind a converted cell have its converted sum", async () => {
    const day = (date: string) => [
      {base: "USD", quote: "EUR", day: date, rate: "0.9"},
      {base: "GBP", quote: "EUR", day: date, rate: "1.15"}
    ];
    const there = {
      ...context,
      rates: () => Promise.resolve(rateSource([...day("2026-09-01"), ...day("2026-10-01")])),
      settings: settings.parse({rates: {set: "test"}})
    };
    const question = {metric: ["billed" as const], by: ["service"], currency: "EUR"};
    const answer = await ask(question, there);
    for (const {billed, ...cell} of answer.rows)
      expect((await rowsOf({...question, cell: keysOf(cell)}, there)).totals).toEqual([{currency: "EUR", billed}]);
  });

  test("come page by page, each once, in one order", async () => {
    const columns = [
      "source",
      "ChargePeriodStart",
      "ServiceName",
      "BillingCurrency",
      "tag.team",
      "BilledCost",
      "EffectiveCost",
      "ListCost"
    ];
    const whole = await rowsOf({columns, limit: 1000});
    const pages = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: ChargeRows = await rowsOf({columns, limit: 7, offset});
      pages.push(...page.rows);
      offset = page.next;
    }
    expect(pages).toEqual(whole.rows);
    expect(await rowsOf({columns, offset: 100_000})).toMatchObject({rows: [], count: charges.length, next: null});
  });

  test("show every column on request, maps as objects, amounts plain", async () => {
    const {rows} = await rowsOf({columns: ["all"], filter: "tag.team = 'a'", limit: 1});
    expect(rows[0]?.["Tags"]).toMatchObject({team: "a"});
    expect(String(rows[0]?.["BilledCost"])).not.toMatch(/\.\d*0$/);
    expect(Object.keys(rows[0] ?? {}).length).toBeGreaterThan(60);
    expect((await rowsOf({columns: ["Tags", "x", "x.x_Op", "provider"], limit: 1})).rows[0]).toHaveProperty(
      "provider",
      null
    );
  });

  test("hide what the caller may not see, and refuse it where it is named", async () => {
    const caller = {...localCaller, id: "jo", masked: ["EffectiveCost", "tag.team"], rowFilter: "source = 'a'"};
    const there = {...context, caller};
    const {rows, count, notes} = await rowsOf({metric: ["billed"], columns: ["all"], limit: 1}, there);
    expect(rows[0]).not.toHaveProperty("EffectiveCost");
    expect(rows[0]).not.toHaveProperty("Tags");
    expect(count).toBe(inMonth("2026-09").length);
    expect(notes.join(" ")).toContain("EffectiveCost, Tags");
    for (const columns of [["effective"], ["Tags"], ["TAG.team"]]) {
      await expect(rowsOf({metric: ["billed"], columns}, there)).rejects.toMatchObject({code: "caller.refused"});
    }
    await expect(rowsOf({metric: ["billed"], cell: {"tag.team": "a"}}, there)).rejects.toMatchObject({
      code: "caller.refused"
    });
    await expect(rowsOf({}, there)).rejects.toMatchObject({code: "caller.refused"});
  });

  test("hide a metric's column and the prices that tell it, and refuse to filter by them", async () => {
    const there = {...context, caller: {...localCaller, id: "jo", masked: ["contracted"]}};
    const {rows} = await rowsOf({metric: ["billed"], columns: ["all"], limit: 1}, there);
    const shown = Object.keys(rows[0] ?? {}).filter(
      (name) => name.includes("Contracted") || name === "ContractApplied"
    );
    expect(shown).toEqual([]);
    for (const filter of ["ContractedCost > 1", "ContractedUnitPrice > 1"])
      await expect(rowsOf({metric: ["billed"], filter}, there)).rejects.toMatchObject({code: "caller.refused"});
  });

  test("of a caller who may not see billed cost are not ordered by it", async () => {
    const caller = {...localCaller, id: "jo", masked: ["billed"]};
    const {rows} = await rowsOf(
      {metric: ["effective"], columns: ["ServiceName", "EffectiveCost"], limit: 1000},
      {...context, caller}
    );
    const services = rows.map((row) => row["ServiceName"]).filter((service) => service !== null);
    expect(services).toEqual(services.toSorted((a, b) => Buffer.from(String(a)).compare(Buffer.from(String(b)))));
  });

  test.for([
    [{cell: {service: "x", other: "true"}, by: ["service"]}, "many values"],
    [{cell: {period: "2026-10-01"}}, "granularity"],
    [{cell: {period: "yesterday"}, granularity: "day"}, "Not a day"],
    [{cell: {period: "2026-10-01"}, granularity: "hour"}, "Not an hour"],
    [{cell: {unit: "Hours"}}, "quantity"],
    [{cell: {servise: "x"}}, "did you mean"],
    [{columns: ["servise"]}, "did you mean"]
  ] as [RowsQuestionInput, string][])("of %j are refused in words", async ([asked, words]) => {
    await expect(rowsOf(asked)).rejects.toMatchObject({
      code: "question.invalid",
      message: expect.stringContaining(words)
    });
  });

  test("are asked of the other engine in its grammar", async () => {
    const dialect = trinoDialect({prefix: ["lake", "finops"]});
    const texts: string[] = [];
    const other = {
      ...bench.engine,
      dialect,
      version: () => Promise.resolve("1"),
      rows: (query: Parameters<typeof bench.engine.rows>[0]) => {
        texts.push(render(query, dialect.placeholder));
        return Promise.resolve([]);
      }
    };
    await rowsOf(
      {columns: ["all"], by: ["source"], cell: {source: "a", currency: "USD"}, filter: "tag.team is null"},
      {...context, engine: other}
    );
    expect(texts).toHaveLength(3);
    for (const text of texts) expect({text, problems: parseTrino(text)}).toEqual({text, problems: []});
  });
});

/** A row of an answer as the keys of a cell; `true` stands only in rows that are no cell. */
function keysOf(row: AnswerRow): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => (typeof value === "boolean" ? [] : [[key, value]]))
  );
}
