import {createHash} from "node:crypto";

/** Bytes of one part of a path; file systems take 255. */
const longestPart = 120;
/** Parts of a path; a deeper one is flattened, so that the whole stays short enough for every system. */
const mostParts = 8;

/**
 * Paths below a folder for keys that somebody else chose, one for each and no two alike, also where case does not count;
 * none is a folder of another, or one of those that are `reserved`. A path has slashes, no part of it is `.` or `..`, none begins with a dot or underscore, and none has characters
 * that a file system might take for something else.
 */
export function stagedNames(keys: readonly string[], reserved: readonly string[] = []): readonly string[] {
  const files = new Set(reserved);
  const folders = new Set<string>();
  return keys.map((key) => {
    const plain = stagedName(key);
    const lower = plain.toLowerCase();
    const isFree = !files.has(lower) && !folders.has(lower) && !foldersOf(lower).some((folder) => files.has(folder));
    const name = isFree ? plain : `${hashOf(key)}/${plain.split("/").at(-1) ?? ""}`;
    files.add(name.toLowerCase());
    for (const folder of foldersOf(name.toLowerCase())) folders.add(folder);
    return name;
  });
}

function foldersOf(name: string): readonly string[] {
  const parts = name.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function stagedName(key: string): string {
  const parts = key
    .split(/[/\\]/)
    .filter((part) => part !== "")
    .map(safePart);
  const last = parts.at(-1) ?? `x${hashOf(key)}`;
  if (parts.length > mostParts) return `${hashOf(key)}/${last}`;
  return parts.length === 0 ? last : parts.join("/");
}

function safePart(part: string): string {
  const safe = Array.from(part, (char) => (/[A-Za-z0-9._=+@,() -]/.test(char) ? char : encoded(char))).join("");
  // Dots and spaces at the end vanish on Windows; at the beginning they hide a file or lead upwards.
  const visible = safe
    .replace(/^[._ ]+/, (lead) => `x${lead.replaceAll(/[. ]/g, "-")}`)
    .replace(/[. ]+$/, (tail) => "-".repeat(tail.length));
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(visible)) return `x${visible}`;
  if (visible.length <= longestPart) return visible;
  const ending = /(\.[A-Za-z0-9]{1,10}){0,2}$/.exec(visible)?.[0] ?? "";
  return `${visible.slice(0, 60)}-${hashOf(part)}${ending}`;
}

function encoded(char: string): string {
  return Array.from(Buffer.from(char, "utf8"), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(
    ""
  );
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
