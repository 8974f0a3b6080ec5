import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

export const dataIngestion: CapabilityDeclaration = {
  id: "data-ingestion",
  needs: [{dataDomain: "focus_cost", level: "hard"}],
  provides: [
    "charges in one schema",
    "freshness of every source",
    "restatements",
    "rows that could not be read",
    "bills held against invoices",
    "health of every source",
    "incidents of data quality with their clock"
  ],
  indicators: [
    "cost_visibility_delay_p95",
    "update_interval",
    "normalized_cost_share",
    "invoice_reconciliation_gap",
    "dq_sla_met",
    "history_months",
    "tech_categories_ingested"
  ],
  kpis: [
    "cost-visibility-delay",
    "etl-processing-time",
    "frequency-of-data-updates",
    "percentage-of-normalized-queryable-data-within-repository",
    "unified-cost-usage-visibility"
  ],
  workKinds: ["data-quality", "restatement"],
  requirements: {
    "ING-I1": {
      extent: "part",
      operations: ["ingest", "demo"],
      tests: ["src/lake/input/delivery.test.ts", "src/focus/detect.test.ts"],
      note: "FOCUS 1.0-preview to 1.4 of every vendor, as CSV and Parquet, with the manifests of AWS and Azure. Vendors' own formats are recognised and not converted; a data centre needs a FOCUS file of its own."
    },
    "ING-I3": {
      extent: "part",
      operations: ["sources.list"],
      tests: ["src/lake/operations/operations.test.ts"],
      note: "The practice file states owner and expected cadence of a source; schema version, service level and sensitivity are not stated."
    },
    "ING-C1": {
      extent: "part",
      operations: ["ingest", "rates.import", "cost"],
      tests: ["src/focus/upgrade.test.ts", "src/cost/conversion.test.ts"],
      note: "Every version is mapped into one schema, values are taken exactly or quarantined, currencies are converted. The rules of the specification are not all checked, and services and regions keep the vendor's names."
    },
    "ING-C2": {
      extent: "part",
      operations: ["ingest", "snapshots.diff", "snapshots.show"],
      tests: ["src/lake/ingest/replace.test.ts", "src/lake/ingest/ingest.property.test.ts"],
      note: "Loads can be repeated, months restated, and the past asked. A charge leads to its snapshot, which names its files and their hashes; only rows in quarantine lead to their line."
    },
    "ING-C3": {
      extent: "whole",
      operations: [
        "invoices.record",
        "invoices.import",
        "invoices.tie-out",
        "sources.health",
        "sources.drift",
        "ingest"
      ],
      tests: [
        "src/capabilities/data-ingestion/tie/explain.test.ts",
        "src/capabilities/data-ingestion/tie/tie-out.test.ts",
        "src/capabilities/data-ingestion/health/health.test.ts"
      ]
    },
    "ING-C4": {
      extent: "part",
      operations: ["kpis.values", "sources.health"],
      tests: ["src/capabilities/kpis-values.test.ts"],
      note: "Delay, update interval, load time and the share of cost in the common form are measured. That rows match internal keys is not: there are no such keys to match yet."
    },
    "ING-O1": {
      extent: "part",
      operations: ["cost", "sources.list", "sources.health", "incidents.list", "quarantine.list", "quarantine.show"],
      tests: [
        "src/cost/completeness.test.ts",
        "src/focus/reference.test.ts",
        "src/capabilities/data-ingestion/health/health.test.ts",
        "src/capabilities/data-ingestion/incidents/incidents.test.ts"
      ],
      note: "Every answer says how far its data reaches; sources have their health with reasons, columns their dictionary, incidents their clock. A scorecard of quality over time is not kept."
    },
    "ING-W1": {
      extent: "part",
      operations: ["sync", "ingest", "snapshots.publish", "snapshots.discard", "incidents.scan", "incidents.list"],
      tests: ["src/lake/ingest/replace.test.ts", "src/capabilities/data-ingestion/incidents/incidents.test.ts"],
      note: "A delivery is fetched on a schedule, tried, checked, published or held back; what is wrong becomes an incident with its deadlines. Nobody is told of it outside Ashlar."
    }
  },
  tiles,
  pages: [
    {path: "/data", title: "Data"},
    {path: "/data/incidents", title: "Incidents"},
    {path: "/data/tie-out", title: "Tie-out"},
    {path: "/data/conformance", title: "Conformance"},
    {path: "/data/quarantine", title: "Quarantine"},
    {path: "/data/snapshots", title: "Snapshots"},
    {path: "/data/dictionary", title: "Dictionary"},
    {path: "/data/importers", title: "Importers"},
    {path: "/data/upload", title: "Upload"},
    {path: "/data/export", title: "Export"}
  ],
  library: "data-ingestion"
};
