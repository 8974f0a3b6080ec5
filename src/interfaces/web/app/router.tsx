import {createRootRoute, createRoute, createRouter, lazyRouteComponent} from "@tanstack/react-router";
import {HomePage} from "../pages/home/home-page.tsx";
import {FailedPage} from "./failed-page.tsx";
import {MissingPage} from "./missing-page.tsx";
import {parseSearch, searchText} from "./search.ts";
import {Shell} from "./shell.tsx";

const anySearch = (search: Record<string, unknown>): Record<string, string | string[] | undefined> =>
  search as Record<string, string | string[]>;

const root = createRootRoute({component: Shell, notFoundComponent: MissingPage, validateSearch: anySearch});

const page = (path: string, load: () => Promise<Record<string, () => React.ReactNode>>, name: string) =>
  createRoute({getParentRoute: () => root, path, component: lazyRouteComponent(load, name)});

const data = () => import("../pages/data/pages.ts");

const routes = root.addChildren([
  createRoute({getParentRoute: () => root, path: "/", component: HomePage}),
  page("/explore", () => import("../pages/explore/explore-page.tsx"), "ExplorePage"),
  page("/explore/views", () => import("../pages/explore/views-page.tsx"), "ViewsPage"),
  page("/data", data, "SourcesPage"),
  page("/data/snapshots", data, "SnapshotsPage"),
  page("/data/snapshots/$snapshot", data, "SnapshotPage"),
  page("/data/quarantine", data, "QuarantinePage"),
  page("/data/upload", data, "UploadPage"),
  page("/settings", () => import("../pages/settings/settings-page.tsx"), "SettingsPage")
]);

export function makeRouter() {
  return createRouter({
    routeTree: routes,
    parseSearch,
    stringifySearch: searchText,
    defaultErrorComponent: FailedPage,
    defaultPreload: "intent",
    scrollRestoration: true
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
