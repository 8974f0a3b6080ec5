import {expect, test} from "vitest";
import {sharedWork} from "./shared-work.ts";

const never = new AbortController().signal;

function counted() {
  const calls: {signal: AbortSignal; done: PromiseWithResolvers<string>}[] = [];
  const work = (signal: AbortSignal): Promise<string> => {
    const done = Promise.withResolvers<string>();
    signal.addEventListener("abort", () => done.reject(new Error("stopped")));
    calls.push({signal, done});
    return done.promise;
  };
  return {calls, work};
}

test("callers of one key at a time share one run, those of another key and later ones do not", async () => {
  const shared = sharedWork<string>();
  const {calls, work} = counted();
  const answers = ["a", "a", "b", "a"].map((key) => shared.run(key, never, work));
  expect(calls).toHaveLength(2);
  calls[0]!.done.resolve("one");
  calls[1]!.done.resolve("two");
  expect(await Promise.all(answers)).toEqual(["one", "one", "two", "one"]);
  expect(shared.has("a")).toBe(false);
  const later = shared.run("a", never, work);
  calls[2]!.done.resolve("three");
  expect(await later).toBe("three");
});

test("a failure reaches all, and is not kept", async () => {
  const shared = sharedWork<string>();
  const {calls, work} = counted();
  const answers = [shared.run("a", never, work), shared.run("a", never, work)];
  calls[0]!.done.reject(new Error("broken"));
  const outcomes = await Promise.allSettled(answers);
  expect(outcomes.map(({status}) => status)).toEqual(["rejected", "rejected"]);
  expect(shared.has("a")).toBe(false);
});

test("one who leaves takes nobody along; when all have left the work stops, and who comes then begins anew", async () => {
  const shared = sharedWork<string>();
  const {calls, work} = counted();
  const [first, second] = [new AbortController(), new AbortController()];
  const one = shared.run("a", first.signal, work);
  const two = shared.run("a", second.signal, work);
  first.abort();
  await expect(one).rejects.toMatchObject({code: "cancelled"});
  expect(calls[0]!.signal.aborted).toBe(false);
  second.abort();
  await expect(two).rejects.toMatchObject({code: "cancelled"});
  expect(calls[0]!.signal.aborted).toBe(true);
  const third = shared.run("a", never, work);
  expect(calls).toHaveLength(2);
  calls[1]!.done.resolve("anew");
  expect(await third).toBe("anew");
  await expect(shared.run("a", first.signal, work)).rejects.toMatchObject({code: "cancelled"});
  expect(calls).toHaveLength(2);
});
