import {existsSync} from "node:fs";
import {readFile, realpath} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {z} from "zod";
import {messageOf, UserError} from "../errors.ts";
import type {PracticeFolder} from "../operation.ts";
import {type Settings, settings as settingsSchema} from "../settings.ts";
import {practiceFile} from "./practice-file-name.ts";
import {arrangementParts} from "./practice-file.ts";
import {remarksOf} from "./schema-fault.ts";
import {isTextFault, readYaml} from "./yaml-text.ts";

export {practiceFile} from "./practice-file-name.ts";

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

/**
 * The settings that the text of a practice file states, with defaults for the rest. Of the organisation and its
 * practice only the keys are looked at: a mistake among people or scopes keeps nobody from asking what was spent.
 * Throws `practice.invalid`.
 */
export function parsePractice(text: string): Settings & {readonly edition?: string} {
  const read = readYaml(text);
  if (isTextFault(read)) throw invalid(read.message, read.line, read.remedy);
  const unread = Object.fromEntries(Object.keys(arrangementParts).map((key) => [key, z.unknown().optional()]));
  const parsed = z.strictObject({...unread, ...settingsSchema.shape}).safeParse(read.value);
  if (parsed.success) {
    const own = Object.entries(parsed.data).filter(([key]) => Object.hasOwn(settingsSchema.shape, key));
    const {edition} = parsed.data as {readonly edition?: unknown};
    const stated = typeof edition === "string" || typeof edition === "number" ? {edition: String(edition)} : {};
    return {...(Object.fromEntries(own) as Settings), ...stated};
  }
  const [remark] = remarksOf(parsed.error, read.value);
  if (remark === undefined) throw new Error("a failed parse without an issue");
  throw invalid(remark.message, read.position(remark.path).line, remark.remedy);
}

function invalid(message: string, line: number, remedy: string): UserError {
  return new UserError("practice.invalid", `${practiceFile}: ${message}`, {at: {file: practiceFile, line}, remedy});
}
