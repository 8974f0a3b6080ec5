import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Charge, charge, csv} from "../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {practiceApplyOperation} from "../change/apply.ts";
import {practiceCheckOperation} from "../check-file.ts";
import type {PracticeFinding} from "../contract.ts";
import {practiceText} from "../fixtures/practice-text.ts";
import {loadPractice} from "../load.ts";
import {practiceShowOperation} from "../show.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop({effects: {now: () => Temporal.Instant.from("2026-11-23T12:00:00Z")}});
});
afterAll(() => shop.close());

interface Checked {
  readonly rows: readonly PracticeFinding[];
  readonly counts: {readonly error: number; readonly warning: number; readonly hint: number};
  readonly verdict: string;
}

async function checked(text: string): Promise<Checked> {
  await shop.file("ashlar.yaml", text);
  return shop.run(practiceCheckOperation, {});
}

/** The practice of the fixture with one place changed. */
function broken(place: string, by: string): string {
  expect(practiceText).toContain(place);
  return practiceText.replace(place, by);
}

async function onlyError(text: string): Promise<PracticeFinding> {
  const {rows, verdict} = await checked(text);
  const errors = rows.filter(({severity}) => severity === "error");
  expect(errors).toHaveLength(1);
  expect(verdict).toBe("policy");
  // What is wrong is not applied, and the file stays as it is.
  const refusal = await shop.refusal(() => shop.run(practiceApplyOperation, {}));
  expect(refusal).toMatchObject({code: "practice.invalid", at: {file: "ashlar.yaml"}});
  expect(refusal.message).toBe(errors[0]?.message);
  return errors[0] as PracticeFinding;
}

