import type {
  HealthRow as HealthRowOut,
  sourcesDrift,
  sourcesHealth
} from "../../../../capabilities/data-ingestion/contract.ts";
import type {invoicesTieOut} from "../../../../capabilities/data-ingestion/contract.ts";
import type {incidentsList, incidentsScan} from "../../../../capabilities/data-ingestion/incident-contract.ts";
import type {exportContract} from "../../../../cost/export/contract.ts";
import type {kpisValues} from "../../../../kpi/contract.ts";
import type {conformanceRules, conformanceShow} from "../../../../lake/operations/conformance-contract.ts";
import type {importerList, importerShow, importerTest} from "../../../../lake/operations/importer-contract.ts";
import type {validate} from "../../../../lake/operations/validate-contract.ts";
import type {sourcesPolicy, sync} from "../../../../lake/sync/contract.ts";
import type {Output} from "../../../../operation.ts";
import type {invoicesRecord, invoicesRemove} from "../../../../records/invoices/contract.ts";
import type {Sources} from "../../api/contracts.ts";

/** What the operations of data answer, inferred from their contracts. */
export type Source = Sources["rows"][number];
export type Health = Output<typeof sourcesHealth>;
export type HealthRow = HealthRowOut;
export type Level = HealthRow["level"];
export type Finding = HealthRow["findings"][number];
export type DriftList = Output<typeof sourcesDrift>;
export type Drift = DriftList["rows"][number];
export type Incidents = Output<typeof incidentsList>;
export type Incident = Incidents["rows"][number];
export type Scanned = Output<typeof incidentsScan>;
export type Clock = Incident["fixed"]["clock"];
export type TieOut = Output<typeof invoicesTieOut>;
export type TieLine = TieOut["rows"][number];
export type TieTotal = TieOut["totals"][number];
export type Explanation = TieLine["explanations"][number];
export type Recorded = Output<typeof invoicesRecord>;
export type Removed = Output<typeof invoicesRemove>;
export type Conformance = Output<typeof conformanceShow>;
export type RuleLine = Conformance["rows"][number];
export type JudgedDelivery = Conformance["snapshots"][number];
export type RuleFacts = Output<typeof conformanceRules>;
export type Validated = Output<typeof validate>;
export type Importers = Output<typeof importerList>;
export type Importer = Importers["rows"][number];
export type ImporterFacts = Output<typeof importerShow>;
export type ImporterTested = Output<typeof importerTest>;
export type Synced = Output<typeof sync>;
export type Policies = Output<typeof sourcesPolicy>;
export type Exported = Output<typeof exportContract>;
export type Measures = Output<typeof kpisValues>;
