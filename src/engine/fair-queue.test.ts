import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {fairQueue} from "./fair-queue.ts";

/** Lets callers stand in line behind one who holds the only place, and says in which order they are let in. */
async function served(callers: readonly string[]): Promise<readonly string[]> {
  const queue = fairQueue({parallel: 1, limit: callers.length});
  const leave = await queue.enter("first");
  const order: string[] = [];
  const done = callers.map(async (caller) => {
    const leave = await queue.enter(caller);
    order.push(caller);
    leave();
  });
  leave();
  await Promise.all(done);
  return order;
}

describe("a fair queue", () => {
  test("lets in as many as there are places, and each gives back one", async () => {
    const queue = fairQueue({parallel: 2, limit: 10});
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({length: 10}, async () => {
        const leave = await queue.enter("a");
        inside += 1;
        most = Math.max(most, inside);
        await Promise.resolve();
        inside -= 1;
        leave();
        leave();
      })
    );
    expect(most).toBe(2);
  });

  test("takes callers in turns, each in order", async () => {
    expect(await served(["a", "a", "a", "a", "b", "c", "b"])).toEqual(["a", "b", "c", "a", "b", "a", "a"]);
  });

  test("serves everybody, and nobody twice while another waits unserved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c", "d"), {maxLength: 30}), async (callers) => {
        const order = await served(callers);
        expect([...order].sort()).toEqual([...callers].sort());
        const left = Map.groupBy<string, string>(callers, (caller) => caller);
        const count = (caller: string): number => left.get(caller)?.length ?? 0;
        const turns = new Map<string, number>();
        for (const caller of order) {
          turns.set(caller, (turns.get(caller) ?? 0) + 1);
          for (const other of left.keys()) {
            // Whoever still waits has had at least as many turns but one.
            if ((turns.get(other) ?? 0) < count(other)) {
              expect((turns.get(caller) ?? 0) - (turns.get(other) ?? 0)).toBeLessThanOrEqual(1);
            }
          }
        }
      })
    );
  });

  test("refuses who comes when too many wait, and has room again afterwards", async () => {
    const queue = fairQueue({parallel: 1, limit: 1});
    const leave = await queue.enter("a");
    const waiting = queue.enter("a");
    await expect(queue.enter("b")).rejects.toMatchObject({code: "engine.busy", remedy: expect.any(String)});
    leave();
    const second = await waiting;
    const third = queue.enter("b");
    second();
    (await third)();
  });

  test("lets go whoever is cancelled while waiting, without losing a place", async () => {
    const queue = fairQueue({parallel: 1, limit: 2});
    const leave = await queue.enter("a");
    const control = new AbortController();
    const given = queue.enter("b", control.signal);
    const after = queue.enter("c");
    control.abort(new Error("gone"));
    await expect(given).rejects.toMatchObject({code: "cancelled", cause: new Error("gone")});
    leave();
    (await after)();
    (await queue.enter("d"))();
    await expect(queue.enter("e", AbortSignal.abort())).rejects.toMatchObject({code: "cancelled"});
  });

  test("refuses those who wait and those who come once it is closed", async () => {
    const queue = fairQueue({parallel: 1, limit: 2});
    await queue.enter("a");
    const waiting = queue.enter("b");
    queue.close();
    await expect(waiting).rejects.toMatchObject({code: "cancelled"});
    await expect(queue.enter("c")).rejects.toThrow("the engine is closed");
  });
});
