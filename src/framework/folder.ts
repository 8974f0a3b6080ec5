import {join} from "node:path";
import {packageFolder} from "../package-folder.ts";

/** The folder with what the framework says. */
export function frameworkFolder(): string {
  return join(packageFolder(), "framework");
}
