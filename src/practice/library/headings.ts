/** A heading of a Markdown text: `id` is its anchor, `level` 1 to 6, `start` the line (from 0) that it stands on. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly start: number;
}

/** Headings written with `#`, in order, code blocks apart; anchors as GitHub makes them, a second one ends in `-1`. */
export function headingsOf(markdown: string): readonly Heading[] {
  const seen = new Map<string, number>();
  return proseLines(markdown).flatMap(({text, line}) => {
    const match = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(text.trimEnd());
    if (match === null) return [];
    const title = withoutTargets(unclosed(match[2] ?? "")).replace(/[`*]/g, "");
    const anchor = anchorOf(title);
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return [{id: count === 0 ? anchor : `${anchor}-${count}`, title, level: (match[1] ?? "").length, start: line}];
  });
}

/** A heading's text without the `#` that may close it. */
function unclosed(text: string): string {
  let end = text.length;
  while (end > 1 && text[end - 1] === "#") end -= 1;
  return text.slice(0, end).trimEnd();
}

/** A text with the words of its links alone. Neither half goes over a `[`, so that a text of brackets takes no hours. */
export function withoutTargets(text: string): string {
  return text.replaceAll(/\[([^\][]*)\]\([^)[]*\)/g, "$1");
}

/** The words of a heading as an anchor. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

/** The text from a heading to the next one of its level or a higher one; null where there is no such heading. */
export function sectionOf(markdown: string, id: string): string | null {
  const headings = headingsOf(markdown);
  const at = headings.findIndex((heading) => heading.id === id);
  const heading = headings[at];
  if (heading === undefined) return null;
  const next = headings.slice(at + 1).find(({level}) => level <= heading.level);
  return `${markdown.split("\n").slice(heading.start, next?.start).join("\n").trim()}\n`;
}

/** Lines outside fenced code, each with its number from 0. */
export function proseLines(markdown: string): readonly {readonly text: string; readonly line: number}[] {
  let fence: string | null = null;
  return markdown.split("\n").flatMap((text, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && /^[\s`~]*$/.test(text)) fence = null;
      return [];
    }
    if (mark !== undefined) {
      fence = mark;
      return [];
    }
    return [{text, line}];
  });
}
