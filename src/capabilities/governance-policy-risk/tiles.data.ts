import type {Tile} from "../declaration.ts";

export const tiles: readonly Tile[] = [
  {
    id: "exceptions",
    title: "Exceptions, and when they end",
    why: "What may stay although a rule or a finding says otherwise: why, who answers for it, and until when.",
    kind: "list",
    shows: {operation: "exceptions.list", input: {}, scopeField: "scope"},
    columns: [
      {key: "number", title: "Exception"},
      {key: "title", title: "What"},
      {key: "owner", title: "Owner"},
      {key: "expires", title: "Ends"},
      {key: "daysLeft", title: "Days left"},
      {key: "status", title: "State"}
    ],
    page: "/work/exceptions",
    absent: {
      missing: "No exception is on the register.",
      next: {
        text: "Put the next one on it, with a day on which it ends",
        path: "/work/exceptions",
        command: "exceptions add --help"
      }
    }
  }
];
