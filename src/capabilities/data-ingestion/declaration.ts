import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

export const dataIngestion: CapabilityDeclaration = {
  id: "data-ingestion",
  needs: [{dataDomain: "focus_cost", level: "hard"}],
  provides: ["charges in one schema", "freshness of every source", "restatements", "rows that could not be read"],
  indicators: [],
  kpis: [],
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
      extent: "part",
      operations: ["ingest", "cost", "doctor"],
      tests: ["src/lake/ingest/replace.test.ts", "src/cost/completeness.test.ts"],
      note: "Repeated files, shrinking deliveries and missing months are found. Invoices are not taken in to be matched, and a change of columns is not told."
    },
    "ING-O1": {
      extent: "part",
      operations: ["cost", "sources.list", "quarantine.list", "quarantine.show"],
      tests: ["src/cost/completeness.test.ts", "src/focus/reference.test.ts"],
      note: "Every answer says how far its data reaches; sources, quarantine and columns are listed. There is no scorecard of quality and no list of incidents."
    },
    "ING-W1": {
      extent: "part",
      operations: ["ingest", "snapshots.publish", "snapshots.discard"],
      tests: ["src/lake/ingest/replace.test.ts"],
      note: "A delivery is tried, checked, published or held back. It is not fetched on a schedule, and nobody is told of a failure."
    }
  },
  tiles,
  pages: [
    {path: "/data", title: "Data"},
    {path: "/data/snapshots", title: "Snapshots"},
    {path: "/data/quarantine", title: "Quarantine"},
    {path: "/data/upload", title: "Upload"}
  ],
  library: "data-ingestion"
};
