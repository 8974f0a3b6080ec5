import {NativeSelect} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useNavigate, useRouterState, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {editionsQuery} from "./queries.ts";

/** The edition that the URL names; null where it leaves it to the practice. */
export function useEdition(): string | null {
  const search = useSearch({strict: false});
  return one(search, "edition");
}

/** What a link says of the edition: nothing where the practice's own is read. */
export function editionSearch(edition: string | null): {readonly edition?: string} {
  return edition === null ? {} : {edition};
}

/** Chooses the edition that a page of the framework is read in. */
export function EditionSwitch() {
  const editions = useQuery(editionsQuery());
  const edition = useEdition();
  const search = useSearch({strict: false});
  const path = useRouterState({select: ({location}) => location.pathname});
  const navigate = useNavigate();
  const own = editions.data?.rows.find(({inUse}) => inUse)?.edition ?? "";
  const choose = (value: string): void => {
    const {edition: _, ...rest} = search;
    void navigate({to: path, search: value === own ? rest : {...rest, edition: value}, resetScroll: false});
  };
  return (
    <NativeSelect
      size="xs"
      w={206}
      aria-label="Edition of the framework"
      value={edition ?? own}
      disabled={editions.data === undefined}
      onChange={({currentTarget}) => choose(currentTarget.value)}
      data={(editions.data?.rows ?? []).map((row) => ({
        value: row.edition,
        label: `Edition ${row.edition}${row.inUse ? ", in use here" : row.own ? ", your own" : ""}`
      }))}
    />
  );
}
