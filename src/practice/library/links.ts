import {posix} from "node:path";
import {proseLines} from "./headings.ts";

/**
 * The text with its links to other files of the library turned into what `pageOf` says, which gets the path of the file
 * from the folder of the library and gives null where there is no such entry; code is left as it is.
 */
export function linkedTo(markdown: string, file: string, pageOf: (file: string) => string | null): string {
  const prose = new Set(proseLines(markdown).map(({line}) => line));
  return markdown
    .split("\n")
    .map((text, line) => (prose.has(line) ? linkedLine(text, file, pageOf) : text))
    .join("\n");
}

function linkedLine(text: string, file: string, pageOf: (file: string) => string | null): string {
  // A target has no `(`, so that a line of nothing but beginnings of links takes no hours.
  return text.replace(/`[^`]*`|\]\(([^()#\s]+)(#[^()\s]*)?\)/g, (all, target, anchor) => {
    if (typeof target !== "string" || !/\.(md|yaml)$/.test(target) || /^([a-z]+:|\/)/i.test(target)) return all;
    const page = pageOf(posix.normalize(posix.join(posix.dirname(file), decoded(target))));
    return page === null ? all : `](${page}${typeof anchor === "string" ? anchor : ""})`;
  });
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Pages of the library that a text leads to, each once, without anchors. */
export function pagesIn(markdown: string): readonly string[] {
  const text = proseLines(markdown)
    .map((line) => line.text)
    .join("\n");
  return [...new Set([...text.matchAll(/\]\((\/library\/[^)\s#?]+)/g)].map(([, page = ""]) => page))];
}
