import {describe, expect, test} from "vitest";
import {multiply} from "../../../money/amount.ts";
import {imported} from "../fixtures/imported.ts";

function page(results: readonly object[], from = "2025-10-01T00:00:00Z", to = "2025-10-02T00:00:00Z"): string {
  return JSON.stringify({data: [{starting_at: from, ending_at: to, results}], has_more: false, next_page: null});
}

describe("Anthropic", () => {
  test("cents are dollars, exactly; the default workspace has no id", async () => {
    const cost = (amount: string, more: object) => ({
      currency: "USD",
      amount,
      description: "Opus Usage",
      cost_type: "tokens",
      ...more
    });
    const {rows} = await imported(
      {
        "cost.json": page([
          cost("123.4500000000000001", {
            workspace_id: "w1",
            token_type: "output_tokens",
            service_tier: "batch",
            context_window: "0-200k"
          }),
          cost("-1", {workspace_id: null})
        ])
      },
      ["BilledCost", "EffectiveCost", "ChargeCategory", "SubAccountId", "SubAccountName", "SkuPriceId", "SkuMeter"]
    );
    expect(rows).toEqual([
      {
        BilledCost: "-0.01",
        EffectiveCost: "-0.01",
        ChargeCategory: "Credit",
        SubAccountId: "default",
        SubAccountName: "Default workspace"
      },
      {
        BilledCost: "1.234500000000000001",
        EffectiveCost: "1.234500000000000001",
        ChargeCategory: "Usage",
        SubAccountId: "w1",
        SubAccountName: "w1",
        SkuPriceId: "Opus Usage/batch/0-200k",
        SkuMeter: "output_tokens"
      }
    ]);
  });

  test("without workspaces there is no default one", async () => {
    const {rows} = await imported({"cost.json": page([{currency: "USD", amount: "5"}])}, [
      "BilledCost",
      "SubAccountId",
      "SkuId"
    ]);
    expect(rows).toEqual([{BilledCost: "0.05", SkuId: "All usage"}]);
  });

  test("meters of usage exclude each other; the priority tier has a warning", async () => {
    const usage = {
      uncached_input_tokens: 100,
      cache_creation: {ephemeral_1h_input_tokens: 7, ephemeral_5m_input_tokens: 3},
      cache_read_input_tokens: 40,
      output_tokens: 9,
      server_tool_use: {web_search_requests: 2},
      model: "claude-opus-4",
      service_tier: "priority",
      api_key_id: "k"
    };
    const {rows, report} = await imported(
      {
        "usage.json": [
          page([usage], "2025-10-01T00:00:00Z", "2025-10-01T01:00:00Z"),
          page([usage], "2025-10-01T01:00:00Z", "2025-10-01T02:00:00Z")
        ].join("\n")
      },
      ["SkuMeter", "ConsumedQuantity", "ChargePeriodEnd", "BilledCost"]
    );
    const free = {BilledCost: "0", ChargePeriodEnd: "2025-10-02 00"};
    const each = [
      {...free, SkuMeter: "cache_creation.ephemeral_1h_input_tokens", ConsumedQuantity: "7"},
      {...free, SkuMeter: "cache_creation.ephemeral_5m_input_tokens", ConsumedQuantity: "3"},
      {...free, SkuMeter: "cache_read_input_tokens", ConsumedQuantity: "40"},
      {...free, SkuMeter: "output_tokens", ConsumedQuantity: "9"},
      {...free, SkuMeter: "uncached_input_tokens", ConsumedQuantity: "100"},
      {...free, SkuMeter: "web_search_requests", ConsumedQuantity: "2"}
    ];
    expect(rows).toEqual(each.map((row) => ({...row, ConsumedQuantity: multiply(row.ConsumedQuantity, "2", 0)})));
    expect(report.rows[0]?.checks).toContainEqual(
      expect.objectContaining({check: "anthropic-priority-tier", level: "warning"})
    );
  });
});
