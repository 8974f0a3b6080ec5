import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

describe("OpenRouter", () => {
  test("calls are rolled up by day, model, provider and key; cost of own keys is no bill", async () => {
    const header =
      "generation_id,created_at,cost_total,byok_usage_inference,tokens_prompt,tokens_completion,tokens_cached,model_permaslug,provider_name,api_key_name";
    const {rows} = await imported(
      {
        "calls.csv": [
          header,
          "g1,2025-10-01 08:00:00.123,0.0000000001,,10,5,2,openai/gpt,Azure,prod",
          "g2,2025-10-01 23:59:59,0.25,,20,5,,openai/gpt,Azure,prod",
          "g3,2025-10-02 00:00:00,0,1.5,1,1,,openai/gpt,OpenAI,prod"
        ].join("\n")
      },
      [
        "ChargePeriodStart",
        "BilledCost",
        "ConsumedQuantity",
        "SubAccountId",
        "ChargeDescription",
        "x_OpenRouterRequests",
        "x_OpenRouterCachedTokens",
        "x_OpenRouterOwnKeyCost",
        "x_CostBasis"
      ]
    );
    const common = {SubAccountId: "prod", x_CostBasis: "estimate"};
    expect(rows).toEqual([
      {
        ...common,
        ChargePeriodStart: "2025-10-01 00",
        BilledCost: "0.2500000001",
        ConsumedQuantity: "40",
        ChargeDescription: "openai/gpt by Azure",
        x_OpenRouterRequests: "2",
        x_OpenRouterCachedTokens: "2"
      },
      {
        ...common,
        ChargePeriodStart: "2025-10-02 00",
        BilledCost: "0",
        ConsumedQuantity: "2",
        ChargeDescription: "openai/gpt by OpenAI",
        x_OpenRouterRequests: "1",
        x_OpenRouterOwnKeyCost: "1.5"
      }
    ]);
  });

  test("a whole day of calls is one row", async () => {
    const line = (n: number): string =>
      JSON.stringify({
        data: {
          id: `g${n}`,
          created_at: "2025-10-01T10:00:00Z",
          total_cost: 0.001,
          model: "m",
          tokens_prompt: 3,
          tokens_completion: 1
        }
      });
    const {rows} = await imported({"generations.jsonl": Array.from({length: 2000}, (_, n) => line(n)).join("\n")}, [
      "BilledCost",
      "ConsumedQuantity",
      "x_OpenRouterRequests"
    ]);
    expect(rows).toEqual([{BilledCost: "2", ConsumedQuantity: "8000", x_OpenRouterRequests: "2000"}]);
  });
});
