import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Charge, charge, csv, inMonth} from "../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../lake/fixtures/workshop.ts";
import {askContextOf} from "./ask-context.ts";
import {askCost} from "./ask.ts";
import {costQuestion, type CostQuestionInput} from "./question.ts";

const months = ["2026-08", "2026-09", "2026-10"];

const oneOf = (...values: string[]) => fc.constantFrom(...values);
const money = fc.oneof(
  fc.bigInt({min: -(10n ** 24n), max: 10n ** 24n}).map((units) => decimal(units)),
  oneOf("0", "-1.5", "0.000000000000000001", "12345678901234.123456789012345678", "")
);

function decimal(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(19, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -18)}.${digits.slice(-18)}`;
}

const charges = fc.array(
  fc.record({
    month: oneOf(...months),
    day: fc.integer({min: 1, max: 28}),
    hour: fc.integer({min: 0, max: 23}),
    fields: fc.record({
      BilledCost: money.map((text) => (text === "" ? "0" : text)),
      EffectiveCost: money,
      ContractedCost: money,
      ListCost: money,
      ConsumedQuantity: money,
      ConsumedUnit: oneOf("Hours", "GB", ""),
      BillingCurrency: oneOf("USD", "EUR"),
      ChargeCategory: oneOf("Usage", "Purchase", "Tax", "Credit"),
      CommitmentDiscountId: oneOf("", "plan-1"),
      ServiceName: oneOf("A", "B", ""),
      ProviderName: oneOf("P", "Q"),
      RegionId: oneOf("r1", "r2", ""),
      SubAccountId: oneOf("1", "2"),
      ResourceId: oneOf("i-1", "i-2", "i-3"),
      Tags: oneOf('{"team":"stone"}', '{"team":"wood","env":"prod"}', "{}", "")
    })
  }),
  {minLength: 60, maxLength: 120}
);

const questions: fc.Arbitrary<CostQuestionInput> = fc
  .record(
    {
      metric: fc.uniqueArray(fc.constantFrom("billed", "effective", "contracted", "list", "savings"), {minLength: 1}),
      by: fc.uniqueArray(
        oneOf(
          "service",
          "provider",
          "region",
          "subaccount",
          "tag.team",
          "tag.env",
          "source",
          "charge",
          "resource",
          "billing-period"
        ),
        {maxLength: 3}
      ),
      granularity: fc.constantFrom("day", "week", "month", "quarter", "fiscal-quarter"),
      span: fc.constantFrom(["2026-08-01", "2026-11-01"], ["2026-09-01", "2026-10-01"], ["2026-08-13", "2026-10-20"]),
      filter: oneOf(
        "service = 'A'",
        "tag.team is null",
        "not (region = 'r1' or tag.env = 'prod')",
        "billed > 1",
        "start >= '2026-09-10'"
      ),
      compare: fc.constantFrom("previous" as const),
      top: fc.integer({min: 1, max: 3}),
      without: fc.constantFrom(["taxes" as const], ["refunds" as const], ["credits" as const, "purchases" as const])
    },
    {requiredKeys: ["metric", "by"]}
  )
  .map(({span, top, ...rest}) => ({
    ...rest,
    ...(top === undefined || rest.by.length === 0 ? {} : {top}),
    ...(span === undefined ? {} : {from: span[0], to: span[1]}),
    ...(rest.compare !== undefined && span === undefined ? {from: "2026-09-01", to: "2026-10-01"} : {})
  })) as fc.Arbitrary<unknown> as fc.Arbitrary<CostQuestionInput>;

describe("an answer from roll-ups", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await workshop({settings: {tags: ["team", "env"], lake: {rollups: 0}}});
  });
  afterAll(async () => shop.close());

  test("equals the answer from the charges to the last digit", async () => {
    const kinds = new Set<string>();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(charges, fc.array(questions, {minLength: 10, maxLength: 10}), async (rows, asked) => {
        round += 1;
        await shop.ingest(await shop.file(`${round}.csv`, csv(rows.map(asCharge))), {source: "s", replace: true});
        const context = await askContextOf(shop.context);
        const raw = {
          ...context,
          lake: {
            folder: context.lake.folder,
            select: async (request: Parameters<typeof context.lake.select>[0]) => ({
              ...(await context.lake.select(request)),
              rollups: []
            })
          }
        };
        for (const question of asked) {
          const parsed = costQuestion.parse(question);
          const fast = await askCost(parsed, context, {explain: true});
          const slow = await askCost(parsed, raw, {explain: true});
          kinds.add(fast.plan?.kind ?? "none");
          expect(slow.plan?.kind).toBe("raw");
          expect({rows: fast.rows, totals: fast.totals, receipt: fast.receipt.id}).toEqual({
            rows: slow.rows,
            totals: slow.totals,
            receipt: slow.receipt.id
          });
        }
      }),
      {numRuns: 8, endOnFailure: true}
    );
    expect([...kinds].toSorted()).toEqual(expect.arrayContaining(["raw", "rollup"]));
  }, 120_000);

  test("is read from them where they serve, and from the charges where they do not", async () => {
    await shop.ingest(
      await shop.file(
        "plain.csv",
        csv([
          charge(),
          charge({
            ...inMonth("2026-10"),
            ChargePeriodStart: "2026-10-03T00:00:00Z",
            ChargePeriodEnd: "2026-10-04T00:00:00Z"
          })
        ])
      ),
      {source: "plain"}
    );
    const context = await askContextOf(shop.context);
    const kindOf = async (question: CostQuestionInput) =>
      (await askCost(costQuestion.parse({source: ["plain"], ...question}), context, {explain: true})).plan;
    expect(await kindOf({by: ["region"], granularity: "month"})).toMatchObject({rollups: ["service-month"]});
    expect(await kindOf({by: ["region"], granularity: "day"})).toMatchObject({rollups: ["service-day"]});
    expect(await kindOf({by: ["region"], from: "2026-10-02", to: "2026-10-05"})).toMatchObject({
      rollups: ["service-day"]
    });
    expect(await kindOf({by: ["tag.team"]})).toMatchObject({kind: "rollup", rollups: ["tag_team-day"]});
    expect(await kindOf({by: ["tag.team", "tag.env"]})).toMatchObject({kind: "rollup", rollups: ["tags-day"]});
    for (const question of [
      {by: ["resource"]},
      {by: ["tag.other"]},
      {granularity: "hour" as const},
      {filter: "billed > 0"},
      {without: ["refunds" as const]}
    ])
      expect(await kindOf(question)).toMatchObject({kind: "raw", rollups: []});
  });
});

function asCharge({month, day, hour, fields}: {month: string; day: number; hour: number; fields: Charge}): Charge {
  const start = Temporal.Instant.from(`${month}-01T00:00:00Z`).add({hours: (day - 1) * 24 + hour});
  return charge({
    ...inMonth(month),
    ChargePeriodStart: start.toString(),
    ChargePeriodEnd: start.add({hours: 1}).toString(),
    ...fields
  });
}
