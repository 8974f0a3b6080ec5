import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {beforeAll, describe, expect, test} from "vitest";
import {findColumn} from "../focus/columns.ts";
import type {Edition, Framework} from "./framework.ts";
import {openFramework} from "./open.ts";

const root = join(tmpdir(), "ashlar-no-practice");
const folder = {root, file: null, data: join(root, ".ashlar")};

let framework: Framework;
let newest: Edition;

beforeAll(async () => {
  framework = await openFramework(folder);
  newest = framework.edition("2026");
});

describe("edition 2026", () => {
  test("has what the framework of 2026 counts", () => {
    expect({
      principles: newest.principles.length,
      core: newest.personas.filter(({group}) => group === "core").length,
      allied: newest.personas.filter(({group}) => group === "allied").length,
      phases: newest.phases.length,
      levels: newest.maturity.levels.filter(({official}) => official).length,
      lenses: newest.lenses.items.length,
      domains: newest.domains.length,
      capabilities: newest.capabilities.length,
      categories: newest.technologyCategories.length,
      kpis: newest.kpis.length,
      published: newest.kpis.filter(({formulaBasis}) => formulaBasis === "official").length,
      indicators: newest.indicators.length,
      edges: newest.edges.length,
      thresholds: framework.starters.published.length
    }).toEqual({
      principles: 6,
      core: 6,
      allied: 5,
      phases: 3,
      levels: 3,
      lenses: 5,
      domains: 4,
      capabilities: 22,
      categories: 5,
      kpis: 88,
      published: 44,
      indicators: 144,
      edges: 133,
      thresholds: 38
    });
  });

  test("says of each of the 432 thresholds what it stands on", () => {
    const counts = new Map<string, number>();
    for (const {basis} of newest.indicators)
      for (const each of Object.values(basis)) counts.set(each, (counts.get(each) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({P26: 32, P26n: 13, P26q: 70, POLD: 1, S: 316});
  });

  test("is whole: every capability has what a page and a board show of it", () => {
    for (const each of newest.capabilities) {
      expect(each.definition, each.slug).toMatch(/\.$/);
      expect(each.activityGroups.length, each.slug).toBeGreaterThan(0);
      expect(each.indicators.length, each.slug).toBeGreaterThan(3);
      expect(each.personas?.core, each.slug).toContain("finops-practitioner");
      expect(each.phases.length, each.slug).toBeGreaterThan(0);
      expect(each.provides.length, each.slug).toBeGreaterThan(0);
      expect([...newest.needsOf(each.slug), ...newest.providesOf(each.slug)].length, each.slug).toBeGreaterThan(0);
    }
  });

  test("gives each KPI with a recipe columns that FOCUS has", () => {
    const unknown = newest.kpis.flatMap(({slug, focus}) =>
      focus.columns.filter((name) => findColumn("CostAndUsage", name) === null).map((name) => `${slug}: ${name}`)
    );
    expect(unknown).toEqual([]);
    const recipes = newest.kpis.filter(({focus}) => focus.support === "recipe");
    expect(recipes.length).toBe(36);
    expect(recipes.filter(({focus}) => focus.recipe === undefined)).toEqual([]);
    // SaaS is no service category of FOCUS, and what a list of columns lacks cannot be in its recipe.
    for (const {slug, focus} of recipes) {
      const named = (focus.recipe ?? "").match(/\b(?:[A-Z][a-z]+){2,}\b/g) ?? [];
      expect(
        named.filter((name) => findColumn("CostAndUsage", name) !== null && !focus.columns.includes(name)),
        slug
      ).toEqual([]);
      expect(focus.recipe, slug).not.toMatch(/ServiceCategory = 'SaaS'/);
    }
  });

  test("finds its parts by id, title and code, and names what is near where there is none", () => {
    expect(newest.capability("allocation").title).toBe("Allocation");
    expect(newest.capability("ALL").slug).toBe("allocation");
    expect(newest.capability("rate optimization").slug).toBe("rate-optimization");
    expect(newest.persona("finance").title).toBe("Finance");
    expect(newest.kpi("cost-per-api-call").featured).toEqual(["unit-economics"]);
    expect(newest.indicator("known_owner_share").walk).toEqual({text: ">=85", op: ">=", value: "85"});
    expect(newest.indicator("glossary_available").run).toEqual({text: "yes", op: "is", value: "yes"});
    expect(() => newest.capability("alocation")).toThrow(
      expect.objectContaining({code: "not-found", message: expect.stringContaining('did you mean "allocation"?')})
    );
  });
});

describe("earlier editions", () => {
  test.each(["2024", "2025"])("%s has its own 22 capabilities, and says what is not known of it", (id) => {
    const edition = framework.edition(id);
    expect(edition.capabilities.length).toBe(22);
    expect(edition.capability("onboarding-workloads").title).toBe("Onboarding Workloads");
    expect(() => edition.capability("executive-strategy-alignment")).toThrow();
    expect(edition.parts.kpis.confidence).toBe("unknown");
    expect([edition.kpis, edition.indicators, edition.edges]).toEqual([[], [], []]);
  });

  test("differ in titles and domains", () => {
    expect(framework.edition("2024").domains[0]?.title).toBe("Understand Cloud Usage & Cost");
    expect(framework.edition("2025").domains[0]?.title).toBe("Understand Usage & Cost");
    expect(framework.edition("2024").principle("a-centralized-team-drives-finops").title).toBe(
      "A centralized team drives FinOps"
    );
  });

  test("newest first, and the newest where none is named", () => {
    expect(framework.editions.map(({id}) => id)).toEqual(["2026", "2025", "2024"]);
    expect(framework.edition().id).toBe("2026");
    expect(() => framework.edition("2023")).toThrow(expect.objectContaining({code: "not-found"}));
  });
});

describe("every edition", () => {
  test("shows who made it and under which licence", () => {
    for (const {source, licence} of framework.editions) {
      expect(source).toContain("FinOps Foundation, CC BY 4.0, https://www.finops.org/framework/");
      expect(source).toContain("changes were made");
      expect(licence).toBe("CC BY 4.0");
    }
  });

  test("leads from links to things that are there, both ways", () => {
    for (const edition of framework.editions) {
      const capabilities = new Set(edition.capabilities.map(({slug}) => slug));
      expect(edition.domains.flatMap((each) => each.capabilities).toSorted()).toEqual([...capabilities].toSorted());
      for (const {from, to} of edition.edges)
        expect([capabilities.has(from), capabilities.has(to)]).toEqual([true, true]);
      for (const kpi of edition.kpis) {
        for (const each of kpi.capabilities) expect(capabilities.has(each)).toBe(true);
        expect(kpi.capabilities).toEqual(expect.arrayContaining([...kpi.featured]));
        expect([...kpi.capabilities, ...kpi.suggested].length, kpi.slug).toBeGreaterThan(0);
      }
    }
  });
});

describe("starters and requirements", () => {
  test("name only what their edition has", () => {
    for (const {edition, capabilities} of framework.starters.groups)
      for (const each of capabilities) framework.edition(edition).capability(each);
    for (const {edition, targets, kpiTargets} of framework.starters.presets) {
      for (const {capability} of targets) framework.edition(edition).capability(capability);
      for (const {kpi} of kpiTargets) framework.edition(edition).kpi(kpi);
    }
    for (const {thresholds} of framework.starters.scales)
      for (const {indicator, capability} of thresholds) expect(newest.indicator(indicator).capability).toBe(capability);
    for (const {capability} of framework.starters.published) newest.capability(capability);
  });

  test("the scale of 2026 is what its indicators say", () => {
    const scale = framework.starters.scales.find(({id}) => id === "maturity-page-2026");
    for (const {indicator, crawl, walk, run} of scale?.thresholds ?? []) {
      const {crawl: c, walk: w, run: r} = newest.indicator(indicator);
      expect([crawl, walk, run]).toEqual([c.text, w.text, r.text]);
    }
  });

  test("there is something to do for each capability and for all, each under its own id", () => {
    const ids = framework.requirements.map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(142);
    expect(framework.requirements.filter(({capability}) => capability === null).length).toBe(10);
    for (const {slug, code} of newest.capabilities) {
      const own = framework.requirements.filter(({capability}) => capability === slug);
      expect(own.map(({kind}) => kind)).toEqual(expect.arrayContaining(["input", "computation", "output", "workflow"]));
      expect(
        own.every(({id}) => id.startsWith(`${code}-`)),
        slug
      ).toBe(true);
    }
  });
});

describe("PLT-1 the map", () => {
  const one = (id: string, from?: string, to?: string) => framework.map(id, from, to)[0];

  test("onboarding workloads went into another capability in 2026", () => {
    expect(one("onboarding-workloads")).toEqual({
      what: "capabilities",
      from: "2025",
      id: "onboarding-workloads",
      to: "2026",
      ids: ["architecting-workload-placement"],
      kind: "merge",
      note: expect.stringContaining("Onboarding")
    });
  });

  test("goes back, over several editions, and to what is new", () => {
    expect(one("architecting-workload-placement", "2026", "2025")).toMatchObject({
      ids: ["architecting-for-cloud", "onboarding-workloads"],
      kind: "split"
    });
    expect(one("cost-allocation", "2021-2023", "2026")).toMatchObject({ids: ["allocation"], kind: "merge"});
    expect(one("asset-management", "2021-2023", "2026")).toMatchObject({
      ids: ["intersecting-disciplines", "licensing-saas"],
      kind: "split"
    });
    expect(one("utilization-efficiency", "2021-2023", "2026")).toMatchObject({
      ids: ["usage-optimization"],
      kind: "merge"
    });
    expect(one("policy-governance", "2024", "2026")).toMatchObject({ids: ["governance-policy-risk"], kind: "widen"});
    expect(one("executive-strategy-alignment", "2026", "2025")).toMatchObject({ids: [], kind: "new"});
    expect(one("allocation", "2026", "2025")).toMatchObject({ids: ["allocation"], kind: "same"});
  });

  test("takes titles, codes and the names that Microsoft uses", () => {
    expect(one("Workload optimization", undefined, "2026")).toMatchObject({from: "2025", ids: ["usage-optimization"]});
    expect(one("Intersecting frameworks", undefined, "2026")).toMatchObject({ids: ["intersecting-disciplines"]});
    expect(one("GOV", "2026", "2024")).toMatchObject({
      id: "governance-policy-risk",
      ids: ["policy-governance"],
      kind: "narrow"
    });
    expect(one("a-centralized-team-drives-finops", "2024", "2026")).toMatchObject({
      what: "principles",
      ids: ["finops-should-be-enabled-centrally"]
    });
  });

  test("says what is near, and which editions there are", () => {
    expect(() => framework.map("onbording-workloads")).toThrow(/did you mean "onboarding-workloads"/);
    expect(() => framework.map("allocation", "2026", "2030")).toThrow(/no edition "2030"/);
  });

  test("has every name of Microsoft, and each leads to a capability of 2026 but the newest one", () => {
    const reached = framework.microsoft.flatMap(({name}) =>
      framework.map(name, "2025", "2026").flatMap(({ids}) => ids)
    );
    expect(framework.microsoft.length).toBe(22);
    expect([...new Set(reached)].toSorted()).toEqual(
      newest.capabilities
        .map(({slug}) => slug)
        .filter((slug) => slug !== "executive-strategy-alignment")
        .toSorted()
    );
  });

  test("there and back leads home, from every id of every edition to every other", () => {
    const editions = ["2026", "2025", "2024", "2021-2023"];
    const ids = (id: string): readonly string[] =>
      framework.editions.find((each) => each.id === id)?.capabilities.map(({slug}) => slug) ??
      framework.earlier.flatMap(({edition, capabilities}) =>
        edition === id ? capabilities.map(({slug}) => slug) : []
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...editions).chain((from) => fc.tuple(fc.constant(from), fc.constantFrom(...ids(from)))),
        fc.constantFrom(...editions),
        ([from, id], to) => {
          const there = framework.map(id, from, to);
          for (const {ids: reached} of there)
            for (const each of reached)
              expect(
                framework.map(each, to, from).flatMap((back) => back.ids),
                `${id} → ${each}`
              ).toContain(id);
        }
      ),
      {numRuns: 300}
    );
  });

  test("each step has every id of both editions once", () => {
    for (const [older, newer] of [
      ["2021-2023", "2024"],
      ["2024", "2025"],
      ["2025", "2026"]
    ] as const) {
      const all = (id: string): readonly string[] =>
        framework.editions.find((each) => each.id === id)?.capabilities.map(({slug}) => slug) ??
        framework.earlier.flatMap(({capabilities}) => capabilities.map(({slug}) => slug));
      for (const id of all(older)) expect(framework.map(id, older, newer)[0]?.ids.length, id).toBeGreaterThan(0);
      for (const id of all(newer)) {
        const back = framework.map(id, newer, older)[0];
        expect(back?.kind === "new" ? 0 : 1, id).toBe(Math.min(back?.ids.length ?? 0, 1));
      }
    }
  });
});
