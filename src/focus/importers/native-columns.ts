import type {NativeColumn, NativeKind} from "./importer.ts";

/** Columns of one kind that are called what the vendor calls them: JSON paths and headers become names with underscores. */
export function columnsOfKind(
  kind: NativeKind,
  spelled: readonly string[],
  more: Omit<NativeColumn, "name" | "kind" | "spelled"> = {}
): readonly NativeColumn[] {
  return spelled.map((spelling) => ({name: nameOf(spelling), kind, spelled: [spelling], ...more}));
}

/** The importer's name for a spelling: small letters, digits and underscores. */
export function nameOf(spelling: string): string {
  return spelling
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
}
