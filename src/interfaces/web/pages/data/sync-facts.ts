import type {Source} from "./facts.ts";

export interface SyncFacts {
  readonly lastSync: string | null;
  readonly nextSync: string | null;
  readonly lastError: string | null;
  readonly location: string | null;
}

/** What is known of fetching from a source. */
export function syncOf(source: Source): SyncFacts {
  const {lastSync, nextSync, lastError, location} = source;
  return {lastSync, nextSync, lastError, location};
}

/** Whether the practice says where a source is fetched from. */
export function isLocated(source: Source): boolean {
  return syncOf(source).location !== null;
}
