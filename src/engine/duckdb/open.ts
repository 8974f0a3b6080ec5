import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {Resource} from "../../operation.ts";
import type {DuckdbEngine} from "./duckdb.ts";
import {openDuckdb} from "./duckdb.ts";

/** The engine of a practice: it reads and writes the lake of the practice and nothing else. */
export const engineOf: Resource<DuckdbEngine> = {
  name: "engine",
  open: async ({folder, settings: {engine}, effects}) => {
    const lake = join(folder.data, "lake");
    await mkdir(lake, {recursive: true});
    return openDuckdb(
      {
        memory: engine.memory,
        ...(engine.threads === undefined ? {} : {threads: engine.threads}),
        spillFolder: join(folder.data, "spill"),
        spill: engine.spill,
        parallel: engine.parallel,
        allowedDirectories: [lake]
      },
      effects
    );
  },
  close: async (engine) => engine.close()
};
