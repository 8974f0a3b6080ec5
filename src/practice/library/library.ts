import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import type {Context, PracticeFolder} from "../../operation.ts";
import {readArrangement} from "../arrangement.ts";
import type {Entry} from "./entry.ts";
import {glossaryTerms, glossaryText} from "./glossary.ts";
import {linkedTo} from "./links.ts";
import {type Fault, type OwnStories, ownStories} from "./own-stories.ts";
import {shippedEntries, shippedFolder} from "./shipped.ts";

/** Where stories lie unless the practice says otherwise. */
const usualFolder = "library";

export interface Library {
  /** Playbooks, lessons, templates, the glossary, then own stories; links in their texts lead to pages. */
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

/** All there is to read: what ships with Ashlar, and the practice's own stories where it has a practice file. */
export async function openLibrary({folder}: Pick<Context, "folder">): Promise<Library> {
  const [shipped, terms, own] = await Promise.all([shippedEntries(), glossaryTerms(), storiesOf(folder)]);
  const glossary: Entry = {
    id: "glossary",
    kind: "glossary",
    title: "Glossary",
    summary: "The words of the field in plain language.",
    capability: null,
    persona: null,
    updated: null,
    own: false,
    path: "/library/glossary",
    markdown: glossaryText(terms),
    file: "glossary.yaml"
  };
  return {entries: [...linked([...shipped, glossary]), ...linked(own.entries)], faults: own.faults};
}

/** Own stories, from the folder that the practice file names; without such a file there are none. */
async function storiesOf(folder: PracticeFolder): Promise<OwnStories> {
  if (folder.file === null) return {entries: [], faults: []};
  const {arrangement, name} = await readArrangement(folder);
  const stories = await ownStories(folder.root, arrangement?.library ?? usualFolder, shippedFolder());
  if (arrangement !== null) return stories;
  const message = `cannot be read whole, so the stories are taken from the folder ${usualFolder}`;
  const remedy = "Correct what this shows: ashlar practice check";
  return {...stories, faults: [...stories.faults, {file: name, message, remedy}]};
}

function linked(entries: readonly Entry[]): readonly Entry[] {
  const pages = new Map(entries.map(({file, path}) => [file, path]));
  return entries.map((entry) => ({
    ...entry,
    markdown:
      entry.kind === "template"
        ? entry.markdown
        : linkedTo(entry.markdown, entry.file, (file) => pages.get(file) ?? null)
  }));
}

/** The entry of an id, or of a name that it ends in; the first kind counts. Throws `not-found` with the nearest. */
export function entryNamed(entries: readonly Entry[], id: string): Entry {
  const found =
    entries.find((entry) => entry.id === id) ??
    entries.find((entry) => entry.id.slice(entry.id.indexOf("/") + 1) === id.toLowerCase());
  if (found !== undefined) return found;
  const names = entries.flatMap((entry) => [entry.id, entry.id.slice(entry.id.indexOf("/") + 1)]);
  throw new UserError("not-found", `There is no ${JSON.stringify(id)} in the library${didYouMean(id, names)}`, {
    remedy: "See what there is with: ashlar library list"
  });
}
