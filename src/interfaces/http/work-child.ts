import {defaultEffects} from "../../effects.ts";
import {plainError} from "../../engine/duckdb/remote-message.ts";
import {operations} from "../../operations.ts";
import {loadPractice} from "../../practice/load.ts";
import {openWorkplace} from "../../workplace.ts";
import type {WorkOrder, WorkReport, WorkRequest} from "./work-message.ts";

/** The process in which a server runs one heavy operation; it stops when the server does. */
const abort = new AbortController();

function say(report: WorkReport): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(report, undefined, undefined, () => resolve());
  });
}

async function perform({operation, input, root, cwd, caller, memory}: WorkOrder): Promise<unknown> {
  const found = operations.find(({contract}) => contract.name === operation);
  if (found === undefined) throw new Error(`there is no operation ${operation}`);
  const practice = await loadPractice(root);
  const place = openWorkplace({
    ...practice,
    settings: {...practice.settings, engine: {...practice.settings.engine, memory}},
    caller,
    effects: {...defaultEffects, cwd: () => cwd},
    signal: abort.signal,
    progress: (step) => void say({kind: "progress", step})
  });
  try {
    return await found.run(input, place.context);
  } finally {
    await place.close();
  }
}

process.on("message", (request: WorkRequest) => {
  if (request.kind === "cancel") {
    abort.abort();
    return;
  }
  void perform(request)
    .then((output) => say({kind: "done", output}))
    .catch((error: unknown) => say({kind: "failed", error: plainError(error)}))
    .then(() => process.disconnect?.());
});
process.on("disconnect", () => abort.abort());
// The server decides when this ends; a terminal sends its interrupt to every process.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
