import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {mkdir, open, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {crc32} from "node:zlib";
import {UserError} from "../../errors.ts";
import {storageError} from "../storage.ts";
import {failureOf, RemoteFailure} from "./remote-failure.ts";
import type {Checksum, RemoteObject, RemoteStore} from "./remote-store.ts";
import {again, type Pace, rest} from "./retry.ts";

export interface FetchPlace {
  /** Where the whole file goes. */
  readonly target: string;
  /** Where its beginning lies until it is whole; a note of what it belongs to lies beside it. */
  readonly part: string;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Told of every piece that was written, in bytes; negative where what was there had to be thrown away. */
  moved(bytes: number): void;
  readonly pace: Pace;
  /** Milliseconds without a byte after which a connection counts as broken. */
  readonly silence?: number;
}

/** What a part belongs to; a part of something else is thrown away. */
interface Note {
  readonly version: string | null;
  readonly size: number | null;
}

/**
 * Fetches an object to a file. What an earlier call left of the same version is kept and only the rest is asked for;
 * connections that break are made again as long as bytes come. The length and, where the store has one, the checksum
 * must be right before the file is at its place. Throws `RemoteFailure`, `storage.full`, `storage.denied`, `input.unreadable`.
 */
export async function fetchObject(
  store: RemoteStore,
  object: RemoteObject,
  {target, part}: FetchPlace,
  options: FetchOptions
): Promise<void> {
  const {signal, pace} = options;
  await onDisk(target, async () => {
    await mkdir(dirname(target), {recursive: true});
    await mkdir(dirname(part), {recursive: true});
  });
  if ((await kept(target, part, object)) && (await sizeOf(target)) !== null) {
    options.moved((await sizeOf(target)) ?? 0);
    return;
  }
  if (store.adopt !== undefined) {
    await rm(target, {force: true});
    if (await store.adopt(object, target)) {
      options.moved(object.size ?? 0);
      return;
    }
  }
  for (let damaged = false; ; damaged = true) {
    await wholePart(store, object, part, options);
    const checksum = object.checksum ?? (await checksumOf(store, object, signal, pace));
    if (checksum === null || (await digest(part, checksum.algorithm, signal)) === checksum.value) break;
    options.moved(-((await sizeOf(part)) ?? 0));
    await rm(part, {force: true});
    if (damaged)
      throw new UserError("input.unreadable", `${object.key} arrived damaged twice`, {
        remedy: "Look at it at its place; if it is in order there, check what lies between. Nothing was taken in of it."
      });
  }
  await onDisk(target, () => rename(part, target));
}

async function checksumOf(
  store: RemoteStore,
  object: RemoteObject,
  signal: AbortSignal,
  pace: Pace
): Promise<Checksum | null> {
  const ask = store.checksum?.bind(store);
  return ask === undefined ? null : again(() => ask(object, signal), signal, pace);
}

/** Goes on with a part until it is whole. */
async function wholePart(store: RemoteStore, object: RemoteObject, part: string, options: FetchOptions): Promise<void> {
  const {signal, moved, pace} = options;
  if (!(await kept(part, part, object))) {
    await rm(part, {force: true});
    const note: Note = {version: object.version, size: object.size};
    await onDisk(part, () => writeFile(noteOf(part), JSON.stringify(note)));
  }
  moved((await sizeOf(part)) ?? 0);
  for (let failures = 0; ;) {
    const before = (await sizeOf(part)) ?? 0;
    if (object.size !== null && before === object.size && (before > 0 || failures > 0)) return;
    try {
      await append(store, object, part, before, options);
      const now = (await sizeOf(part)) ?? 0;
      if (object.size === null || now === object.size) return;
      if (now > object.size) throw new RemoteFailure("changed", "it is longer than it was said to be");
      throw new RemoteFailure("again", "the connection ended early");
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      if (failure.kind !== "again")
        throw failure.kind === "missing" ? new RemoteFailure("changed", "it is no longer there") : failure;
      // Without version and length nobody can tell whether the rest is of the same file, or when it is whole.
      if (object.version === null || object.size === null) await startOver(part, moved);
      const now = (await sizeOf(part)) ?? 0;
      failures = now > before ? 1 : failures + 1;
      if (failures >= pace.tries) throw failure;
      await rest(failures, failure, signal, pace);
    }
  }
}

async function startOver(part: string, moved: (bytes: number) => void): Promise<void> {
  moved(-((await sizeOf(part)) ?? 0));
  await rm(part, {force: true});
}

/** Milliseconds without a byte after which a connection counts as broken. */
const usualSilence = 60_000;

async function append(
  store: RemoteStore,
  object: RemoteObject,
  part: string,
  offset: number,
  {signal, moved, silence = usualSilence}: FetchOptions
): Promise<void> {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), silence);
  const either = AbortSignal.any([signal, stop.signal]);
  try {
    const {offset: start, chunks} = await store.read(object, offset, either);
    if (start !== offset) moved(-offset);
    const handle = await onDisk(part, () => open(part, start === offset ? "a" : "w"));
    try {
      for await (const chunk of chunks) {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), silence);
        await onDisk(part, () => handle.writeFile(chunk));
        moved(chunk.length);
      }
    } finally {
      await handle.close();
    }
    either.throwIfAborted();
  } catch (error) {
    if (stop.signal.aborted && !signal.aborted) throw new RemoteFailure("again", "nothing came for a long time");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether `path` has what the note beside the part says of this object, and the object can be told from others. */
async function kept(path: string, part: string, {version, size}: RemoteObject): Promise<boolean> {
  if (version === null || size === null || (await sizeOf(path)) === null) return false;
  const text = await readFile(noteOf(part), "utf8").catch(() => "");
  if (text !== JSON.stringify({version, size} satisfies Note)) return false;
  return path === part ? ((await sizeOf(part)) ?? 0) <= size : (await sizeOf(path)) === size;
}

function noteOf(part: string): string {
  return `${part}.json`;
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({size}) => size,
    () => null
  );
}

async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(dirname(path), error);
  }
}

async function digest(path: string, algorithm: Checksum["algorithm"], signal: AbortSignal): Promise<string> {
  const chunks = createReadStream(path, {highWaterMark: 1 << 20, signal}) as AsyncIterable<Buffer>;
  if (algorithm === "crc32") {
    let value = 0;
    for await (const chunk of chunks) value = crc32(chunk, value);
    return value.toString(16).padStart(8, "0");
  }
  const hash = createHash(algorithm);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}
