import {type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, Lexer, type Node, type Pair} from "yaml";
import {keyText, type Path} from "../yaml-text.ts";
import {blockLines, flowText, lineText, pairLines} from "./inline-text.ts";

/**
 * Cuts and fills in the text of a YAML file that leave everything else letter for letter. Each gives null where the
 * form at the place is not one of the usual; whether the result says what was meant is for the caller to see.
 */

type YamlDocument = Document.Parsed;

/** A pair of a map or an item of a list, with what it stands in. */
interface Spot {
  readonly container: Node;
  readonly pair: Pair | null;
  readonly index: number;
  readonly value: unknown;
  /** Where it begins: the key of a pair, the content of an item. */
  readonly start: number;
  /** Where its content ends. */
  readonly end: number;
}

/** Puts another value at a path where one stands. Comments within what goes stay above it. */
export function splicedReplacement(
  text: string,
  document: YamlDocument,
  path: Path,
  value: unknown,
  comment: readonly string[]
): string | null {
  if (path.length === 0) return null;
  const spot = spotAt(document, path);
  if (spot === null) return null;
  const flow = isFlow(document, path);
  const inline = flow ? flowText(value) : lineText(value);
  const old = spot.value;
  const short = !isNode(old) || isInline(old);
  if (inline !== null && short) {
    const [from, to] = valueRange(text, spot);
    if (from === null) return null;
    const space = text[from - 1] === ":" || text[from - 1] === "-" ? " " : "";
    const kept = commentsIn(text.slice(from, to));
    const done = `${text.slice(0, from)}${space}${inline}${text.slice(to)}`;
    return withComments(done, spot.start, [...kept, ...comment.map((line) => `# ${line}`)]);
  }
  if (flow) return null;
  const kept = [...commentsIn(text.slice(spot.start, lineEnd(text, spot.end))), ...comment.map((line) => `# ${line}`)];
  const lines = spot.pair === null ? blockLines(value) : pairLines(keyText(spot.pair.key), value);
  const body = indented(lines, columnOf(text, spot.start), eolOf(text));
  const done = text.slice(0, spot.start) + body + text.slice(lineEnd(text, spot.end));
  return withComments(done, spot.start, kept);
}

/** Adds a pair or an item at the end of the map or list that the path's last step is new in. */
export function splicedInsert(
  text: string,
  document: YamlDocument,
  path: Path,
  value: unknown,
  comment: readonly string[]
): string | null {
  const key = path.at(-1);
  const parent = path.length === 1 ? document.contents : nodeAt(document, path.slice(0, -1));
  if (key === undefined) return null;
  const eol = eolOf(text);
  if (path.length === 1 && !isCollection(parent)) {
    return `${ended(text, eol)}${[...comment.map((line) => `# ${line}`), ...pairLines(String(key), value)].join(eol)}${eol}`;
  }
  if (!isMap(parent) && !isSeq(parent)) return null;
  const last = parent.items.length === 0 ? null : spotAt(document, [...path.slice(0, -1), lastStep(parent)]);
  const parentPath = path.slice(0, -1);
  if (parent.flow === true && last === null && parentPath.length > 0 && !isFlow(document, parentPath)) {
    const whole = isMap(parent) ? {[String(key)]: value} : [value];
    if (lineText(whole) === null) return splicedReplacement(text, document, parentPath, whole, comment);
  }
  if (parent.flow === true) {
    const item = isMap(parent) ? `${flowText(String(key))}: ${flowText(value)}` : flowText(value);
    const open = (parent.range?.[0] ?? 0) + 1;
    const done =
      last === null
        ? text.slice(0, open) + item + text.slice(open)
        : `${text.slice(0, last.end)}, ${item}${text.slice(last.end)}`;
    return withComments(
      done,
      open,
      comment.map((line) => `# ${line}`)
    );
  }
  if (last === null) return null;
  const at = lineEnd(text, last.end);
  const first = spotAt(document, [...path.slice(0, -1), firstStep(parent)]);
  if (first === null) return null;
  const column = isMap(parent) ? columnOf(text, first.start) : dashColumn(text, first.start);
  if (column === null) return null;
  const lines = isMap(parent)
    ? pairLines(String(key), value)
    : itemLines(isMap(last.value) && last.value.flow === true ? [`{${flowPairs(value)}}`] : blockLines(value));
  const before = text.slice(0, at);
  const head = before === "" || before.endsWith("\n") ? before : `${before}${eol}`;
  const gap = path.length === 1 && lines.length > 1 ? eol : "";
  const all = [...comment.map((line) => `# ${line}`), ...lines].map((line) => `${" ".repeat(column)}${line}`);
  return `${head}${gap}${all.join(eol)}${eol}${text.slice(at)}`;
}

