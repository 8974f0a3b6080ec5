import {UserError} from "../errors.ts";
import {nearest} from "../nearest.ts";
import {type FocusVersion, focusVersions} from "./column.ts";

/**
 * The version that a manifest or a person names: `1.2`, `v1.2`, `1.2.0.1` (errata), `1.0r2` and `1.2-preview` (Azure's
 * names for its own releases of 1.0 and 1.2), `1.0-preview(v1)`. Null where it is none that is known.
 */
export function readVersion(text: string): FocusVersion | null {
  const match = /^(?:focus[-_ ]?)?v?(\d+\.\d+)(?:\.\d+)*(?:r\d+)?(-preview)?(?:\(v\d+\))?$/i.exec(text.trim());
  if (match === null) return null;
  const [, number = "", preview] = match;
  const wanted = number === "1.0" && preview !== undefined ? "1.0-preview" : number;
  return focusVersions.find((version) => version === wanted) ?? null;
}

/** As `readVersion`, but throws `UserError` `version.unknown` that names the known versions. */
export function parseVersion(text: string, file?: string): FocusVersion {
  const version = readVersion(text);
  if (version !== null) return version;
  const close = nearest(text, focusVersions);
  throw new UserError("version.unknown", `FOCUS ${text} is not a version that can be read`, {
    ...(file === undefined ? {} : {at: {file}}),
    remedy: `${close.length > 0 ? `Did you mean ${close.join(" or ")}? ` : ""}Known are ${focusVersions.join(", ")}.`,
    data: {version: text, known: focusVersions}
  });
}
