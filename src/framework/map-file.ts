import {z} from "zod";
import {editionId, slug, text} from "./part.ts";

/** What happened to ids on the way from one edition to the next. Forwards: many to one is a merge, one to many a split. */
export const mapKind = z.enum(["same", "rename", "merge", "split", "widen", "narrow", "new", "gone"]);

const change = z.strictObject({
  from: z.array(slug).describe("ids of the older edition; none for what is new"),
  to: z.array(slug).describe("ids of the newer edition; none for what is gone"),
  kind: mapKind,
  note: text.optional()
});

const changesOf = z.strictObject({same: z.array(slug).default([]), changes: z.array(change).default([])});

/** The way from one edition to another; every id of the two is in it exactly once. */
export const mapStep = z.strictObject({
  from: editionId,
  to: editionId,
  basis: text,
  capabilities: changesOf.optional(),
  domains: changesOf.optional(),
  principles: changesOf.optional()
});

/** An edition that is known by its ids only. */
const earlier = z.strictObject({
  edition: editionId,
  released: z.string(),
  basis: text,
  capabilities: z.array(z.strictObject({slug, title: text}))
});

const microsoftName = z.strictObject({name: text, page: text, edition: editionId, id: slug});

export const mapFile = z.strictObject({
  earlier: z.array(earlier),
  steps: z.array(mapStep),
  microsoft: z.strictObject({
    site: z.url(),
    basis: text,
    names: z.array(microsoftName)
  })
});

export type MapFile = z.output<typeof mapFile>;
export type MapStep = z.output<typeof mapStep>;
export type MapKind = z.output<typeof mapKind>;
