import {tmpdir} from "node:os";
import {join} from "node:path";
import {engineConformance} from "../conformance.ts";
import {openDuckdb} from "./duckdb.ts";

engineConformance("duckdb", async () =>
  openDuckdb({
    memory: "500MB",
    threads: 2,
    spillFolder: join(tmpdir(), "ashlar-conformance-spill"),
    spill: "1GB",
    parallel: 2,
    allowedDirectories: []
  })
);
