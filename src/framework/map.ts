import {type Context, type Input, operation, type Output} from "../operation.ts";
import {frameworkMap as mapContract} from "./contract.ts";
import type {Framework, Mapping} from "./framework.ts";
import {frameworkIn} from "./open.ts";

export const frameworkMapOperation = operation(mapContract, frameworkMap);

/** Throws `not-found` with the nearest name. */
export async function frameworkMap(
  {id, from, to}: Input<typeof mapContract>,
  context: Context
): Promise<Output<typeof mapContract>> {
  const framework = await frameworkIn(context);
  const {source, licence} = framework.newest;
  const rows = framework.map(id, from, to).map((each) => ({
    ...each,
    ids: [...each.ids],
    title: titleIn(framework, each.from, each.what, each.id),
    titles: each.ids.map((other) => titleIn(framework, each.to, each.what, other))
  }));
  const notes = rows.length > 0 ? [] : ["No way between these editions is recorded for it."];
  return {source, licence, rows, notes};
}

/** The title of an id in an edition; of an edition that is known by ids only, what the map has. */
export function titleIn({editions, earlier}: Framework, edition: string, what: Mapping["what"], id: string): string {
  const found = editions.find((each) => each.id === edition)?.[what].find(({slug}) => slug === id);
  return (
    found?.title ??
    earlier.find((each) => each.edition === edition)?.capabilities.find(({slug}) => slug === id)?.title ??
    id
  );
}
