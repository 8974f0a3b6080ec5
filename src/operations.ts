import {practiceBoardOperation} from "./capabilities/board.ts";
import {frameworkCoverageOperation} from "./capabilities/coverage.ts";
import {sourcesDriftOperation} from "./capabilities/data-ingestion/health/drift.ts";
import {sourcesHealthOperation} from "./capabilities/data-ingestion/health/health.ts";
import {incidentsListOperation} from "./capabilities/data-ingestion/incidents/list.ts";
import {incidentsScanOperation} from "./capabilities/data-ingestion/incidents/scan.ts";
import {invoicesTieOutOperation} from "./capabilities/data-ingestion/tie/tie-out.ts";
import {homesListOperation} from "./capabilities/homes-list.ts";
import {homesShowOperation} from "./capabilities/homes-show.ts";
import {kpisValuesOperation} from "./capabilities/kpis-values.ts";
import {costOperation} from "./cost/ask.operation.ts";
import {exportOperation} from "./cost/export/export.operation.ts";
import {rowsOperation} from "./cost/rows.operation.ts";
import {demoOperation} from "./demo/demo.ts";
import {frameworkCheckOperation} from "./framework/check.ts";
import {frameworkEditionsOperation} from "./framework/editions.ts";
import {frameworkListOperation} from "./framework/list.ts";
import {frameworkMapOperation} from "./framework/map.ts";
import {frameworkSearchOperation} from "./framework/search.ts";
import {frameworkShowOperation} from "./framework/show.ts";
import {doctorOperation} from "./lake/doctor/doctor.ts";
import {ingestOperation} from "./lake/ingest/ingest.ts";
import {conformanceRulesOperation, conformanceShowOperation} from "./lake/operations/conformance-show.ts";
import {importerListOperation, importerShowOperation} from "./lake/operations/importer-list.ts";
import {importerNewOperation} from "./lake/operations/importer-new.ts";
import {importerTestOperation} from "./lake/operations/importer-test.ts";
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
import {validateOperation} from "./lake/operations/validate.ts";
import {sourcesPolicyOperation} from "./lake/sync/policy.ts";
import {syncOperation} from "./lake/sync/sync.ts";
import type {Operation} from "./operation.ts";
import {practiceApplyOperation} from "./practice/change/apply.ts";
import {practicePlanOperation} from "./practice/change/plan.ts";
import {practiceCheckOperation} from "./practice/check-file.ts";
import {practiceHistoryOperation} from "./practice/history.ts";
import {initOperation} from "./practice/init.ts";
import {libraryGlossaryOperation} from "./practice/library/library-glossary.ts";
import {libraryListOperation} from "./practice/library/library-list.ts";
import {libraryShowOperation} from "./practice/library/library-show.ts";
import {practiceSchemaOperation} from "./practice/schema.ts";
import {practicePeopleOperation, practiceScopesOperation, practiceShowOperation} from "./practice/show.ts";
import {decisionsAddOperation} from "./records/decisions/add.ts";
import {decisionsListOperation, decisionsShowOperation} from "./records/decisions/list.ts";
import {
  exceptionsAddOperation,
  exceptionsEndOperation,
  exceptionsListOperation,
  exceptionsRenewOperation,
  exceptionsShowOperation
} from "./records/exceptions/exceptions.ts";
import {invoicesImportOperation} from "./records/invoices/import.ts";
import {invoicesListOperation, invoicesShowOperation} from "./records/invoices/list.ts";
import {invoicesRecordOperation} from "./records/invoices/record.ts";
import {invoicesRemoveOperation} from "./records/invoices/remove.ts";
import {seriesImportOperation} from "./records/series/import.ts";
import {seriesListOperation, seriesShowOperation} from "./records/series/list.ts";
import {tokensCreateOperation, tokensListOperation, tokensRevokeOperation} from "./records/tokens/tokens.ts";
import {
  viewsDeleteOperation,
  viewsListOperation,
  viewsSaveOperation,
  viewsShowOperation,
  viewsStarOperation
} from "./records/views/views.ts";
import {workAddOperation} from "./records/work/add.ts";
import {workAdvanceOperation} from "./records/work/advance.ts";
import {workCommentOperation} from "./records/work/comment.ts";
import {workEditOperation} from "./records/work/edit.ts";
import {workEvidenceOperation} from "./records/work/evidence.ts";
import {workListOperation} from "./records/work/list.ts";
import {workShowOperation} from "./records/work/show.ts";
import {workSummaryOperation} from "./records/work/summary.ts";
import {workVerifyOperation} from "./records/work/verify.ts";

/** Every operation there is; each interface derives its form from this list. */
export const operations: readonly Operation[] = [
  demoOperation,
  initOperation,
  practiceShowOperation,
  practiceCheckOperation,
  practicePlanOperation,
  practiceApplyOperation,
  practiceHistoryOperation,
  practicePeopleOperation,
  practiceScopesOperation,
  practiceSchemaOperation,
  ingestOperation,
  importerListOperation,
  importerShowOperation,
  importerTestOperation,
  importerNewOperation,
  validateOperation,
  conformanceShowOperation,
  conformanceRulesOperation,
  costOperation,
  rowsOperation,
  exportOperation,
  sourcesListOperation,
  sourcesHealthOperation,
  sourcesDriftOperation,
  sourcesPolicyOperation,
  syncOperation,
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
  invoicesRecordOperation,
  invoicesImportOperation,
  invoicesListOperation,
  invoicesShowOperation,
  invoicesRemoveOperation,
  invoicesTieOutOperation,
  incidentsScanOperation,
  incidentsListOperation,
  receiptsPinOperation,
  receiptsListOperation,
  receiptsUnpinOperation,
  viewsSaveOperation,
  viewsListOperation,
  viewsShowOperation,
  viewsDeleteOperation,
  viewsStarOperation,
  workSummaryOperation,
  workListOperation,
  workShowOperation,
  workAddOperation,
  workEditOperation,
  workAdvanceOperation,
  workCommentOperation,
  workEvidenceOperation,
  workVerifyOperation,
  decisionsAddOperation,
  decisionsListOperation,
  decisionsShowOperation,
  exceptionsAddOperation,
  exceptionsListOperation,
  exceptionsShowOperation,
  exceptionsRenewOperation,
  exceptionsEndOperation,
  seriesImportOperation,
  seriesListOperation,
  seriesShowOperation,
  tokensCreateOperation,
  tokensListOperation,
  tokensRevokeOperation,
  libraryListOperation,
  libraryShowOperation,
  libraryGlossaryOperation,
  frameworkCoverageOperation,
  practiceBoardOperation,
  kpisValuesOperation,
  homesListOperation,
  homesShowOperation,
  frameworkListOperation,
  frameworkShowOperation,
  frameworkSearchOperation,
  frameworkMapOperation,
  frameworkEditionsOperation,
  frameworkCheckOperation,
  doctorOperation
];
