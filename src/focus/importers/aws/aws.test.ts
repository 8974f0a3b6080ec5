import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {serviceSubcategories} from "../../service-taxonomy.data.ts";
import {type Fields, importerBench, type ImporterBench} from "../fixtures/importer-bench.ts";
import {awsFamilies} from "./columns.ts";
import {awsImporter} from "./importer.ts";
import {awsServices} from "./services.data.ts";
import {spellings} from "./spelling.ts";
import {awsUnits} from "./units.data.ts";

let bench: ImporterBench;
beforeAll(async () => {
  bench = await importerBench(awsImporter, {
    line_item_type: "Usage",
    usage_start: "2026-10-05 00:00:00",
    usage_end: "2026-10-05 01:00:00",
    payer_account_id: "000123456789",
    currency: "USD",
    product_code: "AmazonEC2",
    unblended_cost: "0"
  });
});
afterAll(async () => bench.close());

const rowsOf = async (...lines: readonly Fields[]) => bench.rows(bench.file("file.csv", ...lines));

test.each([
  ["lineItem/UsageStartDate", "line_item_usage_start_date"],
  ["lineItem/NetUnblendedCost", "line_item_net_unblended_cost"],
  ["savingsPlan/SavingsPlanARN", "savings_plan_savings_plan_a_r_n"],
  ["savingsPlan/NetSavingsPlanEffectiveCost", "savings_plan_net_savings_plan_effective_cost"],
  [
    "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod",
    "reservation_unused_amortized_upfront_fee_for_billing_period"
  ],
  ["pricing/publicOnDemandCost", "pricing_public_on_demand_cost"],
  ["product/servicecode", "product_servicecode"],
  ["bill/PayerAccountName", "bill_payer_account_name"]
])("%s is %s in CUR 2.0", (legacy, current) => {
  expect(spellings(legacy)).toContain(current);
});

test("columns of tags are known by both spellings, and others are not", () => {
  const [tags] = awsFamilies;
  expect(
    ["resourceTags/user:Cost Center", "resource_tags_user_team", "product/tags", "resource_tags"].map((name) =>
      tags?.key(name)
    )
  ).toEqual(["user:Cost Center", "user_team", null, null]);
});

