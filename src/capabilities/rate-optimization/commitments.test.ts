import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {costOperation} from "../../cost/ask.operation.ts";
import type {cost} from "../../cost/contract.ts";
import {questionFromUrl} from "../../cost/question-text.ts";
import {charge, csv} from "../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Output} from "../../operation.ts";
import {tiles} from "./tiles.data.ts";

const commitment = {CommitmentDiscountId: "plan-1", CommitmentDiscountType: "Savings Plan"};
const none = {CommitmentDiscountId: "", CommitmentDiscountType: "", CommitmentDiscountStatus: ""};
const charges = [
  charge({...none, PricingCategory: "Standard", BilledCost: "40", EffectiveCost: "40", ListCost: "50"}),
  charge({...none, ...commitment, ChargeCategory: "Purchase", BilledCost: "30", EffectiveCost: "0", ListCost: "30"}),
  charge({
    ...commitment,
    CommitmentDiscountStatus: "Used",
    PricingCategory: "Committed",
    BilledCost: "0",
    EffectiveCost: "22.5",
    ListCost: "33"
  }),
  charge({
    ...commitment,
    CommitmentDiscountStatus: "Unused",
    PricingCategory: "Committed",
    BilledCost: "0",
    EffectiveCost: "7.5",
    ListCost: "0"
  })
];

let shop: Workshop;

beforeAll(async () => {
  shop = await workshop({effects: {now: () => Temporal.Instant.from("2026-11-10T12:00:00Z")}});
  await shop.file("commitments.csv", csv(charges));
  await shop.ingest("commitments.csv");
});
afterAll(async () => shop.close());

/** Rows of a tile about October, each with the value of one dimension and its amounts. */
async function rowsOf(id: string): Promise<Output<typeof cost>["rows"]> {
  const shows = tiles.find((tile) => tile.id === id)?.shows;
  if (shows === undefined || !("question" in shows)) throw new Error(`no question ${id}`);
  const {window: _, compare: __, ...question} = questionFromUrl(shows.question);
  const answer: Output<typeof cost> = await shop.run(costOperation, {...question, period: "2026-10"});
  return answer.rows;
}

describe("RAT-C1 what bills say of commitments", () => {
  test("is what was used and what was paid for nothing, each commitment once", async () => {
    expect(await rowsOf("commitment-use")).toMatchObject([
      {"commitment-status": "Used", effective: "22.5"},
      {"commitment-status": "Unused", effective: "7.5"}
    ]);
    expect(await rowsOf("unused-commitments")).toMatchObject([{commitment: "plan-1", effective: "7.5"}]);
  });

  test("is the kind of price that usage was paid at, without the purchase", async () => {
    expect(await rowsOf("price-kinds")).toMatchObject([
      {pricing: "Standard", effective: "40", list: "50"},
      {pricing: "Committed", effective: "30", list: "33"}
    ]);
  });

  test("is what discounts are worth, the waste taken off", async () => {
    expect(await rowsOf("discounts")).toMatchObject([{list: "83", effective: "70", savings: "13"}]);
  });
});
