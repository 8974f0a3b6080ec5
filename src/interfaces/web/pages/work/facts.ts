import type {Output} from "../../../../operation.ts";
import type {decisionsAdd, decisionsList} from "../../../../records/decisions/contract.ts";
import type {exceptionsAdd, exceptionsList} from "../../../../records/exceptions/contract.ts";
import type {
  workAdd,
  workAdvance,
  workList,
  workShow,
  workSummary,
  workVerify
} from "../../../../records/work/contract.ts";

/** What the operations of work answer, inferred from their contracts. */
export type WorkList = Output<typeof workList>;
export type WorkItem = WorkList["rows"][number];
export type Stage = WorkItem["stage"];
export type Value = NonNullable<WorkItem["value"]>;
export type Work = Output<typeof workShow>;
export type NextStep = Work["next"][number];
export type HistoryLine = Work["history"][number];
export type Verification = NonNullable<Work["verification"]>;
export type Added = Output<typeof workAdd>;
export type Advanced = Output<typeof workAdvance>;
export type Verified = Output<typeof workVerify>;
export type Summary = Output<typeof workSummary>;
export type SummaryRow = Summary["rows"][number];
export type Sum = WorkList["totals"][number];
export type Decisions = Output<typeof decisionsList>;
export type Decision = Decisions["rows"][number];
export type DecisionAdded = Output<typeof decisionsAdd>;
export type Exceptions = Output<typeof exceptionsList>;
export type Exception = Exceptions["rows"][number];
export type ExceptionAdded = Output<typeof exceptionsAdd>;
