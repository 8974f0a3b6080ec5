import type {Effects} from "../../effects.ts";

/** Times the stages of long work, for the summary; `within` adds up what is done again and again inside a stage. */
export function stopwatch({now}: Effects) {
  const stages: {stage: string; milliseconds: number}[] = [];
  return {
    async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
      const start = now();
      try {
        return await work();
      } finally {
        stages.push({stage, milliseconds: Math.round(now().since(start).total("milliseconds"))});
      }
    },
    async within<T>(stage: string, work: () => Promise<T>): Promise<T> {
      const start = now();
      try {
        return await work();
      } finally {
        const milliseconds = Math.round(now().since(start).total("milliseconds"));
        const known = stages.find((each) => each.stage === stage);
        if (known === undefined) stages.push({stage, milliseconds});
        else known.milliseconds += milliseconds;
      }
    },
    stages: () => stages
  };
}
