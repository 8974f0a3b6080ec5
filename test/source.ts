import {globSync, readFileSync} from "node:fs";
import {dirname, join, posix, sep} from "node:path";
import {fileURLToPath} from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A file of the sources, as the tests of the architecture see it. */
export interface Source {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments, strings and regular expressions blanked; as long, line for line, as the text. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the root for a file of ours; the name as written for a package. */
  readonly target: string;
  readonly local: boolean;
  /** Vanishes when types are stripped. */
  readonly typeOnly: boolean;
  /** `import()`: loaded when it is reached, not at the start. */
  readonly lazy: boolean;
}

export function readSources(pattern: string): readonly Source[] {
  return globSync(pattern, {cwd: root})
    .map((path) => path.split(sep).join("/"))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return {path, text, code: blanked(text), imports: importsOf(path, text)};
    });
}

/** Finds imports and exports from other files in TypeScript that is formatted as ours is. */
export function importsOf(path: string, text: string): readonly Import[] {
  const code = blanked(text, true);
  const found: Import[] = [];
  for (const match of code.matchAll(/^(?:import|export)\b(?:([^;'"(]*?)\bfrom\s*|\s*)(["'])([^"'\n]+)\2/gm)) {
    const [, clause = "", , name = ""] = match;
    found.push({...resolved(path, name), typeOnly: isTypeOnly(clause), lazy: false});
  }
  for (const match of code.matchAll(/(typeof\s+)?\bimport\(\s*(["'])([^"'\n]+)\2\s*\)/g)) {
    found.push({...resolved(path, match[3] ?? ""), typeOnly: match[1] !== undefined, lazy: true});
  }
  return found;
}

function isTypeOnly(clause: string): boolean {
  if (/^\s+type\b(?!\s+from)/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(",")
    .filter((name) => name.trim() !== "");
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

function resolved(path: string, name: string): {target: string; local: boolean} {
  if (!name.startsWith(".")) return {target: name, local: false};
  return {target: posix.normalize(posix.join(posix.dirname(path), name)), local: true};
}

/** The text with comments blanked, and with strings, templates and regular expressions too unless they are kept. */
export function blanked(text: string, keepStrings = false): string {
  let code = "";
  let at = 0;
  const depths: number[] = [];
  let depth = 0;
  const blank = (end: number, keep: boolean): void => {
    const part = text.slice(at, end);
    code += keep ? part : part.replace(/[^\n]/g, " ");
    at = end;
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 2);
    const sign = text[at] ?? "";
    if (rest === "//") blank(endOf(text, "\n", at), false);
    else if (rest === "/*") blank(endOf(text, "*/", at + 2) + 2, false);
    else if (sign === '"' || sign === "'") blank(endOfString(text, at), keepStrings);
    else if (sign === "`" || (sign === "}" && depths.at(-1) === depth)) {
      if (sign === "}") {
        depths.pop();
        depth -= 1;
      }
      const end = endOfTemplate(text, at + 1);
      const opens = text.startsWith("${", end - 2) && text[end - 1] === "{";
      blank(end, false);
      if (opens) {
        depth += 1;
        depths.push(depth);
      }
    } else if (sign === "/" && /(^|[=(,:?[!&|{};>]|\breturn)\s*$/.test(code.slice(-40)))
      blank(endOfRegex(text, at), false);
    else {
      if (sign === "{") depth += 1;
      if (sign === "}") depth -= 1;
      blank(at + 1, true);
    }
  }
  return code;
}

function endOf(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at;
}

function endOfString(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length && text[at] !== quote && text[at] !== "\n") at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function endOfTemplate(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text[at] === "\\") at += 2;
    else if (text[at] === "`") return at + 1;
    else if (text.startsWith("${", at)) return at + 2;
    else at += 1;
  }
  return text.length;
}

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "[") inClass = true;
    else if (text[at] === "]") inClass = false;
    else if (text[at] === "/" && !inClass) return at + 1;
  }
  return from + 1;
}
