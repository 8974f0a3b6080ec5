import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {defaultEffects} from "../effects.ts";
import {localCaller, type Operation} from "../operation.ts";
import {settings} from "../settings.ts";
import {openWorkplace, type Workplace} from "../workplace.ts";
import {frameworkCheckOperation} from "./check.ts";
import {frameworkRows, frameworkWhat} from "./contract.ts";
import {frameworkEditionsOperation} from "./editions.ts";
import {frameworkListOperation} from "./list.ts";
import {frameworkMapOperation} from "./map.ts";
import {frameworkSearchOperation} from "./search.ts";
import {frameworkShowOperation} from "./show.ts";

let workplace: Workplace;

const root = join(tmpdir(), "ashlar-no-practice");

beforeAll(() => {
  workplace = openWorkplace({
    caller: localCaller,
    folder: {root, file: null, data: join(root, ".ashlar")},
    settings: settings.parse({}),
    effects: defaultEffects,
    signal: new AbortController().signal,
    progress: () => undefined
  });
});

afterAll(async () => workplace.close());

interface Answer {
  readonly [field: string]: unknown;
  readonly rows: readonly {readonly id: string; readonly title: string; readonly [field: string]: unknown}[];
  readonly notes: readonly string[];
}

/** Runs an operation and holds its answer against its contract. */
async function run(operation: Operation, input: object): Promise<Answer> {
  const output = await operation.run(input, workplace.context);
  return operation.contract.output.parse(output) as Answer;
}

const list = (what: string, more: object = {}) => run(frameworkListOperation, {what, ...more});

describe("framework list", () => {
  test.each(frameworkWhat.options)(
    "%s of every edition are as the contract says, with source and licence",
    async (what) => {
      for (const edition of ["2026", "2025", "2024"]) {
        const answer = await list(what, {edition});
        expect(answer).toMatchObject({
          what,
          edition,
          licence: "CC BY 4.0",
          source: expect.stringContaining("FinOps Foundation")
        });
        for (const row of answer.rows) expect(frameworkRows[what].strict().parse(row)).toEqual(row);
        expect(new Set(answer.rows.map(({id}) => id)).size).toBe(answer.rows.length);
        if (answer.rows.length === 0) expect(answer.notes.join(), `${what} ${edition}`).toMatch(/Not known|recorded/);
        if (edition === "2026") expect(answer.rows.length, what).toBeGreaterThan(0);
      }
    }
  );

  test("has 22 capabilities with domain, personas and phases, and lists them where nothing is named", async () => {
    const {rows} = await run(frameworkListOperation, {});
    expect(rows.length).toBe(22);
    expect(rows.find(({id}) => id === "licensing-saas")).toMatchObject({
      code: "LIC",
      domain: "optimize-usage-and-cost",
      personas: ["finops-practitioner", "engineering", "finance", "procurement", "product", "leadership", "itam"],
      phases: ["optimize"],
      microsoft: "Licensing and SaaS"
    });
  });

  test.each([
    ["capabilities", {domain: "quantify-business-value"}, 5],
    ["capabilities", {domain: "Quantify Business Value", persona: "procurement"}, 3],
    ["capabilities", {persona: "itam"}, 12],
    ["capabilities", {phase: "inform"}, 12],
    ["indicators", {capability: "ING"}, 7],
    ["kpis", {capability: "invoicing-chargeback"}, 4],
    ["requirements", {capability: "allocation"}, 9],
    ["edges", {capability: "finops-assessment"}, 7]
  ])("%s by %j are %d", async (what, filter, count) => {
    expect((await list(what, filter)).rows.length).toBe(count);
  });

  test("a filter that names nothing, or fits nothing, is refused", async () => {
    await expect(list("kpis", {capability: "alocation"})).rejects.toThrow(/did you mean "allocation"/);
    await expect(list("lenses", {capability: "allocation"})).rejects.toThrow(
      expect.objectContaining({code: "usage.invalid"})
    );
    await expect(list("capabilities", {edition: "2062"})).rejects.toThrow(/did you mean "2026"/);
  });

  test("what is not known of an edition is said, and what a part stands on", async () => {
    expect((await list("kpis", {edition: "2025"})).notes[0]).toMatch(/^Not known of edition 2025/);
    expect((await list("principles", {edition: "2024"})).notes[0]).toMatch(/medium.*check them before/i);
  });
});

