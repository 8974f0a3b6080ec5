import {readFile} from "node:fs/promises";
import {parse} from "yaml";
import {z} from "zod";

const basis = z.enum(["playbook", "ours"]);
const bound = z.strictObject({value: z.int().min(1), basis});
const domains = z.array(z.string());

const rulesFile = z.strictObject({
  missedReviews: bound,
  dependencyUsers: bound,
  approvals: z.array(z.strictObject({active: z.string(), needs: z.string(), basis})),
  datasets: z.record(z.string(), domains),
  records: z.record(z.string(), domains),
  arranged: z.record(z.string(), z.string()),
  readable: domains
});

/** Bounds and pairs of the checks, from `rules.yaml` beside this file. */
export type CheckRules = z.output<typeof rulesFile>;

export async function readRules(): Promise<CheckRules> {
  return rulesFile.parse(parse(await readFile(new URL("rules.yaml", import.meta.url), "utf8")));
}
