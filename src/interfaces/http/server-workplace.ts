import {mkdir, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import type {Effects} from "../../effects.ts";
import {engineOf} from "../../engine/duckdb/open.ts";
import {openRemoteDuckdb, type RemoteEngine} from "../../engine/duckdb/remote.ts";
import {localCaller, type PracticeFolder, type Resource} from "../../operation.ts";
import {loadPractice} from "../../practice/load.ts";
import type {Settings} from "../../settings.ts";
import {openWorkplace, override, type Workplace} from "../../workplace.ts";
import {withHalfMemory} from "./engine-share.ts";
import {exportsFolder} from "./parquet.ts";
import type {EngineLoad} from "./server-options.ts";

export interface ServerWorkplace extends Workplace {
  /** The settings of the practice file as it is now. */
  settings(): Promise<Settings>;
  engine(): Promise<EngineLoad | null>;
}

/** The workplace of a server: its engine runs in a process of its own, with half of the memory. Operations run from the practice folder. */
export function serverWorkplace(practice: {
  readonly folder: PracticeFolder;
  readonly settings: Settings;
  readonly effects: Effects;
}): ServerWorkplace {
  let engine: RemoteEngine | undefined;
  const remote: Resource<RemoteEngine> = {
    name: "engine",
    open: async ({folder, settings}) => {
      const lake = join(folder.data, "lake");
      const exported = join(folder.data, exportsFolder);
      await rm(exported, {recursive: true, force: true});
      await mkdir(lake, {recursive: true});
      await mkdir(exported, {recursive: true});
      const {memory, threads, spill, parallel} = withHalfMemory(settings).engine;
      engine = await openRemoteDuckdb(
        {
          memory,
          ...(threads === undefined ? {} : {threads}),
          spillFolder: join(folder.data, "spill"),
          spill,
          parallel,
          allowedDirectories: [lake, exported]
        },
        process.env
      );
      return engine;
    },
    close: (opened) => opened.close()
  };
  const {folder} = practice;
  const place = openWorkplace(
    {
      ...practice,
      effects: {...practice.effects, cwd: () => folder.root},
      caller: localCaller,
      signal: new AbortController().signal,
      progress: () => undefined
    },
    [override(engineOf, remote)]
  );
  return {
    ...place,
    settings: currentSettings(practice),
    engine: async () => (engine === undefined ? null : {pending: engine.pending(), memory: await engine.memory()})
  };
}

/** Reads the practice file again when it has changed; a file with a mistake leaves the settings as they were. */
function currentSettings({
  folder,
  settings
}: {
  readonly folder: PracticeFolder;
  readonly settings: Settings;
}): () => Promise<Settings> {
  let current = settings;
  let seen: string | null = null;
  return async () => {
    const file = await stat(join(folder.root, "ashlar.yaml")).catch(() => null);
    const now = file === null ? "none" : `${file.mtimeMs} ${file.size}`;
    if (seen !== null && seen !== now) {
      current = await loadPractice(folder.root).then(
        (practice) => practice.settings,
        () => current
      );
    }
    seen = now;
    return current;
  };
}
