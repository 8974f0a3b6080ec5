import {type Context, type Input, operation, type Output} from "../operation.ts";
import {arranged, peopleAs, personRow} from "./arranged.ts";
import {homesList as homesListContract} from "./contract.ts";
import {homes} from "./homes/homes.ts";
import {today} from "./today.ts";

export const homesListOperation = operation(homesListContract, homesList);

async function homesList(
  input: Input<typeof homesListContract>,
  context: Context
): Promise<Output<typeof homesListContract>> {
  const practice = await arranged(context, input.edition);
  const {id, personas, source, licence} = practice.edition;
  return {
    edition: id,
    rows: personas.map(({slug, title, group, goal, variants}) => ({
      persona: slug,
      title,
      group,
      goal: goal ?? null,
      variants: variants.map((variant) => ({id: variant.slug, title: variant.title})),
      asks: homes.find(({persona}) => persona === slug)?.asks.filter((ask) => ask.variants === undefined).length ?? 0,
      people: peopleAs(practice, slug, today(context)).map(personRow)
    })),
    source,
    licence
  };
}
