import {alliedHomes} from "./allied.data.ts";
import {coreHomes} from "./core.data.ts";

/** The home of each persona, by its id in the newest edition. */
export const homes: readonly (typeof coreHomes)[number][] = [...coreHomes, ...alliedHomes];
