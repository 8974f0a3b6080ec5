import {join} from "node:path";
import {messageOf} from "../../errors.ts";
import type {Marker} from "../ingest/publish.ts";
import type {Lake} from "../lake.ts";
import {manifestName, markerName} from "../layout.ts";
import {type Manifest, manifest as manifestSchema} from "../snapshot.ts";
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

/** Reads every manifest of the lake; those that cannot be read are reported and left out. */
export async function inventory(lake: Lake): Promise<{stored: readonly Stored[]; findings: readonly Finding[]}> {
  const stored: Stored[] = [];
  const findings: Finding[] = [];
  for await (const path of lake.storage.snapshots()) {
    try {
      const manifest = manifestSchema.parse(JSON.parse((await lake.storage.read(join(path, manifestName))) ?? ""));
      const marker = await lake.storage.read(join(path, markerName));
      const names = await lake.storage.list(path);
      stored.push({
        path,
        manifest,
        marker: marker === null ? null : (JSON.parse(marker) as Marker),
        missing: manifest.files.map(({name}) => name).filter((name) => !names.includes(name))
      });
    } catch (error) {
      const [first = ""] = messageOf(error).split("\n");
      findings.push(
        finding("error", "manifest", `${path}: the manifest cannot be read (${first})`, "Ingest that period again.")
      );
    }
  }
  return {stored, findings};
}
