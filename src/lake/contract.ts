import {z} from "zod";
import {datasets} from "../focus/dataset.ts";
import {contract} from "../operation.ts";
import {sourceId} from "../settings.ts";
import {amount, billingPeriod, manifest, snapshotState} from "./snapshot.ts";

const snapshotId = z.string().min(6).describe("snapshot id, or the last six or more characters of it");
const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");
const limit = z.int().min(1).max(100_000);

export const sourcesList = contract({
  name: "sources.list",
  summary: "Where cost data comes from, how much of it there is, and how fresh it is.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(
      z.object({
        source: z.string(),
        title: z.string().nullable(),
        owner: z.string().nullable(),
        cadence: z.string().nullable(),
        datasets: z.array(z.string()),
        firstPeriod: billingPeriod.nullable(),
        lastPeriod: billingPeriod.nullable(),
        rows: z.int(),
        currencies: z.array(z.string()),
        location: z.string().nullable().describe("where its deliveries are fetched from"),
        lastSync: z.string().nullable().describe("instant of the last fetch that went well"),
        nextSync: z.string().nullable().describe("instant from which on a server fetches again"),
        lastError: z.string().nullable().describe("why the last fetch failed"),
        lastDelivery: z.string().nullable().describe("instant of the newest snapshot"),
        dataThrough: z.string().nullable().describe("end of the newest usage"),
        held: z.int().describe("snapshots held back"),
        quarantined: z.int().describe("rows in quarantine of active snapshots")
      })
    ),
    notes: z.array(z.string())
  }),
  examples: [{command: "sources", remark: "all sources"}]
});

const snapshotRow = z.object({
  snapshot: z.string(),
  source: z.string(),
  dataset: z.string(),
  partition: z.string(),
  billingPeriod,
  state: snapshotState,
  createdAt: z.string(),
  activeFrom: z.string().nullable(),
  activeTo: z.string().nullable(),
  rows: z.int(),
  billed: z.array(z.object({currency: z.string(), amount: amount.nullable()})),
  quarantined: z.int(),
  bytes: z.int()
});

export const snapshotsList = contract({
  name: "snapshots.list",
  summary: "Deliveries in the lake, with what questions see of them.",
  kind: "read",
  input: z.strictObject({
    source: sourceId.optional().describe("only this source"),
    dataset: z.enum(datasets).optional().describe("only this dataset"),
    period: billingPeriod.optional().describe("only this billing period, such as 2026-10"),
    state: z.array(snapshotState).optional().describe("only these states; default: all")
  }),
  output: z.object({rows: z.array(snapshotRow)}),
  examples: [
    {command: "snapshots list --source aws-prod", remark: "one source"},
    {command: "snapshots list --state held", remark: "what waits for a decision"}
  ]
});

export const snapshotsShow = contract({
  name: "snapshots.show",
  summary: "Everything that is known of one snapshot: inputs, totals, checks, quarantine.",
  kind: "read",
  input: z.strictObject({snapshot: snapshotId}),
  output: z.object({
    state: snapshotState,
    activeFrom: z.string().nullable(),
    activeTo: z.string().nullable(),
    manifest
  }),
  positional: ["snapshot"]
});

const difference = z.object({
  currency: z.string(),
  rowsBefore: z.int(),
  rowsAfter: z.int(),
  billedBefore: amount,
  billedAfter: amount,
  billedChange: amount,
  effectiveBefore: amount,
  effectiveAfter: amount,
  effectiveChange: amount
});

export const snapshotsDiff = contract({
  name: "snapshots.diff",
  summary: "A restatement: what changed between two snapshots of a billing period, by service and account.",
  description:
    "With one snapshot, it is held against what it replaced. Services and accounts that did not change are left out.",
  kind: "read",
  input: z.strictObject({
    snapshot: snapshotId.describe("the later snapshot"),
    against: snapshotId.optional().describe("the earlier one; default: what the later one replaced"),
    limit: limit.default(200).describe("most rows, the largest changes first")
  }),
  output: z.object({
    before: z.array(z.string()).describe("snapshots that were replaced"),
    after: z.string(),
    rows: z.array(z.object({service: z.string().nullable(), account: z.string().nullable(), ...difference.shape})),
    totals: z.array(difference).describe("over all rows, shown or not"),
    notes: z.array(z.string())
  }),
  positional: ["snapshot", "against"],
  examples: [{command: "snapshots diff 01JABCDEF", remark: "what a delivery changed"}]
});

