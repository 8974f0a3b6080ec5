import {createRootRoute, createRoute, createRouter, lazyRouteComponent} from "@tanstack/react-router";
import {FailedPage} from "./failed-page.tsx";
import {MissingPage} from "./missing-page.tsx";
import {parseSearch, searchText} from "./search.ts";
import {Shell} from "./shell.tsx";

const anySearch = (search: Record<string, unknown>): Record<string, string | string[] | undefined> =>
  search as Record<string, string | string[]>;

const root = createRootRoute({component: Shell, notFoundComponent: MissingPage, validateSearch: anySearch});

const page = (path: string, load: () => Promise<Record<string, () => React.ReactNode>>, name: string) =>
  createRoute({getParentRoute: () => root, path, component: lazyRouteComponent(load, name)});

const home = () => import("../pages/home/home-page.tsx");

const routes = root.addChildren([
  createRoute({getParentRoute: () => root, path: "/", component: lazyRouteComponent(home, "HomePage")}),
  page("/explore", () => import("../pages/explore/explore-page.tsx"), "ExplorePage"),
  page("/explore/views", () => import("../pages/explore/views-page.tsx"), "ViewsPage"),
  page("/practice", () => import("../pages/practice/board-page.tsx"), "BoardPage"),
  page("/practice/plan", () => import("../pages/practice/plan-page.tsx"), "PlanPage"),
  page("/practice/check", () => import("../pages/practice/check-page.tsx"), "CheckPage"),
  page("/practice/people", () => import("../pages/practice/people-page.tsx"), "PeoplePage"),
  page("/practice/history", () => import("../pages/practice/history-page.tsx"), "HistoryPage"),
  page("/work", () => import("../pages/work/work-page.tsx"), "WorkPage"),
  page("/work/new", () => import("../pages/work/new-page.tsx"), "NewPage"),
  page("/work/decisions", () => import("../pages/work/decisions-page.tsx"), "DecisionsPage"),
  page("/work/exceptions", () => import("../pages/work/exceptions-page.tsx"), "ExceptionsPage"),
  page("/work/$work", () => import("../pages/work/item-page.tsx"), "ItemPage"),
  page("/home", () => import("../pages/personas/homes-page.tsx"), "HomesPage"),
  page("/home/$persona", () => import("../pages/personas/persona-page.tsx"), "PersonaPage"),
  page("/home/as/$person", () => import("../pages/personas/person-page.tsx"), "PersonPage"),
  page("/framework", () => import("../pages/framework/framework-page.tsx"), "FrameworkPage"),
  page("/framework/capabilities/$capability", () => import("../pages/framework/capability-page.tsx"), "CapabilityPage"),
  page("/framework/kpis", () => import("../pages/framework/kpis-page.tsx"), "KpisPage"),
  page("/framework/principles", () => import("../pages/framework/part-page.tsx"), "PrinciplesPage"),
  page("/framework/personas", () => import("../pages/framework/part-page.tsx"), "PersonasPage"),
  page("/framework/phases", () => import("../pages/framework/part-page.tsx"), "PhasesPage"),
  page("/framework/maturity", () => import("../pages/framework/part-page.tsx"), "MaturityPage"),
  page("/framework/editions", () => import("../pages/framework/editions-page.tsx"), "EditionsPage"),
  page("/framework/coverage", () => import("../pages/framework/coverage-page.tsx"), "CoveragePage"),
  page("/framework/search", () => import("../pages/framework/search-page.tsx"), "SearchPage"),
  page("/library", () => import("../pages/library/library-page.tsx"), "LibraryPage"),
  page("/library/glossary", () => import("../pages/library/glossary-page.tsx"), "GlossaryPage"),
  page("/library/$kind/$name", () => import("../pages/library/entry-page.tsx"), "EntryPage"),
  page("/data", () => import("../pages/data/sources-page.tsx"), "SourcesPage"),
  page("/data/snapshots", () => import("../pages/data/snapshots-page.tsx"), "SnapshotsPage"),
  page("/data/snapshots/$snapshot", () => import("../pages/data/snapshot-page.tsx"), "SnapshotPage"),
  page("/data/quarantine", () => import("../pages/data/quarantine-page.tsx"), "QuarantinePage"),
  page("/data/sources/$source", () => import("../pages/data/source-page.tsx"), "SourcePage"),
  page("/data/conformance", () => import("../pages/data/conformance-page.tsx"), "ConformancePage"),
  page("/data/tie-out", () => import("../pages/data/tie-page.tsx"), "TiePage"),
  page("/data/incidents", () => import("../pages/data/incidents-page.tsx"), "IncidentsPage"),
  page("/data/dictionary", () => import("../pages/data/dictionary-page.tsx"), "DictionaryPage"),
  page("/data/importers", () => import("../pages/data/importers-page.tsx"), "ImportersPage"),
  page("/data/export", () => import("../pages/data/export-page.tsx"), "ExportPage"),
  page("/data/upload", () => import("../pages/data/upload-page.tsx"), "UploadPage"),
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

/** Loads the code of each page that is loaded for itself. */
export function pageLoads(router: ReturnType<typeof makeRouter>): readonly (() => Promise<unknown>)[] {
  return Object.values(router.routesById).map((route) => async () => {
    const {component} = route.options as {readonly component?: {readonly preload?: () => Promise<unknown>}};
    await component?.preload?.();
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
