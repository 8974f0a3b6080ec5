import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {attribution} from "./attribution.ts";
import {libraryList as listContract} from "./contract.ts";
import type {Entry} from "./entry.ts";
import {openLibrary} from "./library.ts";
import {entriesWith} from "./search.ts";

export const libraryListOperation = operation(listContract, libraryList);

async function libraryList(
  {kind, capability, persona, text}: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  const {entries, faults} = await openLibrary(context);
  const wanted = entries.filter(
    (entry) =>
      (kind === undefined || entry.kind === kind) &&
      (capability === undefined || entry.capability === capability) &&
      (persona === undefined || entry.persona === persona)
  );
  const found = text === undefined ? wanted.map((entry) => ({entry, excerpt: null})) : entriesWith(wanted, text);
  return {
    rows: found.map(({entry, excerpt}) => ({...shown(entry), excerpt})),
    faults: faults.map((fault) => ({...fault})),
    ...attribution
  };
}

/** An entry without its text. */
export function shown({id, kind, title, summary, capability, persona, updated, own, path}: Entry) {
  return {id, kind, title, summary, capability, persona, updated, own, path};
}
