import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/** The version of the software for receipts, from the package that this file belongs to. */
export function softwareVersion(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as {version: string}).version;
    if (folder === dirname(folder)) throw new Error("the package of the software is not found");
  }
}