/** Takes a pair or an item out. What stands above it stays. */
export function splicedRemoval(text: string, document: YamlDocument, path: Path): string | null {
  const spot = spotAt(document, path);
  if (spot === null || !isCollection(spot.container)) return null;
  const {items, flow} = spot.container;
  if (items.length === 1) {
    const empty = isMap(spot.container) ? {} : [];
    if (path.length > 1) return splicedReplacement(text, document, path.slice(0, -1), empty, []);
    return flow === true ? null : text.slice(0, lineStart(text, spot.start)) + text.slice(lineEnd(text, spot.end));
  }
  const sibling = (step: number): Spot | null => {
    const other = spot.container;
    const item: unknown = isCollection(other) ? other.items[spot.index + step] : undefined;
    if (item === undefined) return null;
    const key = isMap(other) ? keyText((item as Pair).key) : spot.index + step;
    return spotAt(document, [...path.slice(0, -1), key]);
  };
  const next = sibling(1);
  const before = sibling(-1);
  if (flow === true) {
    if (next !== null) return text.slice(0, spot.start) + text.slice(next.start);
    return before === null ? null : text.slice(0, before.end) + text.slice(spot.end);
  }
  const start = lineStart(text, spot.start);
  const own = spot.pair === null ? dashColumn(text, spot.start) : columnOf(text, spot.start);
  const lead = text.slice(start, start + (own ?? 0));
  // The first pair of an item stands behind its dash, which the next one takes over.
  if (lead.trim() !== "") return next === null ? null : text.slice(0, spot.start) + text.slice(next.start);
  return text.slice(0, start) + text.slice(lineEnd(text, spot.end));
}

function spotAt(document: YamlDocument, path: Path): Spot | null {
  const step = path.at(-1);
  const container = path.length === 1 ? document.contents : nodeAt(document, path.slice(0, -1));
  if (step === undefined || container === null) return null;
  if (isMap(container)) {
    const index = container.items.findIndex(({key}) => keyText(key) === String(step));
    const pair = container.items[index];
    if (pair === undefined || !isNode(pair.key) || !pair.key.range) return null;
    const [start, keyEnd] = pair.key.range;
    const end = contentEnd(pair.value) ?? colonEnd(pair) ?? keyEnd;
    return {container, pair, index, value: pair.value, start, end};
  }
  if (!isSeq(container) || typeof step !== "number") return null;
  const item: unknown = container.items[step];
  if (!isNode(item) || !item.range) return null;
  const [start] = item.range;
  return {container, pair: null, index: step, value: item, start, end: contentEnd(item) ?? start};
}

function nodeAt(document: YamlDocument, path: Path): Node | null {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) node = node.items.find(({key}) => keyText(key) === String(step))?.value;
    else if (isSeq(node) && typeof step === "number") node = node.items[step];
    else return null;
  }
  return isNode(node) ? node : null;
}

