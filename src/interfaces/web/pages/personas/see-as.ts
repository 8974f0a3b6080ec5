import {useLocalStorage} from "@mantine/hooks";
import type {HomeRow, Homes} from "./facts.ts";

/** Whose home is seen: a persona, a variant of one, or a person with all personas that they hold. */
export type Seen =
  | {readonly kind: "persona"; readonly persona: string; readonly variant: string | null}
  | {readonly kind: "person"; readonly person: string};

/** As it is remembered: `finance`, `leadership:cfo`, `@amara`; empty for nobody. */
export function seenText(seen: Seen | null): string {
  if (seen === null) return "";
  if (seen.kind === "person") return `@${seen.person}`;
  return seen.variant === null ? seen.persona : `${seen.persona}:${seen.variant}`;
}

export function seenOf(text: string): Seen | null {
  if (text === "") return null;
  if (text.startsWith("@")) return {kind: "person", person: text.slice(1)};
  const [persona = "", variant] = text.split(":");
  return {kind: "persona", persona, variant: variant ?? null};
}

/** Where the home of whom is seen stands. */
export function homeOf(seen: Seen): {
  readonly to: string;
  readonly params: Record<string, string>;
  readonly search: Record<string, string>;
} {
  if (seen.kind === "person") return {to: "/home/as/$person", params: {person: seen.person}, search: {}};
  const search: Record<string, string> = seen.variant === null ? {} : {variant: seen.variant};
  return {to: "/home/$persona", params: {persona: seen.persona}, search};
}

export function useSeen(): readonly [Seen | null, (seen: Seen | null) => void] {
  const [text, setText] = useLocalStorage({key: "ashlar.see-as", defaultValue: "", getInitialValueInEffect: false});
  return [seenOf(text), (seen) => setText(seenText(seen))];
}

export interface PersonWithPersonas {
  readonly id: string;
  readonly name: string;
  readonly variant: string | null;
  readonly personas: readonly HomeRow[];
}

/** Each person once, with the personas that they hold. */
export function peopleOf(homes: Homes): readonly PersonWithPersonas[] {
  const people = new Map<string, PersonWithPersonas>();
  for (const row of homes.rows) {
    for (const {id, name, variant} of row.people) {
      const known = people.get(id) ?? {id, name, variant, personas: []};
      people.set(id, {...known, personas: [...known.personas, row]});
    }
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What one calls it: `Leadership, CFO`, `Amara Obi`. */
export function seenTitle(seen: Seen, homes: Homes): string {
  if (seen.kind === "person") return peopleOf(homes).find(({id}) => id === seen.person)?.name ?? seen.person;
  const row = homes.rows.find(({persona}) => persona === seen.persona);
  const variant = row?.variants.find(({id}) => id === seen.variant);
  return `${row?.title ?? seen.persona}${variant === undefined ? "" : `, ${variant.title}`}`;
}
