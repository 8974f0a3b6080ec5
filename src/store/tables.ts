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
}
