import {keepPreviousData, queryOptions} from "@tanstack/react-query";
import {type Parameters, ask, queryOf} from "../../api/call.ts";
import type {Coverage, Editions, Found, FrameworkWhat, Listed, Mapped, Shown} from "./facts.ts";

/** The framework changes with an edition file, so seldom; an answer is kept while the page is open. */
function kept<T>(name: string, input: Parameters = {}) {
  return queryOptions({
    queryKey: [name, queryOf(input)],
    queryFn: ({signal}) => ask<T>(name, input, signal),
    staleTime: 15 * 60_000
  });
}

const of = (edition: string | null): Parameters => (edition === null ? {} : {edition});

export const listQuery = <K extends FrameworkWhat>(what: K, edition: string | null) =>
  kept<Listed<K>>("framework.list", {what, ...of(edition)});
export const showQuery = (what: FrameworkWhat, id: string, edition: string | null) =>
  kept<Shown>("framework.show", {id, what, ...of(edition)});
export const editionsQuery = () => kept<Editions>("framework.editions");
export const coverageQuery = (edition: string | null, capability?: string) =>
  kept<Coverage>("framework.coverage", {...of(edition), ...(capability === undefined ? {} : {capability})});
export const mapQuery = (id: string, between: {readonly from?: string; readonly to?: string} = {}) =>
  kept<Mapped>("framework.map", {id, ...between});
export const searchQuery = (text: string, edition: string | null) =>
  queryOptions({
    ...kept<Found>("framework.search", {text, limit: 60, ...of(edition)}),
    placeholderData: keepPreviousData
  });
