import type {Tile} from "../declaration.ts";

const find = {text: "Find something in Explore and keep it as a finding", path: "/explore", command: "work add --help"};

export const tiles: readonly Tile[] = [
  {
    id: "open-work",
    title: "Open work",
    why: "Findings, options and actions with owner and day, those due first.",
    kind: "list",
    shows: {
      operation: "work.list",
      input: {sort: "due", limit: 12},
      scopeField: "scope",
      personField: "owner"
    },
    columns: [
      {key: "number", title: "Work"},
      {key: "title", title: "What"},
      {key: "stage", title: "Stage"},
      {key: "owner", title: "Owner"},
      {key: "due", title: "Due"},
      {key: "value", title: "Value"}
    ],
    page: "/work",
    absent: {missing: "No work is open.", next: find}
  },
  {
    id: "options",
    title: "Options that wait for a decision",
    why: "Priced, and nobody has taken them on; the greatest first.",
    kind: "list",
    shows: {operation: "work.list", input: {stage: ["option"], sort: "value", limit: 12}, scopeField: "scope"},
    columns: [
      {key: "number", title: "Work"},
      {key: "title", title: "What"},
      {key: "capability", title: "Capability"},
      {key: "value", title: "Value"}
    ],
    page: "/work",
    absent: {
      missing: "No option waits for a decision.",
      next: {text: "Price a finding, so that it becomes an option", path: "/work", command: "work advance --help"}
    }
  },
  {
    id: "verified",
    title: "What was done, measured from bills",
    why: "Verified effects, with the amount that later bills show.",
    kind: "list",
    shows: {operation: "work.list", input: {stage: ["verified"], limit: 12}, scopeField: "scope"},
    columns: [
      {key: "number", title: "Work"},
      {key: "title", title: "What"},
      {key: "owner", title: "Owner"},
      {key: "value", title: "Realised"}
    ],
    page: "/work",
    absent: {
      missing: "No effect was verified yet.",
      next: {
        text: "Mark a done action, wait for two whole weeks of bills, and measure it",
        path: "/work",
        command: "work verify --help"
      }
    }
  },
  {
    id: "loop",
    title: "What we see, could do, and did",
    why: "The three counters of each scope, and the days from a finding to its verified effect.",
    kind: "table",
    shows: {operation: "work.summary", input: {}, scopeField: "scope"},
    columns: [
      {key: "title", title: "Scope"},
      {key: "could.count", title: "Could do"},
      {key: "doing.count", title: "Under way"},
      {key: "did.count", title: "Done and measured"},
      {key: "overdue", title: "Overdue"},
      {key: "loop.medianDays", title: "Days to an effect"}
    ],
    page: "/work"
  },
  {
    id: "practice-check",
    title: "What the practice file should say",
    why: "Errors, risks and hints about scopes, owners, targets and overlaps, each with its remedy.",
    kind: "list",
    shows: {operation: "practice.check", input: {}, scopeField: "scope"},
    columns: [
      {key: "severity", title: "How grave"},
      {key: "message", title: "What"},
      {key: "remedy", title: "Remedy"}
    ],
    page: "/practice/check"
  }
];
