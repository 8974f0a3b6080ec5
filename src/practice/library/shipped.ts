import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {packageFolder} from "../../package-folder.ts";
import {type Entry, entryOf, type EntryKind} from "./entry.ts";

/** Folders of the shipped library and the kind of what lies in each. */
const folders: readonly (readonly [string, EntryKind])[] = [
  ["playbooks", "playbook"],
  ["lessons", "lesson"],
  ["templates", "template"]
];

/** The folder `library` of this package. */
export function shippedFolder(): string {
  return join(packageFolder(), "library");
}

/** Playbooks, lessons and templates that come with Ashlar, by kind and file name. */
export async function shippedEntries(): Promise<readonly Entry[]> {
  const root = shippedFolder();
  const kinds = await Promise.all(
    folders.map(async ([folder, kind]) => {
      const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(".md")).toSorted();
      return Promise.all(names.map((name) => shippedEntry(root, `${folder}/${name}`, kind)));
    })
  );
  return kinds.flat();
}

async function shippedEntry(root: string, file: string, kind: EntryKind): Promise<Entry> {
  const text = await readFile(join(root, file), "utf8");
  const id = `${kind}/${(file.split("/").at(-1) ?? "").replace(/\.md$/, "")}`;
  return entryOf(text, {kind, id, own: false, path: `/library/${id}`, file});
}
