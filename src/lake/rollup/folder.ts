import {join} from "node:path";
import {encodeSegment, rollupRoot, snapshotPath} from "../layout.ts";
import type {Manifest} from "../snapshot.ts";

/** The folder of a roll-up of a snapshot, relative to the lake; another definition has another folder. */
export function rollupFolder(name: string, revision: string, manifest: Manifest): string {
  return join(rollupRoot, `${encodeSegment(name)}.${revision}`, snapshotPath(manifest, manifest.id));
}