describe("framework show", () => {
  const show = (id: string, more: object = {}) => run(frameworkShowOperation, {id, ...more});

  test("a capability comes with all that it is tied to", async () => {
    const answer = await show("ALL");
    expect(answer).toMatchObject({what: "capabilities", id: "allocation", edition: "2026"});
    const detail = answer["capability"] as Record<string, readonly Record<string, unknown>[]>;
    expect(detail["indicators"]?.[0]).toMatchObject({id: "known_owner_share", crawl: ">=70", basis: {crawl: "P26"}});
    expect(detail["kpis"]?.map(({relation}) => relation)).toEqual([
      "featured",
      "featured",
      "featured",
      ...Array<string>(5).fill("suggested")
    ]);
    expect(detail["needs"]).toContainEqual({id: "data-ingestion", title: "Data Ingestion", basis: "inferred"});
    expect(detail["provides"]).toContainEqual({id: "budgeting", title: "Budgeting", basis: "stated"});
    expect(detail["data"]).toContainEqual({id: "focus_cost", title: "Cost and usage as FOCUS rows", level: "hard"});
    expect(detail["requirements"]?.length).toBe(9);
    expect(answer["names"]).toContainEqual(
      expect.objectContaining({edition: "2021-2023", ids: ["cost-allocation", "manage-shared-cloud-costs"]})
    );
  });

  test.each(frameworkWhat.options)("each row of %s can be shown by its id", async (what) => {
    for (const {id} of (await list(what)).rows.slice(0, 40)) {
      const answer = await show(id, {what});
      expect([answer["what"], answer["id"]]).toEqual([what, id]);
    }
  });

  test("a name of several things says so, and can be told apart", async () => {
    expect(await show("sustainability")).toMatchObject({
      what: "capabilities",
      also: [
        {what: "personas", id: "sustainability"},
        {what: "microsoft", title: "Cloud sustainability"}
      ]
    });
    expect(await show("sustainability", {what: "personas"})).toMatchObject({what: "personas", title: "Sustainability"});
  });

  test("a name that Microsoft uses leads to the capability", async () => {
    expect(await show("Intersecting frameworks")).toMatchObject({what: "capabilities", id: "intersecting-disciplines"});
  });

  test("what went elsewhere says where", async () => {
    await expect(show("onboarding-workloads")).rejects.toThrow(
      /onboarding-workloads of 2025 is Architecting & Workload Placement/
    );
    await expect(show("executive-strategy-alignment", {edition: "2025"})).rejects.toThrow(
      /nothing came of it here|nothing/
    );
    await expect(show("known_owner_shar")).rejects.toThrow(/did you mean "known_owner_share"/);
  });
});

describe("framework search", () => {
  const search = (text: string, more: object = {}) => run(frameworkSearchOperation, {text, ...more});

  test("finds a thing by its title first, and others by what they say", async () => {
    const {rows} = await search("unit economics");
    expect(rows[0]).toMatchObject({what: "capabilities", id: "unit-economics"});
    expect((await search("PUE")).rows.map(({id}) => id)).toContain(
      "optimizing-electricity-pue-wue-between-regions-or-cloud-service-providers"
    );
    expect((await search("known_owner_share")).rows[0]).toMatchObject({what: "indicators"});
  });

  test("every word must be there; the excerpt shows one of them; more can be asked for", async () => {
    const {rows, found} = await search("shared COST", {limit: 2});
    expect([rows.length, typeof found]).toEqual([2, "number"]);
    for (const row of rows) expect(`${row.title} ${String(row["excerpt"])}`).toMatch(/shared/i);
    expect((await search("zebra crossing")).notes).toEqual([
      "Nothing has all of these words. Try fewer, or another edition."
    ]);
    expect((await search("***")).rows).toEqual([]);
  });
});

describe("framework map, editions and check", () => {
  test("the map names titles on both sides", async () => {
    const {rows} = await run(frameworkMapOperation, {id: "onboarding-workloads"});
    expect(rows[0]).toMatchObject({
      from: "2025",
      title: "Onboarding Workloads",
      to: "2026",
      titles: ["Architecting & Workload Placement"],
      kind: "merge"
    });
  });

  test("editions say what changed, what they stand on, and which one is used", async () => {
    const {rows} = await run(frameworkEditionsOperation, {});
    expect(rows.map((row) => [row["edition"], row["capabilities"], row["inUse"]])).toEqual([
      ["2026", 22, true],
      ["2025", 22, false],
      ["2024", 22, false]
    ]);
    expect(rows[0]?.["changes"]).toContain("A capability is added: Executive Strategy Alignment.");
  });

  test("a check of something that is no file is refused", async () => {
    await expect(run(frameworkCheckOperation, {file: tmpdir()})).rejects.toThrow(
      expect.objectContaining({code: "input.missing"})
    );
  });
});
