import {join} from "node:path";
import {messageOf, UserError} from "../../errors.ts";
import {readManifest} from "../catalog.ts";
import type {Marker} from "../ingest/publish.ts";
import type {Lake} from "../lake.ts";
import {manifestName, markerName} from "../layout.ts";
import type {Manifest} from "../snapshot.ts";
import {type Finding, finding} from "./finding.ts";

/** A snapshot as the folders of the lake tell it, without the catalog. */
export interface Stored {
  readonly path: string;
  readonly manifest: Manifest;
  /** Null for a snapshot that was never seen by questions, as far as the folder tells. */
  readonly marker: Marker | null;
  /** Part files that the manifest names and the folder lacks. */
  readonly missing: readonly string[];
}

export interface Inventory {
  readonly stored: readonly Stored[];
  /** Every marker, also of snapshots whose manifest cannot be read: what they replaced stays replaced. */
  readonly markers: readonly Marker[];
  /** Ids of snapshots whose manifest cannot be read. */
  readonly unreadable: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads every manifest of the lake; those that cannot be read are reported and left out. Throws `lake.newer`. */
export async function inventory(lake: Lake): Promise<Inventory> {
  const unreadable: string[] = [];
  const markers: Marker[] = [];
  const stored: Stored[] = [];
  const findings: Finding[] = [];
  for await (const path of lake.storage.snapshots()) {
    try {
      const marker = await lake.storage.read(join(path, markerName));
      const parsed = marker === null ? null : (JSON.parse(marker) as Marker);
      if (parsed !== null) markers.push(parsed);
      const manifest = readManifest((await lake.storage.read(join(path, manifestName))) ?? "");
      const names = await lake.storage.list(path);
      stored.push({
        path,
        manifest,
        marker: parsed,
        missing: manifest.files.map(({name}) => name).filter((name) => !names.includes(name))
      });
    } catch (error) {
      // Left out of a rebuild, what newer software wrote would be lost to it.
      if (error instanceof UserError) throw error;
      const [first = ""] = messageOf(error).split("\n");
      unreadable.push(path.slice(path.lastIndexOf("snapshot=") + "snapshot=".length));
      findings.push(
        finding("error", "manifest", `${path}: the manifest cannot be read (${first})`, "Ingest that period again.")
      );
    }
  }
  return {stored, markers, unreadable, findings};
}
