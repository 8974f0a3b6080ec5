import type {FocusVersion} from "../column.ts";
import type {Dataset} from "../dataset.ts";
import type {JsonPart, RuleFacts} from "./rule.ts";

/** A rule of ours with the datasets that it is of, and the oldest version. */
export interface OwnRule {
  readonly datasets: readonly Dataset[];
  readonly since: FocusVersion;
  readonly rule: RuleFacts;
}

/** Rules of ours beside those that follow from single columns: the order of periods, keys, and what JSON must hold. */
export const ownRules: readonly OwnRule[] = [
  order("CostAndUsage", "ChargePeriod", "1.0"),
  order("CostAndUsage", "BillingPeriod", "1.0"),
  order("InvoiceDetail", "BillingPeriod", "1.4"),
  order("BillingPeriod", "BillingPeriod", "1.4"),
  order("ContractCommitment", "ContractPeriod", "1.3"),
  order("ContractCommitment", "ContractCommitmentPeriod", "1.3"),
  unique("InvoiceDetail", "InvoiceDetailId", "1.4"),
  unique("ContractCommitment", "ContractCommitmentId", "1.3"),
  ...json("ContractApplied", "1.3", ["List", "Keys", "Types", "Alternatives"]),
  ...json("AllocatedMethodDetails", "1.3", ["List", "Keys", "Types"]),
  ...json("CommitmentProgramEligibilityDetails", "1.4", ["List", "Keys", "Types"]),
  {
    datasets: ["CostAndUsage", "InvoiceDetail", "ContractCommitment", "BillingPeriod"],
    since: "1.0",
    rule: {id: "Ashlar-File-Records", on: "file", kind: "Validation", keyword: "MUST", check: ["WholeRecords"]}
  }
];

function order(dataset: Dataset, period: string, since: FocusVersion): OwnRule {
  const [from, to] = [`${period}Start`, `${period}End`];
  const facts = {id: `Ashlar-${to}-Order`, on: to, kind: "Validation", keyword: "MUST"} as const;
  return {datasets: [dataset], since, rule: {...facts, check: ["CheckBefore", from, to]}};
}

function unique(dataset: Dataset, column: string, since: FocusVersion): OwnRule {
  const facts = {id: `Ashlar-${column}-Once`, on: column, kind: "Validation", keyword: "MUST"} as const;
  return {datasets: [dataset], since, rule: {...facts, check: ["CheckNoDuplicates", column]}};
}

function json(column: string, since: FocusVersion, parts: readonly JsonPart[]): readonly OwnRule[] {
  return parts.map((part) => ({
    datasets: ["CostAndUsage"],
    since,
    rule: {
      id: `Ashlar-${column}-${part}`,
      on: column,
      kind: "Validation",
      keyword: "MUST",
      check: ["JsonElements", column, part]
    }
  }));
}
