/** The pages there are: two levels, by task. */
export interface Place {
  readonly title: string;
  readonly to: string;
  readonly about: string;
  readonly keys: string;
  readonly children?: readonly Omit<Place, "children">[];
}

export const places: readonly Place[] = [
  {
    title: "Home",
    to: "/",
    about: "The numbers to read first",
    keys: "g h",
    children: [
      {title: "Overview", to: "/", about: "The numbers to read first", keys: ""},
      {title: "By persona", to: "/home", about: "What each persona asks first, and what answers it", keys: "g m"}
    ]
  },
  {
    title: "Explore",
    to: "/explore",
    about: "Ask what was spent, from every side",
    keys: "g e",
    children: [{title: "Saved views", to: "/explore/views", about: "Questions that were kept", keys: "g v"}]
  },
  {
    title: "Practice",
    to: "/practice",
    about: "Choose and arrange the building blocks of the practice",
    keys: "g p",
    children: [
      {title: "Board", to: "/practice", about: "Capabilities of a scope as cards", keys: ""},
      {title: "Plan", to: "/practice/plan", about: "What a draft or an edited file would change", keys: ""},
      {title: "Check", to: "/practice/check", about: "What is wrong, risky or would help, with its line", keys: ""},
      {title: "People", to: "/practice/people", about: "Personas, units and who holds what", keys: ""},
      {title: "History", to: "/practice/history", about: "Applied states, and the way back", keys: ""}
    ]
  },
  {
    title: "Work",
    to: "/work",
    about: "Findings, options, actions and their verified effect",
    keys: "g w",
    children: [
      {title: "All work", to: "/work", about: "Where each work object stands", keys: ""},
      {title: "Decisions", to: "/work/decisions", about: "What was decided, by whom and why", keys: ""},
      {title: "Exceptions", to: "/work/exceptions", about: "What may stay, until when", keys: ""}
    ]
  },
  {
    title: "Framework",
    to: "/framework",
    about: "The building blocks: principles, personas, phases, domains, capabilities",
    keys: "g f",
    children: [
      {title: "Building blocks", to: "/framework", about: "The framework in one drawing", keys: ""},
      {title: "Principles", to: "/framework/principles", about: "What everything rests on", keys: ""},
      {title: "Personas", to: "/framework/personas", about: "Who takes part, and as what", keys: ""},
      {title: "Phases", to: "/framework/phases", about: "Inform, optimize, operate, again and again", keys: ""},
      {title: "Maturity", to: "/framework/maturity", about: "Crawl, walk, run, and the lenses", keys: ""},
      {title: "KPIs", to: "/framework/kpis", about: "Formula, inputs and direction of each", keys: "g k"},
      {title: "Editions", to: "/framework/editions", about: "What changed, and where things went", keys: ""},
      {title: "Coverage", to: "/framework/coverage", about: "What of it Ashlar practises", keys: ""}
    ]
  },
  {
    title: "Library",
    to: "/library",
    about: "Playbooks, lessons, the glossary, own stories",
    keys: "g l",
    children: [
      {title: "All texts", to: "/library", about: "Playbooks by domain, lessons by persona", keys: ""},
      {title: "Glossary", to: "/library/glossary", about: "The words of the field", keys: "g y"}
    ]
  },
  {
    title: "Data",
    to: "/data",
    about: "Where cost data comes from, and whether it can be trusted",
    keys: "g d",
    children: [
      {title: "Sources", to: "/data", about: "Health, freshness and gaps of each source", keys: ""},
      {title: "Incidents", to: "/data/incidents", about: "What is wrong with the data, and its clock", keys: "g i"},
      {title: "Tie-out", to: "/data/tie-out", about: "What was billed beside what invoices state", keys: "g o"},
      {title: "Conformance", to: "/data/conformance", about: "How deliveries stand to the rules of FOCUS", keys: "g c"},
      {title: "Quarantine", to: "/data/quarantine", about: "Rows that were kept and not counted", keys: "g q"},
      {title: "Snapshots", to: "/data/snapshots", about: "Deliveries, and what each one changed", keys: "g s"},
      {title: "Dictionary", to: "/data/dictionary", about: "Every column of FOCUS, and what uses it", keys: "g x"},
      {title: "Importers", to: "/data/importers", about: "What reads a vendor's own bill", keys: ""},
      {title: "Upload", to: "/data/upload", about: "Take a bill into the lake", keys: "g u"},
      {title: "Export", to: "/data/export", about: "Charges out again as FOCUS", keys: ""}
    ]
  },
  {title: "Settings", to: "/settings", about: "Engine, versions, tokens, theme", keys: "g t"}
];
