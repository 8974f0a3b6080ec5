import {UserError} from "../errors.ts";
import type {Edition, Framework} from "../framework/framework.ts";
import {editionIn} from "../framework/open.ts";
import {didYouMean} from "../nearest.ts";
import type {Context} from "../operation.ts";
import {isInEffect} from "../practice/address.ts";
import {arrangementOf, type ReadArrangement, readArrangement} from "../practice/arrangement.ts";
import type {Arrangement, Person, Scope} from "../practice/practice-file.ts";

/** A practice as it stands, with the edition it is looked at in. */
export interface Arranged {
  readonly read: ReadArrangement;
  /** Empty where the file cannot be read whole. */
  readonly arrangement: Arrangement;
  readonly framework: Framework;
  readonly edition: Edition;
  readonly notes: readonly string[];
}

/** Throws `not-found` for an unknown edition, `framework.invalid` for one with a mistake. */
export async function arranged(context: Context, edition?: string): Promise<Arranged> {
  const read = await readArrangement(context.folder);
  const arrangement = read.arrangement ?? arrangementOf("").arrangement;
  if (arrangement === null) throw new Error("an empty practice file is whole");
  const [fault] = read.faults;
  return {
    read,
    arrangement,
    ...(await editionIn(context, edition ?? arrangement.edition)),
    notes:
      read.arrangement !== null
        ? []
        : [`${read.name} cannot be read whole, so people and scopes are not known: ${fault?.message ?? ""}`]
  };
}

/** Throws `not-found` with the nearest id. */
export function scopeNamed({arrangement}: Arranged, id: string): Scope {
  return named(arrangement.scopes, id, "scope", "ashlar practice scopes");
}

/** Throws `not-found` with the nearest id. */
export function personNamed({arrangement}: Arranged, id: string): Person {
  return named(arrangement.people, id, "person", "ashlar practice people");
}

function named<T extends {readonly id: string}>(all: readonly T[], id: string, noun: string, command: string): T {
  const found = all.find((each) => each.id === id);
  if (found !== undefined) return found;
  const ids = all.map((each) => each.id);
  throw new UserError("not-found", `The practice has no ${noun} ${JSON.stringify(id)}${didYouMean(id, ids)}`, {
    at: {column: noun},
    remedy: `See which there are with: ${command}`
  });
}

/** The people who hold a persona on a day. */
export function peopleAs({arrangement}: Arranged, persona: string, day: string): readonly Person[] {
  return arrangement.people.filter((person) => person.personas.includes(persona) && isInEffect(person, day));
}

export function personRow({id, name, unit, variant}: Person) {
  return {id, name, unit: unit ?? null, variant: variant ?? null};
}
