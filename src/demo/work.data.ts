/** How far the people of Quillhaven have come with something that is planted in the data. */
export interface Course {
  /** Id in `truth.json`. */
  readonly planted: string;
  readonly stage: "finding" | "option" | "action" | "done" | "verified" | "dismissed" | "excepted";
  /** Days before today on which it was found; for what is over, days after it began. */
  readonly found: number;
  readonly owner?: string;
  /** Days from today until it is due; negative where that is over. */
  readonly due?: number;
  readonly size?: "S" | "M" | "L";
  readonly options?: string;
  readonly reason?: string;
  /** Days from today until an exception ends; where it is about a commitment, its term says so. */
  readonly expires?: number;
  readonly comments?: readonly (readonly [by: string, text: string])[];
}

/** The newest findings stand last, so that they have the highest numbers. */
export const courses: readonly Course[] = [
  // What ended: somebody acted, and the bills show it.
  {
    planted: "cross-region-copy",
    stage: "verified",
    found: 9,
    owner: "hana",
    size: "S",
    options: "Delete the rule, or copy only what the other region reads",
    comments: [
      ["hana", "The rule was made for a test of disaster recovery. Nothing reads the copy."],
      ["priya", "Agreed. I delete the rule and leave the bucket until the end of the month."]
    ]
  },
  {
    planted: "twin-staging",
    stage: "verified",
    found: 12,
    owner: "petra",
    size: "S",
    options: "Remove it, or let it sleep until the next release test",
    comments: [["petra", "Left from the release test. The next one can make its own."]]
  },
  {
    planted: "weekend-leak",
    stage: "done",
    found: 16,
    owner: "priya",
    size: "M",
    options: "Mend the scheduler, or let the machines end by themselves when no build waits",
    comments: [["priya", "The scheduler had lost its permission. It has an alarm of its own now."]]
  },
  // What was looked at and left.
  {
    planted: "garden-sale",
    stage: "dismissed",
    found: 2,
    owner: "mei",
    reason: "The garden sale was announced two weeks before; the calendar of events has it"
  },
  {
    planted: "migrated-reservation",
    stage: "excepted",
    found: 70,
    owner: "ingrid",
    reason: "The term runs on whether we use it or not; it cannot be exchanged for what we need",
    comments: [["ingrid", "Asked the vendor for an exchange. They take it only against a longer term."]]
  },
  {
    planted: "unused-capacity",
    stage: "excepted",
    found: 55,
    owner: "tomas",
    reason: "Kept for the peak before Christmas, when machines of this kind were not to be had last year",
    expires: 45
  },
  {
    planted: "multi-az-staging",
    stage: "excepted",
    found: 60,
    owner: "tomas",
    reason: "The switch to the second zone is rehearsed in staging this quarter",
    expires: -5
  },
  // What people work on.
  {
    planted: "gp2-volumes",
    stage: "action",
    found: 26,
    owner: "tomas",
    due: 10,
    size: "S",
    options: "Convert in place, a few each night"
  },
  {
    planted: "warehouse-resize",
    stage: "action",
    found: 24,
    owner: "hana",
    due: 4,
    size: "S",
    options: "Set it back to its old size, or suspend it between reports"
  },
  {
    planted: "old-snapshots",
    stage: "action",
    found: 48,
    owner: "priya",
    due: -6,
    size: "M",
    options: "Delete them, or keep one a year in the archive tier",
    comments: [["jonas", "Past its day. Legal has not answered yet whether seven years hold for these."]]
  },
  {
    planted: "nat-detour",
    stage: "action",
    found: 20,
    owner: "tomas",
    due: 18,
    size: "M",
    options: "An endpoint for S3 in each zone, or the old route"
  },
  {
    planted: "idle-sql",
    stage: "action",
    found: 31,
    owner: "hana",
    due: 12,
    size: "S",
    options: "Export and drop it, or move it to the serverless tier"
  },
  // What was weighed and waits for somebody to take it on.
  {
    planted: "dev-at-night",
    stage: "option",
    found: 33,
    owner: "priya",
    size: "M",
    options: "Stop them at eight in the evening, or when nobody is signed in"
  },
  {
    planted: "oversized-search",
    stage: "option",
    found: 29,
    owner: "yusuf",
    size: "L",
    options: "Half the size, in two steps"
  },
  {
    planted: "large-model-for-labels",
    stage: "option",
    found: 22,
    owner: "petra",
    size: "M",
    options: "The small model with examples, or rules for the four commonest classes"
  },
  {
    planted: "steady-on-demand",
    stage: "option",
    found: 21,
    owner: "ingrid",
    size: "S",
    options: "A reservation of one year, nothing up front"
  },
  {
    planted: "previous-generation",
    stage: "option",
    found: 19,
    owner: "petra",
    size: "M",
    options: "Replace them with the next image"
  },
  {planted: "idle-database", stage: "option", found: 17, size: "S", options: "Snapshot and delete"},
  {
    planted: "unread-archive",
    stage: "option",
    found: 15,
    owner: "petra",
    size: "S",
    options: "Infrequent access after thirty days"
  },
  // What was seen, with the estimate of whoever found it; nobody has weighed it yet.
  {planted: "unattached-volumes", stage: "finding", found: 14},
  {planted: "idle-balancer", stage: "finding", found: 14},
  {planted: "bucket-creep", stage: "finding", found: 12, owner: "yusuf"},
  {planted: "new-recommender", stage: "finding", found: 11},
  {planted: "orphan-disks", stage: "finding", found: 10},
  {planted: "idle-gpu", stage: "finding", found: 9},
  {planted: "never-suspends", stage: "finding", found: 8, owner: "hana"},
  {planted: "model-switch", stage: "finding", found: 6},
  {planted: "uncached-prompts", stage: "finding", found: 5},
  {planted: "dormant-developers", stage: "finding", found: 4},
  {planted: "unused-design-seats", stage: "finding", found: 3, owner: "leo"},
  {planted: "idle-nat", stage: "finding", found: 1}
];

