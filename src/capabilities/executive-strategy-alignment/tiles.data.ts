import type {Tile} from "../declaration.ts";

export const tiles: readonly Tile[] = [
  {
    id: "decisions",
    title: "Decisions",
    why: "What was asked, what was chosen, by whom and why; the newest first.",
    kind: "list",
    shows: {operation: "decisions.list", input: {}, scopeField: "scope"},
    columns: [
      {key: "number", title: "Decision"},
      {key: "title", title: "What"},
      {key: "chosen", title: "Chosen"},
      {key: "owner", title: "Decided by"},
      {key: "on", title: "On"},
      {key: "review", title: "Look again"}
    ],
    page: "/work/decisions",
    absent: {
      missing: "No decision is in the log.",
      next: {
        text: "Write the next one down, with the options that were weighed",
        path: "/work/decisions",
        command: "decisions add --help"
      }
    }
  }
];