describe("a line becomes", () => {
  test.each<[string, Fields, Fields]>([
    [
      "usage",
      {unblended_cost: "1.5", usage_amount: "3"},
      {
        ChargeCategory: "Usage",
        PricingCategory: "Standard",
        BilledCost: "1.5",
        EffectiveCost: "1.5",
        ContractedUnitPrice: "0.5",
        PricingQuantity: "3"
      }
    ],
    [
      "usage at a stated rate",
      {unblended_cost: "1.5", usage_amount: "3", unblended_rate: "0.5000000001"},
      {ContractedUnitPrice: "0.5000000001"}
    ],
    [
      "usage whose rate is not that of the cost",
      {unblended_cost: "1", usage_amount: "3", unblended_rate: "0.5"},
      {ContractedUnitPrice: "0.333333333333333333"}
    ],
    [
      "a fee without a quantity",
      {line_item_type: "Fee", unblended_cost: "9", usage_amount: "0"},
      {
        ChargeCategory: "Purchase",
        ChargeFrequency: "One-Time",
        PricingQuantity: "1",
        ContractedUnitPrice: "9",
        EffectiveCost: "9"
      }
    ],
    [
      "negative usage",
      {unblended_cost: "-2", usage_amount: "4"},
      {PricingQuantity: "-4", ContractedUnitPrice: "0.5", ConsumedQuantity: "4"}
    ],
    ["spot", {usage_type: "EU-SpotUsage:c5.large"}, {PricingCategory: "Dynamic"}],
    [
      "support",
      {line_item_type: "Fee", product_code: "AWSSupportBusiness", unblended_cost: "100"},
      {ChargeFrequency: "Recurring", ServiceSubcategory: "Support"}
    ],
    [
      "tax",
      {line_item_type: "Tax", sku: "S", rate_code: "S.1", unblended_cost: "2"},
      {ChargeCategory: "Tax", BilledCost: "2"}
    ],
    ["a credit", {line_item_type: "Credit", unblended_cost: "-2"}, {ChargeCategory: "Credit", EffectiveCost: "-2"}],
    [
      "a refund",
      {line_item_type: "Refund", unblended_cost: "-2"},
      {ChargeCategory: "Usage", ChargeClass: "Correction", EffectiveCost: "-2"}
    ],
    [
      "a refund of a savings plan",
      {line_item_type: "Refund", product_code: "ComputeSavingsPlans", unblended_cost: "-2"},
      {ChargeCategory: "Purchase", ChargeClass: "Correction", BilledCost: "-2", EffectiveCost: "0"}
    ],
    [
      "a discount of its own",
      {line_item_type: "PrivateRateDiscount", unblended_cost: "-2"},
      {ChargeCategory: "Adjustment", BilledCost: "-2", EffectiveCost: "-2"}
    ],
    [
      "usage under a reservation",
      {
        line_item_type: "DiscountedUsage",
        reservation_arn: "arn:aws:rds:x:1:ri:r",
        usage_amount: "2",
        normalized_usage_amount: "8",
        reservation_effective_cost: "1.2",
        on_demand_cost: "3"
      },
      {
        BilledCost: "0",
        EffectiveCost: "1.2",
        ListCost: "3",
        ContractedCost: "3",
        CommitmentDiscountStatus: "Used",
        CommitmentDiscountQuantity: "8",
        CommitmentDiscountUnit: "Normalized Unit-Hours",
        CommitmentDiscountType: "Reserved Instance"
      }
    ],
    [
      "what a reservation costs upfront",
      {line_item_type: "Fee", reservation_arn: "arn:aws:rds:x:1:ri:r", unblended_cost: "50"},
      {ChargeCategory: "Purchase", ChargeFrequency: "One-Time", EffectiveCost: "0", ResourceId: "arn:aws:rds:x:1:ri:r"}
    ],
    [
      "an order at the marketplace",
      {
        line_item_type: "Fee",
        billing_entity: "AWS Marketplace",
        legal_entity: "Quarry Ltd",
        product_code: "x9",
        product_name: "Quarry"
      },
      {PublisherName: "Quarry Ltd", ProviderName: "AWS", ServiceCategory: "Other", ServiceName: "Quarry"}
    ],
    ["a charge of a reseller", {legal_entity: "Reseller GmbH"}, {InvoiceIssuerName: "Reseller GmbH"}],
    ["a charge of AWS", {legal_entity: "Amazon Web Services EMEA SARL"}, {InvoiceIssuerName: "AWS"}],
    [
      "use of a bucket",
      {product_code: "AmazonS3", resource_id: "photos"},
      {ResourceType: "bucket", ServiceSubcategory: "Object Storage"}
    ],
    [
      "use of a database",
      {resource_id: "arn:aws:rds:eu-west-1:1:db:orders"},
      {ResourceType: "db", ResourceName: "orders"}
    ],
    [
      "use in a region",
      {region: "eu-central-1", location: "EU (Frankfurt)"},
      {RegionId: "eu-central-1", RegionName: "Europe (Frankfurt)"}
    ],
    [
      "use in a known unit",
      {pricing_unit: "GB-Mo", usage_amount: "2"},
      {PricingUnit: "GB-Months", ConsumedUnit: "GB-Months"}
    ]
  ])("%s", async (_name, line, expected) => {
    const [row] = await rowsOf(line);
    expect(row).toMatchObject(expected);
  });

  test("nothing for what there is not", async () => {
    const [row] = await rowsOf({
      line_item_type: "Tax",
      sku: "S",
      rate_code: "S.1",
      region: "global",
      unblended_cost: "2"
    });
    for (const name of [
      "SkuId",
      "SkuPriceId",
      "SkuMeter",
      "PricingQuantity",
      "PricingUnit",
      "ListUnitPrice",
      "RegionId",
      "ConsumedQuantity",
      "Tags",
      "PricingCategory"
    ])
      expect([name, row?.[name]]).toEqual([name, null]);
  });

  test("an odd unit is kept beside", async () => {
    expect((await rowsOf({pricing_unit: "odd/unit!"}))[0]).toMatchObject({
      PricingUnit: "Units",
      x_PricingUnitDescription: "odd/unit!"
    });
    expect((await rowsOf({pricing_unit: "Rare Units"}))[0]).toMatchObject({PricingUnit: "Rare Units"});
  });

  test("tags without the prefix of users and with that of AWS", async () => {
    const [row] = await rowsOf({
      resource_tags: '{"user_team": "a", "aws_createdBy": "b", "team": "c", "user_none": ""}'
    });
    expect(row?.["Tags"]).toEqual({team: "a", "aws:createdBy": "b"});
  });
});

