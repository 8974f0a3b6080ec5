import {resolve} from "node:path";
import type {PracticeFolder} from "../../operation.ts";
import type {Settings} from "../../settings.ts";

/** How a practice is found and read. */
export interface PracticeLoader {
  findPractice(start: string): Promise<string>;
  loadPractice(root: string): Promise<{folder: PracticeFolder; settings: Settings}>;
}

/** The practice of a call: the one it names, else the nearest with a practice file upwards, else the current folder. */
export async function practiceOf(
  named: string | null,
  cwd: string,
  loader: PracticeLoader
): Promise<{folder: PracticeFolder; settings: Settings}> {
  return loader.loadPractice(named === null ? await loader.findPractice(cwd) : resolve(cwd, named));
}
