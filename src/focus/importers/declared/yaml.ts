import {type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument} from "yaml";
import {messageOf} from "../../../errors.ts";
import type {DeclaredProblem, Path} from "./problem.ts";

/** A declaration that was read as YAML, with the places of what stands in it. */
export interface DeclarationText {
  readonly value: unknown;
  /** The place of a path, or of the nearest thing above it; `offset` counts into the text that stands there. */
  position(path: Path, offset?: number | null): {readonly line: number; readonly column: number};
}

const largest = 1_000_000;

/** Reads a declaration; every scalar of it is text. What is no YAML is a problem of `file`. */
export function readDeclaration(text: string, file: string): DeclarationText | DeclaredProblem {
  const broken = (message: string, remedy: string, line = 1, column = 1): DeclaredProblem => ({
    file,
    line,
    column,
    message,
    remedy
  });
  if (text.length > largest)
    return broken(`the file has more than ${largest} characters`, "Keep large samples in files of their own.");
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      schema: "failsafe",
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true
    });
    const at = (offset: number) => {
      const {line, col} = lines.linePos(offset);
      return {line: Math.max(line, 1), column: Math.max(col, 1)};
    };
    const [error] = document.errors;
    if (error !== undefined) {
      const {line, column} = at(error.pos[0]);
      const remedy = "Correct the line: spaces before keys, each key once, texts with : or # in quotes.";
      return broken(`not YAML: ${error.message.replace(/\.?\s*$/, "")}`, remedy, line, column);
    }
    return {
      value: document.toJS({maxAliasCount: 50}) as unknown,
      position: (path, offset = null) => at(offsetOf(document, path, offset))
    };
  } catch (error) {
    return broken(`not YAML: ${messageOf(error)}`, "Write it plainly: less nesting, fewer aliases.");
  }
}

export function isProblem(read: DeclarationText | DeclaredProblem): read is DeclaredProblem {
  return "message" in read;
}

/** Of a key the place of the key itself, but with an offset a place in the text that it has. */
function offsetOf(document: Document.Parsed, path: Path, inside: number | null): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  if (inside === null || !isScalar(node)) return offset;
  const start = node.range?.[0] ?? offset;
  if (node.type === "PLAIN") return start + inside;
  // Within quotes places are exact as long as nothing is escaped; a block's place is its beginning.
  return node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? start + 1 + inside : start;
}
