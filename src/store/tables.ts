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
}
