import {NativeSelect} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {practiceQuery} from "../practice/queries.ts";

/** Narrows a home to the charges and the work of a scope. */
export function ScopePick({scope, choose}: {readonly scope: string | null; readonly choose: (scope: string) => void}) {
  const practice = useQuery({...practiceQuery(), refetchInterval: false, staleTime: 60_000});
  const scopes = practice.data?.scopes ?? [];
  if (scopes.length === 0 && scope === null) return null;
  const known = scopes.some(({id}) => id === scope);
  return (
    <NativeSelect
      size="xs"
      w={170}
      aria-label="Scope"
      value={scope ?? ""}
      onChange={({currentTarget}) => choose(currentTarget.value)}
      data={[
        {value: "", label: "Everything"},
        ...scopes.map(({id, title}) => ({value: id, label: title})),
        ...(scope === null || known ? [] : [{value: scope, label: scope}])
      ]}
    />
  );
}
