import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parseTrino} from "../../test/trino-grammar.ts";
import {render} from "../engine/query.ts";
import {trinoDialect} from "../engine/trino/dialect.ts";
import {normalise, sum} from "../money/amount.ts";
import {localCaller} from "../operation.ts";
import {settings} from "../settings.ts";
import type {AnswerRow} from "./answer-rows.ts";
import {canonicalQuestion} from "./canonical-question.ts";
import {type ChargeKind, chargeKinds} from "./charge-kind.ts";
import {type Filter} from "./filter/filter.ts";
import {parseFilter} from "./filter/parse.ts";
import {filterText} from "./filter/text.ts";
import {chargeOf, filterOf} from "./fixtures/arbitrary.ts";
import {ask, contextOf, now, openBench} from "./fixtures/bench.ts";
import {type Sourced, amountOf, isOfKind, meets, read} from "./fixtures/oracle.ts";
import {type MetricName, metricNames} from "./metric.ts";
import {planCost} from "./plan.ts";
import {type CostQuestionInput, costQuestion} from "./question.ts";

const bench = await openBench();
const charges = fc.sample(chargeOf, {numRuns: 160, seed: 7});
const deliveries = [
  {
    source: "aws-prod",
    billingPeriod: "2026-09",
    charges: charges.filter((charge) => month(charge) === "2026-09").slice(0, 40)
  },
  {
    source: "aws-prod",
    billingPeriod: "2026-10",
    charges: charges.filter((charge) => month(charge) === "2026-10").slice(0, 40)
  },
  {
    source: "x'); --",
    billingPeriod: "2026-10",
    charges: charges.filter((charge) => month(charge) === "2026-10").slice(40)
  }
];
const sourced: readonly Sourced[] = deliveries.flatMap(({source, charges: own}) =>
  own.map((charge) => ({source, charge}))
);
const mapLake = await bench.lake(deliveries);
const promotedLake = await bench.lake(
  deliveries.map((delivery) => ({...delivery, tags: ["team", "cost center", 'qu"ote']}))
);
const context = contextOf(bench, mapLake);
const promoted = contextOf(bench, promotedLake);
const runs = {numRuns: 40};

const dimensions = [
  "service",
  "region",
  "tag.team",
  'tag."cost center"',
  "x.x_Op",
  "source",
  "billing-period",
  "charge",
  "start"
] as const;
const money: readonly MetricName[] = metricNames.filter((name) => name !== "consumed" && name !== "pricing");

const questionOf: fc.Arbitrary<CostQuestionInput> = fc
  .record(
    {
      metric: fc.uniqueArray(fc.constantFrom(...money, "consumed" as const), {minLength: 1, maxLength: 3}),
      by: fc.uniqueArray(fc.constantFrom(...dimensions), {maxLength: 3}),
      axis: fc.constantFrom("charge" as const, "billing" as const),
      period: fc.constantFrom("2026-09", "2026-10", "2026-Q3", "2026"),
      granularity: fc.constantFrom(
        "month" as const,
        "quarter" as const,
        "fiscal-quarter" as const,
        "fiscal-year" as const
      ),
      filter: filterOf().map(filterText),
      compare: fc.constantFrom("previous" as const, "year" as const),
      top: fc.integer({min: 1, max: 4}),
      without: fc.uniqueArray(fc.constantFrom(...chargeKinds), {maxLength: 2})
    },
    {requiredKeys: ["metric"]}
  )
  .map((question) => {
    const {top, compare, ...rest} = question;
    return {
      ...rest,
      ...(top === undefined || (rest.by ?? []).length === 0 ? {} : {top}),
      ...(compare === undefined || rest.period === undefined ? {} : {compare})
    };
  });

