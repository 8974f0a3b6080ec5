import {type Document, isAlias, isMap, isNode, isSeq, LineCounter, parseDocument, visit} from "yaml";
import {messageOf} from "../errors.ts";

/** A way into a file: keys of maps and indices of lists. */
export type Path = readonly (string | number)[];

/** Where something stands, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a text before anything is known of its meaning. */
export interface TextFault extends Position {
  readonly rule: "file-syntax" | "file-bomb" | "file-too-large" | "file-encoding";
  readonly message: string;
  readonly remedy: string;
}

/** A YAML text that was read, with the places of what stands in it. */
export interface YamlText {
  readonly document: Document.Parsed;
  /** What it says; an empty text says `{}`. */
  readonly value: unknown;
  /** The place of a path, or of the nearest thing above it that is there. */
  position(path: Path): Position;
  /** Is there something at this very path? */
  has(path: Path): boolean;
}

/** Bytes of a practice file; a large organisation needs a tenth of it. */
export const largestFile = 4_000_000;
const deepest = 60;
const mostAliases = 100;

/** Reads a YAML text that may be anything at all. */
export function readYaml(text: string): YamlText | TextFault {
  if (Buffer.byteLength(text) > largestFile) {
    return {
      rule: "file-too-large",
      message: `the file has more than ${largestFile} bytes`,
      remedy: "Keep only the practice in it.",
      line: 1,
      column: 1
    };
  }
  const deep = tooDeep(text);
  if (deep !== null) return nestedTooDeeply(deep);
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const {line, col} = lines.linePos(offset);
    return {line: Math.max(line, 1), column: Math.max(col, 1)};
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      keepSourceTokens: true
    });
    const [error] = document.errors;
    if (error !== undefined) return {...syntax(error.message), ...at(error.pos[0])};
    const value = valueOf(document);
    if (value === bomb) {
      return {
        rule: "file-bomb",
        message: "aliases make the file grow without bound",
        remedy: "Write out what the aliases stand for.",
        ...at(offsetOfAlias(document))
      };
    }
    return {
      document,
      value,
      position: (path) => at(offsetOf(document, path) ?? 0),
      has: (path) => document.hasIn(path)
    };
  } catch (error) {
    if (error instanceof RangeError) return nestedTooDeeply(1);
    return {...syntax(messageOf(error)), line: 1, column: 1};
  }
}

function nestedTooDeeply(line: number): TextFault {
  return {
    rule: "file-bomb",
    message: `lists and maps are nested deeper than ${deepest} levels`,
    remedy: "Write them plainly.",
    line,
    column: 1
  };
}

export function isTextFault(read: YamlText | TextFault): read is TextFault {
  return "rule" in read;
}

const bomb = Symbol("bomb");

function valueOf(document: Document.Parsed): unknown {
  try {
    return (document.toJS({maxAliasCount: mostAliases}) as unknown) ?? {};
  } catch (error) {
    if (error instanceof ReferenceError && /alias count/i.test(error.message)) return bomb;
    throw error;
  }
}

function syntax(message: string): Pick<TextFault, "rule" | "message" | "remedy"> {
  return {
    rule: "file-syntax",
    message: `not YAML: ${message.replace(/\.?\s*$/, "")}`,
    remedy: "Correct the line: spaces before keys, each key once, texts with : or # in quotes."
  };
}

/** The first alias of a list or map that holds aliases itself, else the first one. */
function offsetOfAlias(document: Document.Parsed): number {
  let first: number | null = null;
  let nested: number | null = null;
  visit(document, {
    Alias(_, alias) {
      const offset = alias.range?.[0] ?? 0;
      first ??= offset;
      const source = alias.resolve(document);
      if (source !== undefined && !isAlias(source) && holdsAlias(source)) nested ??= offset;
    }
  });
  return nested ?? first ?? 0;
}

function holdsAlias(node: unknown): boolean {
  if (isSeq(node)) return node.items.some((item) => isAlias(item));
  return isMap(node) && node.items.some(({value}) => isAlias(value));
}

/** The offset of what stands at a path (the key, where it is in a map), or of the nearest above it. */
function offsetOf(document: Document.Parsed, path: Path): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const step of path) {
    const target: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(target)) {
      const pair = target.items.find(({key}) => keyText(key) === String(step));
      if (pair === undefined) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(target) && typeof step === "number") {
      node = target.items[step];
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
    } else break;
  }
  return offset;
}

/** A key of a map as text. */
export function keyText(key: unknown): string {
  const plain: unknown = isNode(key) && "value" in key ? key.value : key;
  return typeof plain === "string" ? plain : String(plain);
}

/** The line of the first bracket, or dash of a row of dashes, that is nested too deeply. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (const [index, line] of text.split("\n").entries()) {
    for (const sign of line) {
      if (sign === "[" || sign === "{") depth += 1;
      else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
      if (depth > deepest) return index + 1;
    }
    if (/^\s*([-?] +){60}/.test(line)) return index + 1;
  }
  return null;
}
