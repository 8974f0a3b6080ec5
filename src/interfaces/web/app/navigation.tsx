import {UnstyledButton} from "@mantine/core";
import {
  IconBooks,
  IconChartBar,
  IconDatabase,
  IconHome,
  IconKeyboard,
  IconLayoutBoard,
  IconListCheck,
  IconSearch,
  IconSettings,
  IconWall
} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import {Suspense, lazy} from "react";
import {homeOf, useSeen} from "../pages/personas/see-as.ts";
import {openPalette, openShortcuts} from "./calls.ts";
import {Mark} from "./mark.tsx";
import {places} from "./navigation.data.ts";
import {StarredViews} from "./starred-views.tsx";
import {ThemeSwitch} from "./theme-switch.tsx";

const SeeAsSwitch = lazy(async () => ({default: (await import("../pages/personas/see-as-switch.tsx")).SeeAsSwitch}));
const SeenHome = lazy(async () => ({default: (await import("../pages/personas/seen-home.tsx")).SeenHome}));

const icons: Readonly<Record<string, typeof IconHome>> = {
  "/": IconHome,
  "/explore": IconChartBar,
  "/practice": IconLayoutBoard,
  "/work": IconListCheck,
  "/framework": IconWall,
  "/library": IconBooks,
  "/data": IconDatabase,
  "/settings": IconSettings
};

/** A link is of the page that is shown only where the whole path is the same, whatever is asked. */
const exactly = {exact: true, includeSearch: false} as const;

/** Whether a first-level place is the one that a path belongs to. */
function isWithin(path: string, to: string): boolean {
  return to === "/" ? path === "/" || isWithin(path, "/home") : path === to || path.startsWith(`${to}/`);
}

export function Navigation({path}: {readonly path: string}) {
  const [seen] = useSeen();
  return (
    <>
      <div className="rail-head">
        <Link to="/" className="rail-home" aria-label="Ashlar, Home">
          <Mark />
        </Link>
        <UnstyledButton className="rail-search" onClick={openPalette}>
          <IconSearch size={15} aria-hidden="true" />
          <span>Find</span>
          <kbd>Ctrl K</kbd>
        </UnstyledButton>
        <div style={{minHeight: 30}}>
          <Suspense fallback={null}>
            <SeeAsSwitch />
          </Suspense>
        </div>
      </div>
      <div className="rail-scroll">
        <ul className="rail-list">
          {places.map((place) => {
            const Icon = icons[place.to] ?? IconHome;
            const within = isWithin(path, place.to);
            return (
              <li key={place.to}>
                <Link
                  {...(place.to === "/" && seen !== null ? homeOf(seen) : {to: place.to})}
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
                    {place.to === "/" ? (
                      <Suspense fallback={null}>
                        <SeenHome />
                      </Suspense>
                    ) : null}
                    {place.to === "/explore" ? <StarredViews /> : null}
                  </ul>
                ) : null}
              </li>
            );
          })}
        </ul>
      </div>
      <div className="rail-foot">
        <ThemeSwitch />
        <UnstyledButton className="rail-key" onClick={openShortcuts} aria-label="Keyboard shortcuts">
          <IconKeyboard size={17} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </div>
    </>
  );
}
