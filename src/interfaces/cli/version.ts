import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {softwareVersion} from "../../version.ts";

/** What `--version` says; with `details` also what it runs on. */
export function versionText(details: boolean): string {
  if (!details) return `${softwareVersion()}\n`;
  const bindings = createRequire(import.meta.url).resolve("@duckdb/node-api/package.json");
  const {version} = JSON.parse(readFileSync(bindings, "utf8")) as {version: string};
  return `ashlar ${softwareVersion()}\nnode ${process.versions.node} (${process.platform}-${process.arch})\nduckdb ${version}\n`;
}
