import type {QueryClient} from "@tanstack/react-query";
import {queryOptions, useQuery} from "@tanstack/react-query";
import {type Parameters, ask} from "../../api/call.ts";
import {sourcesQuery} from "../../api/queries.ts";
import {useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {peopleQuery} from "../practice/queries.ts";
import type {Decisions, Exceptions, Summary, Work, WorkList} from "./facts.ts";

const listed = <T>(name: string, input: Parameters) =>
  queryOptions({
    queryKey: [name, JSON.stringify(input)],
    queryFn: ({signal}) => ask<T>(name, input, signal),
    staleTime: 10_000
  });

export const workQuery = (input: Parameters) => listed<WorkList>("work.list", input);
export const summaryQuery = (input: Parameters = {}) => listed<Summary>("work.summary", input);
export const itemQuery = (work: string) => listed<Work>("work.show", {work});
export const decisionsQuery = (input: Parameters = {}) => listed<Decisions>("decisions.list", input);
export const exceptionsQuery = (input: Parameters = {}) => listed<Exceptions>("exceptions.list", input);

/** After a change of a record: everything that counts or shows records is asked again. */
export async function askAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({queryKey}) => /^(work|decisions|exceptions|homes)\.|^practice\.board/.test(String(queryKey[0]))
  });
}

/** The currency that a new value is most likely in: the one that pages show, else the one that is billed in. */
export function useUsualCurrency(): string {
  const {question} = useCurrencyChoice();
  const sources = useQuery(sourcesQuery()).data?.rows ?? [];
  return question.currency ?? sources.flatMap(({currencies}) => currencies)[0] ?? "";
}

export interface PeopleNames {
  readonly nameOf: (id: string) => string;
  readonly options: readonly {readonly value: string; readonly label: string}[];
}

/** People of the practice, for names and for menus of owners. Who is not among them keeps their id. */
export function usePeople(): PeopleNames {
  const {data} = useQuery(peopleQuery());
  const rows = data?.rows ?? [];
  return {
    nameOf: (id) => rows.find((person) => person.id === id)?.name ?? id,
    options: rows.map(({id, name}) => ({value: id, label: name}))
  };
}
