import type {PlainError} from "../../engine/duckdb/remote-message.ts";
import type {Caller, Progress} from "../../operation.ts";

/** What a process for heavy work is told: one operation of one practice. */
export interface WorkOrder {
  readonly kind: "order";
  readonly operation: string;
  readonly input: unknown;
  /** The practice folder, and the folder that relative paths start from. */
  readonly root: string;
  readonly cwd: string;
  readonly caller: Caller;
  /** Memory that an engine of this process may use, whatever the practice says. */
  readonly memory: string;
}

export type WorkRequest = WorkOrder | {readonly kind: "cancel"};

export type WorkReport =
  | {readonly kind: "progress"; readonly step: Progress}
  | {readonly kind: "done"; readonly output: unknown}
  | {readonly kind: "failed"; readonly error: PlainError};
