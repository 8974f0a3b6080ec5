import type {cost, rows} from "../../../cost/contract.ts";
import type {
  doctor,
  quarantineList,
  quarantineShow,
  ratesList,
  snapshotsDiff,
  snapshotsList,
  snapshotsPublish,
  snapshotsShow,
  sourcesList
} from "../../../lake/contract.ts";
import type {ingest} from "../../../lake/ingest/contract.ts";
import type {Output} from "../../../operation.ts";

/** What the operations answer, inferred from their contracts. */
export type CostAnswer = Output<typeof cost>;
export type RowsAnswer = Output<typeof rows>;
export type Sources = Output<typeof sourcesList>;
export type Snapshots = Output<typeof snapshotsList>;
export type SnapshotFacts = Output<typeof snapshotsShow>;
export type SnapshotDiff = Output<typeof snapshotsDiff>;
export type Published = Output<typeof snapshotsPublish>;
export type QuarantineList = Output<typeof quarantineList>;
export type QuarantineRows = Output<typeof quarantineShow>;
export type Rates = Output<typeof ratesList>;
export type Doctor = Output<typeof doctor>;
export type Ingested = Output<typeof ingest>;
export type Receipt = CostAnswer["receipt"];
