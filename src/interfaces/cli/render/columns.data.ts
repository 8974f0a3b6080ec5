/** Fields that a table shows, in order, where a record has more than a line holds; other forms have them all. */
export const tableColumns: Readonly<Record<string, readonly string[]>> = {
  "library.list": ["id", "title"],
  "sources.list": ["source", "firstPeriod", "lastPeriod", "rows", "currencies", "dataThrough", "held", "quarantined"],
  "snapshots.list": ["snapshot", "source", "billingPeriod", "state", "rows", "billed", "quarantined"],
  "snapshots.prune": ["snapshot", "source", "billingPeriod", "replacedAt", "bytes"],
  "quarantine.list": ["snapshot", "billingPeriod", "column", "reason", "rows", "billed"],
  "decisions.list": ["number", "on", "title", "chosen", "owner", "review"],
  "exceptions.list": ["number", "title", "owner", "expires", "status", "daysLeft"],
  "invoices.list": ["issuer", "invoice", "period", "currency", "total", "tax", "date", "from"],
  "invoices.tie-out": [
    "issuer",
    "invoice",
    "period",
    "currency",
    "stated",
    "billed",
    "difference",
    "unexplained",
    "status"
  ],
  "incidents.list": ["work", "title", "owner", "stage", "openedAt", "businessDays"],
  "incidents.scan": ["outcome", "work", "source", "check", "title"],
  "sources.drift": ["at", "source", "dataset", "period", "compared", "added", "removed"],
  "kpis.values": ["id", "value", "unit", "level", "next", "readiness"],
  "importer.list": ["id", "title", "reads", "origin"],
  export: ["dataset", "billingPeriod", "currency", "rows", "billed", "effective", "files"],
  "quarantine.show": ["file", "line", "column", "reason", "text"]
};
