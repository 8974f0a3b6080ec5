import type {CostAnswer} from "../src/cost/ask.ts";
import type {CostQuestionInput} from "../src/cost/question.ts";
import type {Format} from "./focus-data.ts";

/** What a measuring process is asked to do. */
export type Job =
  | {readonly kind: "ingest"; readonly root: string; readonly memory: string; readonly paths: readonly string[]}
  | {
      readonly kind: "copy";
      readonly folder: string;
      readonly memory: string;
      readonly paths: readonly string[];
      readonly format: Format;
      readonly columns: readonly string[];
    }
  | {readonly kind: "files"; readonly root: string; readonly memory: string; readonly days: readonly [string, string]}
  | {
      readonly kind: "ask";
      readonly root: string;
      readonly memory: string;
      readonly question: CostQuestionInput;
      /** Only from the charges themselves. */
      readonly raw: boolean;
    }
  | {readonly kind: "sql"; readonly folder: string; readonly memory: string; readonly sql: string};

export type Result =
  | {readonly kind: "done"}
  | {readonly kind: "ingest"; readonly report: unknown}
  | {readonly kind: "files"; readonly files: readonly string[]}
  | {readonly kind: "answer"; readonly answer: CostAnswer}
  | {readonly kind: "rows"; readonly rows: readonly (readonly unknown[])[]};

/** What one job took: wall time, CPU time of all threads, and the peak of the process's memory so far. */
export interface Measurement<R extends Result = Result> {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly result: R;
}

export type Reply = ({readonly ok: true} & Measurement) | {readonly ok: false; readonly message: string};
