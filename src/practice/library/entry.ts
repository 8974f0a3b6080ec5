import {parseDocument} from "yaml";
import {z} from "zod";
import {messageOf} from "../../errors.ts";
import {headingsOf} from "./headings.ts";

export type EntryKind = "playbook" | "lesson" | "story" | "template" | "glossary";

/** Something to read: a Markdown file with what its head says about it. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly summary: string;
  readonly capability: string | null;
  readonly persona: string | null;
  readonly updated: string | null;
  readonly own: boolean;
  /** Path of its page. */
  readonly path: string;
  /** The text below the head, without the title where the text begins with it. */
  readonly markdown: string;
  /** Path of the file from the folder of the library, with slashes. */
  readonly file: string;
}

const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and dashes");

/** What the head of a file may say; other keys, as other tools write them, are left alone. */
const head = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  summary: z.string().trim().max(400).default(""),
  capability: slug.nullable().default(null),
  persona: slug.nullable().default(null),
  updated: z.iso.date().nullable().default(null)
});

/** Characters of a head; more is no head of ours. */
const longestHead = 8192;

/** Reads a Markdown file with an optional YAML head. Throws `Error` with a sentence where the head cannot be read. */
export function entryOf(text: string, place: Pick<Entry, "kind" | "id" | "own" | "path" | "file">): Entry {
  const {front, body} = parts(text);
  const {title, ...said} = parseHead(front);
  const [first] = headingsOf(body);
  const opens = first?.level === 1 && body.split("\n").slice(0, first.start).join("").trim() === "";
  return {
    ...place,
    ...said,
    title: title ?? first?.title ?? titleOf(place.file),
    markdown: `${(opens
      ? body
          .split("\n")
          .slice(first.start + 1)
          .join("\n")
      : body
    ).trim()}\n`
  };
}

function parts(text: string): {front: string; body: string} {
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const match = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$\n?/m.exec(plain.slice(0, longestHead));
  if (match?.index !== 0) return {front: "", body: plain};
  return {front: match[1] ?? "", body: plain.slice(match[0].length)};
}

function parseHead(front: string): z.output<typeof head> {
  // The failsafe of YAML aside, a date stays the text it is written as.
  const document = parseDocument(front, {schema: "core", prettyErrors: false, uniqueKeys: true});
  const [fault] = document.errors;
  if (fault !== undefined) throw new Error(`the head is not YAML: ${fault.message}`);
  let value: unknown;
  try {
    value = document.toJS({maxAliasCount: 0}) ?? {};
  } catch (error) {
    throw new Error(`the head is not YAML: ${messageOf(error)}`, {cause: error});
  }
  const parsed = head.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`the head says something wrong: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
}

function titleOf(file: string): string {
  const name = file.split("/").at(-1) ?? file;
  const words = name.replace(/\.md$/i, "").replaceAll(/[-_]+/g, " ").trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
