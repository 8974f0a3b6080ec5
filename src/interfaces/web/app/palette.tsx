import {useMantineColorScheme} from "@mantine/core";
import {Spotlight, type SpotlightActionData, spotlight} from "@mantine/spotlight";
import {IconBook2, IconChartBar, IconFile, IconMoon, IconSearch, IconStar, IconSun} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {useNavigate} from "@tanstack/react-router";
import {useEffect} from "react";
import {searchOfView, viewsQuery} from "../api/views.ts";
import {dimensionWords} from "../format/words.ts";
import {useReading} from "../pages/personas/reading.ts";
import {openShortcuts} from "./calls.ts";
import {places} from "./navigation.data.ts";

/** Everything there is to go to and to do, by name. Each call opens it. */
export function Palette({calls}: {readonly calls: number}) {
  useEffect(() => spotlight.open(), [calls]);
  const navigate = useNavigate();
  const {setColorScheme} = useMantineColorScheme();
  const views = useQuery(viewsQuery());
  const reading = useReading();
  const pages = places.flatMap((place) => [place, ...(place.children ?? []).filter(({to}) => to !== place.to)]);
  const actions: readonly SpotlightActionData[] = [
    ...pages.map(({title, to, about}) => ({
      id: `page:${to}`,
      label: title,
      description: about,
      group: "Pages",
      leftSection: <IconFile size={16} stroke={1.6} />,
      onClick: () => void navigate({to})
    })),
    ...(views.data?.rows ?? []).map((view) => ({
      id: `view:${view.id}`,
      label: view.name,
      description: view.folder === "" ? "Saved view" : view.folder,
      group: "Saved views",
      leftSection: <IconStar size={16} stroke={1.6} />,
      onClick: () => void navigate({to: "/explore", search: searchOfView(view)})
    })),
    ...Object.entries(dimensionWords).map(([name, title]) => ({
      id: `by:${name}`,
      label: `Cost by ${title.toLowerCase()}`,
      group: "Explore",
      keywords: [name, "group"],
      leftSection: <IconChartBar size={16} stroke={1.6} />,
      onClick: () =>
        void navigate({
          to: "/explore",
          search: {metric: "effective", by: name, window: "30d", granularity: "day", top: "10"}
        })
    })),
    ...reading.map(({id, label, description, group, go}) => ({
      id,
      label,
      description,
      group,
      leftSection: <IconBook2 size={16} stroke={1.6} />,
      onClick: () => void navigate(go)
    })),
    {
      id: "theme:light",
      label: "Light theme",
      group: "Do",
      leftSection: <IconSun size={16} />,
      onClick: () => setColorScheme("light")
    },
    {
      id: "theme:dark",
      label: "Dark theme",
      group: "Do",
      leftSection: <IconMoon size={16} />,
      onClick: () => setColorScheme("dark")
    },
    {
      id: "keys",
      label: "Keyboard shortcuts",
      group: "Do",
      leftSection: <IconSearch size={16} />,
      onClick: openShortcuts
    }
  ];
  const groups = Map.groupBy(actions, ({group}) => group ?? "");
  return (
    <Spotlight
      shortcut={null}
      actions={[...groups].map(([group, own]) => ({group, actions: own}))}
      nothingFound="Nothing of this name. Try a page, a saved view or a dimension."
      highlightQuery
      limit={24}
      scrollable
      maxHeight={420}
      searchProps={{placeholder: "Go to, or cost by …", "aria-label": "Find", leftSection: <IconSearch size={17} />}}
    />
  );
}
