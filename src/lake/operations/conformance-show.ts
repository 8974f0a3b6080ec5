import {focusVersions} from "../../focus/column.ts";
import type {Judged} from "../../focus/conformance/judge.ts";
import {type Caller, type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots} from "../catalog.ts";
import {lakeOf} from "../open.ts";
import type {Snapshot} from "../snapshot.ts";
import {seesCost} from "./conformance-access.ts";
import {conformanceRules as rulesContract, conformanceShow as showContract} from "./conformance-contract.ts";

type Answer = Output<typeof showContract>;
type ShownRule = Answer["rows"][number];

export const conformanceShowOperation = operation(showContract, conformanceShow);
export const conformanceRulesOperation = operation(rulesContract, conformanceRules);

/** What came of holding each active delivery against its rules; nothing but manifests is read, see the contract. */
export async function conformanceShow(input: Input<typeof showContract>, context: Context): Promise<Answer> {
  const lake = await context.use(lakeOf);
  const {recalled} = await import("../../focus/conformance/recall.ts");
  const {messageOf} = await import("../../focus/conformance/message.ts");
  const {crossDatasetRules} = await import("./conformance-across.ts");
  const snapshots = await findSnapshots(lake.store.db, lake.organisation, {
    states: ["active"],
    ...(input.dataset === undefined ? {} : {dataset: input.dataset}),
    ...(input.source === undefined ? {} : {sources: [input.source]}),
    ...(input.period === undefined ? {} : {billingPeriod: input.period})
  });
  const looked = snapshots.filter(({manifest}) => manifest.conformance !== undefined);
  const own = looked.flatMap((snapshot) =>
    judgedOf(snapshot, recalled)
      .filter(({rule, verdict}) => rule.kind !== "Composite" && (input.all || verdict === "fail"))
      .map((judged): ShownRule => shown(snapshot, judged, messageOf(judged.rule), context.caller))
  );
  const across = await crossDatasetRules(snapshots, context);
  const rows = [...own, ...across.filter(({verdict}) => input.all || verdict === "fail")]
    .filter((row) => isWanted(row, input))
    .toSorted(byWeight);
  const failing = (severity: ShownRule["severity"]): number =>
    rows.filter((row) => row.verdict === "fail" && row.severity === severity).length;
  const without = snapshots.length - looked.length;
  return {
    rows: rows.slice(0, input.limit),
    total: rows.length,
    failed: {error: failing("error"), warning: failing("warning"), info: failing("info")},
    snapshots: snapshots.map(summaryOf),
    notes: [
      ...(rows.length > input.limit ? [`${rows.length - input.limit} more; raise --limit to see them.`] : []),
      ...(without === 0
        ? []
        : [`${without} deliveries were not held against rules as they were taken in; ingest them again to see more.`])
    ]
  };
}

function judgedOf(
  {manifest}: Snapshot,
  recalled: typeof import("../../focus/conformance/recall.ts").recalled
): readonly Judged[] {
  const {conformance, dataset, columns} = manifest;
  const version = focusVersions.find((each) => each === conformance?.focusVersion);
  if (conformance === undefined || version === undefined) return [];
  return recalled({version, dataset, columns, criteria: conformance.criteria, rules: conformance.rules});
}

function shown({manifest}: Snapshot, judged: Judged, title: string, caller: Caller): ShownRule {
  const {rule, verdict, severity, violations, finding} = judged;
  return {
    rule: rule.id,
    title,
    column: rule.on,
    source: manifest.source,
    dataset: manifest.dataset,
    partition: manifest.partition,
    billingPeriod: manifest.billingPeriod,
    snapshot: manifest.id,
    verdict,
    severity,
    violations,
    cost: seesCost(caller) ? [...finding.cost] : [],
    origin: rule.origin,
    erratum: rule.erratum
  };
}

function summaryOf({manifest}: Snapshot): Answer["snapshots"][number] {
  const {conformance} = manifest;
  return {
    snapshot: manifest.id,
    source: manifest.source,
    dataset: manifest.dataset,
    partition: manifest.partition,
    billingPeriod: manifest.billingPeriod,
    createdAt: manifest.createdAt,
    rows: manifest.rows,
    focusVersion: conformance?.focusVersion ?? null,
    model: conformance?.model ?? null,
    counts: conformance?.counts ?? null,
    failed: conformance?.failed ?? null
  };
}

function isWanted({rule, column, severity}: ShownRule, input: Input<typeof showContract>): boolean {
  const text = input.rule?.toLowerCase();
  return (
    (text === undefined || rule.toLowerCase().includes(text) || column.toLowerCase().includes(text)) &&
    (input.severity === undefined || input.severity.includes(severity))
  );
}

const verdictOrder = ["fail", "pass", "needs-evidence", "skipped"];
const severityOrder = ["error", "warning", "info"];

function byWeight(a: ShownRule, b: ShownRule): number {
  return (
    verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    b.violations - a.violations ||
    (a.billingPeriod < b.billingPeriod ? 1 : a.billingPeriod > b.billingPeriod ? -1 : 0)
  );
}

/** The rules of a version and dataset in the corrected reading. */
export async function conformanceRules({
  focus,
  dataset,
  rule
}: Input<typeof rulesContract>): Promise<Output<typeof rulesContract>> {
  const {ruleSet} = await import("../../focus/conformance/rule-set.ts");
  const {messageOf} = await import("../../focus/conformance/message.ts");
  const {severityOf} = await import("../../focus/conformance/rule.ts");
  const {model, rules} = ruleSet(focus, dataset, "corrected");
  const text = rule?.toLowerCase();
  const wanted = [...rules.values()].filter(
    ({id, on}) => text === undefined || id.toLowerCase().includes(text) || on.toLowerCase().includes(text)
  );
  return {
    model,
    rows: wanted.map((each) => ({
      rule: each.id,
      title: each.kind === "Composite" ? "holds the rules below it together" : messageOf(each),
      column: each.on,
      kind: each.kind,
      severity: severityOf(each.keyword),
      origin: each.origin,
      decidable: each.check !== undefined,
      criteria: [...(each.criteria ?? [])],
      erratum: each.erratum
    }))
  };
}
