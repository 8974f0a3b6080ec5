import {describe, expect, test} from "vitest";
import {settings} from "../settings.ts";
import {autumn, charge} from "./fixtures/autumn.ts";
import {ask, contextOf, openBench} from "./fixtures/bench.ts";

const bench = await openBench();

const lake = await bench.lake(autumn);
const context = contextOf(bench, lake);

describe("a cost question", () => {
  test("has rows, totals per currency, and exact amounts", async () => {
    const answer = await ask({by: ["service"], period: "2026-10", metric: ["billed"]}, context);
    expect(answer.rows).toEqual([
      {service: "VM", currency: "EUR", billed: "4"},
      {service: "EC2", currency: "USD", billed: "20.500000000000000001"},
      {service: "RDS", currency: "USD", billed: "7"},
      {service: "S3", currency: "USD", billed: "3"},
      {service: "Lambda", currency: "USD", billed: "-0.25"}
    ]);
    expect(answer.totals).toEqual([
      {currency: "EUR", billed: "4"},
      {currency: "USD", billed: "30.250000000000000001"}
    ]);
    expect(lake.held()).toBe(0);
  });

  test("asks for billed and effective cost of all data where nothing else is said", async () => {
    const {rows, totals, question, notes} = await ask({}, context);
    expect(rows).toEqual([
      {currency: "EUR", billed: "4", effective: "4"},
      {currency: "USD", billed: "43.750000000000000001", effective: "36.750000000000000001"}
    ]);
    expect(totals).toEqual(rows);
    expect(question).toMatchObject({metric: ["billed", "effective"], axis: "charge", from: null, to: null});
    expect(notes).toEqual([]);
  });

  test("does not count what a commitment costs twice", async () => {
    const {totals, notes} = await ask(
      {metric: ["billed", "list", "contracted", "savings"], filter: "currency = 'USD'", period: "2026-10"},
      context
    );
    expect(totals).toEqual([
      {
        currency: "USD",
        billed: "30.250000000000000001",
        list: "23.250000000000000001",
        contracted: "23.250000000000000001",
        savings: "0"
      }
    ]);
    expect(notes.join(" ")).toContain("Purchases of commitments are left out of list, contracted, savings");
  });

  test("names keys as asked, and tells a dimension from the currency of a row", async () => {
    const {rows} = await ask(
      {
        by: ["SERVICENAME", "currency", 'tag."cost center"'],
        metric: ["billed"],
        filter: "service = 'S3'",
        period: "2026-10"
      },
      context
    );
    expect(rows).toEqual([
      {SERVICENAME: "S3", BillingCurrency: "USD", 'tag."cost center"': "7", currency: "USD", billed: "3"}
    ]);
  });

  test.for([
    ["hour", ["2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z", "2026-10-05T00:00:00Z", "2026-10-31T00:00:00Z"]],
    ["day", ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-31"]],
    ["week", ["2026-09-28", "2026-10-05", "2026-10-26"]],
    ["month", ["2026-10-01"]],
    ["quarter", ["2026-10-01"]],
    ["year", ["2026-01-01"]],
    ["fiscal-month", ["FY2027-M01"]],
    ["fiscal-quarter", ["FY2027-Q1"]],
    ["fiscal-year", ["FY2027"]]
  ] as const)("has one row for each %s", async ([granularity, periods]) => {
    const fiscal = contextOf(bench, lake, {settings: settings.parse({calendar: {fiscalYearStart: 10}})});
    const {rows, totals} = await ask(
      {granularity, period: "2026-10", filter: "currency = 'USD'", metric: ["billed"]},
      fiscal
    );
    expect(rows.map((row) => row["period"])).toEqual(periods);
    expect(totals).toEqual([{currency: "USD", billed: "30.250000000000000001"}]);
  });

  test("puts a fiscal quarter where its year begins in February", async () => {
    const fiscal = contextOf(bench, lake, {settings: settings.parse({calendar: {fiscalYearStart: 2}})});
    const {rows} = await ask({granularity: "fiscal-quarter", filter: "currency = 'USD'", metric: ["billed"]}, fiscal);
    expect(rows).toEqual([{period: "FY2027-Q3", currency: "USD", billed: "43.750000000000000001"}]);
  });

  test("compared has the earlier amount, the change and its ratio, day beside day", async () => {
    const {rows, totals} = await ask(
      {
        granularity: "day",
        period: "2026-10",
        compare: "previous",
        filter: "service in ('EC2', 'S3', 'RDS')",
        metric: ["billed"]
      },
      context
    );
    expect(rows).toEqual([
      {
        period: "2026-10-01",
        currency: "USD",
        billed: "20.000000000000000001",
        billed_previous: "10",
        billed_change: "10.000000000000000001",
        billed_change_ratio: "1"
      },
      {
        period: "2026-10-02",
        currency: "USD",
        billed: "3",
        billed_previous: "1.5",
        billed_change: "1.5",
        billed_change_ratio: "1"
      },
      {
        period: "2026-10-05",
        currency: "USD",
        billed: "7",
        billed_previous: "0",
        billed_change: "7",
        billed_change_ratio: null
      },
      {
        period: "2026-10-30",
        currency: "USD",
        billed: "0",
        billed_previous: "2",
        billed_change: "-2",
        billed_change_ratio: "-1"
      },
      {
        period: "2026-10-31",
        currency: "USD",
        billed: "0.5",
        billed_previous: "0",
        billed_change: "0.5",
        billed_change_ratio: null
      }
    ]);
    expect(totals).toEqual([
      {
        currency: "USD",
        billed: "30.500000000000000001",
        billed_previous: "13.5",
        billed_change: "17.000000000000000001",
        billed_change_ratio: "1.259259"
      }
    ]);
  });

  test("compared by days moves by days, and the same days may count on both sides", async () => {
    const days = {
      from: "2026-10-02",
      to: "2026-10-04",
      granularity: "day",
      metric: ["billed"],
      filter: "currency = 'USD'"
    } as const;
    const {rows} = await ask({...days, metric: ["billed"], compare: "previous"}, context);
    expect(rows.map((row) => [row["period"], row["billed"], row["billed_previous"]])).toEqual([
      ["2026-10-02", "3", "2"],
      ["2026-10-03", "0", "20.000000000000000001"]
    ]);
    const {totals} = await ask(
      {from: "2025-09-01", to: "2026-11-01", compare: "year", metric: ["billed"], filter: "currency = 'USD'"},
      context
    );
    expect(totals).toMatchObject([{billed: "43.750000000000000001", billed_previous: "0"}]);
  });

  test("folds what is below the top into one marked row, and agrees", async () => {
    const {rows, totals} = await ask({by: ["service"], top: 1, period: "2026-10", metric: ["billed"]}, context);
    expect(rows).toEqual([
      {service: "VM", currency: "EUR", billed: "4"},
      {service: "EC2", currency: "USD", billed: "20.500000000000000001"},
      {service: "other", other: true, currency: "USD", billed: "9.75"}
    ]);
    expect(totals).toHaveLength(2);
  });

  test("leaves out kinds of charges and says so", async () => {
    const {totals, notes} = await ask(
      {without: ["purchases", "credits"], period: "2026-10", metric: ["billed"], source: ["aws-prod"]},
      context
    );
    expect(totals).toEqual([{currency: "USD", billed: "23.500000000000000001"}]);
    expect(notes).toEqual(["Left out: credits, purchases."]);
  });

  test("counts on the billing axis in the month of the invoice", async () => {
    const own = await bench.lake([
      {source: "a", billingPeriod: "2026-09", charges: [charge("X", "2026-09-05", "1")]},
      {
        source: "a",
        billingPeriod: "2026-10",
        charges: [charge("X", "2026-10-05", "2"), charge("X", "2026-09-06", "4", {BillingPeriodStart: "2026-10-01"})]
      }
    ]);
    const there = contextOf(bench, own);
    const question = {metric: ["billed"], period: "2026-09"} as const;
    expect((await ask({...question, metric: ["billed"]}, there)).totals).toEqual([{currency: "USD", billed: "5"}]);
    expect((await ask({...question, metric: ["billed"], axis: "billing"}, there)).totals).toEqual([
      {currency: "USD", billed: "1"}
    ]);
    const byMonth = await ask(
      {metric: ["billed"], axis: "billing", granularity: "month", by: ["billing-period"]},
      there
    );
    expect(byMonth.rows).toEqual([
      {period: "2026-09-01", "billing-period": "2026-09", currency: "USD", billed: "1"},
      {period: "2026-10-01", "billing-period": "2026-10", currency: "USD", billed: "6"}
    ]);
  });

  test("of an empty lake or an empty time has no rows and says that there is no data", async () => {
    const empty = contextOf(bench, await bench.lake([]));
    expect(await ask({by: ["service"], top: 3}, empty)).toMatchObject({
      rows: [],
      totals: [],
      completeness: {complete: false, dataFrom: null, sources: [], notes: ["There is no data of this time."]}
    });
    expect((await ask({period: "2020-01"}, context)).rows).toEqual([]);
    expect((await ask({filter: "service = 'none'"}, context)).totals).toEqual([]);
  });

  test("sees the data as it was", async () => {
    const replaced = await bench.lake([
      {
        source: "a",
        billingPeriod: "2026-10",
        activeTo: "2026-11-05T00:00:00.000Z",
        charges: [charge("X", "2026-10-05", "1")]
      },
      {
        source: "a",
        billingPeriod: "2026-10",
        activeFrom: "2026-11-05T00:00:00.000Z",
        charges: [charge("X", "2026-10-05", "2")]
      }
    ]);
    const there = contextOf(bench, replaced);
    const [then, now_] = [
      await ask({asOf: "2026-11-04", metric: ["billed"]}, there),
      await ask({metric: ["billed"]}, there)
    ];
    expect(then.totals).toEqual([{currency: "USD", billed: "1"}]);
    expect(now_.totals).toEqual([{currency: "USD", billed: "2"}]);
    expect(then.receipt).toMatchObject({
      asOf: "2026-11-04T00:00:00.000Z",
      snapshots: [replaced.snapshots[0]?.manifest.id]
    });
  });

  test("shares by null as well as by text, and does not take a missing amount for nothing", async () => {
    const own = contextOf(
      bench,
      await bench.lake([
        {
          source: "a",
          billingPeriod: "2026-10",
          charges: [charge("X", "2026-10-05", "1", {ListCost: null}), charge("Y", "2026-10-05", "2")]
        }
      ])
    );
    const {rows, totals} = await ask({by: ["service"], metric: ["billed", "list", "savings"]}, own);
    expect(rows).toEqual([
      {service: "Y", currency: "USD", billed: "2", list: "2", savings: "0"},
      {service: "X", currency: "USD", billed: "1", list: null, savings: null}
    ]);
    expect(totals).toEqual([{currency: "USD", billed: "3", list: "2", savings: "0"}]);
  });

  test("that does not fit exact amounts is an error, not a wrong sum", async () => {
    const huge = "99999999999999999999";
    const own = await bench.lake([
      {
        source: "a",
        billingPeriod: "2026-10",
        charges: [charge("X", "2026-10-05", huge), charge("X", "2026-10-06", huge)]
      }
    ]);
    await expect(ask({metric: ["billed"]}, contextOf(bench, own))).rejects.toMatchObject({code: "amount.overflow"});
    expect(own.held()).toBe(0);
  });

  test("can be cancelled", async () => {
    const signal = AbortSignal.abort();
    await expect(ask({}, {...context, signal})).rejects.toMatchObject({code: "cancelled"});
    expect(lake.held()).toBe(0);
  });
});
