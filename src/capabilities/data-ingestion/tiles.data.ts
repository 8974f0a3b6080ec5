import type {Tile} from "../declaration.ts";

export const tiles: readonly Tile[] = [
  {
    id: "freshness",
    title: "How far the data reaches",
    why: "Every source with its newest usage, its last delivery, and what was held back.",
    kind: "table",
    shows: {operation: "sources.list", input: {}},
    columns: [
      {key: "source", title: "Source"},
      {key: "dataThrough", title: "Data through"},
      {key: "lastDelivery", title: "Last delivery"},
      {key: "cadence", title: "Expected"},
      {key: "held", title: "Held"},
      {key: "quarantined", title: "In quarantine"}
    ],
    page: "/data",
    absent: {
      missing: "There is no source of cost data yet.",
      next: {text: "Take in a first FOCUS export", path: "/data/upload", command: "ingest ./exports --source my-cloud"}
    }
  },
  {
    id: "quarantine",
    title: "Rows that are not counted",
    why: "What could not be read exactly, by reason, with the money in it. An empty list means nothing was left out.",
    kind: "table",
    shows: {operation: "quarantine.list", input: {}},
    columns: [
      {key: "source", title: "Source"},
      {key: "billingPeriod", title: "Month"},
      {key: "reason", title: "Reason"},
      {key: "rows", title: "Rows"}
    ],
    page: "/data/quarantine"
  },
  {
    id: "replaced",
    title: "Months that were restated",
    why: "Deliveries that a later one replaced. Each leads to what changed, by service and account.",
    kind: "table",
    shows: {operation: "snapshots.list", input: {state: ["superseded"], dataset: "CostAndUsage"}},
    columns: [
      {key: "source", title: "Source"},
      {key: "billingPeriod", title: "Month"},
      {key: "activeTo", title: "Replaced"},
      {key: "rows", title: "Rows"}
    ],
    page: "/data/snapshots"
  }
];
