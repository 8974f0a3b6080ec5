import {UserError} from "../../errors.ts";
import {nearest} from "../../nearest.ts";
import type {Importer} from "./importer.ts";

/**
 * How a header can be meant, in small letters: without byte order mark and spaces around, and of a localized one such
 * as `Ressourcengruppe (ResourceGroup)` also the name in brackets.
 */
export function spellingsOf(header: string): readonly string[] {
  const bare = header
    .replace(/^\uFEFF/, "")
    .trim()
    .toLowerCase();
  const inner = /\(([a-z0-9_./:-]+)\)$/.exec(bare)?.[1];
  return inner === undefined ? [bare] : [bare, inner];
}

/** The importer that reads a file with these names (see `Importer.recognises`); null where none does. */
export function recognised(
  importers: readonly Importer[],
  reads: Importer["reads"],
  names: readonly string[]
): Importer | null {
  const spellings = new Set(names.flatMap(spellingsOf));
  return importers.find((importer) => importer.reads === reads && importer.recognises(spellings)) ?? null;
}

/** The importer with an id. Throws `not-found` with the nearest ids. */
export function importerNamed(importers: readonly Importer[], id: string): Importer {
  const found = importers.find((importer) => importer.id === id);
  if (found !== undefined) return found;
  const ids = importers.map((importer) => importer.id);
  const close = nearest(id, ids);
  throw new UserError("not-found", `There is no importer ${id}`, {
    remedy: close.length > 0 ? `Did you mean ${close.join(" or ")}?` : "See: ashlar importer list",
    data: {importers: ids}
  });
}
