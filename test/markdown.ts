/** What the tests of the documentation read in a page of Markdown. */

function withoutCode(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "").replace(/`[^`\n]*`/g, "");
}

/** Targets of links and images, references included. */
export function linksIn(text: string): readonly string[] {
  const prose = withoutCode(text);
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const references = [...prose.matchAll(/^\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/gm)];
  const html = [...prose.matchAll(/<(?:a|img)\b[^>]*\b(?:href|src)="([^"]+)"/g)];
  return [...inline, ...references, ...html].map(([, target = ""]) => target);
}

/** Anchors of the headings, as they are made from their words; a second one of a name ends in `-1`. */
export function anchorsOf(text: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "").matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, title = ""]) => {
    const words = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
    const anchor = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-");
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

/** Calls of `ashlar` in fenced `sh` blocks, without the name, prompts, comments, and what the shell does with them. */
export function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```(?:sh|bash|console)[^\n]*\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block);
  return blocks
    .flatMap((block) => block.replace(/\\\n\s*/g, " ").split("\n"))
    .flatMap((line) => splitOutsideQuotes(line.replace(/^\s*\$\s+/, "")))
    .map((line) => /^\s*(?:npx\s+)?ashlar(?:\s+(.*))?$/.exec(line))
    .filter((match) => match !== null)
    .map(([, call = ""]) => call.trim());
}

/** The commands of a line of shell: split at && || ; | and cut at redirections and comments, outside quotes. */
function splitOutsideQuotes(line: string): readonly string[] {
  const parts = [""];
  let quote = "";
  let skipping = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? "";
    const before = line[at - 1] ?? " ";
    if (quote === "" && /[;|&]/.test(sign)) {
      skipping = false;
      if (parts.at(-1) !== "") parts.push("");
    } else if (quote === "" && (/[<>]/.test(sign) || (sign === "#" && /\s/.test(before)))) {
      skipping = true;
      if (sign === "#") break;
    } else if (!skipping) {
      if (quote === "" && (sign === '"' || sign === "'")) quote = sign;
      else if (sign === quote) quote = "";
      parts[parts.length - 1] += sign;
    }
  }
  return parts;
}

/** A line as the words that a shell makes of it: quotes are taken off, nothing is expanded. */
export function shellWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (const [part = "", double, single, escaped, space, plain] of line.matchAll(
    /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)|(\s+)|([^\s"'\\]+)/gs
  )) {
    if (space !== undefined) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + (double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? plain ?? part);
  }
  return word === null ? words : [...words, word];
}
