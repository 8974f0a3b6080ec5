import {printable} from "../../render/printable.ts";

const wide =
  /^(\p{Emoji_Presentation}|.*\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}])/u;
const narrow = /^[\u0020-\u007E\u00A0-\u02FF]*$/;

function graphemes(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter("en", {granularity: "grapheme"}).segment(text), ({segment}) => segment);
}

/** Columns that a text takes on a terminal: two for wide characters and emoji, none for control characters. */
export function textWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  return graphemes(text).reduce((sum, segment) => sum + segmentWidth(segment), 0);
}

function segmentWidth(segment: string): number {
  if (/^[\p{Cc}\p{Cf}\p{Mn}]+$/u.test(segment)) return 0;
  return wide.test(segment) ? 2 : 1;
}

/** The text in at most `width` columns, with `…` for what its middle loses. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  if (width < 2) return "…".slice(0, Math.max(0, width));
  const parts = graphemes(text);
  const tailRoom = Math.floor((width - 1) / 2);
  const tail = taken(parts.toReversed(), tailRoom).toReversed();
  const head = taken(parts, width - 1 - tail.reduce((sum, part) => sum + segmentWidth(part), 0));
  return `${head.join("")}…${tail.join("")}`;
}

function taken(parts: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = parts.findIndex((part) => (left -= segmentWidth(part)) < 0);
  return end < 0 ? parts : parts.slice(0, end);
}

export function padded(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "left" ? text + space : space + text;
}

/** Prose in lines of at most `width` columns, broken at spaces; lines after the first are indented. */
export function wrapped(text: string, width: number, indent = ""): string {
  const lines = [""];
  for (const word of printable(text).split(" ")) {
    const line = lines.at(-1) ?? "";
    const room = width - textWidth(line) - (line.trim() === "" ? 0 : 1);
    if (line.trim() === "" || textWidth(word) <= room)
      lines[lines.length - 1] = line.trim() === "" ? line + word : `${line} ${word}`;
    else lines.push(indent + word);
  }
  return lines.map((line) => shortened(line, width)).join("\n");
}