describe("REP-C1 ALL-I1 an answer", () => {
  test("sums to what the charges say, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(questionOf, async (question) => {
        const {top: _top, by: _by, granularity: _granularity, compare: _compare, ...plain} = question;
        const answer = await ask(question, context);
        const whole = await ask(plain, context);
        const expected = expectedTotals(plain);
        expect(sorted(whole.totals)).toEqual(sorted(expected));
        for (const metric of question.metric ?? []) {
          expect(sumsOf(answer.rows, metric)).toEqual(sumsOf(answer.totals, metric));
          if (question.compare === undefined) expect(sumsOf(answer.rows, metric)).toEqual(sumsOf(expected, metric));
        }
      }),
      {numRuns: 120}
    );
  });

  test("is grouped as the charges are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...dimensions), filterOf(), async (name, filter) => {
        const answer = await ask({by: [name], metric: ["billed"], filter: filterText(filter)}, context);
        const own = Map.groupBy(
          sourced.filter((charge) => meets(filter, charge)),
          (charge) => JSON.stringify([valueOf(name, charge), read("BillingCurrency", charge)])
        );
        const expected = [...own].map(([key, group]) => [key, total(group, "billed")] as const);
        expect(answer.rows).toHaveLength(expected.length);
        expect(
          new Map(answer.rows.map((row) => [JSON.stringify([row[name] ?? null, row["currency"]]), row["billed"]]))
        ).toEqual(new Map(expected));
      }),
      {numRuns: 60}
    );
  });

  test("is the same with tags in columns of their own", async () => {
    await fc.assert(
      fc.asyncProperty(questionOf, async (question) => {
        const [a, b] = [await ask(question, context), await ask(question, promoted)];
        expect(a.rows).toEqual(b.rows);
        expect(a.totals).toEqual(b.totals);
      }),
      runs
    );
  });

  test("to a filter and to its negation make the answer without", async () => {
    await fc.assert(
      fc.asyncProperty(filterOf(), async (filter: Filter) => {
        const metric = ["billed" as const, "list" as const];
        const parts = await Promise.all(
          [filter, {not: filter}].map((part) => ask({metric, filter: filterText(part)}, context))
        );
        const whole = await ask({metric}, context);
        for (const name of metric)
          expect(
            sumsOf(
              parts.flatMap(({totals}) => totals),
              name
            )
          ).toEqual(sumsOf(whole.totals, name));
      }),
      runs
    );
  });

  test("to the top and the rest make the whole, in the order of the greatest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...dimensions), fc.integer({min: 1, max: 5}), async (name, top) => {
        const [few, all] = [await ask({by: [name], top}, context), await ask({by: [name]}, context)];
        expect(few.totals).toEqual(all.totals);
        for (const currency of new Set(all.rows.map((row) => row["currency"]))) {
          const [own, every] = [few, all].map(({rows}) => rows.filter((row) => row["currency"] === currency));
          expect(own?.filter((row) => row["other"] !== true)).toEqual(every?.slice(0, top));
          expect(own?.filter((row) => row["other"] === true)).toHaveLength((every?.length ?? 0) > top ? 1 : 0);
        }
      }),
      runs
    );
  });

  test("of a limited caller is that of the same question with the limit as its filter", async () => {
    await fc.assert(
      fc.asyncProperty(questionOf, filterOf(), async (question, limit) => {
        const caller = {...localCaller, id: "jo", rowFilter: filterText(limit)};
        const limited = await ask(question, {...context, caller});
        const both = [question.filter, filterText(limit)].flatMap((text) => (text === undefined ? [] : [`(${text})`]));
        const filtered = await ask({...question, filter: both.join(" and ")}, context);
        expect(limited.rows).toEqual(filtered.rows);
        expect(limited.totals).toEqual(filtered.totals);
        expect(limited.receipt.id).not.toBe(filtered.receipt.id);
      }),
      runs
    );
  });

  test("compared puts each bucket beside that of the earlier time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...dimensions.filter((name) => name !== "start" && name !== "billing-period")),
        async (name) => {
          const base = {by: [name], metric: ["billed" as const]};
          const compared = await ask({...base, period: "2026-10", compare: "previous"}, context);
          const [current, previous] = [
            await ask({...base, period: "2026-10"}, context),
            await ask({...base, period: "2026-09"}, context)
          ];
          const amounts = (rows: readonly AnswerRow[]) =>
            new Map(rows.map((row) => [JSON.stringify([row[name], row["currency"]]), String(row["billed"])]));
          const [now_, before] = [amounts(current.rows), amounts(previous.rows)];
          expect(compared.rows).toHaveLength(new Set([...now_.keys(), ...before.keys()]).size);
          for (const row of compared.rows) {
            const key = JSON.stringify([row[name], row["currency"]]);
            expect(row["billed"]).toBe(now_.get(key) ?? "0");
            expect(row["billed_previous"]).toBe(before.get(key) ?? "0");
            expect(plain([String(row["billed_previous"]), String(row["billed_change"])])).toBe(row["billed"]);
          }
        }
      ),
      runs
    );
  });

  test("is asked of the other engine in its grammar", () => {
    const dialect = trinoDialect({prefix: ["lake", "finops"]});
    fc.assert(
      fc.property(questionOf, (question) => {
        const canonical = canonicalQuestion(costQuestion.parse(question), {
          now: Temporal.Instant.from(now),
          settings: settings.parse({})
        });
        const selection = {
          snapshots: mapLake.snapshots,
          files: mapLake.snapshots.map(({manifest}) => ({path: `/lake/${manifest.id}`, snapshot: manifest.id})),
          rollups: [],
          tags: ["team"],
          release: () => Promise.resolve()
        };
        const {query} = planCost(canonical, selection, localCaller, {dialect, converter: null});
        if (query === null) return;
        const text = render(query, dialect.placeholder);
        expect({text, problems: parseTrino(text)}).toEqual({text, problems: []});
      }),
      {numRuns: 25}
    );
  });
});

