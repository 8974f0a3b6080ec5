import {join} from "node:path";
import {defaultEffects} from "../src/effects.ts";
import {type Context, localCaller} from "../src/operation.ts";
import {settings} from "../src/settings.ts";
import {tags} from "./hand.ts";

/** A practice in a folder, as the command line would open it, with a limit of memory. */
export function practice(root: string, memory: string): Omit<Context, "use"> {
  return {
    caller: localCaller,
    folder: {root, file: null, data: join(root, ".ashlar")},
    settings: settings.parse({engine: {memory}, tags}),
    effects: defaultEffects,
    signal: new AbortController().signal,
    progress: () => undefined
  };
}
