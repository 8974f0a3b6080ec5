import {fork} from "node:child_process";
import {extname} from "node:path";
import {fileURLToPath} from "node:url";
import {errorOf} from "../../engine/duckdb/remote-message.ts";
import {UserError} from "../../errors.ts";
import type {Context, Operation} from "../../operation.ts";
import {withHalfMemory} from "./engine-share.ts";
import type {WorkReport, WorkRequest} from "./work-message.ts";

/** How long work that was cancelled may take to put things back, in milliseconds; then its process is ended. */
const patience = 20_000;

/**
 * Runs an operation of the list in a process of its own, so that what it does to memory and processor does not stop
 * the answers of the server. An engine there has half of the memory; questions have the other. Throws what the operation throws, and `engine.failed` where its process dies.
 */
export function inOwnProcess({contract}: Operation, input: unknown, context: Context): Promise<unknown> {
  const {signal, folder, caller, effects, progress, settings} = context;
  const {memory} = withHalfMemory(settings).engine;
  signal.throwIfAborted();
  const module = fileURLToPath(new URL(`./work-child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));
  const child = fork(module, [], {
    serialization: "advanced",
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: process.env
  });
  const tell = (request: WorkRequest): void => void (child.connected && child.send(request, () => undefined));
  let timer: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    tell({kind: "cancel"});
    timer = setTimeout(() => child.kill("SIGKILL"), patience);
  };
  return new Promise<unknown>((resolve, reject) => {
    child.on("message", (report: WorkReport) => {
      if (report.kind === "progress") progress(report.step);
      else if (report.kind === "done") resolve(report.output);
      else reject(errorOf(report.error));
    });
    child.on("error", reject);
    child.on("exit", (code, name) => reject(died(name ?? `status ${code ?? 0}`)));
    signal.addEventListener("abort", cancel, {once: true});
    tell({kind: "order", operation: contract.name, input, root: folder.root, cwd: effects.cwd(), caller, memory});
  }).finally(() => {
    signal.removeEventListener("abort", cancel);
    clearTimeout(timer);
  });
}

function died(reason: string): UserError {
  return new UserError("engine.failed", "the process that did this ended before it was done", {
    remedy: "Nothing half-done is seen by questions. Do it again; ashlar doctor shows whether anything was left over.",
    cause: new Error(reason)
  });
}
