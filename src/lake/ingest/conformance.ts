import {counted} from "../../counted.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {join, literal, sql} from "../../engine/query.ts";
import type {FocusVersion} from "../../focus/column.ts";
import type {Judged} from "../../focus/conformance/judge.ts";
import {lakeFileColumns, ruledVersion} from "../../focus/conformance/lake-columns.ts";
import {type ConformanceResult, mostFailingRules, type Unit} from "../snapshot.ts";
import type {Quarantined} from "./faults.ts";

/** A severity from which on rules that fail hold a snapshot back. */
export type FailOn = "error" | "warning" | "never";

/** What a snapshot is held against the rules with. */
export interface Delivered {
  readonly unit: Unit;
  /** Versions of its files. */
  readonly versions: readonly FocusVersion[];
  /** Columns of its files under their FOCUS names. */
  readonly columns: readonly string[];
  /** Absolute paths of its rows in the lake's schema. */
  readonly paths: readonly string[];
  readonly quarantine: readonly Quarantined[];
}

/**
 * Holds the rows of a snapshot against the rules of its version, in the corrected reading, in one pass over its files.
 * What exact reading has proved counts as passed; how numbers and instants were written is no longer known, and these
 * rules are skipped. Rows in quarantine are not among those that are looked at.
 */
export async function conformanceOf(
  session: Session,
  {unit, versions, columns, paths, quarantine}: Delivered,
  signal: AbortSignal
): Promise<ConformanceResult | undefined> {
  if (paths.length === 0) return undefined;
  const {examine} = await import("../../focus/conformance/evaluate.ts");
  const version = ruledVersion(versions);
  const {model, applicability, judged} = await examine(
    {
      query: sql`read_parquet([${join(paths.map(literal))}], union_by_name = true)`,
      columns: lakeFileColumns(unit.dataset, columns)
    },
    {version, dataset: unit.dataset, reading: "corrected", criteria: undefined, samples: 0, asRead: true},
    {
      rows: (query) => session.rows(query, {signal}),
      unreadable: async () => quarantine.filter(({column}) => column === null).length
    }
  );
  return {focusVersion: version, model, criteria: [...applicability.claimed].toSorted(), ...summaryOf(judged)};
}

/** Whether rules fail that the gate of a source holds a snapshot back for. */
export function isRefused({failed}: ConformanceResult, failOn: FailOn): boolean {
  return failOn !== "never" && (failed.error > 0 || (failOn === "warning" && failed.warning > 0));
}

/** Why a snapshot is held back, in words; null where its rules do not. */
export function refusalOf(result: ConformanceResult | undefined, failOn: FailOn): string | null {
  if (result === undefined || !isRefused(result, failOn)) return null;
  const number = failOn === "error" ? result.failed.error : result.failed.error + result.failed.warning;
  return `${counted(number, "rule")} of FOCUS ${result.focusVersion} ${number === 1 ? "fails" : "fail"}, such as ${result.rules[0]?.rule ?? ""}`;
}

const order = ["error", "warning", "info"];

function summaryOf(judged: readonly Judged[]): Pick<ConformanceResult, "counts" | "failed" | "rules"> {
  const number = (test: (each: Judged) => boolean): number => judged.filter(test).length;
  const failing = judged.filter(({verdict, rule}) => verdict === "fail" && rule.kind !== "Composite");
  const worst = failing.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.violations - a.violations
  );
  const failed = (severity: Judged["severity"]): number => failing.filter((each) => each.severity === severity).length;
  return {
    counts: {
      pass: number(({verdict}) => verdict === "pass"),
      fail: number(({verdict}) => verdict === "fail"),
      skipped: number(({verdict}) => verdict === "skipped"),
      "needs-evidence": number(({verdict}) => verdict === "needs-evidence")
    },
    failed: {error: failed("error"), warning: failed("warning"), info: failed("info")},
    rules: worst.slice(0, mostFailingRules).map(({rule, severity, violations, finding}) => ({
      rule: rule.id,
      severity,
      violations,
      cost: finding.cost.map(({currency, amount}) => ({currency, amount}))
    }))
  };
}
