import {z} from "zod";
import {contract} from "../../operation.ts";

const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and dashes");

export const entryKind = z.enum(["playbook", "lesson", "story", "template", "glossary"]);

const text = z.string().trim().min(1).max(200);

const attribution = {
  source: z.string().describe("where the facts come from that the text builds on; to be shown with it"),
  licence: z.string().describe("under what terms the text may be used; to be shown with it")
};

const entry = z.object({
  id: z.string().describe("kind and name: playbook/allocation, lesson/finance, story/our-first-close, glossary"),
  kind: entryKind,
  title: z.string(),
  summary: z.string().describe("one sentence; empty where an own story has none"),
  capability: z.string().nullable().describe("id of the capability it is about"),
  persona: z.string().nullable().describe("id of the persona it is for"),
  updated: z.string().nullable().describe("day of the last change of meaning, as the text states it"),
  own: z.boolean().describe("written by this practice, not shipped with Ashlar"),
  path: z.string().describe("page of it: /library/playbook/allocation; a section is its id after #")
});

export const libraryList = contract({
  name: "library.list",
  summary:
    "What there is to read: a playbook for each capability, a lesson for each persona, the glossary, own stories.",
  description:
    "Playbooks have a section for each of crawl, walk and run. Own stories are Markdown files in the folder library of the " +
    "practice; a file that cannot be taken is named with the reason under faults and spoils nothing else.",
  kind: "read",
  input: z.strictObject({
    kind: entryKind.optional().describe("only this kind"),
    capability: slug.optional().describe("only what is about this capability, such as allocation"),
    persona: slug.optional().describe("only what is for this persona, such as finance"),
    text: text.optional().describe("only what has all of these words, best match first")
  }),
  output: z.object({
    rows: z.array(z.object({...entry.shape, excerpt: z.string().nullable().describe("where the words stand")})),
    faults: z
      .array(z.object({file: z.string(), message: z.string(), remedy: z.string()}))
      .describe("own files that are not taken"),
    ...attribution
  }),
  examples: [
    {command: "library list --kind playbook", remark: "the playbooks"},
    {command: "library list --text 'shared cost'", remark: "what speaks of shared cost"}
  ]
});

export const libraryShow = contract({
  name: "library.show",
  summary: "A playbook, lesson, story or template as Markdown, whole or one section of it.",
  description:
    "The id is kind and name (playbook/allocation); the name alone does where one entry has it, and means the playbook " +
    "where several have. The sections of a playbook are crawl, walk and run. To begin a story of your own: " +
    "ashlar library show template/story > library/our-first-close.md",
  kind: "read",
  input: z.strictObject({
    id: z.string().trim().min(1).max(200).describe("id or name of the entry"),
    section: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe("id of a heading, such as walk: only what stands below it")
  }),
  output: z.object({
    ...entry.shape,
    markdown: z
      .string()
      .describe("the text without its title; links to other entries are pages (/library/playbook/allocation#walk)"),
    section: z.string().nullable(),
    sections: z
      .array(z.object({id: z.string(), title: z.string(), level: z.int()}))
      .describe("headings of the whole text in order; level 2 is the highest"),
    related: z.array(z.object({id: z.string(), title: z.string(), path: z.string()})).describe("entries it links to"),
    ...attribution
  }),
  positional: ["id"],
  examples: [
    {command: "library show allocation", remark: "the playbook"},
    {command: "library show allocation --section walk", remark: "from crawl to walk"},
    {command: "library show lesson/finance", remark: "the lesson for finance"}
  ]
});

export const libraryGlossary = contract({
  name: "library.glossary",
  summary: "The words of the field in plain language, with other names and what to read next.",
  kind: "read",
  input: z.strictObject({
    text: text.optional().describe("a word or part of it; finds terms, other names, then meanings")
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        term: z.string(),
        meaning: z.string(),
        also: z.array(z.string()).describe("other names"),
        see: z.array(z.object({id: z.string(), term: z.string()})).describe("terms to read next"),
        path: z.string()
      })
    ),
    ...attribution
  }),
  positional: ["text"],
  examples: [
    {command: "library glossary showback", remark: "what the word means"},
    {command: "library glossary", remark: "all terms"}
  ]
});
