import {QueryClient, keepPreviousData, queryOptions, useQuery} from "@tanstack/react-query";
import {type Parameters, ask, queryOf} from "./call.ts";
import type {
  QuarantineList,
  QuarantineRows,
  Rates,
  SnapshotDiff,
  SnapshotFacts,
  Snapshots,
  Sources
} from "./contracts.ts";
import {askCost} from "./cost.ts";
import {Problem} from "./problem.ts";

/** Answers are kept for a minute; a failed call is tried again only where there was no server or it was busy. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 3 && error instanceof Problem && isPassing(error.facts.status),
        retryDelay: (attempt) => 800 * 2 ** attempt,
        networkMode: "always"
      },
      mutations: {networkMode: "always"}
    }
  });
}

function isPassing(status: number): boolean {
  return status === 429 || status === 503;
}

/** A cost question as query options; questions that are equal as URLs are one. */
export function costQuery(question: Parameters) {
  return queryOptions({
    queryKey: ["cost", queryOf(question)],
    queryFn: ({signal}) => askCost(question, signal)
  });
}

export function useCost(question: Parameters | null, keep = false) {
  return useQuery({
    ...costQuery(question ?? {}),
    enabled: question !== null,
    ...(keep ? {placeholderData: keepPreviousData} : {})
  });
}

function listQuery<T>(name: string, input: Parameters = {}) {
  return queryOptions({
    queryKey: [name, queryOf(input)],
    queryFn: ({signal}) => ask<T>(name, input, signal)
  });
}

export const sourcesQuery = () => listQuery<Sources>("sources.list");
export const ratesQuery = () => listQuery<Rates>("rates.list");
export const snapshotsQuery = (input: Parameters = {}) => listQuery<Snapshots>("snapshots.list", input);
export const snapshotQuery = (snapshot: string) => listQuery<SnapshotFacts>("snapshots.show", {snapshot});
export const diffQuery = (snapshot: string) => listQuery<SnapshotDiff>("snapshots.diff", {snapshot});
export const quarantineQuery = () => listQuery<QuarantineList>("quarantine.list");
export const quarantinedQuery = (snapshot: string, limit: number) =>
  listQuery<QuarantineRows>("quarantine.show", {snapshot, limit});

/** What the server says of itself, its practice and who asks. */
export interface ServerFacts {
  readonly software: string;
  readonly node: string;
  readonly engine: {
    readonly name: string;
    readonly version: string;
    readonly memory: string;
    readonly threads?: number;
    readonly spill: string;
    readonly parallel: number;
  };
  readonly practice: {readonly name: string; readonly hasFile: boolean};
  readonly state: string;
  /** The keys that the practice names. */
  readonly tags: readonly string[];
  /** These first, then others that the data has. */
  readonly tagKeys: readonly string[];
  readonly rates: {readonly set: string | null; readonly basis: string};
  readonly fiscalYearStart: number;
  readonly now: string;
  readonly caller: {readonly id: string; readonly roles: readonly string[]; readonly rowFilter: string | null};
  readonly tokenRequired: boolean;
}

export const serverQuery = () => listQuery<ServerFacts>("server");

/** The tag keys to offer: those of the practice, then others that the data has. */
export function useTagKeys(): readonly string[] {
  return useQuery(serverQuery()).data?.tagKeys ?? noTags;
}

/** The tag keys that the practice names, and so expects. */
export function usePracticeTagKeys(): readonly string[] {
  return useQuery(serverQuery()).data?.tags ?? noTags;
}

const noTags: readonly string[] = [];
