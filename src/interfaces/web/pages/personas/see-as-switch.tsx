import {NativeSelect} from "@mantine/core";
import {IconEye} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {useNavigate} from "@tanstack/react-router";
import {homesQuery} from "./queries.ts";
import {homeOf, peopleOf, seenOf, seenText, useSeen} from "./see-as.ts";

/** Chooses whose home one sees; remembered in this browser. */
export function SeeAsSwitch() {
  const homes = useQuery({...homesQuery(), retry: false});
  const [seen, see] = useSeen();
  const navigate = useNavigate();
  if (homes.data === undefined) return null;
  const {rows} = homes.data;
  const people = peopleOf(homes.data);
  const group = (name: "core" | "allied") =>
    rows
      .filter((row) => row.group === name)
      .flatMap(({persona, title, variants}) => [
        {value: persona, label: title},
        ...variants.map((variant) => ({value: `${persona}:${variant.id}`, label: `${title}, ${variant.title}`}))
      ]);
  const choose = (text: string): void => {
    const next = seenOf(text);
    see(next);
    void navigate(next === null ? {to: "/"} : homeOf(next));
  };
  const value = seenText(seen);
  const options = [
    {group: "Core personas", items: group("core")},
    {group: "Allied personas", items: group("allied")},
    ...(people.length === 0
      ? []
      : [{group: "People", items: people.map(({id, name}) => ({value: `@${id}`, label: name}))}])
  ];
  const known = value === "" || options.some(({items}) => items.some((item) => item.value === value));
  return (
    <NativeSelect
      size="xs"
      aria-label="See as"
      leftSection={<IconEye size={14} aria-hidden="true" />}
      value={known ? value : ""}
      onChange={({currentTarget}) => choose(currentTarget.value)}
      data={[{value: "", label: "See as …"}, ...options]}
    />
  );
}
