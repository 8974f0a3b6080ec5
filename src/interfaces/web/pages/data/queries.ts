import {type QueryClient, queryOptions} from "@tanstack/react-query";
import {type Parameters, ask} from "../../api/call.ts";
import type {
  Conformance,
  DriftList,
  Health,
  ImporterFacts,
  Importers,
  Incidents,
  Measures,
  Policies,
  RuleFacts,
  TieOut,
  Validated
} from "./facts.ts";

const listed = <T>(name: string, input: Parameters) =>
  queryOptions({
    queryKey: [name, JSON.stringify(input)],
    queryFn: ({signal}) => ask<T>(name, input, signal)
  });

export const healthQuery = (input: Parameters = {}) => listed<Health>("sources.health", input);
export const driftQuery = (input: Parameters) => listed<DriftList>("sources.drift", input);
export const incidentsQuery = (input: Parameters = {}) => listed<Incidents>("incidents.list", input);
export const tieQuery = (input: Parameters = {}) => listed<TieOut>("invoices.tie-out", input);
export const conformanceQuery = (input: Parameters = {}) => listed<Conformance>("conformance.show", input);
export const rulesQuery = (input: Parameters) => listed<RuleFacts>("conformance.rules", input);
export const validateQuery = (input: Parameters) => ({...listed<Validated>("validate", input), retry: false});
export const importersQuery = () => listed<Importers>("importer.list", {});
export const importerQuery = (id: string) => listed<ImporterFacts>("importer.show", {id});
export const policyQuery = (input: Parameters) => listed<Policies>("sources.policy", input);
export const measuresQuery = () => listed<Measures>("kpis.values", {capability: "data-ingestion"});

/** After a change of what invoices state. */
export async function tieAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({predicate: ({queryKey}) => /^(invoices|kpis)\./.test(String(queryKey[0]))});
}
