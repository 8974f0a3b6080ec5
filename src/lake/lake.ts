import type {ScanFile} from "../engine/dialect.ts";
import type {Dataset} from "../focus/dataset.ts";
import type {Store} from "../store/store.ts";
import type {ManifestCache} from "./manifest-cache.ts";
import type {Rollup} from "./rollup/rollup.ts";
import type {Snapshot} from "./snapshot.ts";
import type {Storage} from "./storage.ts";

/** A half-open interval of instants (ISO text in UTC); an open end is null. */
export interface InstantRange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface SelectRequest {
  readonly dataset: Dataset;
  /** Only these sources; all where it is absent. */
  readonly sources?: readonly string[];
  /** The moment whose active snapshots are wanted (ISO text in UTC); now where it is absent. */
  readonly asOf?: string;
  /** Leaves out snapshots that have no charge period beginning in this range. */
  readonly charge?: InstantRange;
  /** Leaves out snapshots whose billing period (a month) begins outside this range of instants. */
  readonly billing?: InstantRange;
  /** Exactly these snapshots, to reproduce a receipt; the other limits do not apply. */
  readonly snapshots?: readonly string[];
}

/** A roll-up of one snapshot, with the files that hold it. */
export interface RollupFiles {
  readonly rollup: Rollup;
  readonly snapshot: string;
  readonly rows: number;
  readonly files: readonly ScanFile[];
}

/**
 * The snapshots a question reads, held against pruning until released. An engine is given this list and never looks
 * at the catalog.
 */
export interface Selection {
  /** Roll-ups of these snapshots that may be read in their place. */
  readonly rollups: readonly RollupFiles[];
  readonly snapshots: readonly Snapshot[];
  readonly files: readonly ScanFile[];
  /** Tag keys that have a column of their own, `tag_<key>`, in every one of these files. */
  readonly tags: readonly string[];
  release(): Promise<void>;
}

/** The lake of one practice. */
export interface Lake {
  readonly organisation: string;
  readonly storage: Storage;
  readonly store: Store;
  /** Manifests that were read, for questions, which need those of all active snapshots. */
  readonly manifests: ManifestCache;
  /** Absolute folder, for an engine's list of folders that it may read. */
  readonly folder: string;
  /** Throws `snapshot.pruned` where rows that the request needs are no longer kept. */
  select(request: SelectRequest): Promise<Selection>;
}
