import {costOperation} from "./cost/ask.operation.ts";
import {rowsOperation} from "./cost/rows.operation.ts";
import {demoOperation} from "./demo/demo.ts";
import {doctorOperation} from "./lake/doctor/doctor.ts";
import {ingestOperation} from "./lake/ingest/ingest.ts";
import {quarantineListOperation, quarantineShowOperation} from "./lake/operations/quarantine.ts";
import {ratesImportOperation, ratesListOperation} from "./lake/operations/rates-import.ts";
import {receiptsListOperation, receiptsPinOperation, receiptsUnpinOperation} from "./lake/operations/receipts.ts";
import {rollupsBuildOperation, rollupsListOperation} from "./lake/operations/rollups.ts";
import {snapshotsDiffOperation} from "./lake/operations/snapshots-diff.ts";
import {snapshotsDiscardOperation} from "./lake/operations/snapshots-discard.ts";
import {snapshotsListOperation, snapshotsShowOperation} from "./lake/operations/snapshots-list.ts";
import {snapshotsPruneOperation} from "./lake/operations/snapshots-prune.ts";
import {snapshotsPublishOperation} from "./lake/operations/snapshots-publish.ts";
import {sourcesListOperation} from "./lake/operations/sources-list.ts";
import type {Operation} from "./operation.ts";
import {initOperation} from "./practice/init.ts";
import {tokensCreateOperation, tokensListOperation, tokensRevokeOperation} from "./records/tokens/tokens.ts";
import {
  viewsDeleteOperation,
  viewsListOperation,
  viewsSaveOperation,
  viewsShowOperation,
  viewsStarOperation
} from "./records/views/views.ts";

/** Every operation there is; each interface derives its form from this list. */
export const operations: readonly Operation[] = [
  demoOperation,
  initOperation,
  ingestOperation,
  costOperation,
  rowsOperation,
  sourcesListOperation,
  snapshotsListOperation,
  snapshotsShowOperation,
  snapshotsDiffOperation,
  snapshotsPublishOperation,
  snapshotsDiscardOperation,
  snapshotsPruneOperation,
  rollupsListOperation,
  rollupsBuildOperation,
  quarantineListOperation,
  quarantineShowOperation,
  ratesImportOperation,
  ratesListOperation,
  receiptsPinOperation,
  receiptsListOperation,
  receiptsUnpinOperation,
  viewsSaveOperation,
  viewsListOperation,
  viewsShowOperation,
  viewsDeleteOperation,
  viewsStarOperation,
  tokensCreateOperation,
  tokensListOperation,
  tokensRevokeOperation,
  doctorOperation
];
