import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";

/**
 * What `validate` found as JUnit XML: a suite for each file, a test case for each rule. Only errors are failures; a rule
 * of lesser weight that fails is a case with output. What was not decided is skipped, with the reason.
 */
export function junit(output: unknown): string {
  const report = isFields(output) ? output : {};
  const rows = isRows(report["rows"]) ? report["rows"] : [];
  const suites = (isRows(report["files"]) ? report["files"] : []).map((file) => {
    const cases = rows.filter((row) => row["file"] === file["file"]);
    return {file, cases, failures: count(cases, isFailure), skipped: count(cases, isSkipped)};
  });
  const sum = (of: (suite: (typeof suites)[number]) => number): number =>
    suites.reduce((all, each) => all + of(each), 0);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="ashlar validate"${totals(
      sum(({cases}) => cases.length),
      sum(({failures}) => failures),
      sum(({skipped}) => skipped)
    )}>`,
    ...suites.flatMap(({file, cases, failures, skipped}) => [
      `  <testsuite name="${xml(text(file["file"]))}"${totals(cases.length, failures, skipped)}>`,
      `    <properties><property name="model" value="${xml(text(file["model"]))}"/></properties>`,
      ...cases.map(caseOf),
      "  </testsuite>"
    ]),
    "</testsuites>",
    ""
  ].join("\n");
}

function totals(tests: number, failures: number, skipped: number): string {
  return ` tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;
}

function caseOf(row: Fields): string {
  const head = `    <testcase classname="${xml(text(row["on"]))}" name="${xml(text(row["rule"]))}" time="0"`;
  const message = xml(text(row["message"]));
  if (isSkipped(row))
    return `${head}><skipped message="${message === "" ? xml(text(row["verdict"])) : message}"/></testcase>`;
  if (row["verdict"] !== "fail") return `${head}/>`;
  const detail = xml(detailOf(row));
  return isFailure(row)
    ? `${head}><failure type="${xml(text(row["severity"]))}" message="${message}">${detail}</failure></testcase>`
    : `${head}><system-out>${xml(text(row["severity"]))}: ${message}. ${detail}</system-out></testcase>`;
}

function detailOf(row: Fields): string {
  const samples = isRows(row["samples"]) ? row["samples"] : [];
  const places = samples.map(({row: record, line}) =>
    typeof line === "number" ? `line ${line}` : `row ${text(record)}`
  );
  return [violations(row), ...places].join(", ");
}

function isFailure({verdict, severity}: Fields): boolean {
  return verdict === "fail" && severity === "error";
}

function isSkipped({verdict}: Fields): boolean {
  return verdict === "skipped" || verdict === "needs-evidence";
}

function count(rows: readonly Fields[], test: (row: Fields) => boolean): number {
  return rows.filter(test).length;
}

/** Text as XML takes it, without the control characters that it forbids. */
function xml(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function violations(row: Fields): string {
  const number = cellText(row["violations"], "count");
  return `${number} violation${number === "1" ? "" : "s"}`;
}

function text(value: unknown): string {
  return cellText(value, "text");
}
