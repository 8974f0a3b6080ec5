import {realpath} from "node:fs/promises";
import {isAbsolute, relative, resolve, sep} from "node:path";
import {UserError} from "../errors.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {readArrangement} from "./arrangement.ts";
import {editionOf, openChecker} from "./check/check.ts";
import {practiceCheck} from "./contract.ts";
import {countsOf} from "./finding.ts";
import {practiceFile} from "./practice-file-name.ts";

export const practiceCheckOperation = operation(practiceCheck, check);

/** Throws `input.missing`, `caller.refused`. */
async function check(input: Input<typeof practiceCheck>, context: Context): Promise<Output<typeof practiceCheck>> {
  const checker = await openChecker(context);
  const name = input.file === undefined ? practiceFile : await nameBelow(input.file, context);
  const read = await readArrangement(context.folder, name);
  if (input.file !== undefined && read.file === null) throw missing(input.file);
  const findings = await checker.check(read);
  const chosen = read.arrangement === null ? null : editionOf(read.arrangement, checker.framework);
  const counts = countsOf(findings);
  return {
    file: read.file === null ? null : name,
    revision: read.revision,
    edition: chosen !== null && "edition" in chosen ? chosen.edition.id : null,
    rows: findings.filter(
      ({severity, scope}) =>
        (input.severity.length === 0 || input.severity.includes(severity)) &&
        (input.scope === undefined || scope === input.scope)
    ),
    counts,
    verdict: counts.error > 0 ? "policy" : "ok"
  };
}

/** A file that a call names lies below the practice folder, also where links lead. What lies outside is not looked for. */
async function nameBelow(file: string, {folder, effects}: Context): Promise<string> {
  const root = await realpath(folder.root).catch(() => folder.root);
  const inside = [resolve(effects.cwd(), file), resolve(root, file)].filter((path) => nameIn(root, path) !== null);
  if (inside.length === 0) throw outside(file);
  for (const path of inside) {
    const real = await realpath(path).catch(() => null);
    if (real === null) continue;
    const name = nameIn(root, real);
    if (name === null) throw outside(file);
    return name;
  }
  throw missing(file);
}

function nameIn(root: string, path: string): string | null {
  const way = relative(root, path);
  if (way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.split(sep).join("/");
}

function outside(file: string): UserError {
  return new UserError("caller.refused", `${file} lies outside the practice folder`, {
    at: {column: "file"},
    remedy: "Name a file below it, or choose its folder with --practice DIR."
  });
}

function missing(file: string): UserError {
  return new UserError("input.missing", `there is no file ${file}`, {at: {file}, remedy: "Check the path."});
}
