/** Headings of the top help and the commands below each; a command that is not named here stands under the last. */
export const commandGroups: readonly {readonly title: string; readonly commands: readonly string[]}[] = [
  {title: "Begin", commands: ["demo", "init"]},
  {
    title: "Bring data in",
    commands: [
      "ingest",
      "validate",
      "conformance",
      "sources",
      "snapshots",
      "quarantine",
      "rates",
      "invoices",
      "incidents"
    ]
  },
  {title: "Ask", commands: ["cost", "rows", "export", "views", "receipts"]},
  {
    title: "Practise FinOps",
    commands: ["framework", "practice", "work", "decisions", "exceptions", "kpis", "series", "homes", "library"]
  },
  {title: "Serve", commands: ["serve", "mcp", "tokens"]},
  {title: "Look after it", commands: ["doctor", "completion"]},
  {title: "More", commands: []}
];

/** What a group of commands is about; a group that is not named here lists its commands. */
export const groupSummaries: Readonly<Record<string, string>> = {
  invoices: "What invoices state, and whether the charges add up to it.",
  incidents: "What is wrong with the data, with owner and deadlines.",
  kpis: "Indicators and KPIs as they are now.",
  conformance: "How deliveries stand to the rules of FOCUS, and what the rules are.",
  sources: "Named places that cost data comes from.",
  receipts: "What reproduces an answer: keep it, or let it go.",
  snapshots: "Deliveries in the lake: list, show, compare, publish, prune.",
  quarantine: "Rows that could not be read exactly, with the place and the reason.",
  framework: "What the FinOps Framework says: editions, parts, search, and what of it works here.",
  views: "Questions kept under a name.",
  tokens: "Who may call the server, and what they may do.",
  rates: "Exchange rates that convert answers.",
  practice: "The practice file: who decides about which spending, with which blocks; check, plan, apply.",
  work: "Findings, options, actions and the effects that bills prove.",
  decisions: "What was decided, by whom, between which options, and why.",
  exceptions: "Rules that do not hold for something, with a reason and a last day.",
  series: "Numbers of the business by day, such as requests or customers.",
  homes: "A page for each persona: what this person asks first.",
  library: "Playbooks, lessons, glossary, and the practice's own stories."
};

export function groupTitle(command: string): string {
  const found = commandGroups.find(({commands}) => commands.includes(command)) ?? commandGroups.at(-1);
  return found?.title ?? "More";
}

/** Commands in the order in which the groups name them, the others after them. */
export function byGroup(a: {readonly name: string}, b: {readonly name: string}): number {
  const names = commandGroups.flatMap(({commands}) => commands);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return place(a.name) - place(b.name);
}
