import {describe, expect, test} from "vitest";
import {junit} from "./junit.ts";
import {sarif} from "./sarif.ts";

const rule = {
  file: "my exports/a.csv",
  on: "RegionName",
  title: "RegionName must not be null where RegionId is not null",
  cost: [],
  message: "",
  samples: [],
  origin: "official",
  erratum: null,
  violations: 0
};
const report = {
  verdict: "quality",
  files: [{file: "my exports/a.csv", model: "FOCUS 1.2 <official>"}],
  rows: [
    {...rule, rule: "A", verdict: "pass", severity: "error"},
    {
      ...rule,
      rule: "B",
      verdict: "fail",
      severity: "error",
      violations: 2,
      message: `must be < "b" & c`,
      cost: [{currency: "USD", amount: "3.000000000000000000"}],
      samples: [
        {row: 4, line: 5, values: {RegionName: null, RegionId: "north"}},
        {row: 6, line: 7, values: {RegionName: null, RegionId: "south\u0001"}}
      ]
    },
    {
      ...rule,
      rule: "C",
      verdict: "fail",
      severity: "warning",
      violations: 1,
      message: "should",
      samples: [{row: 1, line: null, values: {}}]
    },
    {...rule, rule: "D", verdict: "skipped", severity: "error", message: "the file has no Tags"},
    {...rule, rule: "E", verdict: "needs-evidence", severity: "error", message: ""},
    {...rule, rule: "F", verdict: "fail", severity: "error", violations: 1, message: "below it fail B"}
  ]
};

describe("SARIF", () => {
  const log = JSON.parse(sarif(report));
  const [run] = log.runs;

  test("has a rule for each rule and a result for each that fails by itself", () => {
    expect([log.version, run.tool.driver.rules.map(({id}: {id: string}) => id)]).toEqual([
      "2.1.0",
      ["A", "B", "C", "D", "E"]
    ]);
    expect(run.results.map(({ruleId, level}: {ruleId: string; level: string}) => [ruleId, level])).toEqual([
      ["B", "error"],
      ["C", "warning"]
    ]);
    for (const {ruleId, ruleIndex} of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test("says where: a URI, a line where there is one, and the values", () => {
    const [first, second] = run.results;
    expect(first.locations).toEqual([
      {
        physicalLocation: {artifactLocation: {uri: "my%20exports/a.csv"}, region: {startLine: 5}},
        message: {text: "row 4, RegionName = null, RegionId = north"}
      }
    ]);
    expect(first.relatedLocations.length).toBe(1);
    expect(first.message.text).toBe(`must be < "b" & c (2 violations, billed 3.00 USD)`);
    expect(second.locations[0].physicalLocation).not.toHaveProperty("region");
  });

  test("keeps the fingerprint of a rule in a file while other numbers change", () => {
    const more = {...report, rows: report.rows.map((row) => ({...row, violations: row.violations + 1}))};
    const prints = (text: string) =>
      JSON.parse(text).runs[0].results.map((each: {partialFingerprints: unknown}) => each.partialFingerprints);
    expect(prints(sarif(more))).toEqual(prints(sarif(report)));
    expect(new Set(prints(sarif(report)).map((each: unknown) => JSON.stringify(each))).size).toBe(2);
  });
});

describe("JUnit", () => {
  const xml = junit(report);

  test("has a case for each rule: errors are failures, what was not decided is skipped with the reason", () => {
    expect(xml).toContain('<testsuites name="ashlar validate" tests="6" failures="2" errors="0" skipped="2" time="0">');
    expect(xml.match(/<testcase /g)?.length).toBe(6);
    expect(xml).toContain('name="D" time="0"><skipped message="the file has no Tags"/>');
    expect(xml).toContain('name="E" time="0"><skipped message="needs-evidence"/>');
    expect(xml).toContain('name="C" time="0"><system-out>warning: should. 1 violation, row 1</system-out>');
  });

  test("is well formed, whatever stands in a message", () => {
    expect(xml).toContain('message="must be &lt; &quot;b&quot; &amp; c">2 violations, line 5, line 7</failure>');
    expect(xml).toContain('value="FOCUS 1.2 &lt;official&gt;"');
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    expect(junit({files: [{file: "a\u0000\u0008.csv", model: ""}], rows: []})).not.toMatch(/[\u0000\u0008]/);
  });
});
