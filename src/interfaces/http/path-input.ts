import {realpath} from "node:fs/promises";
import {isAbsolute, relative, resolve, sep} from "node:path";
import {UserError} from "../../errors.ts";

/** Input fields that name files of the server's machine. */
const pathFields: Readonly<Record<string, string>> = {
  ingest: "paths",
  "rates.import": "file",
  "receipts.pin": "file",
  "series.import": "file",
  demo: "folder",
  "framework.check": "file",
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
    const inside = !isAbsolute(text) && !text.includes("\0") && isBelow(real, await target(resolve(real, text)));
    if (!inside) {
      throw new UserError("caller.refused", `${field} must lie below the practice folder`, {
        at: {column: field},
        remedy: "Send the file to /api/ingest/upload, or use the command line on the machine itself."
      });
    }
  }
}

/** Where a path leads through links; what is not there yet leads where it says. */
async function target(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}
