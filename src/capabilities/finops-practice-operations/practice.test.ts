import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Output} from "../../operation.ts";
import {practiceApplyOperation} from "../../practice/change/apply.ts";
import {practicePlanOperation} from "../../practice/change/plan.ts";
import {practiceCheckOperation} from "../../practice/check-file.ts";
import type {practiceApply, practiceCheck, practicePeople, practicePlan} from "../../practice/contract.ts";
import {practicePeopleOperation} from "../../practice/show.ts";

const text = `# Ours.
organisation:
  units:
    - {id: retail, title: Retail, costCentre: cc-1, to: 2026-07-01}
    - {id: retail, title: Shops and web, costCentre: cc-2, from: 2026-07-01}
  costCentres: [{id: cc-1}, {id: cc-2}]
people:
  - {id: ada, name: Ada Stone, personas: [finops-practitioner], unit: retail}
  - {id: ben, name: Ben Slate, personas: [finance], to: 2026-06-01}
scopes:
  - {id: cloud, title: Cloud, question: Is it worth it?, decisionOwner: ada, filter: provider = 'Vendor'} # the first
policies:
  - {id: tags, title: Everything names its team, mode: warn}
duties:
  - {id: close, title: Monthly close, accountable: [finance]}
`;

let shop: Workshop;

beforeAll(async () => {
  shop = await workshop({effects: {now: () => Temporal.Instant.from("2026-11-10T12:00:00Z")}});
});
afterAll(async () => shop.close());

async function rulesOf(practice: string): Promise<readonly string[]> {
  await shop.file("ashlar.yaml", practice);
  const {rows}: Output<typeof practiceCheck> = await shop.run(practiceCheckOperation, {});
  return rows.filter(({severity}) => severity !== "hint").map(({rule}) => rule);
}

describe("OPS-I1 ALL-I2 PLT-6 the organisation, its people and cost centres", () => {
  test("hold from a day to a day", async () => {
    expect(await rulesOf(text)).not.toContain("dates-overlap");
    expect(await rulesOf(text.replace("to: 2026-07-01}", "to: 2026-08-01}"))).toContain("dates-overlap");
    await shop.file("ashlar.yaml", text);
    const people = async (on: string): Promise<Output<typeof practicePeople>> =>
      shop.run(practicePeopleOperation, {on});
    expect((await people("2026-05-31")).rows.map(({id}) => id)).toEqual(["ada", "ben"]);
    expect((await people("2026-06-01")).rows.map(({id}) => id)).toEqual(["ada"]);
  });
});

describe("OPS-C2 duties", () => {
  test("that two answer for, or nobody, are found", async () => {
    expect(await rulesOf(text)).not.toContain("duty-accountable");
    expect(await rulesOf(text.replace("[finance]}\n", "[finance, leadership]}\n"))).toContain("duty-accountable");
    const nobody = text.replace("accountable: [finance]", "responsible: [finance]");
    expect(await rulesOf(nobody)).toContain("duty-accountable");
  });
});

describe("PLT-2 EXE-I1 a scope", () => {
  test("has its question and who decides, and is refused without", async () => {
    expect(await rulesOf(text)).not.toContain("decision-owner");
    expect(await rulesOf(text.replace(" decisionOwner: ada,", ""))).toContain("decision-owner");
  });

  test("gets its profile by a change that is seen before it is made, and keeps the remarks of the file", async () => {
    await shop.file("ashlar.yaml", text);
    const set = ["scopes.cloud.blocks.reporting-analytics.state=active", "scopes.cloud.priority=growth"];
    const plan: Output<typeof practicePlan> = await shop.run(practicePlanOperation, {set});
    expect(plan).toMatchObject({applied: false, verdict: "ok"});
    expect(plan.diff).toContain("+");
    const applied: Output<typeof practiceApply> = await shop.run(practiceApplyOperation, {set, base: plan.base});
    expect(applied.revision).toBe(plan.revision);
    expect(applied.diff).toContain("# the first");
  });
});