describe("the unused part", () => {
  test("of a savings plan is a row of its own, and nothing where all was used", async () => {
    const fee = {
      line_item_type: "SavingsPlanRecurringFee",
      savings_plan_arn: "arn:aws:savingsplans::1:savingsplan/p",
      unblended_cost: "1",
      total_commitment: "1"
    };
    const rows = await rowsOf({...fee, used_commitment: "0.25"}, {...fee, used_commitment: "1"});
    expect(
      rows.map((row) => [
        row["ChargeCategory"],
        row["CommitmentDiscountStatus"],
        row["BilledCost"],
        row["EffectiveCost"]
      ])
    ).toEqual([
      ["Purchase", null, "1", "0"],
      ["Purchase", null, "1", "0"],
      ["Usage", "Unused", "0", "0.75"]
    ]);
    expect(rows[2]).toMatchObject({
      ConsumedQuantity: null,
      CommitmentDiscountQuantity: "0.75",
      ListCost: "0",
      ResourceId: "arn:aws:savingsplans::1:savingsplan/p"
    });
  });

  test("of a discounted savings plan is discounted as its fee", async () => {
    const rows = await rowsOf({
      line_item_type: "SavingsPlanRecurringFee",
      savings_plan_arn: "p",
      unblended_cost: "2",
      net_unblended_cost: "1.5",
      amortized_upfront: "1",
      net_amortized_upfront: "0.75",
      total_commitment: "3",
      used_commitment: "2"
    });
    expect(rows[1]).toMatchObject({CommitmentDiscountStatus: "Unused", EffectiveCost: "0.75"});
  });
});

describe("what negates usage under savings plans", () => {
  const covered = {
    line_item_type: "SavingsPlanCoveredUsage",
    savings_plan_arn: "p",
    usage_account_id: "1",
    unblended_cost: "2",
    savings_plan_cost: "1"
  };
  const negation = {...covered, line_item_type: "SavingsPlanNegation", unblended_cost: "-2", savings_plan_cost: ""};

  test("is no row where it cancels out", async () => {
    expect(await rowsOf(covered, negation)).toEqual([
      expect.objectContaining({BilledCost: "0", EffectiveCost: "1", ContractedCost: "2"})
    ]);
  });

  test("leaves its remainder where it does not", async () => {
    const rows = await rowsOf(
      covered,
      {...negation, unblended_cost: "-1.5"},
      {...negation, usage_account_id: "2", unblended_cost: "-0.5"}
    );
    expect(rows.map((row) => [row["ChargeCategory"], row["SubAccountId"], row["BilledCost"]])).toEqual([
      ["Adjustment", "1", "0.5"],
      ["Adjustment", "2", "-0.5"],
      ["Usage", "1", "0"]
    ]);
  });

  test("is looked for in all files, and its remainder told once", async () => {
    const one = bench.file("one.csv", covered);
    const two = bench.file("two.csv", {...negation, unblended_cost: "-1.5"});
    const rest = {ChargeCategory: "Adjustment", BilledCost: "0.5", EffectiveCost: "0.5"};
    expect(await bench.rows(one, [one, two])).toEqual([
      expect.objectContaining(rest),
      expect.objectContaining({BilledCost: "0"})
    ]);
    expect(await bench.rows(two, [one, two])).toEqual([]);
    expect(await bench.told([one, two])).toContain("negations: 1");
  });
});

describe("discounts", () => {
  const use = {unblended_cost: "10", net_unblended_cost: "9"};
  const discount = {line_item_type: "EdpDiscount", unblended_cost: "-1", net_unblended_cost: ""};

  test("that lines are net of count once", async () => {
    expect((await rowsOf(use, discount)).map((row) => row["BilledCost"])).toEqual(["0", "9"]);
  });

  test("stand for themselves where no line states its net cost", async () => {
    expect((await rowsOf({unblended_cost: "10"}, discount)).map((row) => row["BilledCost"])).toEqual(["-1", "10"]);
  });
});

test("lines of split cost allocation are not counted again, and told", async () => {
  const lines = [{unblended_cost: "2"}, {unblended_cost: "1", operation: "EKSPod-EC2"}];
  expect(await rowsOf(...lines)).toHaveLength(1);
  expect(await bench.told([bench.file("file.csv", ...lines)])).toContain("split-cost-allocation: 1");
});

test("every code, unit and subcategory of the tables stands once and is FOCUS's", () => {
  for (const table of [awsServices, awsUnits]) {
    const keys = Object.values(table).flat();
    expect(keys).toEqual([...new Set(keys)]);
    expect(keys).toEqual(keys.map((key) => key.toLowerCase()));
  }
  const known = serviceSubcategories.map(({name}) => name);
  expect(Object.keys(awsServices).filter((name) => !known.includes(name))).toEqual([]);
});
