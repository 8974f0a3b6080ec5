/** The pages there are: two levels, by task. */
export interface Place {
  readonly title: string;
  readonly to: string;
  readonly about: string;
  readonly keys: string;
  readonly children?: readonly Omit<Place, "children">[];
}

export const places: readonly Place[] = [
  {title: "Home", to: "/", about: "The numbers to read first", keys: "g h"},
  {
    title: "Explore",
    to: "/explore",
    about: "Ask what was spent, from every side",
    keys: "g e",
    children: [{title: "Saved views", to: "/explore/views", about: "Questions that were kept", keys: "g v"}]
  },
  {
    title: "Data",
    to: "/data",
    about: "Where cost data comes from, and how fresh it is",
    keys: "g d",
    children: [
      {title: "Sources", to: "/data", about: "Freshness and coverage of each source", keys: ""},
      {title: "Snapshots", to: "/data/snapshots", about: "Deliveries, and what each one changed", keys: "g s"},
      {title: "Quarantine", to: "/data/quarantine", about: "Rows that were kept and not counted", keys: "g q"},
      {title: "Upload", to: "/data/upload", about: "Take a FOCUS file into the lake", keys: "g u"}
    ]
  },
  {title: "Settings", to: "/settings", about: "Engine, versions, tokens, theme", keys: "g t"}
];
