import {queryOptions} from "@tanstack/react-query";
import type {Output} from "../../../operation.ts";
import type {viewsList, viewsSave} from "../../../records/views/contract.ts";
import {parseSearch} from "../app/search.ts";
import {ask, write} from "./call.ts";

/** A question that was kept, with how it was drawn. */
export type View = Output<typeof viewsList>["rows"][number];

export const viewsQuery = () =>
  queryOptions({
    queryKey: ["views.list"],
    queryFn: ({signal}) => ask<Output<typeof viewsList>>("views.list", {}, signal)
  });

/** A view as the query part of the URL of Explore: its question, and how it is drawn. */
export function searchOfView({question, chart, folder, name}: View): Record<string, string | string[]> {
  const drawn = Object.entries(chart ?? {}).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value]] : []
  );
  return {...parseSearch(question), ...Object.fromEntries(drawn), view: folder === "" ? name : `${folder}/${name}`};
}

export interface ViewInput {
  readonly name: string;
  readonly folder: string;
  readonly question: string;
  readonly chart: Readonly<Record<string, string>>;
  readonly star: boolean;
  readonly replace: boolean;
}

export async function saveView(input: ViewInput): Promise<Output<typeof viewsSave>> {
  return write("views.save", {...input});
}

export async function starView(view: string, off: boolean): Promise<unknown> {
  return write("views.star", {view, off});
}

export async function deleteView(view: string): Promise<unknown> {
  return write("views.delete", {view});
}
