import {ScrollArea, UnstyledButton} from "@mantine/core";
import {spotlight} from "@mantine/spotlight";
import {IconChartBar, IconDatabase, IconHome, IconKeyboard, IconSearch, IconSettings} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import {Mark} from "./mark.tsx";
import {places} from "./navigation.data.ts";
import {openShortcuts} from "./shortcuts.tsx";
import {StarredViews} from "./starred-views.tsx";
import {ThemeSwitch} from "./theme-switch.tsx";

const icons: Readonly<Record<string, typeof IconHome>> = {
  "/": IconHome,
  "/explore": IconChartBar,
  "/data": IconDatabase,
  "/settings": IconSettings
};

/** A link is of the page that is shown only where the whole path is the same, whatever is asked. */
const exactly = {exact: true, includeSearch: false} as const;

/** Whether a first-level place is the one that a path belongs to. */
function isWithin(path: string, to: string): boolean {
  return to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`);
}

export function Navigation({path}: {readonly path: string}) {
  return (
    <>
      <div className="rail-head">
        <Link to="/" className="rail-home" aria-label="Ashlar, Home">
          <Mark />
        </Link>
        <UnstyledButton className="rail-search" onClick={() => spotlight.open()}>
          <IconSearch size={15} aria-hidden="true" />
          <span>Find</span>
          <kbd>Ctrl K</kbd>
        </UnstyledButton>
      </div>
      <ScrollArea className="rail-scroll" type="auto">
        <ul className="rail-list">
          {places.map((place) => {
            const Icon = icons[place.to] ?? IconHome;
            const within = isWithin(path, place.to);
            return (
              <li key={place.to}>
                <Link
                  to={place.to}
                  className="rail-link"
                  data-within={within}
                  activeOptions={exactly}
                  data-parent={place.children?.some(({to}) => to === place.to) ?? false}
                >
                  <Icon size={17} stroke={1.6} aria-hidden="true" />
                  {place.title}
                </Link>
                {within && place.children !== undefined ? (
                  <ul className="rail-sub">
                    {place.children.map((child) => (
                      <li key={child.to}>
                        <Link to={child.to} className="rail-sublink" activeOptions={exactly}>
                          {child.title}
                        </Link>
                      </li>
                    ))}
                    {place.to === "/explore" ? <StarredViews /> : null}
                  </ul>
                ) : null}
              </li>
            );
          })}
        </ul>
      </ScrollArea>
      <div className="rail-foot">
        <ThemeSwitch />
        <UnstyledButton className="rail-key" onClick={openShortcuts} aria-label="Keyboard shortcuts">
          <IconKeyboard size={17} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </div>
    </>
  );
}
