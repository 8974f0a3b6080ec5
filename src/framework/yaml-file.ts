import {isUtf8} from "node:buffer";
import {readFile, stat} from "node:fs/promises";
import {type Document, isMap, isSeq, LineCounter, parseDocument} from "yaml";
import {messageOf} from "../errors.ts";

/** Something that is wrong with a file of the framework, and what would put it right. */
export interface FileFinding {
  readonly severity: "error" | "warning";
  /** Stable name of the rule that it breaks. */
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

export type Path = readonly (string | number)[];

/** A YAML file that was read, with the places of what stands in it. */
export interface YamlFile {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Line and column (from 1) of what stands at a path, or of the nearest thing above it that is there. */
  place(path: Path, key?: string): {readonly line: number; readonly column: number};
}

/** Bytes of an edition file; the shipped ones have a tenth of it. */
const largest = 2_000_000;
const deepest = 40;

/** Reads a YAML file that may be anything at all. Gives the file or what is wrong with it. */
export async function readYamlFile(path: string, name: string): Promise<YamlFile | readonly FileFinding[]> {
  let bytes: Buffer;
  try {
    const {size} = await stat(path);
    if (size > largest)
      return [
        fault(
          name,
          "file-too-large",
          `the file has ${size} bytes, more than ${largest}`,
          "Keep in it only what the edition says."
        )
      ];
    bytes = await readFile(path);
  } catch (error) {
    return [
      fault(name, "file-unreadable", `the file cannot be read: ${messageOf(error)}`, "Check its name and permissions.")
    ];
  }
  return parseYaml(bytes, name);
}

/** Parses the bytes of a YAML file whose top is a map. */
export function parseYaml(bytes: Uint8Array, name: string): YamlFile | readonly FileFinding[] {
  if (!isUtf8(bytes) || bytes.includes(0)) {
    const line = firstBadLine(bytes);
    return [fault(name, "encoding", "the file is not UTF-8 text", "Save it as UTF-8.", line)];
  }
  const lines = new LineCounter();
  let document: Document.Parsed;
  let value: unknown;
  try {
    const text = new TextDecoder("utf-8").decode(bytes);
    const deep = tooDeep(text);
    if (deep !== null)
      return [fault(name, "too-deep", `brackets are nested deeper than ${deepest}`, "Write the lists plainly.", deep)];
    document = parseDocument(text, {lineCounter: lines, prettyErrors: false, uniqueKeys: true});
    const [error] = document.errors;
    if (error !== undefined) {
      const {line, col} = lines.linePos(error.pos[0]);
      return [
        fault(
          name,
          "yaml",
          `not YAML: ${error.message}`,
          "Correct the line; indentation by spaces, one key once.",
          line,
          col
        )
      ];
    }
    // Aliases that multiply are refused before they fill the memory.
    value = document.toJS({maxAliasCount: 100});
  } catch (error) {
    const bomb = error instanceof ReferenceError;
    return [
      bomb
        ? fault(
            name,
            "yaml-bomb",
            "aliases make the file grow without bound",
            "Write out what the aliases stand for.",
            1
          )
        : fault(name, "yaml", `not YAML: ${messageOf(error)}`, "Correct the file.", 1)
    ];
  }
  if (!isMap(document.contents) || typeof value !== "object" || value === null)
    return [
      fault(name, "not-a-map", "the file does not consist of keys and values", "Begin with: edition: my-edition", 1)
    ];
  const place = (path: Path, key?: string) => placeOf(document, lines, path, key);
  return {name, value: value as Readonly<Record<string, unknown>>, place};
}

export function isFindings(read: YamlFile | readonly FileFinding[]): read is readonly FileFinding[] {
  return Array.isArray(read);
}

function fault(
  file: string,
  rule: string,
  message: string,
  remedy: string,
  line: number | null = null,
  column: number | null = null
): FileFinding {
  return {severity: "error", rule, message, remedy, file, line, column};
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(part) || part.includes(0)) return line;
    start += part.length + 1;
  }
  return 1;
}

/** The line of the first bracket that is nested too deeply, brackets in quotes and comments included: such text is no edition. */
function tooDeep(text: string): number | null {
  let depth = 0;
  let line = 1;
  for (const sign of text) {
    if (sign === "\n") line += 1;
    else if (sign === "[" || sign === "{") {
      depth += 1;
      if (depth > deepest) return line;
    } else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
  }
  return null;
}

function placeOf(
  document: Document.Parsed,
  lines: LineCounter,
  path: Path,
  key?: string
): {line: number; column: number} {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find(({key: each}) => String(each) === String(step));
      if (pair === undefined) break;
      offset = rangeOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      const item: unknown = node.items[step];
      offset = rangeOf(item) ?? offset;
      node = item;
    } else break;
  }
  const {line, col} = lines.linePos(offset);
  return {line: Math.max(line, 1), column: Math.max(col, 1)};
}

function rangeOf(node: unknown): number | null {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return null;
  const [start] = node.range as readonly unknown[];
  return typeof start === "number" ? start : null;
}
