import {useQuery} from "@tanstack/react-query";
import {listQuery} from "../framework/queries.ts";
import {libraryQuery} from "../library/queries.ts";
import {homesQuery} from "./queries.ts";

export interface Reading {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly group: string;
  readonly go: {
    readonly to: string;
    readonly params?: Record<string, string>;
    readonly search?: Record<string, string>;
  };
}

/** What the palette leads to besides pages: homes of personas, capabilities, texts of the library. */
export function useReading(): readonly Reading[] {
  const homes = useQuery(homesQuery());
  const capabilities = useQuery(listQuery("capabilities", null));
  const library = useQuery(libraryQuery());
  return [
    ...(homes.data?.rows ?? []).flatMap(({persona, title, variants}) =>
      [{id: null, title}, ...variants.map((each) => ({id: each.id, title: `${title}, ${each.title}`}))].map((home) => ({
        id: `home:${persona}:${home.id ?? ""}`,
        label: `Home of ${home.title}`,
        description: "What this persona asks first",
        group: "Homes",
        go: {to: "/home/$persona", params: {persona}, search: home.id === null ? {} : {variant: home.id}}
      }))
    ),
    ...(capabilities.data?.rows ?? []).map(({id, title, domainTitle}) => ({
      id: `capability:${id}`,
      label: title,
      description: domainTitle,
      group: "Framework",
      go: {to: "/framework/capabilities/$capability", params: {capability: id}}
    })),
    ...(library.data?.rows ?? [])
      .filter(({kind}) => kind !== "glossary")
      .map(({id, kind, title, path}) => ({
        id: `library:${id}`,
        label: kind === "playbook" ? `Playbook: ${title}` : title,
        description: kind,
        group: "Library",
        go: {to: path}
      }))
  ];
}
