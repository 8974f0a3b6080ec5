import type {Manifest} from "./snapshot.ts";

/** Parsed manifests by snapshot id. A manifest never changes, so what is kept is never out of date. */
export interface ManifestCache {
  get(id: string): Manifest | null;
  set(manifest: Manifest): void;
  readonly size: () => number;
}

/** Some ten kilobytes each: enough for every active snapshot of most lakes. */
const most = 5000;

/** Keeps so many manifests, the least recently used dropped first. */
export function manifestCache(limit: number = most): ManifestCache {
  const kept = new Map<string, Manifest>();
  const touch = (manifest: Manifest): void => {
    kept.delete(manifest.id);
    kept.set(manifest.id, manifest);
  };
  return {
    get(id) {
      const manifest = kept.get(id);
      if (manifest === undefined) return null;
      touch(manifest);
      return manifest;
    },
    set(manifest) {
      touch(manifest);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    },
    size: () => kept.size
  };
}
