import type {UserError} from "../../errors.ts";
import type {Examined} from "../../focus/conformance/evaluate.ts";
import type {Judged} from "../../focus/conformance/judge.ts";
import {messageOf} from "../../focus/conformance/message.ts";
import type {Detection} from "../../focus/detect.ts";
import type {Caller, Input, Output} from "../../operation.ts";
import type {InputFile} from "../input/file.ts";
import {maskedValues, seesCost, seesRows} from "./conformance-access.ts";
import type {validate as validateContract} from "./validate-contract.ts";

type ValidateInput = Input<typeof validateContract>;
type Report = Output<typeof validateContract>;

/** What came of one file: the head and its rules. */
export interface ValidatedFile {
  readonly head: Report["files"][number];
  readonly rows: Report["rows"];
}

export interface FileFacts {
  /** The line of the first record; null where records and lines do not go together. */
  readonly firstLine: number | null;
  readonly notes: readonly string[];
}

/** The report of one file, as far as the caller may see it. */
export function fileReport(
  input: ValidateInput,
  {name: file}: InputFile,
  {dataset, version}: Detection,
  {model, applicability, rows, judged}: Examined,
  caller: Caller,
  {firstLine, notes}: FileFacts
): ValidatedFile {
  const number = (test: (each: Judged) => boolean): number => judged.filter(test).length;
  const failed = (severity: Judged["severity"]): number =>
    number((each) => each.verdict === "fail" && each.severity === severity);
  const failures = {error: failed("error"), warning: failed("warning"), info: failed("info")};
  const isRefused =
    input.failOn !== "never" && (failures.error > 0 || (input.failOn === "warning" && failures.warning > 0));
  const withoutModel = input.verdicts === "official" && !judged.some(({rule}) => rule.origin === "official");
  return {
    head: {
      verdict: isRefused ? "quality" : "ok",
      file,
      fault: null,
      dataset,
      focusVersion: version,
      model,
      rowsRead: rows,
      applicability: {inferred: applicability.inferred, criteria: [...applicability.claimed].toSorted()},
      counts: {
        pass: number(({verdict}) => verdict === "pass"),
        fail: number(({verdict}) => verdict === "fail"),
        skipped: number(({verdict}) => verdict === "skipped"),
        "needs-evidence": number(({verdict}) => verdict === "needs-evidence")
      },
      failed: failures,
      notes: [
        ...notes,
        ...(withoutModel
          ? [
              `The official model of FOCUS ${version} is not part of Ashlar: the verdicts are of rules of ours, read as the reference would.`
            ]
          : [])
      ]
    },
    rows: judged.map(({rule, verdict, severity, violations, message, finding}) => ({
      file,
      rule: rule.id,
      on: rule.on,
      title: rule.kind === "Composite" ? "holds the rules below it together" : messageOf(rule),
      verdict,
      severity,
      violations,
      cost: seesCost(caller) ? [...finding.cost] : [],
      message,
      samples: seesRows(caller)
        ? finding.samples.map(({row, values}) => ({
            row,
            line: firstLine === null ? null : firstLine + row - 1,
            values: maskedValues(values, caller)
          }))
        : [],
      origin: rule.origin,
      erratum: rule.erratum
    }))
  };
}

/** The report of a file among several that cannot be held against rules: one of them does not stop the others. */
export function faultyFile({name: file}: InputFile, {message}: UserError): ValidatedFile {
  return {
    head: {
      verdict: "quality",
      file,
      fault: message,
      dataset: null,
      focusVersion: null,
      model: null,
      rowsRead: 0,
      applicability: {inferred: true, criteria: []},
      counts: {pass: 0, fail: 0, skipped: 0, "needs-evidence": 0},
      failed: {error: 0, warning: 0, info: 0},
      notes: []
    },
    rows: []
  };
}

/** The reports of several files as one. */
export function reportOf(
  {verdicts}: ValidateInput,
  validated: readonly ValidatedFile[],
  notes: readonly string[]
): Report {
  const heads = validated.map(({head}) => head);
  const total = (of: (head: Report["files"][number]) => number): number =>
    heads.reduce((sum, head) => sum + of(head), 0);
  const isAlone = heads.length === 1;
  return {
    verdict: heads.some(({verdict}) => verdict === "quality") ? "quality" : "ok",
    file: isAlone ? (heads[0]?.file ?? "") : `${heads.length} files`,
    dataset: joined(heads.map(({dataset}) => dataset)),
    focusVersion: joined(heads.map(({focusVersion}) => focusVersion)),
    model: joined(heads.map(({model}) => model)),
    verdicts,
    rowsRead: total(({rowsRead}) => rowsRead),
    applicability: {
      inferred: heads.every(({applicability}) => applicability.inferred),
      criteria: [...new Set(heads.flatMap(({applicability}) => applicability.criteria))].toSorted()
    },
    counts: {
      pass: total(({counts}) => counts.pass),
      fail: total(({counts}) => counts.fail),
      skipped: total(({counts}) => counts.skipped),
      "needs-evidence": total(({counts}) => counts["needs-evidence"])
    },
    failed: {
      error: total(({failed}) => failed.error),
      warning: total(({failed}) => failed.warning),
      info: total(({failed}) => failed.info)
    },
    files: heads,
    rows: validated.flatMap((each) => each.rows),
    notes: [...notes, ...heads.flatMap((head) => head.notes.map((note) => (isAlone ? note : `${head.file}: ${note}`)))]
  };
}

function joined(values: readonly (string | null)[]): string {
  return [...new Set(values.flatMap((value) => value ?? []))].toSorted().join(", ");
}