export const snapshotsPublish = contract({
  name: "snapshots.publish",
  summary: "Lets questions see a snapshot that was held back, without its quarantined rows.",
  kind: "write",
  input: z.strictObject({
    snapshot: snapshotId,
    replace: z.boolean().default(false).describe("replace even where much less would be left"),
    dryRun
  }),
  output: z.object({
    snapshot: z.string(),
    status: z.enum(["published", "would be published"]),
    superseded: z.array(z.string()),
    quarantined: z.int()
  }),
  positional: ["snapshot"]
});

export const snapshotsDiscard = contract({
  name: "snapshots.discard",
  summary: "Removes a snapshot that is held back, with its quarantine: the delivery was mended or is not wanted.",
  kind: "write",
  input: z.strictObject({snapshot: snapshotId, dryRun}),
  output: z.object({
    snapshot: z.string(),
    status: z.enum(["discarded", "would be discarded"]),
    rows: z.int(),
    quarantined: z.int()
  }),
  positional: ["snapshot"]
});

export const snapshotsPrune = contract({
  name: "snapshots.prune",
  summary: "Removes the rows of old replaced snapshots; their manifests and totals stay.",
  description:
    "Only snapshots that no question sees are pruned, and none that a reader has open or a pinned receipt needs. An answer as of a pruned moment says so.",
  kind: "write",
  input: z.strictObject({
    source: sourceId.optional().describe("only this source"),
    olderThan: z.int().min(0).default(90).describe("days since a snapshot was replaced"),
    keep: z.int().min(0).default(1).describe("replaced snapshots to keep of each billing period, the newest"),
    dryRun
  }),
  output: z.object({
    dryRun: z.boolean(),
    rows: z.array(
      z.object({snapshot: z.string(), source: z.string(), billingPeriod, replacedAt: z.string(), bytes: z.int()})
    ),
    bytes: z.int(),
    notes: z.array(z.string())
  }),
  examples: [{command: "snapshots prune --older-than 30 --dry-run", remark: "what would go"}]
});

export const rollupsList = contract({
  name: "rollups.list",
  summary: "Exact sums that answer most questions in place of the charges, with their size and use.",
  description:
    "Each snapshot is summed by services and accounts, by tags, and by each tag alone. Snapshots of fewer rows than the practice says (50,000) are read themselves; a roll-up that would have more than a twentieth of the rows of its charges saves too little and is not kept.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(
      z.object({
        rollup: z.string(),
        snapshots: z.int().describe("active snapshots that have it"),
        tooLarge: z.int().describe("active snapshots for which it was not kept"),
        missing: z.int().describe("active snapshots that it was not built for"),
        rows: z.int(),
        charges: z.int().describe("charges of the snapshots that have it"),
        bytes: z.int()
      })
    ),
    notes: z.array(z.string())
  })
});

export const rollupsBuild = contract({
  name: "rollups.build",
  summary: "Builds the roll-ups that active snapshots do not have, for instance after the practice named other tags.",
  kind: "write",
  input: z.strictObject({dryRun}),
  output: z.object({dryRun: z.boolean(), rows: z.array(z.object({rollup: z.string(), built: z.int(), rows: z.int()}))})
});

export const quarantineList = contract({
  name: "quarantine.list",
  summary: "Rows that could not be read exactly, counted by reason, with the money in them.",
  kind: "read",
  input: z.strictObject({source: sourceId.optional().describe("only this source")}),
  output: z.object({
    rows: z.array(
      z.object({
        snapshot: z.string(),
        source: z.string(),
        billingPeriod,
        state: snapshotState,
        column: z.string().nullable(),
        reason: z.string(),
        rows: z.int(),
        billed: z.array(z.object({currency: z.string(), amount: amount.nullable()}))
      })
    ),
    totals: z.array(z.object({rows: z.int()}))
  })
});

