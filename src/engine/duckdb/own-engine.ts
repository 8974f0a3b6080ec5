import {join} from "node:path";
import type {Context} from "../../operation.ts";
import {type DuckdbEngine, openDuckdb} from "./duckdb.ts";

/** An engine with sessions, for work that writes files. */
export type OwnEngine = DuckdbEngine;

/**
 * An engine beside that of the questions while `work` runs, with the memory that the practice gives one. It reads and
 * writes these folders (absolute) and nothing else.
 */
export async function withOwnEngine<T>(
  folders: readonly string[],
  {settings, effects, folder}: Context,
  work: (engine: OwnEngine) => Promise<T>
): Promise<T> {
  const {memory, threads, spill} = settings.engine;
  const engine = await openDuckdb(
    {
      memory,
      ...(threads === undefined ? {} : {threads}),
      spill,
      parallel: 1,
      spillFolder: join(folder.data, "spill"),
      allowedDirectories: folders
    },
    effects
  );
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
