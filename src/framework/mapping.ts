import {UserError} from "../errors.ts";
import {didYouMean} from "../nearest.ts";
import type {Edition, Mapping} from "./framework.ts";
import type {MapFile, MapKind, MapStep} from "./map-file.ts";

/** The ids and names of an edition, as far as they are mapped. */
export interface MappedEdition {
  readonly edition: string;
  readonly names: Readonly<Record<Mapping["what"], readonly Name[]>>;
}

interface Name {
  readonly slug: string;
  readonly title: string;
  readonly code?: string | undefined;
}

interface Found {
  readonly what: Mapping["what"];
  readonly edition: string;
  readonly id: string;
}

const whats: readonly Mapping["what"][] = ["capabilities", "domains", "principles"];

export function mappedEditions(editions: readonly Edition[], {earlier}: MapFile): readonly MappedEdition[] {
  return [
    ...editions.map(({id, capabilities, domains, principles}) => ({
      edition: id,
      names: {capabilities, domains, principles}
    })),
    ...earlier.map(({edition, capabilities}) => ({edition, names: {capabilities, domains: [], principles: []}}))
  ];
}

/** Where an id stands in other editions; see `Framework.map`. `editions` are newest first. */
export function mappingsOf(
  text: string,
  {from, to}: {readonly from?: string | undefined; readonly to?: string | undefined},
  editions: readonly MappedEdition[],
  steps: readonly MapStep[],
  microsoft: MapFile["microsoft"]["names"]
): readonly Mapping[] {
  for (const edition of [from, to]) if (edition !== undefined) requireEdition(edition, editions);
  const candidates = namedAs(text, editions, microsoft).filter(({edition}) => from === undefined || edition === from);
  const starts = whats.flatMap(
    (what) => candidates.find((found) => found.what === what && (found.edition !== to || from === to)) ?? []
  );
  if (starts.length === 0) throw unknown(text, from, editions, microsoft);
  return starts.flatMap((start) =>
    editions
      .map(({edition}) => edition)
      .filter((edition) => (to === undefined ? edition !== start.edition : edition === to))
      .flatMap((edition) => mapped(start, edition, steps) ?? [])
  );
}

function requireEdition(edition: string, editions: readonly MappedEdition[]): void {
  const ids = editions.map((each) => each.edition);
  if (ids.includes(edition)) return;
  throw new UserError("not-found", `There is no edition ${JSON.stringify(edition)}${didYouMean(edition, ids)}`, {
    remedy: `Known: ${ids.join(", ")}.`
  });
}

/** Everything of this id, title, code or Microsoft name: exact ids first, then the order of the editions. */
function namedAs(
  text: string,
  editions: readonly MappedEdition[],
  microsoft: MapFile["microsoft"]["names"]
): readonly Found[] {
  const wanted = text.trim().toLowerCase();
  const all = editions.flatMap(({edition, names}) =>
    whats.flatMap((what) => names[what].map((name) => ({what, edition, name})))
  );
  const byId = all.filter(({name}) => name.slug === wanted);
  const byName = all.filter(({name}) => name.title.toLowerCase() === wanted || name.code?.toLowerCase() === wanted);
  const byMicrosoft = microsoft.filter(({name}) => name.toLowerCase() === wanted);
  return [
    ...byId.map(({what, edition, name}) => ({what, edition, id: name.slug})),
    ...byName.map(({what, edition, name}) => ({what, edition, id: name.slug})),
    ...byMicrosoft.map(({edition, id}) => ({what: "capabilities" as const, edition, id}))
  ];
}

function unknown(
  text: string,
  from: string | undefined,
  editions: readonly MappedEdition[],
  microsoft: MapFile["microsoft"]["names"]
): UserError {
  const names = editions
    .filter(({edition}) => from === undefined || edition === from)
    .flatMap((each) => whats.flatMap((what) => each.names[what].flatMap(({slug, title}) => [slug, title])));
  const all = [...names, ...microsoft.map(({name}) => name)];
  const where = from === undefined ? "in any edition" : `in edition ${from}`;
  return new UserError("not-found", `There is no ${JSON.stringify(text)} ${where}${didYouMean(text, all)}`, {
    remedy: "See: ashlar framework list capabilities"
  });
}