/** Where the content of a value ends, comments and blank lines behind it left out. */
function contentEnd(node: unknown): number | null {
  if (!isNode(node) || !node.range) return null;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (isMap(node)) {
      const pair = last as Pair | undefined;
      if (pair === undefined) return null;
      return contentEnd(pair.value) ?? colonEnd(pair) ?? (isNode(pair.key) ? (pair.key.range?.[1] ?? null) : null);
    }
    return contentEnd(last);
  }
  if (isScalar(node) && node.value === null && node.range[0] === node.range[1]) return null;
  return node.range[1];
}

function colonEnd(pair: Pair): number | null {
  const separators = pair.srcToken !== undefined && "sep" in pair.srcToken ? (pair.srcToken.sep ?? []) : [];
  const colon = separators.find(({type}) => type === "map-value-ind");
  return colon === undefined ? null : colon.offset + 1;
}

/** The text of the value alone; an empty one behind its colon has no length. */
function valueRange(text: string, spot: Spot): readonly [number | null, number] {
  const {value, pair} = spot;
  const empty = !isNode(value) || contentEnd(value) === null;
  if (empty) {
    const colon = pair === null ? null : colonEnd(pair);
    return [colon, colon ?? 0];
  }
  const [start, end] = value.range ?? [null, 0];
  if (start === null || isAlias(value) || value.tag !== undefined || hasAnchor(value)) return [null, 0];
  const kept = text.slice(start, end).trimEnd();
  return [start, start + kept.length];
}

function hasAnchor(node: Node): boolean {
  return "anchor" in node && node.anchor !== undefined;
}

/** Is the value on the lines of its key: a plain or quoted text, or a collection in brackets? */
function isInline(node: Node): boolean {
  if (isCollection(node)) return node.flow === true;
  return !isScalar(node) || (node.type !== "BLOCK_FOLDED" && node.type !== "BLOCK_LITERAL");
}

function isFlow(document: YamlDocument, path: Path): boolean {
  return path.some((_, length) => {
    const node = length === 0 ? document.contents : nodeAt(document, path.slice(0, length));
    return isCollection(node) && node.flow === true;
  });
}

/** The lines of comments in a piece of a file. */
function commentsIn(piece: string): readonly string[] {
  const found: string[] = [];
  let before = "";
  for (const lexeme of new Lexer().lex(piece)) {
    // A text that begins with # follows the mark of a scalar.
    if (lexeme.startsWith("#") && before !== "\u001f") found.push(lexeme.trimEnd());
    before = lexeme;
  }
  return found;
}

function withComments(text: string, at: number, comments: readonly string[]): string {
  if (comments.length === 0) return text;
  const start = lineStart(text, at);
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? "";
  const eol = eolOf(text);
  return text.slice(0, start) + comments.map((line) => `${indent}${line}${eol}`).join("") + text.slice(start);
}

/** Lines behind a start that stands already, the others indented to its column; the last one ends its line. */
function indented(lines: readonly string[], column: number, eol: string): string {
  return lines.map((line, index) => `${index === 0 ? "" : " ".repeat(column)}${line}${eol}`).join("");
}

function itemLines(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
}

function flowPairs(value: unknown): string {
  const text = flowText(value);
  return text.startsWith("{") ? text.slice(1, -1) : text;
}

function firstStep(node: Node): string | number {
  return isMap(node) ? keyText(node.items[0]?.key) : 0;
}

function lastStep(node: Node): string | number {
  if (isMap(node)) return keyText(node.items.at(-1)?.key);
  return isSeq(node) ? node.items.length - 1 : 0;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the next line begins; content that ends with its line break, as a block text does, ends there. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The column of the dash that an item stands behind; null where it is not the only thing before it. */
function dashColumn(text: string, offset: number): number | null {
  const found = /^([ ]*)-[ ]+$/.exec(text.slice(lineStart(text, offset), offset));
  return found === null ? null : (found[1] ?? "").length;
}

function ended(text: string, eol: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}${eol}`;
}

function eolOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
