/**
 * What a user can act on. A mistake of the program is a plain `Error`; a fault in cost data is a finding or a
 * quarantined row; everything that a person can put right is a `UserError` with a code of this catalogue, from which
 * the command line takes its exit status and HTTP its status.
 */

/** Exit statuses of the command line (the conventions of the field: 3 policy or threshold, 4 data quality, 5 partial). */
export const exitCodes = {ok: 0, error: 1, usage: 2, policy: 3, quality: 4, partial: 5, interrupted: 130} as const;

interface Entry {
  readonly exit: number;
  readonly status: number;
  readonly title: string;
}

/** Every code, with its exit status, its HTTP status and the sentence that names the class of problem. */
export const catalogue = {
  "usage.invalid": {exit: 2, status: 400, title: "The call is not understood"},
  "question.invalid": {exit: 2, status: 400, title: "The cost question cannot be asked as it stands"},
  "filter.invalid": {exit: 2, status: 400, title: "The filter cannot be read"},
  "name.invalid": {exit: 2, status: 400, title: "A name has characters that are not allowed"},
  "name.taken": {exit: 1, status: 409, title: "There is something of this name already"},
  "not-found": {exit: 1, status: 404, title: "There is no such thing here"},
  "practice.invalid": {exit: 2, status: 422, title: "The practice file has a mistake"},
  "practice.changed": {exit: 1, status: 409, title: "The practice file changed since it was read"},
  "practice.exists": {exit: 1, status: 409, title: "There is a practice here already"},
  "importer.invalid": {exit: 2, status: 422, title: "A declared importer has a mistake"},
  "framework.invalid": {exit: 2, status: 422, title: "An edition file of the framework has a mistake"},
  "record.changed": {exit: 1, status: 409, title: "Somebody changed the record in between"},
  "work.stage": {exit: 1, status: 409, title: "The step does not fit where the work stands"},
  "work.too-early": {exit: 1, status: 409, title: "Too few complete days lie behind to measure"},
  "work.unmeasured": {exit: 1, status: 422, title: "The effect cannot be measured from bills"},
  "invoice.changed": {exit: 1, status: 409, title: "What is known of an invoice would change"},
  "series.changed": {exit: 1, status: 409, title: "Known values of a series would change"},
  "caller.unknown": {exit: 1, status: 401, title: "Nobody is known by this call"},
  "caller.refused": {exit: 1, status: 403, title: "This caller may not do that"},
  "origin.refused": {exit: 1, status: 403, title: "The page or host that calls is not allowed"},
  "request.method": {exit: 2, status: 405, title: "The address does not take this method"},
  "request.repeated": {exit: 1, status: 409, title: "The key of a write was used before"},
  "request.too-large": {exit: 2, status: 413, title: "The call is too large"},
  "request.unsupported": {exit: 2, status: 415, title: "The body is of a kind that is not taken here"},
  "request.too-often": {exit: 1, status: 429, title: "The caller calls too often"},
  "server.busy": {exit: 1, status: 503, title: "The server has no room for the call now"},
  "input.missing": {exit: 1, status: 404, title: "A file or folder is not there or cannot be read"},
  "input.empty": {exit: 4, status: 422, title: "A file has no rows"},
  "input.unreadable": {exit: 4, status: 422, title: "A file cannot be read as what it should be"},
  "input.changed": {exit: 4, status: 409, title: "A file changed while it was read"},
  "input.incomplete": {exit: 4, status: 422, title: "A delivery is not complete"},
  "input.repeated": {exit: 4, status: 422, title: "Files of one delivery repeat each other"},
  "source.unreachable": {exit: 1, status: 502, title: "The location of a source cannot be reached"},
  "source.refused": {exit: 1, status: 502, title: "The location of a source refuses access"},
  "sync.running": {exit: 1, status: 409, title: "A source is being fetched already"},
  "sync.failed": {exit: 1, status: 500, title: "A source could not be taken in for a reason of the program"},
  "sync.staging": {exit: 1, status: 507, title: "A delivery is larger than what may be fetched at a time"},
  "columns.missing": {exit: 4, status: 422, title: "A mandatory column is missing"},
  "columns.duplicate": {exit: 4, status: 422, title: "Two columns have one name"},
  "version.unknown": {exit: 4, status: 422, title: "The FOCUS version or dataset of a file is not recognised"},
  "format.unknown": {exit: 4, status: 422, title: "No importer reads a file"},
  "import.unbalanced": {exit: 4, status: 422, title: "Imported rows do not add up to the vendor's bill"},
  "split.unmatched": {exit: 4, status: 422, title: "Allocations have no cost rows to split"},
  "quarantine.threshold": {exit: 4, status: 422, title: "More rows were quarantined than the threshold allows"},
  "replace.refused": {exit: 4, status: 409, title: "The delivery would remove too much of what it replaces"},
  "lake.newer": {exit: 1, status: 409, title: "The lake was written by a newer version of Ashlar"},
  "lake.damaged": {exit: 1, status: 500, title: "The lake and its catalog disagree"},
  "snapshot.pruned": {exit: 1, status: 410, title: "The rows of a snapshot were pruned"},
  "rates.changed": {exit: 1, status: 409, title: "Known exchange rates would change"},
  "rates.missing": {exit: 1, status: 422, title: "An exchange rate is missing"},
  "amount.overflow": {exit: 1, status: 422, title: "A sum does not fit the range of exact amounts"},
  "storage.full": {exit: 1, status: 507, title: "There is no room left to write"},
  "storage.denied": {exit: 1, status: 500, title: "A folder cannot be written"},
  "store.unreachable": {exit: 1, status: 503, title: "The database of the state store cannot be reached"},
  "store.busy": {exit: 1, status: 503, title: "Other writers held the state store for too long"},
  "store.damaged": {exit: 1, status: 500, title: "The state store cannot be read"},
  "engine.memory": {exit: 1, status: 503, title: "The question needs more memory than the engine may use"},
  "engine.busy": {exit: 1, status: 429, title: "Too many questions are waiting"},
  "engine.failed": {exit: 1, status: 500, title: "The engine could not answer"},
  cancelled: {exit: 130, status: 499, title: "The work was cancelled"}
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof catalogue;

/** Where something is wrong: a file with its row or line and column, or a position (0-based) in a text. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly row?: number;
  readonly column?: string;
  readonly offset?: number;
}

export interface UserErrorOptions {
  readonly at?: Place;
  /** What to do about it, as one sentence. */
  readonly remedy?: string;
  /** Facts for machines, already safe to show. */
  readonly data?: unknown;
  readonly cause?: unknown;
}

/** A failure that the user can act on: it says what is wrong, where, and what would put it right. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: ErrorCode;
  readonly at: Place | undefined;
  readonly remedy: string | undefined;
  readonly data: unknown;

  constructor(code: ErrorCode, message: string, options: UserErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause});
    this.code = code;
    this.at = options.at;
    this.remedy = options.remedy;
    this.data = options.data;
  }

  get exit(): number {
    return catalogue[this.code].exit;
  }

  get status(): number {
    return catalogue[this.code].status;
  }
}

/** The place in words: `a.csv, line 3, column BilledCost`. */
export function placeAsText(at: Place): string {
  const parts: string[] = [];
  if (at.file !== undefined) parts.push(at.file);
  if (at.line !== undefined) parts.push(`line ${at.line}`);
  else if (at.row !== undefined) parts.push(`row ${at.row}`);
  if (at.column !== undefined) parts.push(`column ${at.column}`);
  if (at.offset !== undefined) parts.push(`position ${at.offset + 1}`);
  return parts.join(", ");
}

/** `message` of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