export const quarantineShow = contract({
  name: "quarantine.show",
  summary: "The quarantined rows of a snapshot, with file, line, column, reason and the row as delivered.",
  kind: "read",
  input: z.strictObject({snapshot: snapshotId, limit: limit.default(100).describe("most rows")}),
  output: z.object({
    rows: z.array(
      z.object({
        file: z.string(),
        line: z.int().nullable(),
        column: z.string().nullable(),
        reason: z.string(),
        text: z.string().nullable(),
        more: z.array(z.string()),
        row: z.union([z.record(z.string(), z.string().nullable()), z.string()]).nullable(),
        period: z.string().nullable(),
        currency: z.string().nullable(),
        billed: z.string().nullable()
      })
    ),
    total: z.int()
  }),
  positional: ["snapshot"]
});

export const doctor = contract({
  name: "doctor",
  summary: "Looks whether lake, catalog and state store agree, and mends what can be mended safely.",
  kind: "write",
  input: z.strictObject({
    rebuild: z.boolean().default(false).describe("build the catalog again from the manifests of the lake"),
    deep: z.boolean().default(false).describe("also read every file and compare its hash"),
    dryRun
  }),
  output: z.object({
    verdict: z.enum(["ok", "quality"]),
    rows: z.array(
      z.object({
        check: z.string(),
        level: z.enum(["ok", "info", "warning", "error"]),
        message: z.string(),
        remedy: z.string().nullable()
      })
    )
  }),
  examples: [
    {command: "doctor", remark: "a quick look"},
    {command: "doctor --rebuild", remark: "after the state store was lost"}
  ]
});

export const ratesImport = contract({
  name: "rates.import",
  summary: "Takes exchange rates from a CSV file with the columns day, base, quote, rate.",
  description:
    "A rate says what one unit of base was worth in quote on that day. New days are added; a rate that changed is refused unless --replace is given, because it changes past answers.",
  kind: "write",
  input: z.strictObject({
    file: z.string().min(1).describe("CSV file: day, base, quote, rate"),
    set: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "small letters, digits, dot, dash, underscore")
      .default("default")
      .describe("name of the rate set"),
    replace: z.boolean().default(false).describe("take changed rates of known days"),
    dryRun
  }),
  output: z.object({
    dryRun: z.boolean(),
    set: z.string(),
    revision: z.string(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    pairs: z.array(z.string())
  }),
  positional: ["file"],
  examples: [{command: "rates import ecb.csv --set ecb", remark: "rates of a central bank"}]
});

export const ratesList = contract({
  name: "rates.list",
  summary: "Rate sets, with their currency pairs and days.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(
      z.object({
        set: z.string(),
        pair: z.string(),
        from: z.string(),
        to: z.string(),
        days: z.int(),
        revision: z.string(),
        importedAt: z.string()
      })
    )
  })
});

export const receiptsPin = contract({
  name: "receipts.pin",
  summary: "Keeps what an answer needs to be reproduced: its snapshots are not pruned.",
  kind: "write",
  input: z.strictObject({
    file: z.string().min(1).describe("JSON answer with a receipt, as `ashlar cost --output json` prints it"),
    dryRun
  }),
  output: z.object({receipt: z.string(), snapshots: z.int(), status: z.enum(["pinned", "would be pinned"])}),
  positional: ["file"]
});

export const receiptsList = contract({
  name: "receipts.list",
  summary: "Receipts that are pinned.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(z.object({receipt: z.string(), createdAt: z.string(), caller: z.string(), snapshots: z.int()}))
  })
});

export const receiptsUnpin = contract({
  name: "receipts.unpin",
  summary: "Lets the snapshots of a receipt be pruned again.",
  kind: "write",
  input: z.strictObject({receipt: z.string().min(6).describe("receipt id, or its beginning"), dryRun}),
  output: z.object({receipt: z.string(), status: z.enum(["unpinned", "would be unpinned"])}),
  positional: ["receipt"]
});