describe("a practice file with", () => {
  test("nothing wrong has no errors", async () => {
    expect(await checked(practiceText)).toMatchObject({counts: {error: 0}, verdict: "ok"});
  });

  test("an unknown capability", async () => {
    const finding = await onlyError(broken("capability: reporting-analytics", "capability: reporting-analitics"));
    expect(finding).toMatchObject({
      rule: "capability-unknown",
      message: 'There is no capability reporting-analitics in edition 2026; did you mean "reporting-analytics"?',
      remedy: "See: ashlar framework list capabilities --edition 2026",
      path: "scopes.cloud.blocks.reporting-analitics.capability",
      line: 53,
      column: 9,
      scope: "cloud",
      capability: "reporting-analitics"
    });
  });

  test("a capability of another edition says what it is called here", async () => {
    const finding = await onlyError(broken("capability: anomaly-management", "capability: onboarding-workloads"));
    expect(finding.message).toBe(
      "Edition 2026 has no capability onboarding-workloads: that is its name in 2025, and here it is architecting-workload-placement"
    );
    expect(finding.remedy).toContain("ashlar practice plan --upgrade 2026");
  });

  test("a circle in the tree", async () => {
    const finding = await onlyError(
      broken("      title: Quarry Ltd\n", "      title: Quarry Ltd\n      parent: platform\n")
    );
    expect(finding).toMatchObject({
      rule: "unit-cycle",
      message: "The units go in a circle: group → platform → group",
      remedy: "Give one of them another parent, or none: ashlar practice plan --unset organisation.units.group.parent",
      line: 13
    });
  });

  test("a circle that begins on a later day", async () => {
    const text = broken("    - {id: platform,   parent: group", "    - {id: platform,   parent: payments").replace(
      "      parent: group\n      to: 2026-01-01",
      "      to: 2026-01-01"
    );
    expect((await onlyError(text)).message).toBe(
      "The units go in a circle: platform → payments → platform, from 2026-01-01"
    );
  });

  test("an owner that does not exist", async () => {
    const finding = await onlyError(broken("decisionOwner: bo", "decisionOwner: bob"));
    expect(finding).toMatchObject({
      rule: "owner-unknown",
      message: 'There is no person bob; did you mean "bo"?',
      remedy: "Name one of the people, or add bob: ann, bo and cy are there.",
      path: "scopes.cloud.decisionOwner",
      line: 45
    });
  });

  test("overlapping effective dates", async () => {
    const finding = await onlyError(broken("      from: 2026-01-01 ", "      from: 2025-10-01 "));
    expect(finding).toMatchObject({
      rule: "dates-overlap",
      message:
        "The unit payments stands twice for the same days: to 2026-01-01, and from 2025-10-01 until further notice",
      remedy: "Let the earlier entry end where the later one begins: to: 2025-10-01 is the day after its last.",
      path: "organisation.units.payments@2025-10-01",
      line: 19
    });
  });

  test("a target that its edition does not know", async () => {
    const finding = await onlyError(broken("target: walk", "target: sprint"));
    expect(finding).toMatchObject({
      rule: "target-unknown",
      message: "Edition 2026 has no maturity level sprint",
      line: 52,
      column: 61,
      capability: "allocation"
    });
    expect(finding.remedy).toContain("crawl, walk and run");
  });

  test("an overlap without a rule", async () => {
    const finding = await onlyError(
      broken("    overlaps:\n      - {scope: ai, rule: include-and-explain}\n", "").replace("    status: draft\n", "")
    );
    expect(finding).toMatchObject({
      rule: "overlap-rule",
      message:
        "Cloud and AI productivity overlap without a rule: their filters do not exclude each other, and no data tell otherwise",
      remedy:
        "Say what holds: ashlar practice plan scopes.ai.overlaps.cloud.rule=include-and-explain (it counts in both) or exclude (in Cloud only).",
      path: "scopes.ai.overlaps",
      line: 60,
      scope: "ai"
    });
  });

  test("an edition file that drops a capability in use", async () => {
    const own = `edition: acme
title: Acme's own
extends: "2026"
source: Acme
licence: internal
drop: {capabilities: [anomaly-management]}
`;
    await shop.file("framework/acme.yaml", own);
    const finding = await onlyError(broken('edition: "2026"', "edition: acme"));
    expect(finding).toMatchObject({
      rule: "capability-dropped",
      message: "Edition acme (framework/acme.yaml) leaves out anomaly-management, which is in use here",
      remedy: "Keep it in framework/acme.yaml, or take this out of the practice first.",
      path: "scopes.cloud.blocks.anomaly-management.capability",
      line: 57
    });
    await shop.file("framework/acme.yaml", "edition: acme\n");
    expect(await onlyError(broken('edition: "2026"', "edition: acme"))).toMatchObject({
      rule: "edition-invalid",
      message: expect.stringContaining("edition acme cannot be used"),
      remedy: expect.stringContaining("ashlar framework check framework/acme.yaml"),
      line: 3
    });
    await shop.file("framework/acme.yaml", own);
  });

  test("an edition that is not known", async () => {
    expect(await onlyError(broken('edition: "2026"', 'edition: "2062"'))).toMatchObject({
      rule: "edition-unknown",
      message: expect.stringContaining('There is no edition "2062"'),
      line: 3
    });
  });

  test("a YAML bomb", async () => {
    const levels = Array.from({length: 12}, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(", ")}]`);
    const finding = await onlyError(`# fine so far\na0: &a0 [x]\n${levels.join("\n")}\n`);
    expect(finding).toMatchObject({
      rule: "file-bomb",
      message: "aliases make the file grow without bound",
      remedy: "Write out what the aliases stand for.",
      line: 4
    });
    await expect(loadPractice(shop.root)).rejects.toMatchObject({code: "practice.invalid", at: {line: 4}});
    expect(await onlyError(`people: ${"[".repeat(5000)}\n`)).toMatchObject({rule: "file-bomb", line: 1});
    const deep = Array.from({length: 8000}, (_, n) => `${" ".repeat(n)}a:`).join("\n");
    expect((await checked(deep)).rows[0]?.rule).toMatch(/^file-/);
  });

  test("unknown keys, wrong values, what is missing: all at once, each with its line", async () => {
    const text = practiceText
      .replace("    review: quarterly\n", "    reveiw: quarterly\n")
      .replace("state: watch}", "state: whatch}")
      .replace("    name: Ann Lee\n", "")
      .replace("to: 2026-01-01\n", "to: 2026-02-30\n");
    const {rows} = await checked(text);
    expect(rows.map(({rule, message, line}) => [rule, message, line])).toEqual([
      ["file-value", "organisation.units.payments@1900-01-01.to: there is no such day", 18],
      ["file-value", "people.ann.name: is missing", 29],
      ["file-key", 'scopes.cloud has unknown key reveiw; did you mean "review"?', 46],
      [
        "file-value",
        'scopes.cloud.blocks.anomaly-management.state: must be one of inactive, watch, active, not "whatch"',
        56
      ]
    ]);
    expect(rows.at(-1)?.remedy).toBe("Write watch.");
    expect(await shop.run(practiceShowOperation, {})).toMatchObject({people: [], findings: [{line: 18}, {}, {}, {}]});
  });

  test("no YAML, and no text", async () => {
    expect(await onlyError("people: [\n")).toMatchObject({rule: "file-syntax", line: 2});
    expect(await onlyError("tags: [a]\ntags: [b]\n")).toMatchObject({rule: "file-syntax", line: 2});
    await shop.file("ashlar.yaml", new Uint8Array([0x74, 0x0a, 0x61, 0xff, 0xfe]));
    expect(await shop.run(practiceCheckOperation, {})).toMatchObject({rows: [{rule: "file-encoding", line: 2}]});
  });
});

