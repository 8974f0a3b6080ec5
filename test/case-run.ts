import {cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Io} from "../src/interfaces/cli/io.ts";
import {run} from "../src/interfaces/cli/run.ts";
import {shellWords} from "./markdown.ts";

/** A case as a folder describes it: calls, one a line, and what the last one of them says. */
export interface CaseResult {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Files of a case that are about it and not for it. */
const own = /^(command|expected.*|README\.md)$/;

/**
 * Runs the calls of a case in a copy of its folder, which is both working and practice folder. A call before the last
 * that fails ends the case with its result.
 */
export async function runCase(folder: string): Promise<CaseResult> {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "ashlar-case-")));
  try {
    cpSync(folder, temporary, {
      recursive: true,
      filter: (path) => !(path !== folder && own.test(path.slice(folder.length + 1)))
    });
    const lines = readFileSync(join(folder, "command"), "utf8")
      .replace(/\\\n\s*/g, " ")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#"));
    let result: CaseResult = {exit: 0, out: "", err: ""};
    for (const [index, line] of lines.entries()) {
      result = await once(line, temporary);
      if (result.exit !== 0 && index < lines.length - 1) break;
    }
    return {exit: result.exit, out: normalised(result.out, temporary), err: normalised(result.err, temporary)};
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}

async function once(line: string, cwd: string): Promise<CaseResult> {
  let out = "";
  let err = "";
  const io: Io = {
    out: async (text) => void (out += text),
    err: (text) => void (err += text),
    errIsTerminal: false,
    outIsTerminal: false,
    columns: 100,
    env: {},
    cwd,
    signal: new AbortController().signal
  };
  const words = shellWords(line.replace(/^ashlar\s+/, ""));
  const exit = await run([...words, "--practice", cwd], io);
  return {exit, out, err};
}

/** Text with placeholders for what differs from run to run: folder, ids, hashes, moments, durations, versions. */
export function normalised(text: string, folder: string): string {
  const year = Temporal.Now.plainDateISO("UTC").year;
  return text
    .replaceAll(folder, "<folder>")
    .replaceAll(/\b0[0-9A-HJKMNP-TV-Z]{25}\b/g, "<id>")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "<hash>")
    .replaceAll(/\breceipt [0-9a-f]{12}\b/g, "receipt <hash>")
    .replaceAll(new RegExp(`\\b${year}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z`, "g"), "<now>")
    .replaceAll(/\b\d+(\.\d+)? m?s\b/g, "<duration>")
    .replaceAll(/("(?:software|version)": )"[^"]*"/g, '$1"<version>"')
    .replaceAll(/("(?:seconds|milliseconds|ms)": )("?)[\d.]+\2/g, "$1<duration>");
}

/**
 * Holds a text against the expected one. A missing expectation is written, except on continuous integration; a
 * difference is left beside it as `expected-changed…`. Gives what is wrong, or null.
 */
export function heldAgainst(folder: string, name: string, text: string, ci: boolean): string | null {
  const file = join(folder, name);
  const changed = join(folder, name.replace(/^expected/, "expected-changed"));
  if (!existsSync(file)) {
    if (ci) return `${name} is missing; run the tests locally once and commit it`;
    writeFileSync(file, text);
    return null;
  }
  if (readFileSync(file, "utf8") === text) {
    rmSync(changed, {force: true});
    return null;
  }
  writeFileSync(changed, text);
  return `differs from ${name}; see ${changed}`;
}
