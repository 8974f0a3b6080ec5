import {lstat, open, readdir, realpath, stat} from "node:fs/promises";
import {isAbsolute, join, relative, sep} from "node:path";
import {messageOf} from "../../errors.ts";
import {type Entry, entryOf} from "./entry.ts";

/** An own file that is not taken: what is wrong and what would put it right. */
export interface Fault {
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/** Bounds of a practice's own library: files, bytes of a file, folders inside folders, names looked at. */
const most = {files: 300, bytes: 262_144, depth: 5, names: 3000} as const;

export interface OwnStories {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

const none: OwnStories = {entries: [], faults: []};

/**
 * Stories in `folder` below the root of a practice, by path. Nothing outside the practice is read, whatever links say,
 * and one bad file spoils no other. No stories where the folder is missing or is `except` (the shipped library, when
 * the checkout itself is the practice).
 */
export async function ownStories(root: string, folder: string, except: string): Promise<OwnStories> {
  const [home, base] = await Promise.all([resolved(root), resolved(join(root, folder))]);
  if (home === null || base === null || base === (await resolved(except))) return none;
  if (base !== home && !isInside(home, base)) {
    return {entries: [], faults: [fault(folder, "leads out of the practice folder", "Keep the stories inside it.")]};
  }
  const {files, faults} = await markdownFiles(base);
  const read = await Promise.all(files.map(async (file) => story(base, file)));
  const entries: Entry[] = [];
  const found: Fault[] = [...faults];
  for (const each of read) {
    if ("message" in each) found.push(each);
    else if (entries.some(({id}) => id === each.id)) {
      found.push(fault(each.file, `has the same name as another: ${each.id}`, "Give it another file name."));
    } else entries.push(each);
  }
  return {entries, faults: found};
}

async function story(base: string, file: string): Promise<Entry | Fault> {
  const name = file
    .replace(/\.md$/i, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  if (name === "") return fault(file, "has no letter or digit in its name", "Give it a name of letters and digits.");
  try {
    const text = await readText(base, file);
    const id = `story/${name}`;
    return entryOf(text, {kind: "story", id, own: true, path: `/library/${id}`, file});
  } catch (error) {
    return fault(file, messageOf(error), "Correct the file, or take it out of the folder.");
  }
}

/** The text of a file that, links followed, lies inside the folder and is small enough. */
async function readText(base: string, file: string): Promise<string> {
  const path = await realpath(join(base, file));
  if (!isInside(base, path)) throw new Error("is a link that leads out of the library");
  const found = await stat(path);
  // Opening a pipe would wait for its writer for ever.
  if (!found.isFile()) throw new Error("is not a file");
  if (found.size > most.bytes) throw new Error(`has more than ${most.bytes / 1024} kB`);
  const handle = await open(path, "r");
  try {
    const buffer = Buffer.alloc(most.bytes + 1);
    const {bytesRead} = await handle.read(buffer, 0, buffer.length, 0);
    if (bytesRead > most.bytes) throw new Error(`has more than ${most.bytes / 1024} kB`);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.includes(0)) throw new Error("is not text");
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Error("is not UTF-8 text", {cause: error});
    throw error;
  } finally {
    await handle.close();
  }
}

/** Markdown files below a folder, with slashes, in order; hidden ones and linked folders are left out. */
async function markdownFiles(base: string): Promise<{files: readonly string[]; faults: readonly Fault[]}> {
  const files: string[] = [];
  const faults: Fault[] = [];
  const folders = [""];
  let names = 0;
  for (const folder of folders) {
    const listed = await readdir(join(base, folder)).catch((error: unknown): string[] => {
      faults.push(fault(folder, messageOf(error), "Check the permissions of the folder."));
      return [];
    });
    for (const name of listed.toSorted()) {
      if (name.startsWith(".")) continue;
      const path = folder === "" ? name : `${folder}/${name}`;
      names += 1;
      if (names > most.names || files.length >= most.files) {
        const limit = `the folder has more than ${most.files} stories or ${most.names} names`;
        return {files, faults: [...faults, fault(path, `${limit}; this and what follows is left out`, "Keep fewer.")]};
      }
      const found = await lstat(join(base, path)).catch(() => null);
      if (found?.isDirectory() === true) {
        if (path.split("/").length < most.depth) folders.push(path);
        else faults.push(fault(path, "lies too deep", `Keep at most ${most.depth} folders inside each other.`));
      } else if (found !== null && /\.md$/i.test(name)) files.push(path);
    }
  }
  return {files, faults};
}

async function resolved(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function fault(file: string, message: string, remedy: string): Fault {
  return {file: file.replaceAll(/\p{Cc}/gu, "�"), message, remedy};
}