describe("the rules of playbooks 5.5", () => {
  const people = practiceText.slice(0, practiceText.indexOf("scopes:"));
  const scope = (rest: string): string =>
    `${people}scopes:\n  - id: cloud\n    title: Cloud\n    question: What?\n    review: quarterly\n${rest}`;
  const cases: readonly [string, string, string, string][] = [
    ["no decision owner", scope("    blocks: []\n"), "error", "decision-owner"],
    [
      "a KPI without its inputs",
      scope("    decisionOwner: ann\n    kpiTargets: [{kpi: active-to-provisioned-user-ratio, target: 80}]\n"),
      "error",
      "kpi-inputs"
    ],
    [
      "a KPI whose data are to come",
      scope(
        "    decisionOwner: ann\n    kpiTargets: [{kpi: allocation-accuracy-index-aai, target: 80}]\nplanned: [allocation]\n"
      ),
      "hint",
      "kpi-waits"
    ],
    [
      "chargeback without allocation",
      scope("    decisionOwner: ann\n    blocks: [{capability: invoicing-chargeback, state: active}]\n"),
      "error",
      "chargeback-allocation"
    ],
    [
      "a blocking policy without a way out",
      `${people}policies: [{id: p, title: Spend limit, mode: block}]\n`,
      "error",
      "policy-exception-path"
    ],
    [
      "two who answer for one duty",
      `${people}duties: [{id: d, title: Close, accountable: [finance, engineering]}]\n`,
      "error",
      "duty-accountable"
    ],
    ["nobody who answers", `${people}duties: [{id: d, title: Close}]\n`, "warning", "duty-accountable"],
    [
      "inactive without a reason",
      scope("    decisionOwner: ann\n    blocks: [{capability: budgeting, state: inactive}]\n"),
      "error",
      "inactive-reason"
    ],
    [
      "too much at first",
      scope(
        `    decisionOwner: ann\n    blocks: [${["allocation", "budgeting", "forecasting", "data-ingestion", "reporting-analytics", "unit-economics"].map((id) => `{capability: ${id}, state: active}`).join(", ")}]\n`
      ),
      "warning",
      "first-active"
    ],
    [
      "the highest level without a case",
      scope("    decisionOwner: ann\n    blocks: [{capability: budgeting, state: active, target: run}]\n"),
      "warning",
      "run-value-case"
    ],
    [
      "a review that was missed",
      scope("    decisionOwner: ann\n    reviewed: 2026-01-01\n"),
      "warning",
      "review-missed"
    ],
    [
      "a core persona that nobody is",
      scope("    decisionOwner: ann\n    blocks: [{capability: budgeting, state: active}]\n").replaceAll(
        "finance, leadership",
        "leadership"
      ),
      "warning",
      "persona-absent"
    ],
    [
      "too many active scopes",
      `${people}scopes:\n${Array.from({length: 9}, (_, n) => `  - {id: s${n}, title: S${n}, question: Q, decisionOwner: ann, review: annual, filter: "service = 's${n}'"}\n`).join("")}`,
      "warning",
      "active-scopes"
    ],
    [
      "too many goals",
      scope(
        `    decisionOwner: ann\n    kpiTargets:\n${["a", "b", "c", "d"].map((kpi) => `      - {kpi: ${kpi}, target: 1}\n`).join("")}`
      ),
      "warning",
      "goals"
    ],
    [
      "a stated need that is not met",
      scope("    decisionOwner: ann\n    blocks: [{capability: rate-optimization, state: active}]\n"),
      "hint",
      "dependency-stated"
    ],
    [
      "an owner who has left",
      scope("    decisionOwner: cy\n").replace('name: "Cy Dunn"', 'name: "Cy Dunn"\n    to: 2026-06-01'),
      "warning",
      "owner-absent"
    ]
  ];

  test.each(cases)("%s", async (_, text, severity, rule) => {
    const {rows} = await checked(text);
    const found = rows.filter((each) => each.rule === rule);
    expect(found.map((each) => each.severity)).toContain(severity);
    for (const {message, remedy, line} of found) {
      expect(message.length).toBeGreaterThan(10);
      expect(remedy.length).toBeGreaterThan(10);
      expect(line).toBeGreaterThan(0);
    }
  });

  test("an approved view settles chargeback, a decision settles a need", async () => {
    const blocks = (more: string): string =>
      scope(`    decisionOwner: ann\n    blocks:\n      - {capability: invoicing-chargeback, state: active}\n${more}`);
    const rules = async (text: string): Promise<readonly string[]> =>
      (await checked(text)).rows.map(({rule, capability}) => `${rule} ${capability ?? ""}`);
    expect(await rules(blocks("      - {capability: allocation, state: active}\n"))).toContain(
      "chargeback-allocation invoicing-chargeback"
    );
    const approved = "      - {capability: allocation, state: active, approved: {by: bo, on: 2026-10-01}}\n";
    expect(await rules(blocks(approved))).not.toContain("chargeback-allocation invoicing-chargeback");
    expect(await rules(blocks(approved))).toContain("dependency-stated budgeting");
    expect(
      await rules(blocks(`${approved}      - {capability: budgeting, state: inactive, reason: done in the ERP}\n`))
    ).not.toContain("dependency-stated budgeting");
  });
});

