import {keepPreviousData, queryOptions} from "@tanstack/react-query";
import {type Parameters, ask, operationUrl, reach} from "../../api/call.ts";
import {problemOfResponse} from "../../api/problem.ts";
import {type Draft, planInput} from "./draft.ts";
import type {
  Board,
  Capabilities,
  Checked,
  Edges,
  Editions,
  History,
  Kpis,
  People,
  Personas,
  Plan,
  Practice,
  Starters
} from "./facts.ts";

export const boardQuery = (scope: string | null) =>
  queryOptions({
    queryKey: ["practice.board", scope ?? ""],
    queryFn: ({signal}) => ask<Board>("practice.board", scope === null ? {} : {scope}, signal)
  });

/** What the practice file says, looked at again and again: somebody else may write it while a page is open. */
export const practiceQuery = () =>
  queryOptions({
    queryKey: ["practice.show"],
    queryFn: ({signal}) => ask<Practice>("practice.show", {}, signal),
    staleTime: 2000,
    refetchInterval: 5000,
    refetchOnWindowFocus: true
  });

export const peopleQuery = () =>
  queryOptions({
    queryKey: ["practice.people"],
    queryFn: ({signal}) => ask<People>("practice.people", {}, signal)
  });

export const checkQuery = () =>
  queryOptions({
    queryKey: ["practice.check"],
    queryFn: ({signal}) => ask<Checked>("practice.check", {}, signal)
  });

export const historyQuery = () =>
  queryOptions({
    queryKey: ["practice.history"],
    queryFn: ({signal}) => ask<History>("practice.history", {}, signal)
  });

/** What a draft would do to the file as it is now; only applying is held against the revision it was thought of. */
export const planQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ["practice.plan", JSON.stringify(planInput({...draft, base: null}))],
    queryFn: ({signal}) => askInBody<Plan>("practice.plan", planInput({...draft, base: null}), signal),
    placeholderData: keepPreviousData,
    staleTime: 2000
  });

/** What lies between the revision of a draft and the file as it is now: a problem says it. */
export const sinceQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ["practice.plan", "since", JSON.stringify(planInput(draft))],
    queryFn: ({signal}) => askInBody<Plan>("practice.plan", planInput(draft), signal),
    retry: false
  });

const listed = <T>(what: string, edition: string | null) =>
  queryOptions({
    queryKey: ["framework.list", what, edition ?? ""],
    queryFn: ({signal}) => ask<T>("framework.list", {what, ...(edition === null ? {} : {edition})}, signal),
    staleTime: Infinity
  });

export const edgesQuery = (edition: string | null) => listed<Edges>("edges", edition);
export const startersQuery = (edition: string | null) => listed<Starters>("starters", edition);
export const capabilitiesQuery = (edition: string | null) => listed<Capabilities>("capabilities", edition);
export const kpisQuery = (edition: string | null) => listed<Kpis>("kpis", edition);
export const editionsQuery = () =>
  queryOptions({
    queryKey: ["framework.editions"],
    queryFn: ({signal}) => ask<Editions>("framework.editions", {}, signal),
    staleTime: Infinity
  });
export const personasQuery = (edition: string | null) => listed<Personas>("personas", edition);

/** Asks a read operation with its input as JSON: values may have commas, which the query part of a URL splits at. */
async function askInBody<T>(name: string, input: Parameters, signal: AbortSignal): Promise<T> {
  const response = await reach(
    `${operationUrl(name)}/query`,
    {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(input)},
    signal
  );
  if (!response.ok) throw await problemOfResponse(response);
  return (await response.json()) as T;
}
