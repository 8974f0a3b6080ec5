/**
 * The tables of the state store, in the subset that SQLite and PostgreSQL share: ids are text (ULID where we make
 * them), instants are ISO text in UTC with milliseconds, money is decimal text that SQL never sums or sorts, JSON is
 * text. Every record has its organisation.
 */
export interface Tables {
  meta: {key: string; value: string};
  /** The steps of the schema that this store has been through. */
  migration: {id: string; applied_at: string};
  organisation: {id: string; name: string; created_at: string};
  source: {
    organisation: string;
    id: string;
    title: string | null;
    owner: string | null;
    format: string | null;
    cadence: string | null;
    created_at: string;
  };
  snapshot: {
    id: string;
    organisation: string;
    source: string;
    dataset: string;
    partition_key: string;
    billing_period: string;
    state: "held" | "active" | "superseded" | "pruned";
    content_hash: string;
    charge_from: string | null;
    charge_to: string | null;
    created_at: string;
    manifest: string;
  };
  /** When a snapshot was seen by questions: half-open, `active_to` null while it still is. */
  activation: {organisation: string; snapshot: string; active_from: string; active_to: string | null};
  /** A reader that may still open the files of these snapshots (a JSON list of ids), until it is done or expires. */
  lease: {id: string; organisation: string; snapshots: string; expires_at: string};
  /** Exact sums of a snapshot's rows by fewer columns, as a file beside the lake; `kept` is 0 where it was too large. */
  rollup: {
    organisation: string;
    snapshot: string;
    name: string;
    revision: string;
    rows: number;
    bytes: number;
    kept: number;
    built_at: string;
  };
  receipt: {
    id: string;
    organisation: string;
    caller: string;
    body: string;
    pinned: number;
    created_at: string;
  };
  rate_set: {organisation: string; id: string; revision: string; origin: string; imported_at: string};
  rate: {
    organisation: string;
    rate_set: string;
    base: string;
    quote: string;
    day: string;
    rate: string;
  };
  /** Who did what: one line for each write. */
  event: {
    id: string;
    organisation: string;
    at: string;
    caller: string;
    operation: string;
    subject: string;
    detail: string;
  };
  /** Bearer tokens by the SHA-256 of their text, which is kept nowhere. */
  token: {
    id: string;
    organisation: string;
    name: string;
    hash: string;
    role: string;
    row_filter: string | null;
    /** A JSON list of metrics and columns. */
    masked: string;
    created_at: string;
    created_by: string;
    expires_at: string | null;
    last_used_at: string | null;
    revoked_at: string | null;
  };
  /** Answers to writes that were sent with a key, so that a repeated call gets them again; `status` null while one runs. */
  idempotency: {
    organisation: string;
    caller: string;
    key: string;
    request: string;
    status: number | null;
    response: string | null;
    created_at: string;
  };
  /** Saved questions with the state of their chart (JSON). */
  view: {
    id: string;
    organisation: string;
    folder: string;
    name: string;
    question: string;
    chart: string | null;
    star: number;
    owner: string;
    created_at: string;
    updated_at: string;
  };
  /** Counts that give short numbers, such as W-12. */
  counter: {organisation: string; name: string; value: number};
  /** The work object: finding, option, action, verified effect. `version` grows with each change of a field. */
  work_item: {
    id: string;
    organisation: string;
    number: number;
    /** What recognises the same finding again; unique where it is given. */
    key: string | null;
    title: string;
    kind: string;
    capability: string;
    scope: string | null;
    stage: string;
    filter: string | null;
    owner: string | null;
    due: string | null;
    amount: string | null;
    currency: string | null;
    per: string | null;
    claim: string | null;
    size: string | null;
    hours: number | null;
    options: string | null;
    note: string | null;
    source_operation: string | null;
    source_receipt: string | null;
    created_at: string;
    created_by: string;
    updated_at: string;
    done_on: string | null;
    closed_reason: string | null;
    /** How the effect was measured (JSON). */
    verification: string | null;
    version: number;
  };
  work_comment: {id: string; organisation: string; work: string; at: string; caller: string; text: string};
  work_evidence: {
    id: string;
    organisation: string;
    work: string;
    at: string;
    caller: string;
    kind: string;
    title: string;
    content: string;
  };
  /** The history of a record, in the order of `seq`: `detail` has the fields before and after (JSON). */
  record_event: {
    organisation: string;
    record: string;
    seq: number;
    at: string;
    caller: string;
    kind: string;
    detail: string;
  };
  /** The decision log; `options` and `work` are JSON lists. */
  decision: {
    id: string;
    organisation: string;
    number: number;
    title: string;
    question: string;
    options: string;
    chosen: string;
    reason: string;
    owner: string;
    decided_on: string;
    review: string | null;
    scope: string | null;
    work: string;
    created_at: string;
    created_by: string;
  };
  /** What may stay as it is, until a day. */
  exception: {
    id: string;
    organisation: string;
    number: number;
    title: string;
    subject_kind: string;
    subject: string;
    reason: string;
    owner: string;
    expires: string;
    scope: string | null;
    amount: string | null;
    currency: string | null;
    per: string | null;
    created_at: string;
    created_by: string;
    updated_at: string;
    ended_on: string | null;
    ended_reason: string | null;
    version: number;
  };
  /** Numbers of the business by day. */
  series: {
    organisation: string;
    id: string;
    unit: string;
    revision: string;
    origin: string;
    imported_at: string;
    imported_by: string;
  };
  /** `key` is empty where the series has none. */
  series_point: {organisation: string; series: string; key: string; day: string; value: string};
  /** Where a source stands with what it fetches: `location` is where that was, `error` the last failure in words. */
  sync_source: {
    organisation: string;
    source: string;
    location: string;
    tried_at: string;
    succeeded_at: string | null;
    error: string | null;
    /** Failures since the last success. */
    failures: number;
    next_due: string | null;
  };
  /** A delivery that was taken in, as it was: `objects` is a JSON list of its files. */
  sync_delivery: {
    organisation: string;
    source: string;
    delivery: string;
    fingerprint: string;
    /** How its part of the bill is told from others. */
    way: string;
    objects: string;
    ingested_at: string;
  };
  /** What a manifest says (JSON), as long as it has this version. */
  sync_manifest: {organisation: string; source: string; key: string; version: string; facts: string};
  /** What an invoice states, tax included; a removed one is kept. `version` grows with each change. */
  invoice: {
    id: string;
    organisation: string;
    issuer: string;
    invoice: string;
    billing_period: string;
    currency: string;
    total: string;
    tax: string | null;
    issued_on: string | null;
    note: string | null;
    stated_by: string;
    origin: string | null;
    created_at: string;
    created_by: string;
    updated_at: string;
    removed_at: string | null;
    removed_reason: string | null;
    version: number;
  };
  /** Texts of the practice file as they were applied. */
  practice_revision: {
    id: string;
    organisation: string;
    revision: string;
    text: string;
    summary: string;
    note: string | null;
    applied_at: string;
    applied_by: string;
  };
}
