import picocolors from "picocolors";
import {describe, expect, test} from "vitest";
import {
  frameworkEditionsText,
  frameworkFindings,
  frameworkHits,
  frameworkItem,
  frameworkTable,
  frameworkWays
} from "./framework-view.ts";

const style = {columns: 80, colors: picocolors.createColors(false)};
const source = "Facts of somebody, CC BY 4.0";

describe("the framework on a terminal", () => {
  test("a list is a table with what fits, what it stands on and whose it is", () => {
    const rows = [
      {id: "allocation", title: "Allocation", code: "ALL", domain: "understand", needs: ["data-ingestion"]}
    ];
    const text = frameworkTable({what: "capabilities", edition: "2026", source, rows, notes: ["Basis: text."]}, style);
    expect(text).toContain("ALL   allocation  understand");
    expect(text).toContain("1 capabilities of edition 2026");
    expect(text).toContain("note: Basis: text.");
    expect(text.trimEnd().endsWith(source)).toBe(true);
    expect(frameworkTable({what: "kpis", edition: "2025", rows: [], notes: []}, style)).toContain("Nothing to show.");
  });

  test("a capability has its parts as tables of their own", () => {
    const indicator = {
      id: "known_owner_share",
      title: "Known",
      unit: "%",
      crawl: ">=70",
      walk: ">=85",
      run: ">90",
      basis: {crawl: "P26", walk: "P26", run: "S"}
    };
    const text = frameworkItem(
      {
        id: "allocation",
        title: "Allocation",
        edition: "2026",
        item: {id: "allocation", title: "Allocation", definition: "Whose cost it is.", needs: ["data-ingestion"]},
        capability: {
          activityGroups: ["Decide"],
          indicators: [indicator],
          needs: [{id: "data-ingestion", title: "Data Ingestion", basis: "stated"}]
        },
        links: [{relation: "uses", id: "data-ingestion", title: "Data Ingestion", note: null}],
        names: [{edition: "2021-2023", ids: ["cost-allocation"], kind: "split", note: null}],
        source
      },
      style
    );
    expect(text).toContain("definition  Whose cost it is.");
    expect(text).toMatch(/known_owner_share +Known +% +>=70 +>=85 +>90 +P26\/P26\/S/);
    expect(text).toMatch(/data-ingestion +Data Ingestion +stated/);
    expect(text).toMatch(/2021-2023 +cost-allocation +split/);
    expect(text).not.toContain("Leads to");
  });

  test("a way says both ends, and nothing where nothing is left", () => {
    const way = {from: "2025", id: "a", title: "A", to: "2026", kind: "merge", note: "Joined."};
    const text = frameworkWays(
      {
        rows: [
          {...way, ids: ["b"], titles: ["B"]},
          {...way, ids: [], titles: [], kind: "gone", note: null}
        ],
        source
      },
      style
    );
    expect(text).toContain("2025 A (a) → 2026 B (b): merge\n  Joined.");
    expect(text).toContain("2025 A (a) → 2026 nothing: gone");
  });

  test("findings have place and remedy, editions what is not known, hits their place", () => {
    const finding = {severity: "error", file: "framework/a.yaml", line: 3, message: "wrong", remedy: "Mend it."};
    const counts = {errors: 1, warnings: 0, capabilities: 22, kpis: 88, indicators: 1, edges: 1};
    expect(frameworkFindings({rows: [finding], counts}, style)).toContain(
      "error: framework/a.yaml:3: wrong\n  → Mend it."
    );
    expect(frameworkFindings({rows: [], counts: {...counts, errors: 0}}, style)).toContain("22 capabilities, 88 kpis");
    const basis = [
      {part: "technologyCategories", confidence: "unknown"},
      {part: "kpis", confidence: "full"}
    ];
    expect(frameworkEditionsText({rows: [{edition: "2025", changes: ["More."], basis}]}, style)).toContain(
      "Not known of 2025: technology categories\n"
    );
    expect(frameworkHits({rows: [{what: "kpis", id: "x", title: "X", excerpt: "about x"}]}, style)).toContain(
      "X  kpis x\n  about x"
    );
  });
});