test("whether scopes overlap is told from filters, else from the charges", async () => {
  const two = (a: string, b: string): string =>
    `people: [{id: ann, name: Ann, personas: [finance]}]\nscopes:\n${[
      ["one", a],
      ["two", b]
    ]
      .map(
        ([id, filter]) =>
          `  - {id: ${id}, title: ${id}, question: Q, decisionOwner: ann, review: annual, filter: "${filter}"}\n`
      )
      .join("")}`;
  const rules = async (text: string): Promise<readonly string[]> =>
    (await checked(text)).rows
      .filter(({rule}) => rule.startsWith("overlap"))
      .map(({severity, message}) => `${severity}: ${message}`);
  const lines: Charge[] = [
    charge({BilledCost: "1234.5", EffectiveCost: "1234.56789"}),
    charge({ServiceName: "Models", Tags: '{"team":"ore"}'})
  ];
  await shop.file("ashlar.yaml", practiceText);
  await shop.ingest(await shop.file("charges.csv", csv(lines)));
  expect(await rules(two("service = 'A'", "service in ('B', 'C')"))).toEqual([]);
  expect(await rules(two("service = 'Machines'", "tag.team = 'ore'"))).toEqual([
    "hint: one and two could overlap: by their filters a charge may be in both, and none is so far"
  ]);
  expect(await rules(two("service = 'Machines'", "tag.team = 'stone'"))).toEqual([
    "error: one and two overlap without a rule: 1,234.56 USD (effective, all data so far) are in both"
  ]);
});
