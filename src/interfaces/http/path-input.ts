import {readlink, realpath} from "node:fs/promises";
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from "node:path";
import {UserError} from "../../errors.ts";

/** Input fields that name files of the server's machine. */
const pathFields: Readonly<Record<string, string>> = {
  ingest: "paths",
  "rates.import": "file",
  "invoices.import": "file",
  "receipts.pin": "file",
  "series.import": "file",
  demo: "folder",
  export: "folder",
  "framework.check": "file",
  "importer.test": "importer",
  validate: "path"
};

/**
 * Over HTTP only files below the practice folder can be named, so that a token does not open the rest of the machine.
 * Throws `caller.refused`.
 */
export async function requirePathsInside(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  root: string
): Promise<void> {
  const field = pathFields[operation];
  const value = field === undefined ? undefined : input[field];
  if (field === undefined || value === undefined) return;
  const real = await realpath(root).catch(() => root);
  for (const each of Array.isArray(value) ? value : [value]) {
    const text = String(each);
    const isName = text.length <= longestPath && !isAbsolute(text) && !text.includes("\0");
    const led = isName ? await target(resolve(real, text)) : null;
    if (led === null || !isBelow(real, led)) {
      throw new UserError("caller.refused", `${field} must lie below the practice folder`, {
        at: {column: field},
        remedy: "Send the file to /api/ingest/upload, or use the command line on the machine itself."
      });
    }
  }
}

/** Characters of a path; more name nothing on the systems that we know. */
const longestPath = 4096;

/** Links that are followed one after the other; more go round in a circle. */
const mostLinks = 40;

/**
 * Where a path leads through links, those above what is not there yet and those to what is not there yet among them;
 * null where links lead in a circle.
 */
async function target(path: string, links = mostLinks): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const above = dirname(path) === path ? path : await target(dirname(path), links);
  if (above === null) return null;
  const link = await readlink(path).catch(() => null);
  if (link === null) return join(above, basename(path));
  return links === 0 ? null : target(resolve(above, link), links - 1);
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}
