import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {messageOf, UserError} from "../errors.ts";
import type {PracticeFolder} from "../operation.ts";
import {addressOf} from "./address.ts";
import type {PracticeFinding} from "./contract.ts";
import type {Remark} from "./finding.ts";
import {practiceFile} from "./practice-file-name.ts";
import {type Arrangement, practiceFileSchema, type PracticeFile} from "./practice-file.ts";
import {remarksOf} from "./schema-fault.ts";
import {isTextFault, type Path, type Position, readYaml, type YamlText} from "./yaml-text.ts";

/** The practice file as it was read. */
export interface ReadArrangement {
  /** Name of the file below the practice folder. */
  readonly name: string;
  /** Null where the folder has no such file; it then reads like an empty one. */
  readonly file: string | null;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly revision: string;
  /** Null where the file cannot be read whole; `faults` says why. */
  readonly arrangement: Arrangement | null;
  readonly faults: readonly PracticeFinding[];
  /** Where something stands, or the nearest above it. Both numbers count from 1. */
  place(path: Path): Position;
  /** A remark with the place that it is about. */
  located(remark: Remark): PracticeFinding;
}

export type WholeArrangement = ReadArrangement & {readonly arrangement: Arrangement};

/**
 * Reads the practice file of a folder as it lies on disk now. What is wrong with its content is in `faults`. Throws
 * `practice.invalid` where it cannot be read at all.
 */
export async function readArrangement(
  folder: Pick<PracticeFolder, "root">,
  name: string = practiceFile
): Promise<ReadArrangement> {
  const file = join(folder.root, name);
  const bytes = await bytesOf(file, name);
  if (bytes === null) return {...arrangementOf("", name), file: null};
  if (isUtf8(bytes)) return {...arrangementOf(bytes.toString("utf8"), name), file};
  const line = bytes.toString("latin1").slice(0, firstBroken(bytes)).split("\n").length;
  const fault = {
    rule: "file-encoding",
    message: "the file is not UTF-8 text",
    remedy: "Save it as UTF-8.",
    line,
    column: 1
  };
  return {...faulty(bytes.toString("utf8"), name, fault), file};
}

/** As `readArrangement`; throws `practice.invalid` with the first fault where the file cannot be read whole. */
export async function loadArrangement(folder: Pick<PracticeFolder, "root">): Promise<WholeArrangement> {
  return whole(await readArrangement(folder));
}

/** Throws `practice.invalid` with the first fault, and all of them in its data. */
export function whole(read: ReadArrangement): WholeArrangement {
  const {arrangement} = read;
  if (arrangement !== null) return {...read, arrangement};
  const [first] = read.faults;
  throw new UserError("practice.invalid", `${read.name}: ${first?.message ?? "it cannot be read"}`, {
    at: {file: read.name, ...(first?.line === undefined || first.line === null ? {} : {line: first.line})},
    remedy: first?.remedy ?? "Correct the file.",
    data: {findings: read.faults}
  });
}

/** What a text says as a practice file. */
export function arrangementOf(text: string, name: string = practiceFile): ReadArrangement {
  const read = readYaml(text);
  if (isTextFault(read)) return faulty(text, name, read);
  const parsed = practiceFileSchema.safeParse(read.value);
  const located = (remark: Remark): PracticeFinding => locatedIn(read, name, remark);
  return {
    name,
    file: null,
    text,
    revision: revisionOf(text),
    arrangement: parsed.success ? partsOf(parsed.data) : null,
    faults: parsed.success ? [] : remarksOf(parsed.error, read.value).map(located),
    place: (path) => read.position(path),
    located
  };
}

export function revisionOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function partsOf(file: PracticeFile): Arrangement {
  const {engine: _e, state: _s, lake: _l, tags: _t, calendar: _c, rates: _r, sources: _o, ...parts} = file;
  return parts;
}

function locatedIn(read: YamlText, name: string, remark: Remark): PracticeFinding {
  const {severity, rule, message, remedy, path, scope, capability} = remark;
  const {line, column} = read.position(path);
  return {
    severity,
    rule,
    message,
    remedy,
    path: addressOf(read.value, path),
    file: name,
    line,
    column,
    scope: scope ?? null,
    capability: capability ?? null
  };
}

function faulty(
  text: string,
  name: string,
  fault: Position & {readonly rule: string; readonly message: string; readonly remedy: string}
): ReadArrangement {
  const {rule, message, remedy, line, column} = fault;
  const at = (remark: Pick<Remark, "rule" | "message" | "remedy" | "severity">): PracticeFinding => ({
    severity: remark.severity,
    rule: remark.rule,
    message: remark.message,
    remedy: remark.remedy,
    path: "",
    file: name,
    line,
    column,
    scope: null,
    capability: null
  });
  return {
    name,
    file: null,
    text,
    revision: revisionOf(text),
    arrangement: null,
    faults: [at({severity: "error", rule, message, remedy})],
    place: () => ({line, column}),
    located: at
  };
}

async function bytesOf(file: string, name: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw new UserError("practice.invalid", `${name} cannot be read: ${messageOf(error)}`, {
      at: {file: name},
      remedy: "Check that it is a file and its permissions.",
      cause: error
    });
  }
}

function firstBroken(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // A cut within a sign is no fault: up to three bytes may belong to the next one.
    const sound = [0, 1, 2, 3].some((back) => middle >= back && isUtf8(bytes.subarray(0, middle - back)));
    if (sound) low = middle;
    else high = middle - 1;
  }
  return low;
}
