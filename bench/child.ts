import {fork} from "node:child_process";
import {once} from "node:events";
import {fileURLToPath} from "node:url";
import type {Job, Measurement, Reply, Result} from "./job.ts";

/** A process of its own that does jobs one after the other. */
export interface Child {
  run<K extends Result["kind"]>(job: Job, expected: K): Promise<Measurement<Extract<Result, {kind: K}>>>;
  close(): Promise<void>;
}

export function openChild(): Child {
  const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), {stdio: "inherit"});
  const ended = once(child, "exit");
  return {
    run: async (job, expected) => {
      const gone = ended.then(([code, signal]): never => {
        throw new Error(`the process of ${job.kind} ended with ${String(signal ?? code)}`);
      });
      gone.catch(() => undefined);
      const replied = once(child, "message");
      child.send(job);
      const [reply] = (await Promise.race([replied, gone])) as [Reply];
      if (!reply.ok) throw new Error(`${job.kind}: ${reply.message}`);
      const {ok: _, ...measurement} = reply;
      if (measurement.result.kind !== expected) throw new Error(`${job.kind} gave ${measurement.result.kind}`);
      return measurement as Measurement<Extract<Result, {kind: typeof expected}>>;
    },
    close: async () => {
      child.kill();
      await ended;
    }
  };
}

/** Does one job in a process of its own. */
export async function inChild<K extends Result["kind"]>(
  job: Job,
  expected: K
): Promise<Measurement<Extract<Result, {kind: K}>>> {
  const child = openChild();
  try {
    return await child.run(job, expected);
  } finally {
    await child.close();
  }
}
