import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parse} from "yaml";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {practiceCheckOperation} from "../check-file.ts";
import type {PracticeChange, PracticeFinding} from "../contract.ts";
import {practiceApplyOperation} from "./apply.ts";
import {practicePlanOperation} from "./plan.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
});
afterAll(() => shop.close());

const before = `# Since last year.
edition: 2025
people:
  - {id: ann, name: Ann, personas: [engineering]}
  - {id: bo, name: Bo, personas: [finance]}
scopes:
  - id: cloud
    title: Cloud
    question: Is it worth it?
    decisionOwner: bo
    review: annual
    blocks:
      # Who places what.
      - {capability: architecting-for-cloud, state: watch, owner: ann, target: walk}
      - {capability: workload-optimization, state: active, owner: ann}   # the big one
      - {capability: onboarding-workloads, state: active, owner: bo, target: crawl}
      - {capability: policy-governance, state: watch}
      - {capability: allocation, state: active, owner: ann}
duties:
  - {id: rules, title: Rules, capability: policy-governance, accountable: [finance]}
`;

interface Plan {
  readonly diff: string;
  readonly changes: readonly PracticeChange[];
  readonly findings: readonly PracticeFinding[];
  readonly verdict: string;
}

test("a practice moves to another edition: renamed, merged with both owners noted, widened, and what is new as an invitation", async () => {
  await shop.file("ashlar.yaml", before);
  const plan: Plan = await shop.run(practicePlanOperation, {upgrade: "2026"});
  expect(plan.verdict).toBe("ok");
  expect(plan.diff).toContain("-edition: 2025\n");
  await shop.run(practiceApplyOperation, {upgrade: "2026", note: "new edition"});
  const text = await readFile(join(shop.root, "ashlar.yaml"), "utf8");
  expect(text).toContain(`# Since last year.
edition: "2026"
`);
  expect(text).toContain(`      # Who places what.
      # 2026: architecting-for-cloud of 2025 (watch, owner ann, target walk) and onboarding-workloads of 2025 (active, owner bo, target crawl) became one; confirm owner and target.
      - {capability: architecting-workload-placement, state: active, owner: ann, target: crawl}
      - {capability: usage-optimization, state: active, owner: ann}   # the big one
      # 2026: wider than policy-governance of 2025 was; see that state and target still fit.
      - {capability: governance-policy-risk, state: watch}
      - {capability: allocation, state: active, owner: ann}
      - {capability: executive-strategy-alignment, state: inactive, reason: `);
  expect(text).toContain("capability: governance-policy-risk, accountable: [finance]");
  const {scopes} = parse(text) as {scopes: {blocks: {capability: string}[]}[]};
  expect(scopes[0]?.blocks).toHaveLength(5);
  expect(await shop.run(practiceCheckOperation, {})).toMatchObject({edition: "2026", counts: {error: 0}});
  expect(await shop.run(practicePlanOperation, {upgrade: "2026"})).toMatchObject({diff: ""});
});

test("a starter group and a preset fill a scope under the names of the practice's edition", async () => {
  await shop.file("ashlar.yaml", before);
  const set = async (input: object): Promise<readonly string[]> =>
    ((await shop.run(practicePlanOperation, input)) as Plan).changes.map(({label}) => label);
  expect(await set({starter: "new-team-or-adoption"})).toEqual([
    "Cloud, Architecting for Cloud: state active instead of watch",
    "Cloud: capability FinOps Practice Operations added, active",
    "Cloud: capability FinOps Assessment added, active",
    "Cloud: capability FinOps Education & Enablement added, active",
    "Cloud: capability Forecasting added, active"
  ]);
  expect(await set({starter: "large-shared-ownership", scope: "new-one"})).toEqual(["scope New one added"]);
  expect(await set({preset: "steady"})).toContain("Cloud, Allocation: target walk");
  const refusal = await shop.refusal(() => shop.run(practicePlanOperation, {starter: "new-to-finop"}));
  expect(refusal).toMatchObject({
    code: "not-found",
    message: 'There is no starter group new-to-finop; did you mean "new-to-finops"?'
  });
});
