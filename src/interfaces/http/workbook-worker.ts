import {parentPort, workerData} from "node:worker_threads";
import type {SheetParts} from "./sheet.ts";
import {sheet} from "./sheet.ts";

/** Makes a workbook beside the thread that answers calls, which it would stop for seconds. */
const bytes = await sheet(workerData as SheetParts);
parentPort?.postMessage(bytes, []);
