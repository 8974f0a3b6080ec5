import type {Effects} from "../../effects.ts";

/** Times the stages of long work, for the summary. */
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
    stages: () => stages
  };
}