/** Who looks after what a team owns. */
export const ownerOfTeam: Readonly<Record<string, string>> = {
  web: "rosa",
  payments: "tomas",
  catalogue: "yusuf",
  fulfilment: "petra",
  mobile: "oliver",
  data: "hana",
  platform: "priya",
  security: "kofi",
  workplace: "leo"
};

/** The capability that a kind of waste belongs to, where it is not Usage Optimization. */
export const capabilityOfWaste: Readonly<Record<string, string>> = {
  "unused-seats": "licensing-saas",
  "redundant-licence": "licensing-saas",
  licence: "licensing-saas",
  "uncommitted-steady-usage": "rate-optimization",
  "unused-commitment": "rate-optimization",
  "unused-capacity-reservation": "rate-optimization"
};

/** The scope that a source belongs to. */
export const scopeOfSource: Readonly<Record<string, string>> = {
  aws: "cloud-core",
  azure: "cloud-core",
  gcp: "cloud-core",
  "lumen-ai": "ai-productivity",
  forgehub: "ai-productivity",
  licences: "ai-productivity"
};

/** The decision log; `on` and `review` are days before and after today, `about` the planted things they are about. */
export const decisions = [
  {
    on: 62,
    by: "amara",
    title: "We steer by effective cost",
    question: "Which cost do teams see: what was invoiced, or what their use costs with prepayments spread?",
    options: ["billed", "effective", "list"],
    chosen: "effective",
    reason: "Teams cannot change when a prepayment is invoiced. Finance keeps billed cost for the accruals.",
    owner: "samuel",
    scope: "cloud-core",
    review: 120,
    about: []
  },
  {
    on: 34,
    by: "ingrid",
    title: "The reservation of the machines that moved runs until its term ends",
    question: "Do we exchange the reservation against a longer one, or let it end?",
    options: ["let it end", "exchange it"],
    chosen: "let it end",
    reason: "An exchange binds us for three more years to machines that we leave.",
    owner: "samuel",
    scope: "cloud-core",
    review: 61,
    about: ["migrated-reservation"]
  },
  {
    on: 18,
    by: "hana",
    title: "A large model needs a test that shows the difference",
    question: "May a team choose the largest model because it is the default?",
    options: ["free choice", "smallest that does the work", "a fixed list"],
    chosen: "smallest that does the work",
    reason: "Sorting parcels into six classes needs no large model; a fixed list would be old in a quarter.",
    owner: "grace",
    scope: "ai-productivity",
    review: 75,
    about: ["large-model-for-labels", "model-switch"]
  },
  {
    on: 8,
    by: "priya",
    title: "Gateways of checkout get endpoints before the old route comes back",
    question: "Go back to the old route at once, or first build endpoints for S3?",
    options: ["old route now", "endpoints first"],
    chosen: "endpoints first",
    reason: "The route was changed for security. The old one would open what was closed.",
    owner: "mei",
    scope: "checkout",
    review: null,
    about: ["nat-detour"]
  }
] as const;
