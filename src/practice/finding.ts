import type {PracticeFinding} from "./contract.ts";
import type {Path} from "./yaml-text.ts";

export type Severity = PracticeFinding["severity"];

/** A finding before its place in the file is known. */
export interface Remark {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  readonly path: Path;
  readonly scope?: string | undefined;
  readonly capability?: string | undefined;
}

const weights: Readonly<Record<Severity, number>> = {error: 0, warning: 1, hint: 2};

/** Errors first, then by line; the order of equal ones stays. */
export function inOrder(findings: readonly PracticeFinding[]): readonly PracticeFinding[] {
  return findings.toSorted(
    (a, b) => weights[a.severity] - weights[b.severity] || (a.line ?? Infinity) - (b.line ?? Infinity)
  );
}

export function countsOf(findings: readonly PracticeFinding[]): {error: number; warning: number; hint: number} {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  return {error: count("error"), warning: count("warning"), hint: count("hint")};
}

/** Two findings are the same one where rule and place are, whatever their words say by now. */
export function findingKey({rule, path, scope, capability}: PracticeFinding): string {
  return JSON.stringify([rule, path, scope, capability]);
}
