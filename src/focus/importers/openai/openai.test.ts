import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

const day = {start_time: 1_759_276_800, end_time: 1_759_363_200};

function page(results: readonly object[]): string {
  return JSON.stringify({
    object: "page",
    data: [{object: "bucket", ...day, results}],
    has_more: false,
    next_page: null
  });
}

describe("OpenAI", () => {
  test("a cost is dollars of a line item, below zero a credit", async () => {
    const cost = (value: number | string, more: object = {}) => ({
      object: "organization.costs.result",
      amount: {value, currency: "usd"},
      line_item: "gpt-4o-2024-08-06, cached input",
      project_id: "proj_1",
      ...more
    });
    const {rows} = await imported(
      {"costs.json": page([cost("0.000000000000000001"), cost(-2.5), cost(6, {quantity: 4})])},
      [
        "BilledCost",
        "ChargeCategory",
        "BillingCurrency",
        "ChargePeriodStart",
        "ChargePeriodEnd",
        "SubAccountId",
        "SkuMeter",
        "PricingQuantity",
        "ListUnitPrice",
        "x_OpenAIModel"
      ]
    );
    const common = {
      BillingCurrency: "USD",
      ChargePeriodStart: "2025-10-01 00",
      ChargePeriodEnd: "2025-10-02 00",
      SubAccountId: "proj_1",
      x_OpenAIModel: "gpt-4o-2024-08-06"
    };
    const use = {...common, ChargeCategory: "Usage", SkuMeter: "cached input"};
    expect(rows).toEqual([
      {...common, BilledCost: "-2.5", ChargeCategory: "Credit"},
      {...use, BilledCost: "0.000000000000000001", PricingQuantity: "1", ListUnitPrice: "0.000000000000000001"},
      {...use, BilledCost: "6", PricingQuantity: "4", ListUnitPrice: "1.5"}
    ]);
  });

  test("tokens are rows that cost nothing, each token once, by day", async () => {
    const usage = {
      object: "organization.usage.completions.result",
      input_tokens: 1000,
      input_cached_tokens: 800,
      output_tokens: 500,
      input_audio_tokens: 10,
      num_model_requests: 5,
      model: "gpt-4o",
      project_id: "p"
    };
    const {rows, report} = await imported({"usage.json": page([usage, usage])}, [
      "SkuMeter",
      "ConsumedQuantity",
      "ConsumedUnit",
      "BilledCost",
      "x_OpenAIAudioTokens",
      "x_CostBasis"
    ]);
    const free = {BilledCost: "0", x_CostBasis: "none"};
    expect(rows).toEqual([
      {...free, SkuMeter: "cached input", ConsumedQuantity: "1600", ConsumedUnit: "Tokens"},
      {...free, SkuMeter: "input", ConsumedQuantity: "400", ConsumedUnit: "Tokens", x_OpenAIAudioTokens: "20"},
      {...free, SkuMeter: "output", ConsumedQuantity: "1000", ConsumedUnit: "Tokens"},
      {...free, SkuMeter: "requests", ConsumedQuantity: "10", ConsumedUnit: "Requests"}
    ]);
    expect(report.rows[0]?.checks.map(({check}) => check)).toContain("openai-usage-without-cost");
  });

  test("an amount that is no number is kept apart and is not 0", async () => {
    const odd = {object: "organization.costs.result", amount: {value: "not-a-number", currency: "usd"}};
    const good = {object: "organization.costs.result", amount: {value: 1, currency: "usd"}};
    const {rows, report} = await imported(
      {"costs.json": page([odd, good, {object: "organization.costs.result"}])},
      ["BilledCost"],
      {
        maxQuarantined: 9
      }
    );
    expect(rows).toEqual([{BilledCost: "1"}]);
    expect(report.rows.reduce((sum, row) => sum + row.quarantined, 0)).toBe(2);
  });
});
