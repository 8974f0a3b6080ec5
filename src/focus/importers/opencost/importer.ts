import {sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {csvColumns, jsonAllocations, jsonColumns, labelColumns} from "./columns.ts";

/** Allocations give no charges of their own: what they mean is in ./shares.ts, and lake/ingest/split.ts applies it. */
const splitting = {
  vendor: "plain",
  focus: "1.3",
  splits: true,
  money: {period: "window_start", billed: "total_cost"},
  rows: () => sql`select null as "BilledCost" where false`,
  invoices: () => sql`select null as invoice, null as period, null as currency, null as billed where false`
} as const;

/** Answers of the allocation API of OpenCost and Kubecost. */
export const opencostImporter: Importer = {
  ...splitting,
  id: "opencost",
  title: "OpenCost allocations",
  about:
    "What a Kubernetes cluster's workloads used, by the allocation API of OpenCost or Kubecost (/allocation/compute, /model/allocation) as JSON. It splits the cost rows of the cluster's nodes and adds nothing.",
  reads: "json",
  recognises: (names) => {
    const all = [...names];
    const starts = all.filter((name) => /^data(\[\])?\./.test(name));
    return starts.some((name) => name.endsWith(".cpucorehours")) && starts.some((name) => name.endsWith(".totalcost"));
  },
  records: jsonAllocations,
  columns: jsonColumns
};

/** The daily CSV export of OpenCost. */
export const opencostCsvImporter: Importer = {
  ...splitting,
  id: "opencost-csv",
  title: "OpenCost allocations (CSV)",
  about:
    "What a Kubernetes cluster's workloads used day by day, as the CSV export of OpenCost writes it. It splits the cost rows of the cluster's nodes and adds nothing.",
  reads: "table",
  recognises: (names) => ["date", "namespace", "cpucost", "ramcost", "totalcost"].every((name) => names.has(name)),
  columns: csvColumns,
  families: [labelColumns]
};
