import type {Context, Resource} from "../operation.ts";

const most = 50;

/**
 * Texts of the practice file that were shown lately, by revision: of a conflict it can then be told what changed, also
 * where the file was edited by hand and never applied.
 */
const seenTexts: Resource<Map<string, string>> = {
  name: "practice texts",
  open: () => Promise.resolve(new Map()),
  close: () => Promise.resolve()
};

export async function remember(
  {revision, text}: {readonly revision: string; readonly text: string},
  context: Context
): Promise<void> {
  const seen = await context.use(seenTexts);
  seen.delete(revision);
  seen.set(revision, text);
  const [oldest] = seen.keys();
  if (seen.size > most && oldest !== undefined) seen.delete(oldest);
}

export async function remembered(revision: string, context: Context): Promise<string | null> {
  return (await context.use(seenTexts)).get(revision) ?? null;
}
