import {readFileSync} from "node:fs";
import {join} from "node:path";
import {packageFolder} from "./package-folder.ts";

/** The version of this software, from the package that this file belongs to: for manifests, receipts and `--version`. */
export function softwareVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as {version: string}).version;
}
