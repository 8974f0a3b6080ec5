import {queryOptions} from "@tanstack/react-query";
import {type Parameters, ask, queryOf} from "../../api/call.ts";
import type {Home, Homes} from "./facts.ts";

export const homesQuery = () =>
  queryOptions({
    queryKey: ["homes.list"],
    queryFn: ({signal}) => ask<Homes>("homes.list", {}, signal),
    staleTime: 5 * 60_000
  });

export const homeQuery = (input: Parameters) =>
  queryOptions({
    queryKey: ["homes.show", queryOf(input)],
    queryFn: ({signal}) => ask<Home>("homes.show", input, signal)
  });

/** The rows that an operation gives for a tile; lists in the input are repeated keys, as the page of it asks. */
export const tileRowsQuery = (name: string, input: Parameters) =>
  queryOptions({
    queryKey: [name, "tile", JSON.stringify(input)],
    queryFn: ({signal}) => ask<{readonly rows: readonly Readonly<Record<string, unknown>>[]}>(name, input, signal),
    staleTime: 20_000
  });
