import {z} from "zod";
import {contract} from "../../operation.ts";
import {moneySchema} from "./contract.ts";
import {checks, findingLevels} from "./words.ts";

const source = z.string().min(1).max(64).optional().describe("only of this source");
const clock = z
  .enum(["within", "due today", "overdue", "met", "missed"])
  .describe("within, due today, overdue while it runs; met or missed once it stopped");

export const incidentsScan = contract({
  name: "incidents.scan",
  summary: "Makes incidents of what is wrong with the data, and closes those that are over.",
  description:
    "Each finding of sources health becomes a work object of the kind data-quality with the owner of the source: looked " +
    "at within one business day, fixed within three. A finding that is known is not opened twice; one that returns is " +
    "opened again; one that is gone is closed, with what was seen as evidence. What somebody dismissed or excepted stays " +
    "so while it lasts.",
  kind: "write",
  input: z.strictObject({
    source,
    dryRun: z.boolean().default(false).describe("say what would change, and change nothing")
  }),
  output: z.object({
    dryRun: z.boolean(),
    rows: z.array(
      z.object({
        work: z.string().nullable().describe("number of the work object; null where it would be opened"),
        key: z.string(),
        check: z.string(),
        source: z.string(),
        level: z.enum(findingLevels).nullable().describe("null for a finding that is gone"),
        title: z.string(),
        outcome: z.enum(["opened", "reopened", "still open", "set aside", "closed"]),
        money: z.array(moneySchema)
      })
    ),
    counts: z.object({opened: z.int(), reopened: z.int(), open: z.int(), aside: z.int(), closed: z.int()}),
    notes: z.array(z.string())
  }),
  examples: [{command: "incidents scan --dry-run", remark: "what would be opened and closed"}]
});

const incident = z.object({
  work: z.string(),
  key: z.string(),
  check: z.enum(checks).nullable().describe("null for one that a person opened"),
  source: z.string().nullable(),
  title: z.string(),
  stage: z.string(),
  owner: z.string().nullable(),
  openedAt: z.string(),
  reopened: z.int().describe("how often it came back"),
  looked: z.object({
    due: z.string().describe("last day on which it is in time"),
    at: z.string().nullable().describe("when somebody first did something about it"),
    by: z.string().nullable(),
    clock
  }),
  fixed: z.object({due: z.string(), at: z.string().nullable(), clock}),
  businessDays: z.number().nullable().describe("business days from opening to the fix, or until now"),
  money: z.array(moneySchema).describe("money concerned when it was last seen"),
  closedReason: z.string().nullable(),
  open: z.boolean()
});
export type Incident = z.output<typeof incident>;

export const incidentsList = contract({
  name: "incidents.list",
  summary: "Incidents of data quality with their clock: looked at within one business day, fixed within three.",
  kind: "read",
  input: z.strictObject({
    source,
    state: z.enum(["open", "closed", "all"]).default("all").describe("only those that are open, or closed"),
    overdue: z.boolean().default(false).describe("only those that are or were late")
  }),
  output: z.object({
    rows: z.array(incident),
    counts: z.object({open: z.int(), closed: z.int(), overdue: z.int()}),
    kept: z
      .object({share: z.string().nullable(), met: z.int(), decided: z.int()})
      .describe("incidents that were looked at and fixed in time, of those of which that is decided"),
    median: z
      .object({lookHours: z.number().nullable(), fixHours: z.number().nullable()})
      .describe("hours from opening until looked at, and until fixed"),
    notes: z.array(z.string())
  }),
  examples: [{command: "incidents list --state open", remark: "what is waiting"}]
});
