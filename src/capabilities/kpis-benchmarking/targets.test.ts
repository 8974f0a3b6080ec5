import {afterAll, beforeAll, expect, test} from "vitest";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import type {Output} from "../../operation.ts";
import {practiceCheckOperation} from "../../practice/check-file.ts";
import type {practiceCheck} from "../../practice/contract.ts";

let shop: Workshop;

beforeAll(async () => {
  shop = await workshop();
});
afterAll(async () => shop.close());

async function rulesOf(parts: string): Promise<readonly string[]> {
  const scope =
    "{id: cloud, title: Cloud, question: Is it worth it?, decisionOwner: ada, kpiTargets: [{kpi: KPI, target: 90}]}";
  const people = "people: [{id: ada, name: Ada Stone, personas: [finance]}]";
  await shop.file(
    "ashlar.yaml",
    `${people}\nscopes:\n  - ${scope}\n${parts}`.replace("KPI,", "license-utilisation-rate,")
  );
  const {rows}: Output<typeof practiceCheck> = await shop.run(practiceCheckOperation, {});
  return rows.map(({rule}) => rule);
}

test("KPI-I1 a target needs the inputs of its KPI, there or planned", async () => {
  expect(await rulesOf("")).toContain("kpi-inputs");
  expect(await rulesOf("planned: [entitlements]\n")).not.toContain("kpi-inputs");
});
