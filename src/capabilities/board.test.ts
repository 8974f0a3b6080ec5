import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Workshop} from "../lake/fixtures/workshop.ts";
import type {Output} from "../operation.ts";
import {workAddOperation} from "../records/work/add.ts";
import {practiceBoardOperation} from "./board.ts";
import type {practiceBoard} from "./contract.ts";
import {emptyEstate, estate} from "./fixtures/estate.ts";

type Board = Output<typeof practiceBoard>;
type Card = Board["domains"][number]["cards"][number];

let shop: Workshop;
let empty: Workshop;
const board = async (input: object = {}, place = shop): Promise<Board> => place.run(practiceBoardOperation, input);
const cards = ({domains}: Board): readonly Card[] => domains.flatMap((domain) => domain.cards);
const card = (of: Board, capability: string): Card | undefined =>
  cards(of).find((each) => each.capability === capability);

beforeAll(async () => {
  shop = await estate();
  empty = await emptyEstate();
  const work = {capability: "usage-optimization", scope: "shop", currency: "USD"};
  await shop.run(workAddOperation, {...work, title: "Too large", value: "0.1", per: "month"});
  await shop.run(workAddOperation, {...work, title: "Idle", value: "0.2", per: "month"});
  await shop.run(workAddOperation, {...work, title: "Twice", value: "5", per: "once"});
  await shop.run(workAddOperation, {...work, title: "Elsewhere", value: "900", per: "once", scope: "moon"});
});
afterAll(async () => {
  await shop.close();
  await empty.close();
});

describe("PLT-2 the board", () => {
  test("has a card for each capability of the edition, by domain", async () => {
    const of = await board();
    expect(of.domains.map(({cards: own}) => own.length)).toEqual([4, 5, 5, 8]);
    expect(new Set(cards(of).map(({capability}) => capability)).size).toBe(22);
    expect(of).toMatchObject({edition: "2026", scope: "shop", scopes: [{id: "shop"}, {id: "moon", status: "draft"}]});
    expect(of.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  test("shows what the practice says of a capability in the scope", async () => {
    const of = await board({scope: "shop"});
    expect(card(of, "reporting-analytics")).toMatchObject({
      state: "active",
      strictness: "strict",
      target: "walk",
      owner: {id: "ada", name: "Ada Stone"},
      cadence: "weekly",
      implemented: "partly",
      level: null
    });
    expect(card(of, "sustainability")).toMatchObject({state: "inactive", reason: "No data of emissions"});
    expect(card(of, "budgeting")).toMatchObject({state: null, owner: null, implemented: "not yet"});
  });

  test("sums the value of open work exactly, by currency and rhythm, of the scope alone", async () => {
    const {openWork, valueAtStake} = card(await board(), "usage-optimization") ?? {};
    expect(openWork).toBe(3);
    expect(valueAtStake?.map(({amount, currency, per}) => [amount, currency, per])).toEqual([
      ["0.3", "USD", "month"],
      ["5", "USD", "once"]
    ]);
    expect(card(await board({scope: "moon"}), "usage-optimization")?.openWork).toBe(1);
  });

  test("says what is missing, and what keeps a capability from beginning", async () => {
    const of = await board();
    const whats = (capability: string) =>
      card(of, capability)
        ?.readiness.missing.map(({what}) => what)
        .join("; ");
    expect(card(of, "data-ingestion")?.readiness.status).toBe("partly");
    expect(card(of, "forecasting")?.readiness.status).toBe("missing");
    expect(whats("forecasting")).toContain("Ashlar does not practise it yet");
    expect(whats("rate-optimization")).toContain("not active in Shop");
    for (const {readiness} of cards(of)) {
      expect(readiness.missing.every(({what, remedy}) => what !== "" && remedy !== "")).toBe(true);
      expect(readiness.status === "ready").toBe(readiness.missing.length === 0);
    }
    const bare = await board({}, empty);
    expect(card(bare, "data-ingestion")?.readiness).toMatchObject({status: "missing"});
    expect(bare).toMatchObject({revision: null, scope: null, scopes: []});
  });

  test("carries each finding once: on its card, or over all", async () => {
    const of = await board();
    const onCards = cards(of).flatMap(({capability, findings}) => findings.map((finding) => ({capability, finding})));
    expect(onCards.every(({capability, finding}) => finding.capability === capability)).toBe(true);
    expect(
      [...onCards.map(({finding}) => finding), ...of.findings].every(({scope}) => scope === null || scope === "shop")
    ).toBe(true);
    expect(onCards.length).toBeGreaterThan(0);
  });

  test("is looked at in another edition by its own names", async () => {
    const of = await board({edition: "2025"});
    expect(of.edition).toBe("2025");
    expect(card(of, "workload-optimization")).toMatchObject({implemented: "partly"});
    expect(card(of, "workload-optimization")?.playbook).toBe("/library/playbook/usage-optimization");
    expect(card(of, "usage-optimization")).toBeUndefined();
  });

  test("does without a scope that there is not", async () => {
    expect(await shop.refusal(async () => board({scope: "mon"}))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining('did you mean "moon"?')
    });
  });

  test("of a practice file with a mistake says it, and shows the cards", async () => {
    await shop.file("ashlar.yaml", "scopes: [{id: shop}]\n");
    const of = await board();
    expect(of.findings.some(({severity, line}) => severity === "error" && line === 1)).toBe(true);
    expect(cards(of)).toHaveLength(22);
  });
});
