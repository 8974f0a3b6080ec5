/**
 * `work` for every item, a few at a time, with the results in the order of the items. Where one fails, those that run
 * end, nothing more begins, and the first failure is thrown.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, index: number) => Promise<R>
): Promise<R[]> {
  const results = new Map<number, R>();
  const waiting = [...items.entries()].values();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        results.set(index, await work(item, index));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({length: Math.min(lanes, items.length)}, lane));
  for (const each of ended) if (each.status === "rejected") throw each.reason;
  return items.map((_, index) => results.get(index) as R);
}
