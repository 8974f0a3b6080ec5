import {keepPreviousData, queryOptions} from "@tanstack/react-query";
import {type Parameters, ask, queryOf} from "../../api/call.ts";
import type {Glossary, Library, Text} from "./facts.ts";

function answered<T>(name: string, input: Parameters) {
  return queryOptions({
    queryKey: [name, queryOf(input)],
    queryFn: ({signal}) => ask<T>(name, input, signal)
  });
}

export const libraryQuery = (text = "") => ({
  ...answered<Library>("library.list", text === "" ? {} : {text}),
  placeholderData: keepPreviousData
});
export const textQuery = (id: string) => answered<Text>("library.show", {id});
export const glossaryQuery = (text = "") => ({
  ...answered<Glossary>("library.glossary", text === "" ? {} : {text}),
  placeholderData: keepPreviousData
});
