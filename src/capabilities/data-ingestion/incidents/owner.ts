import type {Context} from "../../../operation.ts";
import {type PracticeNames, practiceNames} from "../../../records/practice-names.ts";

/**
 * The person who answers for a source: its owner, where that is one of the people; the owner of the unit that it names,
 * or the first engineer or practitioner there. Null where the practice names people and none of them.
 */
export async function sourceOwners(context: Context): Promise<(source: string) => string | null> {
  const names = await practiceNames(context);
  return (source) => {
    const owner = context.settings.sources.find(({id}) => id === source)?.owner ?? null;
    return owner === null ? null : personOf(owner, names);
  };
}

function personOf(owner: string, {people, organisation}: PracticeNames): string | null {
  if (people.length === 0 || people.some(({id}) => id === owner)) return owner;
  const unit = organisation.units.find(({id}) => id === owner);
  if (unit?.owner !== undefined) return unit.owner;
  const ofUnit = people.filter((person) => person.unit === owner);
  const hands = ofUnit.find(({personas}) => personas.some((each) => /engineering|practitioner/.test(each)));
  return (hands ?? ofUnit[0])?.id ?? null;
}
