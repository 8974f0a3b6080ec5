import {UserError} from "../errors.ts";
import type {Persona} from "../framework/edition-file.ts";
import {didYouMean} from "../nearest.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {openLibrary} from "../practice/library/library.ts";
import type {Duty} from "../practice/practice-file.ts";
import {arranged, peopleAs, personNamed, personRow, scopeNamed} from "./arranged.ts";
import {homesShow as homesShowContract} from "./contract.ts";
import type {NextStep} from "./declaration.ts";
import {type Ask} from "./homes/home.ts";
import {homes} from "./homes/homes.ts";
import {probeIn, type Resolved, resolveTile, type Viewer} from "./tile.ts";
import {today} from "./today.ts";

export const homesShowOperation = operation(homesShowContract, homesShow);

type Shown = Output<typeof homesShowContract>;

/** Throws `not-found` for an unknown persona, variant, scope, person or edition. */
async function homesShow(input: Input<typeof homesShowContract>, context: Context): Promise<Shown> {
  const practice = await arranged(context, input.edition);
  const {edition, arrangement, notes} = practice;
  const persona = edition.persona(input.persona);
  const variant = input.variant === undefined ? null : variantNamed(persona, input.variant);
  const scope = input.scope === undefined ? null : scopeNamed(practice, input.scope);
  const person = input.person === undefined ? null : personNamed(practice, input.person);
  const home = homes.find((each) => each.persona === persona.slug);
  const asks = (home?.asks ?? []).filter(({variants}) => variants?.includes(variant?.id ?? "") ?? true);
  const resolved = await resolveAll(asks, {persona: persona.slug, scope, person}, context);
  const shownAsks = asks.map((ask) => shownAsk(ask, resolved));
  return {
    edition: edition.id,
    persona: {
      id: persona.slug,
      title: persona.title,
      goal: persona.goal ?? null,
      group: persona.group,
      caresAbout: [...persona.caresAbout]
    },
    variant,
    variants: variantsOf(persona),
    scope: scope === null ? null : {id: scope.id, title: scope.title, question: scope.question},
    person: person === null ? null : personRow(person),
    people: peopleAs(practice, persona.slug, today(context)).map(personRow),
    owns: arrangement.duties.flatMap((duty) => dutyOf(duty, persona.slug)),
    tiles: [...resolved.values()].flatMap(({shown}) => shown ?? []),
    asks: shownAsks,
    answered: shownAsks.filter(({tile}) => tile !== null).length,
    lesson: await lessonFor(persona.slug, context),
    notes: [...notes, ...(home === undefined ? [`Ashlar has no home page for ${persona.title} yet.`] : [])],
    source: edition.source,
    licence: edition.licence
  };
}

async function resolveAll(
  asks: readonly Ask[],
  viewer: Viewer,
  context: Context
): Promise<ReadonlyMap<string, Resolved>> {
  const ids = [...new Set(asks.flatMap((ask) => ("tile" in ask ? [ask.tile] : [])))];
  const probe = probeIn(context);
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await resolveTile(id, viewer, probe, context)] as const))
  );
}

function shownAsk(ask: Ask, resolved: ReadonlyMap<string, Resolved>): Shown["asks"][number] {
  if ("lacks" in ask) return {ask: ask.ask, tile: null, missing: ask.missing, next: stepOf(ask.next)};
  const found = resolved.get(ask.tile);
  if (found === undefined) throw new Error(`the tile ${ask.tile} was not resolved`);
  if (found.shown !== null) return {ask: ask.ask, tile: ask.tile, missing: null, next: null};
  return {ask: ask.ask, tile: null, missing: found.missing, next: found.next === null ? null : stepOf(found.next)};
}

function stepOf({text, path, command}: NextStep) {
  return {text, path: path ?? null, command: command ?? null};
}

function variantsOf({variants}: Persona): Shown["variants"] {
  return variants.map(({slug, title}) => ({id: slug, title}));
}

function variantNamed(persona: Persona, id: string): Shown["variants"][number] {
  const all = variantsOf(persona);
  const found = all.find((each) => each.id === id);
  if (found !== undefined) return found;
  const ids = all.map((each) => each.id);
  throw new UserError("not-found", `${persona.title} has no variant ${JSON.stringify(id)}${didYouMean(id, ids)}`, {
    at: {column: "variant"},
    remedy: ids.length === 0 ? "Leave the variant out." : `Its variants: ${ids.join(", ")}.`
  });
}

function dutyOf({id, title, accountable, responsible}: Duty, persona: string): Shown["owns"] {
  if (accountable.includes(persona)) return [{id, title, part: "accountable"}];
  return responsible.includes(persona) ? [{id, title, part: "responsible"}] : [];
}

async function lessonFor(persona: string, context: Context): Promise<string | null> {
  const {entries} = await openLibrary(context);
  return entries.find((entry) => entry.kind === "lesson" && entry.persona === persona)?.path ?? null;
}
