import type {Tables} from "./tables.ts";

export const organisation = "local";
export const at = "2026-10-01T00:00:00.000Z";

/** A row of every table, and a column that may change. */
export const samples: {
  readonly [T in keyof Tables]: {
    readonly row: Tables[T];
    readonly changes: keyof Tables[T];
    /** The table whose sample this row belongs to. */
    readonly needs?: keyof Tables;
  };
} = {
  meta: {row: {key: "k", value: "v"}, changes: "value"},
  migration: {row: {id: "0000-sample", applied_at: at}, changes: "applied_at"},
  organisation: {row: {id: "acme", name: "Acme", created_at: at}, changes: "name"},
  source: {
    row: {organisation, id: "aws", title: null, owner: "o", format: null, cadence: "daily", created_at: at},
    changes: "owner"
  },
  snapshot: {
    row: {
      id: "01J",
      organisation,
      source: "aws",
      dataset: "CostAndUsage",
      partition_key: "all",
      billing_period: "2026-10",
      state: "active",
      content_hash: "h",
      charge_from: null,
      charge_to: at,
      created_at: at,
      manifest: "{}"
    },
    changes: "manifest"
  },
  activation: {row: {organisation, snapshot: "01J", active_from: at, active_to: null}, changes: "active_to"},
  lease: {row: {id: "01K", organisation, snapshots: "[]", expires_at: at}, changes: "snapshots"},
  rollup: {
    row: {organisation, snapshot: "01J", name: "n", revision: "1", rows: 1, bytes: 1, kept: 1, built_at: at},
    changes: "revision"
  },
  receipt: {row: {id: "r", organisation, caller: "local", body: "{}", pinned: 1, created_at: at}, changes: "body"},
  rate_set: {row: {organisation, id: "ecb", revision: "1", origin: "f", imported_at: at}, changes: "origin"},
  rate: {
    row: {organisation, rate_set: "ecb", base: "EUR", quote: "USD", day: "2026-10-01", rate: "1.170000000000000000001"},
    changes: "rate"
  },
  token: {
    row: {
      id: "01M",
      organisation,
      name: "dashboard",
      hash: "h",
      role: "reader",
      row_filter: null,
      masked: "[]",
      created_at: at,
      created_by: "local",
      expires_at: null,
      last_used_at: null,
      revoked_at: null
    },
    changes: "row_filter"
  },
  idempotency: {
    row: {organisation, caller: "local", key: "k", request: "h", status: 200, response: "{}", created_at: at},
    changes: "response"
  },
  view: {
    row: {
      id: "01N",
      organisation,
      folder: "",
      name: "Services",
      question: "by=service",
      chart: null,
      star: 0,
      owner: "local",
      created_at: at,
      updated_at: at
    },
    changes: "question"
  },
  event: {
    row: {id: "01L", organisation, at, caller: "local", operation: "ingest", subject: "aws", detail: "{}"},
    changes: "detail"
  },
  counter: {row: {organisation, name: "work", value: 12}, changes: "name"},
  work_item: {
    row: {
      id: "01P",
      organisation,
      number: 12,
      key: "idle:i-1",
      title: "Idle database",
      kind: "waste",
      capability: "usage-optimization",
      scope: null,
      stage: "action",
      filter: "ResourceId = 'i-1'",
      owner: "ann",
      due: "2026-11-30",
      amount: "120.000000000000000001",
      currency: "EUR",
      per: "month",
      claim: "agreed",
      size: "S",
      hours: 4,
      options: null,
      note: "n",
      source_operation: null,
      source_receipt: null,
      created_at: at,
      created_by: "local",
      updated_at: at,
      done_on: null,
      closed_reason: null,
      verification: null,
      version: 3
    },
    changes: "note"
  },
  work_comment: {
    row: {id: "01Q", organisation, work: "01P", at, caller: "local", text: "seen"},
    needs: "work_item",
    changes: "text"
  },
  work_evidence: {
    row: {id: "01R", organisation, work: "01P", at, caller: "local", kind: "link", title: "t", content: "c"},
    needs: "work_item",
    changes: "content"
  },
  record_event: {
    row: {organisation, record: "01P", seq: 1, at, caller: "local", kind: "added", detail: "{}"},
    changes: "detail"
  },
  decision: {
    row: {
      id: "01S",
      organisation,
      number: 1,
      title: "t",
      question: "q",
      options: "[]",
      chosen: "c",
      reason: "r",
      owner: "ann",
      decided_on: "2026-10-01",
      review: null,
      scope: "cloud",
      work: "[]",
      created_at: at,
      created_by: "local"
    },
    changes: "reason"
  },
  exception: {
    row: {
      id: "01T",
      organisation,
      number: 1,
      title: "t",
      subject_kind: "policy",
      subject: "tagging",
      reason: "r",
      owner: "ann",
      expires: "2026-12-31",
      scope: null,
      amount: "1.5",
      currency: "EUR",
      per: "once",
      created_at: at,
      created_by: "local",
      updated_at: at,
      ended_on: null,
      ended_reason: null,
      version: 1
    },
    changes: "reason"
  },
  series: {
    row: {
      organisation,
      id: "orders",
      unit: "orders",
      revision: "1",
      origin: "orders.csv",
      imported_at: at,
      imported_by: "local"
    },
    changes: "origin"
  },
  series_point: {
    row: {organisation, series: "orders", key: "", day: "2026-10-01", value: "9007199254740993.5"},
    changes: "value"
  },
  invoice: {
    row: {
      id: "01V",
      organisation,
      issuer: "AWS",
      invoice: "1720045",
      billing_period: "2026-10",
      currency: "USD",
      total: "9007199254740993.12",
      tax: null,
      issued_on: "2026-11-03",
      note: null,
      stated_by: "typed",
      origin: null,
      created_at: at,
      created_by: "local",
      updated_at: at,
      removed_at: null,
      removed_reason: null,
      version: 1
    },
    changes: "total"
  },
  sync_source: {
    row: {
      organisation,
      source: "aws",
      location: "s3://bucket/exports",
      tried_at: at,
      succeeded_at: null,
      error: "no answer",
      failures: 2,
      next_due: at
    },
    changes: "error"
  },
  sync_delivery: {
    row: {
      organisation,
      source: "aws",
      delivery: "2026-10",
      fingerprint: "f",
      way: "period",
      objects: "[]",
      ingested_at: at
    },
    changes: "objects"
  },
  sync_manifest: {
    row: {organisation, source: "aws", key: "exports/Manifest.json", version: "1", facts: "{}"},
    changes: "facts"
  },
  practice_revision: {
    row: {
      id: "01V",
      organisation,
      revision: "abc",
      text: "tags: []",
      summary: "s",
      note: null,
      applied_at: at,
      applied_by: "local"
    },
    changes: "text"
  }
};
