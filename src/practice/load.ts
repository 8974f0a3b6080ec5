import {existsSync} from "node:fs";
import {readFile, realpath} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {messageOf, UserError} from "../errors.ts";
import type {PracticeFolder} from "../operation.ts";
import {type Settings, settings as settingsSchema} from "../settings.ts";

/** The file that makes a folder a practice. */
export const practiceFile = "ashlar.yaml";

export interface Practice {
  readonly folder: PracticeFolder;
  readonly settings: Settings;
}

/** The nearest folder upwards that holds a practice file; the folder itself where there is none. */
export function findPractice(start: string): Promise<string> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, practiceFile))) return Promise.resolve(folder);
    if (folder === dirname(folder)) return Promise.resolve(resolve(start));
  }
}

/**
 * Reads the practice file of a folder; without one the defaults are used. Throws `practice.invalid` with file and line.
 */
export async function loadPractice(root: string): Promise<Practice> {
  const folder = await realpath(root).catch(() => resolve(root));
  const file = join(folder, practiceFile);
  const text = await readPractice(file);
  return {
    folder: {root: folder, file: text === null ? null : file, data: join(folder, ".ashlar")},
    settings: text === null ? settingsSchema.parse({}) : parsePractice(text)
  };
}

async function readPractice(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw new UserError("practice.invalid", `${practiceFile} cannot be read: ${messageOf(error)}`, {
      at: {file: practiceFile},
      remedy: "Check that it is a file and its permissions.",
      cause: error
    });
  }
}

/** The settings that the text of a practice file states, with defaults for the rest. Throws `practice.invalid`. */
export function parsePractice(text: string): Settings {
  const lines = new LineCounter();
  // A document that grows without bound through aliases is refused by the limit on them.
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, uniqueKeys: true});
  const [fault] = document.errors;
  if (fault !== undefined) throw invalid(fault.message, lines.linePos(fault.pos[0]).line);
  let value: unknown;
  try {
    value = document.toJS({maxAliasCount: 100}) ?? {};
  } catch (error) {
    throw invalid(messageOf(error), 1);
  }
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw new Error("a failed parse without an issue");
  throw invalid(describe(issue), lineOf(document, issue, lines));
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys")
    return `${place === "" ? "" : `${place} has `}unknown ${issue.keys.length > 1 ? "keys" : "key"} ${issue.keys.join(", ")}`;
  return place === "" ? issue.message : `${place}: ${issue.message}`;
}

function lineOf(document: ReturnType<typeof parseDocument>, issue: z.core.$ZodIssue, lines: LineCounter): number {
  const paths = [
    ...(issue.code === "unrecognized_keys" ? [[...issue.path, ...issue.keys.slice(0, 1)]] : []),
    ...issue.path.map((_, n) => issue.path.slice(0, issue.path.length - n))
  ];
  for (const path of paths) {
    const node: unknown = document.getIn(path, true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range))
      return lines.linePos(node.range[0] as number).line;
  }
  return 1;
}

function invalid(message: string, line: number): UserError {
  return new UserError("practice.invalid", `${practiceFile}: ${message}`, {
    at: {file: practiceFile, line},
    remedy: "Correct the line, or start again with: ashlar init"
  });
}
