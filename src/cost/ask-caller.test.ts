import {describe, expect, test} from "vitest";
import {localCaller} from "../operation.ts";
import {askCost} from "./ask.ts";
import {autumn} from "./fixtures/autumn.ts";
import {ask, contextOf, openBench} from "./fixtures/bench.ts";
import {type CostQuestionInput, costQuestion} from "./question.ts";

const bench = await openBench();
const lake = await bench.lake(autumn);
const context = contextOf(bench, lake);

describe("REP-C2 PLT-9 a caller", () => {
  test.for([
    [{metric: ["effective"]}, "effective"],
    [{metric: ["savings"]}, "savings"],
    [{metric: ["billed"], by: ["tag.team"]}, "tag.team"],
    [{metric: ["billed"], filter: "EffectiveCost > 1"}, "EffectiveCost"],
    [{metric: ["billed"], by: ["description"]}, "ChargeDescription"]
  ] as const)("may not ask %j", async ([question, name]) => {
    const caller = {...localCaller, id: "jo", masked: ["effective", "EffectiveCost", "tag.team", "description"]};
    const asked = {
      ...question,
      metric: [...question.metric],
      ...("by" in question ? {by: [...question.by]} : {})
    } as CostQuestionInput;
    await expect(ask(asked, {...context, caller})).rejects.toMatchObject({
      code: "caller.refused",
      message: expect.stringContaining(name)
    });
    await expect(ask({metric: ["billed"]}, {...context, caller})).resolves.toBeDefined();
  });

  test("with a row filter sees its rows alone, and the answer says so", async () => {
    const caller = {...localCaller, id: "jo", rowFilter: "tag.team = 'b' or provider = 'Microsoft'"};
    const answer = await ask({metric: ["billed"]}, {...context, caller});
    expect(answer.totals).toEqual([
      {currency: "EUR", billed: "4"},
      {currency: "USD", billed: "3.5"}
    ]);
    expect(answer.notes).toEqual(["Only charges that you may see are counted."]);
    // A filter that would be true for all rows does not widen it.
    const widened = await ask(
      {metric: ["billed"], filter: "service = 'EC2' or not service = 'EC2'"},
      {...context, caller}
    );
    expect(widened.totals).toEqual(answer.totals);
  });
});

describe("REP-C3 PLT-7 a receipt", () => {
  test("is the same for one question in other words on the same data", async () => {
    const one = await ask(
      {by: ["service"], metric: ["billed"], period: "2026-10", filter: "region is null and provider = 'AWS'"},
      context
    );
    const two = await ask(
      {
        by: ["ServiceName"],
        metric: ["billed"],
        from: "2026-10-01",
        to: "2026-11-01",
        filter: "(ServiceProviderName = 'AWS') AND RegionId is null",
        without: []
      },
      {...context, effects: {...context.effects, now: () => Temporal.Instant.from("2026-12-24T00:00:00Z")}}
    );
    expect(two.receipt.id).toBe(one.receipt.id);
    expect(two.receipt.asOf).not.toBe(one.receipt.asOf);
    const other = await ask({by: ["ServiceName"], metric: ["billed"], period: "2026-09"}, context);
    expect(other.receipt.id).not.toBe(one.receipt.id);
    expect(one.receipt.engine.version).toMatch(/\d/);
  });

  test("names the snapshots that were read, and only those", async () => {
    const answer = await ask({period: "2026-09"}, context);
    expect(answer.receipt.snapshots).toEqual([lake.snapshots[0]?.manifest.id]);
  });
});

describe("an explanation", () => {
  test("has the SQL with the values of filters as parameters, and reads the needed columns alone", async () => {
    const hostile = "'; drop table x; --";
    const {plan} = await askCost(
      costQuestion.parse({
        metric: ["billed"],
        by: ["tag.team"],
        filter: `service = '${hostile.replaceAll("'", "''")}'`
      }),
      context,
      {explain: true}
    );
    expect(plan?.sql).not.toContain("drop table");
    expect(plan?.parameters).toContain(hostile);
    expect(plan).toMatchObject({
      kind: "raw",
      files: 3,
      rows: 9,
      columns: ["BilledCost", "BillingCurrency", "ServiceName", "tag_team"]
    });
  });
});
