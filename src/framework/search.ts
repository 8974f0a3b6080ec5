import {type Context, type Input, operation, type Output} from "../operation.ts";
import {type FrameworkWhat, frameworkSearch as searchContract, frameworkWhat} from "./contract.ts";
import {editionIn} from "./open.ts";
import {rowsOf} from "./rows.ts";

export const frameworkSearchOperation = operation(searchContract, frameworkSearch);

type Found = Output<typeof searchContract>["rows"][number];

/** What is searched: edges repeat the capabilities, so they are left out. */
const searched: readonly FrameworkWhat[] = frameworkWhat.options.filter((what) => what !== "edges");

/** Characters of an excerpt on each side of the word that was found. */
const around = 60;

/** Finds rows in which every word stands, in titles first. Throws `not-found` for the edition. */
export async function frameworkSearch(
  {text, edition: id, limit}: Input<typeof searchContract>,
  context: Context
): Promise<Output<typeof searchContract>> {
  const {framework, edition} = await editionIn(context, id);
  const words = [
    ...new Set(
      folded(text)
        .split(/[^\p{L}\p{N}%]+/u)
        .filter((word) => word !== "")
    )
  ];
  const found = searched
    .flatMap((what) => rowsOf[what](edition, framework).flatMap((row) => match(what, row, words) ?? []))
    .toSorted(
      (a, b) => b.score - a.score || a.title.localeCompare(b.title, "en") || a.what.localeCompare(b.what, "en")
    );
  const rows = found.slice(0, limit);
  return {
    edition: edition.id,
    source: edition.source,
    licence: edition.licence,
    rows,
    found: found.length,
    notes: [
      ...(found.length > rows.length ? [`${found.length - rows.length} more; see them with --limit.`] : []),
      ...(found.length === 0 ? ["Nothing has all of these words. Try fewer, or another edition."] : [])
    ]
  };
}

interface Row {
  readonly id: string;
  readonly title: string;
}

function match(what: FrameworkWhat, row: Row, words: readonly string[]): Found | null {
  const {id, title, ...rest} = row;
  const names = folded(`${title} ${id}`);
  const said = sentences(rest);
  const body = folded(said.join(" · "));
  if (words.length === 0 || !words.every((word) => names.includes(word) || body.includes(word))) return null;
  const whole = words.join(" ");
  const score =
    words.reduce((sum, word) => sum + (names.includes(word) ? 10 : 1) + (startsWord(names, word) ? 5 : 0), 0) +
    (folded(title) === whole || id === whole ? 100 : names.includes(whole) ? 20 : 0) +
    (what === "capabilities" ? 3 : 0);
  return {what, id, title, excerpt: excerptOf(said, words), score};
}

function startsWord(text: string, word: string): boolean {
  return ` ${text}`.replaceAll(/[^\p{L}\p{N}%]/gu, " ").includes(` ${word}`);
}

/** Every text below a value; ids and bases of thresholds are said, too, since people search for them. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

function excerptOf(said: readonly string[], words: readonly string[]): string {
  const best =
    said.find((each) => words.some((word) => folded(each).includes(word))) ??
    said.find((each) => each.includes(" ")) ??
    "";
  const at = Math.max(0, ...words.map((word) => folded(best).indexOf(word)));
  const start = at <= around ? 0 : best.indexOf(" ", at - around) + 1;
  const end = best.length <= at + 2 * around ? best.length : best.lastIndexOf(" ", at + 2 * around);
  return `${start > 0 ? "… " : ""}${best.slice(start, Math.max(end, start))}${end < best.length ? " …" : ""}`;
}

function folded(text: string): string {
  return text.toLowerCase().normalize("NFKC");
}