function month(charge: {readonly [column: string]: unknown}): string {
  return String(charge["BillingPeriodStart"]).slice(0, 7);
}

function valueOf(name: string, charge: Sourced): string | null {
  const value = read(name, charge);
  return name === "start" ? (value?.slice(0, 10) ?? null) : value;
}

/** Totals as the charges themselves make them. */
function expectedTotals(question: CostQuestionInput): AnswerRow[] {
  const canonical = canonicalQuestion(costQuestion.parse(question), {
    now: Temporal.Instant.from(now),
    settings: settings.parse({})
  });
  const time = canonical.axis === "charge" ? "ChargePeriodStart" : "BillingPeriodStart";
  const metric = question.metric ?? [];
  const own = sourced.filter((charge) => {
    const day = String(read(time, charge)).slice(0, 10);
    return (
      (canonical.from === null || day >= canonical.from) &&
      (canonical.to === null || day < canonical.to) &&
      !(question.without ?? []).some((kind: ChargeKind) => isOfKind(kind, charge)) &&
      (filterFor(question) === null || meets(filterFor(question) ?? {field: "source", op: "is null"}, charge)) &&
      (metric.length > 1 || metric[0] !== "consumed" || amountOf("consumed", charge) !== null)
    );
  });
  const isUnit = metric.includes("consumed");
  const groups = Map.groupBy(own, (charge) =>
    JSON.stringify([read("BillingCurrency", charge), isUnit ? read("ConsumedUnit", charge) : null])
  );
  return [...groups].map(([key, group]) => {
    const [currency, unit] = JSON.parse(key) as [string, string | null];
    return {
      currency,
      ...(isUnit ? {unit} : {}),
      ...Object.fromEntries(metric.map((name) => [name, total(group, name)]))
    };
  });
}

const parsed = new Map<string, Filter>();

function filterFor({filter}: CostQuestionInput): Filter | null {
  if (filter === undefined) return null;
  const known = parsed.get(filter) ?? parseFilter(filter);
  parsed.set(filter, known);
  return known;
}

function total(group: readonly Sourced[], metric: MetricName): string | null {
  const amounts = group.flatMap((charge) => amountOf(metric, charge) ?? []);
  return amounts.length === 0 ? null : plain(amounts);
}

function sumsOf(rows: readonly AnswerRow[], metric: string): readonly string[] {
  const groups = Map.groupBy(rows, (row) => `${String(row["currency"])} ${String(row["unit"] ?? "")}`);
  const text = (row: AnswerRow) => (typeof row[metric] === "string" ? [row[metric]] : []);
  return [...groups].map(([key, own]) => `${key} ${plain(own.flatMap(text))}`).toSorted();
}

function plain(amounts: readonly string[]): string {
  return normalise(sum(amounts), {trailingZeros: false}).replace(/^-0$/, "0");
}

function sorted(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.toSorted((a, b) =>
    JSON.stringify([a["currency"], a["unit"]]) < JSON.stringify([b["currency"], b["unit"]]) ? -1 : 1
  );
}