/** The mapping along the shortest way of steps; null where no step leads there or the kind of thing is not mapped. */
function mapped(start: Found, to: string, steps: readonly MapStep[]): Mapping | null {
  const way = wayBetween(start.edition, to, steps);
  if (way === null) return null;
  let ids: readonly string[] = [start.id];
  let kind: MapKind = "same";
  const notes: string[] = [];
  for (const {step, forwards} of way) {
    const changes = step[start.what];
    if (changes === undefined) return null;
    const parts = ids.map((id) => stepped(id, changes, forwards));
    ids = [...new Set(parts.flatMap((part) => part.ids))];
    for (const part of parts) {
      kind = stronger(kind, part.kind, ids.length);
      if (part.note !== null && !notes.includes(part.note)) notes.push(part.note);
    }
  }
  return {
    what: start.what,
    from: start.edition,
    id: start.id,
    to,
    ids,
    kind,
    note: notes.length === 0 ? null : notes.join(" ")
  };
}

type Changes = NonNullable<MapStep["capabilities"]>;

const backwards: Readonly<Record<MapKind, MapKind>> = {
  same: "same",
  rename: "rename",
  merge: "split",
  split: "merge",
  widen: "narrow",
  narrow: "widen",
  new: "new",
  gone: "gone"
};

function stepped(
  id: string,
  {same, changes}: Changes,
  forwards: boolean
): {ids: readonly string[]; kind: MapKind; note: string | null} {
  const found = changes.find(({from, to}) => (forwards ? from : to).includes(id));
  if (found !== undefined)
    return {
      ids: forwards ? found.to : found.from,
      kind: forwards ? found.kind : backwards[found.kind],
      note: found.note ?? null
    };
  return same.includes(id) ? {ids: [id], kind: "same", note: null} : {ids: [], kind: "gone", note: null};
}

const strength: Readonly<Record<MapKind, number>> = {
  same: 0,
  rename: 1,
  narrow: 2,
  widen: 2,
  split: 3,
  merge: 3,
  new: 4,
  gone: 4
};

/** What a way of several steps is called. That a part of it is new or gone counts only where nothing is left. */
function stronger(a: MapKind, b: MapKind, left: number): MapKind {
  const weight = (kind: MapKind): number => (left > 0 && strength[kind] === 4 ? 0 : strength[kind]);
  return weight(b) >= weight(a) && (weight(b) > 0 || strength[b] === 0) ? (weight(b) > weight(a) ? b : a) : a;
}

interface Leg {
  readonly step: MapStep;
  readonly forwards: boolean;
}

function wayBetween(from: string, to: string, steps: readonly MapStep[]): readonly Leg[] | null {
  const ways = new Map<string, readonly Leg[]>([[from, []]]);
  for (const [at, way] of ways) {
    if (at === to) return way;
    for (const step of steps) {
      const next = step.from === at ? step.to : step.to === at ? step.from : null;
      if (next !== null && !ways.has(next)) ways.set(next, [...way, {step, forwards: step.from === at}]);
    }
  }
  return null;
}

/** The step of an own edition that says nothing of its own: ids that stay are the same, the others are gone or new. */
export function impliedStep(base: Edition, own: Edition): MapStep {
  const changes = (what: Mapping["what"]): Changes => {
    const before = base[what].map(({slug}) => slug);
    const after = own[what].map(({slug}) => slug);
    return {
      same: before.filter((slug) => after.includes(slug)),
      changes: [
        ...before
          .filter((slug) => !after.includes(slug))
          .map((slug) => ({from: [slug], to: [], kind: "gone" as const})),
        ...after.filter((slug) => !before.includes(slug)).map((slug) => ({from: [], to: [slug], kind: "new" as const}))
      ]
    };
  };
  return {
    from: base.id,
    to: own.id,
    basis: "by ids, as the edition file says nothing else",
    capabilities: changes("capabilities"),
    domains: changes("domains"),
    principles: changes("principles")
  };
}
