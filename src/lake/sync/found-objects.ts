import {UserError} from "../../errors.ts";
import {inLanes} from "./lanes.ts";
import {factsOf, isManifestKey, type ManifestFacts, periodOf} from "./manifest.ts";
import {type FoundManifest, isTaken, isTakenManifest} from "./plan.ts";
import {failureOf, RemoteFailure} from "./remote-failure.ts";
import type {ObjectPage, RemoteObject, RemoteStore} from "./remote-store.ts";
import {again, type Pace, rest} from "./retry.ts";
import type {KnownManifest} from "./state.ts";

/** Files that one location may have; more are refused before they fill the memory. */
const mostObjects = 500_000;

/** Bytes of a manifest; a larger one is none. */
const largestManifest = 16_000_000;

export interface FoundObjects {
  readonly files: readonly RemoteObject[];
  readonly manifests: readonly RemoteObject[];
  /** Every key that was listed, taken or not. */
  readonly keys: ReadonlySet<string>;
}

/** What lies at a location. Throws `RemoteFailure`, and `source.unreachable` where there is far too much. */
export async function findObjects(
  store: RemoteStore,
  pattern: string | undefined,
  {signal, pace}: Waiting,
  progress: (found: number) => void
): Promise<FoundObjects> {
  const files: RemoteObject[] = [];
  const manifests: RemoteObject[] = [];
  const keys = new Set<string>();
  for (let token: string | null = null; ;) {
    const asked: string | null = token;
    const page: ObjectPage = await again(() => store.list(asked, signal), signal, pace);
    for (const object of page.objects) {
      keys.add(object.key);
      if (isTakenManifest(object.key, pattern)) manifests.push(object);
      else if (isTaken(object.key, pattern)) files.push(object);
    }
    progress(keys.size);
    if (keys.size > mostObjects)
      throw new UserError("source.unreachable", `there are more than ${mostObjects} files at the location`, {
        remedy: "Let location name the folder of one export, or narrow it with files: in ashlar.yaml."
      });
    if (page.next === null) return {files, manifests, keys};
    token = page.next;
  }
}

/**
 * What the manifests say. Those that did not change since they were read are not read again; those of months before
 * `since` are left out where their path tells the month.
 */
export async function readManifests(
  store: RemoteStore,
  objects: readonly RemoteObject[],
  known: ReadonlyMap<string, KnownManifest>,
  {since, save, ...waiting}: ReadOptions
): Promise<readonly FoundManifest[]> {
  const wanted = objects.filter(({key}) => {
    const period = periodOf(key);
    return since === undefined || period === null || period >= since;
  });
  const found = await inLanes(wanted, 8, async (object): Promise<FoundManifest[]> => {
    const {key, version, modified} = object;
    const before = known.get(key);
    if (before !== undefined && before.version === version) return withFacts(object, before.facts);
    const facts = factsOf(await readJson(store, object, waiting), key, modified);
    if (version !== null) await save(key, {version, facts});
    return withFacts(object, facts);
  });
  return found.flat();
}

export interface Waiting {
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

export interface ReadOptions extends Waiting {
  readonly since: string | undefined;
  save(key: string, manifest: KnownManifest): Promise<void>;
}

function withFacts(object: RemoteObject, facts: ManifestFacts | null): FoundManifest[] {
  return facts === null ? [] : [{object, facts}];
}

/** The JSON of a manifest; null where it is too large. Throws `input.unreadable` for what is not JSON. */
export async function readJson(store: RemoteStore, object: RemoteObject, {signal, pace}: Waiting): Promise<unknown> {
  if (!isManifestKey(object.key)) throw new Error(`no manifest: ${object.key}`);
  if ((object.size ?? 0) > largestManifest) return null;
  for (let failures = 1; ; failures += 1) {
    try {
      const text = await readText(store, object, signal);
      return text === null ? null : (JSON.parse(text.replace(/^\uFEFF/, "")) as unknown);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SyntaxError)
        throw new UserError("input.unreadable", `${object.key} is not valid JSON`, {
          at: {file: object.key},
          remedy: "The vendor may be writing it; try again later."
        });
      const failure = failureOf(error);
      if (failure.kind !== "again" || failures >= pace.tries) throw failure;
      await rest(failures, failure, signal, pace);
    }
  }
}

async function readText(store: RemoteStore, object: RemoteObject, signal: AbortSignal): Promise<string | null> {
  const {chunks} = await store.read(object, 0, signal);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > largestManifest) return null;
    parts.push(chunk);
  }
  if (object.size !== null && length < object.size) throw new RemoteFailure("again", "the connection ended early");
  return Buffer.concat(parts).toString("utf8");
}
