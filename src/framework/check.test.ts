import {readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {stringify} from "yaml";
import {frameworkCheck} from "./check.ts";
import {acme, makeOwnFolder, type OwnFolder} from "./fixtures/own-folder.ts";
import {surroundingsIn} from "./open.ts";
import {readEdition, type Surroundings} from "./read-edition.ts";
import {isFindings, parseYaml} from "./yaml-file.ts";

let folder: OwnFolder;

beforeAll(() => {
  folder = makeOwnFolder();
});
beforeEach(() => folder.clear());
afterAll(async () => folder.close());

const put: OwnFolder["put"] = (name, content) => folder.put(name, content);

const own = (rest: string): string => `edition: mine\ntitle: Mine\nextends: "2026"\n${rest}`;
const bomb = `a0: &a0 [x]\n${Array.from({length: 12}, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(", ")}]`).join("\n")}\n`;

describe("the check of an edition file", () => {
  let around: Surroundings;

  beforeAll(async () => {
    ({around} = await surroundingsIn(folder.context, ""));
  });

  test("counts what a good one has, and says what differs from what it takes over", async () => {
    const file = put("acme.yaml", acme);
    const report = await frameworkCheck({file}, folder.context);
    expect(report).toMatchObject({
      file: "framework/acme.yaml",
      edition: "acme",
      extends: "2026",
      verdict: "ok",
      rows: [],
      counts: {errors: 0, warnings: 0, capabilities: 22, kpis: 89, indicators: 137, edges: 123}
    });
    expect(report.changes).toContain("capabilities added: price-reviews");
    expect(report.changes).toContain("capabilities left out: licensing-saas");
    expect(report.changes).toContain("indicators changed: known_owner_share");
  });

  test("takes a shipped edition as it stands", async () => {
    const shipped = join(import.meta.dirname, "..", "..", "framework", "editions");
    for (const name of ["2024.yaml", "2025.yaml", "2026.yaml"]) {
      const {rows, verdict} = await frameworkCheck({file: join(shipped, name)}, folder.context);
      expect({name, rows, verdict}).toEqual({name, rows: [], verdict: "ok"});
    }
  });

  test.each<[string, string | Uint8Array, string, number, string]>([
    [
      "a threshold that cannot be read",
      own("capabilities:\n  - slug: allocation\n    indicators:\n      - id: known_owner_share\n        run: mostly\n"),
      "threshold",
      8,
      "cannot be read"
    ],
    [
      "a level that asks less than the one before",
      own("capabilities:\n  - slug: allocation\n    indicators:\n      - id: known_owner_share\n        run: '>=10'\n"),
      "threshold-order",
      7,
      "asks less at a higher level: >=85, then >=10"
    ],
    [
      "levels compared in two ways",
      own("capabilities:\n  - slug: allocation\n    indicators:\n      - {id: known_owner_share, run: '<=10'}\n"),
      "threshold-kinds",
      7,
      "in different ways"
    ],
    [
      "an id that is nearly another",
      own("personas:\n  - slug: finanse\n    title: Finance\n    group: core\n"),
      "near-miss",
      5,
      "finanse is new beside finance"
    ],
    [
      "an unknown KPI",
      own("capabilities:\n  - slug: allocation\n    kpis:\n      featured: [cost-per-api-cal]\n"),
      "unknown-reference",
      7,
      'did you mean "cost-per-api-call"?'
    ],
    [
      "an edge to nowhere",
      own("edges:\n  - {from: allocation, to: alocation, basis: own}\n"),
      "unknown-reference",
      5,
      "there is no capability alocation"
    ],
    [
      "an edge to itself",
      own("edges:\n  - {from: allocation, to: allocation, basis: own}\n"),
      "edge-to-itself",
      5,
      "depends on itself"
    ],
    [
      "a code twice",
      own("capabilities:\n  - slug: budgeting\n    code: ALL\n"),
      "duplicate",
      6,
      "codes have ALL twice"
    ],
    [
      "an indicator twice",
      own(
        "capabilities:\n  - slug: budgeting\n    indicators:\n      - {id: known_owner_share, title: T, unit: '%', crawl: '>1', walk: '>2', run: '>3', basis: {crawl: own, walk: own, run: own}}\n"
      ),
      "duplicate",
      7,
      "known_owner_share twice"
    ],
    [
      "a capability in a domain that does not list it",
      own("capabilities:\n  - slug: allocation\n    domain: quantify-business-value\n"),
      "domain-disagrees",
      6,
      "listed by understand-usage-and-cost"
    ],
    ["an unknown key", own("capabilities:\n  - slug: allocation\n    owner: Ann\n"), "unknown-key", 6, "no key owner"],
    [
      "something dropped that is not there",
      own("drop: {capabilities: [nothing]}\n"),
      "unknown-reference",
      4,
      "no nothing to drop"
    ],
    [
      "a domain dropped that has capabilities",
      own("drop: {domains: [quantify-business-value]}\n"),
      "unknown-reference",
      1,
      "there is no domain quantify-business-value"
    ],
    [
      "a capability dropped and named",
      own("drop: {capabilities: [allocation]}\nedges:\n  - {from: allocation, to: budgeting, basis: own}\n"),
      "unknown-reference",
      6,
      "there is no capability allocation"
    ],
    [
      "an edition to extend that is not there",
      "edition: mine\ntitle: Mine\nextends: '2062'\n",
      "unknown-edition",
      3,
      'did you mean "2026"?'
    ],
    ["parts that are missing", "edition: mine\ntitle: Mine\n", "form", 1, "source"],
    [
      "a part said to be unknown that is there",
      own("parts:\n  kpis: {confidence: unknown, basis: none}\n"),
      "part-unknown",
      5,
      "kpis is said to be unknown"
    ],
    ["no YAML", "edition: [mine\ntitle: x: y\n", "yaml", 2, "not YAML"],
    ["a key twice", "edition: mine\nedition: yours\n", "yaml", 2, "unique"],
    ["a list instead of keys", "- edition\n", "not-a-map", 1, "keys and values"],
    ["nothing at all", "", "not-a-map", 1, "keys and values"],
    ["a YAML bomb", bomb, "yaml-bomb", 1, "without bound"],
    ["brackets without end", `edition: ${"[".repeat(100_000)}`, "too-deep", 1, "deeper than 40"],
    [
      "another encoding",
      Buffer.concat([Buffer.from("edition: mine\ntitle: Gr"), Buffer.from([0xfc, 0xdf]), Buffer.from("e\n")]),
      "encoding",
      2,
      "not UTF-8"
    ],
    ["UTF-16", Buffer.from("\ufeffedition: mine\n", "utf16le"), "encoding", 1, "not UTF-8"],
    [
      "an image",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      "encoding",
      1,
      "not UTF-8"
    ],
    ["a file without end", `edition: mine\n# ${"x".repeat(2_000_000)}\n`, "file-too-large", 0, "more than 2000000"]
  ])("finds %s", async (_, content, rule, line, message) => {
    const file = put("mine.yaml", content);
    const {rows, verdict, counts} = await frameworkCheck({file}, folder.context);
    const found = rows.find((row) => row.rule === rule && row.message.includes(message));
    expect(found, JSON.stringify(rows)).toMatchObject({
      file: "framework/mine.yaml",
      line: line === 0 ? null : line,
      remedy: expect.stringMatching(/\w{3}/) as string
    });
    expect(verdict).toBe(found?.severity === "error" ? "policy" : "ok");
    expect(counts.errors + counts.warnings).toBe(rows.length);
  });

  test("says something of anything that is YAML", () => {
    const keys = [
      "edition",
      "extends",
      "drop",
      "capabilities",
      "domains",
      "phases",
      "personas",
      "edges",
      "kpis",
      "parts",
      "maturity",
      "mappings"
    ];
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        {depthSize: "small"},
        fc.constantFrom<unknown>("2026", "allocation", "any", null, 5, true, ""),
        fc.array(tie("node"), {maxLength: 3}),
        fc.dictionary(
          fc.constantFrom(
            "slug",
            "id",
            "from",
            "to",
            "kpis",
            "capabilities",
            "personas",
            "core",
            "phase",
            "phases",
            "__proto__"
          ),
          tie("node"),
          {maxKeys: 3}
        )
      )
    })).node;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), fc.boolean(), (fields, extending) => {
        const text = stringify({...fields, ...(extending ? {extends: "2026"} : {})}, {aliasDuplicateObjects: false});
        const read = parseYaml(Buffer.from(text), "any.yaml");
        const findings = isFindings(read) ? read : readEdition(read, around).findings;
        for (const {message, remedy, line} of findings) {
          expect(message.length * remedy.length).toBeGreaterThan(0);
          expect(line).toBeGreaterThan(0);
        }
      }),
      {numRuns: 200}
    );
  });

  test("refuses a file that is not there", async () => {
    await expect(frameworkCheck({file: "framework/none.yaml"}, folder.context)).rejects.toThrow(
      expect.objectContaining({code: "input.missing"})
    );
  });
});

test("the edition in the guide is a good one", async () => {
  const guide = readFileSync(join(import.meta.dirname, "..", "..", "docs", "framework.md"), "utf8");
  const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const {rows, changes} = await frameworkCheck({file: put("acme.yaml", example)}, folder.context);
  expect(rows).toEqual([]);
  expect(changes).toContain("capabilities left out: sustainability");
});
