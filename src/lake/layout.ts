import {join} from "node:path";
import {UserError} from "../errors.ts";
import type {Unit} from "./snapshot.ts";

/** Version of the folder layout and of the manifest; a lake with a greater one was written by newer software. */
export const layoutVersion = 1;

/** The folder of the roll-ups, which repeats the paths of the snapshots below the name of each. */
export const rollupRoot = "rollup";

export const manifestName = "manifest.json";
/** Written after the catalog knows that a snapshot was activated, so that a lost catalog can be built again. */
export const markerName = "published.json";
export const quarantineName = "quarantine.ndjson";
export const partName = (n: number): string => `part-${n}.parquet`;

/** The folder of a unit's snapshots, relative to the lake. */
export function unitPath(unit: Unit): string {
  return join(
    unit.dataset,
    `source=${encodeSegment(unit.source)}`,
    `partition=${encodeSegment(unit.partition)}`,
    `billing_period=${unit.billingPeriod}`
  );
}

/** The folder of one snapshot, relative to the lake. */
export function snapshotPath(unit: Unit, id: string): string {
  return join(unitPath(unit), `snapshot=${id}`);
}

/**
 * A name as one segment of a path: letters, digits, `.`, `_` and `-` stand for themselves, everything else is
 * percent-encoded byte by byte, so that no name can leave its folder, whatever the file system.
 */
export function encodeSegment(name: string): string {
  if (name.length === 0 || name.length > 200)
    throw new UserError("name.invalid", `The name "${name.slice(0, 40)}" is ${name === "" ? "empty" : "too long"}`, {
      remedy: "Use 1 to 200 characters."
    });
  let encoded = "";
  for (const byte of Buffer.from(name, "utf8")) {
    const char = String.fromCharCode(byte);
    encoded += /[A-Za-z0-9_-]/.test(char) || (char === "." && encoded !== "") ? char : `%${hex(byte)}`;
  }
  return encoded;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

/** The column of a promoted tag key. */
export const tagColumn = (key: string): string => `tag_${key}`;
