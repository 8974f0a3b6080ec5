import type {Session} from "../../engine/duckdb/duckdb.ts";
import type {Query} from "../../engine/query.ts";
import type {Judged} from "../../focus/conformance/judge.ts";
import type {FileRows} from "../../focus/conformance/relation.ts";
import type {Dataset} from "../../focus/dataset.ts";
import type {ExportedVersion} from "../../focus/downgrade-version.ts";

/** How the data files of a dataset stand against the rules of their version. */
export interface DatasetConformance {
  readonly dataset: Dataset;
  readonly model: string;
  readonly rows: number;
  readonly applicability: {readonly inferred: boolean; readonly criteria: readonly string[]};
  readonly counts: Readonly<Record<"pass" | "fail" | "skipped" | "needs-evidence", number>>;
  readonly failed: Readonly<Record<"error" | "warning" | "info", number>>;
  readonly rules: readonly {
    readonly rule: string;
    readonly on: string;
    readonly verdict: string;
    readonly severity: string;
    readonly violations: number;
    readonly cost: readonly {readonly currency: string | null; readonly amount: string}[];
    readonly message: string;
    readonly origin: string;
    readonly erratum: string | null;
  }[];
}

/** Holds what was written against the rules, in the corrected reading. */
export async function conformanceOf(
  session: Session,
  dataset: Dataset,
  version: ExportedVersion,
  file: FileRows,
  signal: AbortSignal
): Promise<DatasetConformance> {
  const {examine} = await import("../../focus/conformance/evaluate.ts");
  const examination = {version, dataset, reading: "corrected", criteria: undefined, samples: 0} as const;
  const bench = {
    rows: (query: Query) => session.rows(query, {signal}),
    // What was read back whole has no records that cannot be read.
    unreadable: () => Promise.resolve(0)
  };
  const {model, applicability, rows: read, judged} = await examine(file, examination, bench);
  const number = (test: (each: Judged) => boolean): number => judged.filter(test).length;
  const failed = (severity: Judged["severity"]): number =>
    number((each) => each.verdict === "fail" && each.severity === severity);
  return {
    dataset,
    model,
    rows: read,
    applicability: {inferred: applicability.inferred, criteria: [...applicability.claimed].toSorted()},
    counts: {
      pass: number(({verdict}) => verdict === "pass"),
      fail: number(({verdict}) => verdict === "fail"),
      skipped: number(({verdict}) => verdict === "skipped"),
      "needs-evidence": number(({verdict}) => verdict === "needs-evidence")
    },
    failed: {error: failed("error"), warning: failed("warning"), info: failed("info")},
    rules: judged.map(({rule, verdict, severity, violations, message, finding}) => ({
      rule: rule.id,
      on: rule.on,
      verdict,
      severity,
      violations,
      cost: finding.cost,
      message,
      origin: rule.origin,
      erratum: rule.erratum
    }))
  };
}
