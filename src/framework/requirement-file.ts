import {z} from "zod";
import {editionId, slug, text} from "./part.ts";

export const requirement = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}-([ICOW]?\d{1,2})$/, "a requirement id such as ALL-C2 or PLT-4"),
  title: text
});

/** What software has to do for each capability, and for all of them. */
export const requirementFile = z.strictObject({
  edition: editionId,
  basis: text,
  platform: z.array(requirement),
  capabilities: z.array(z.strictObject({capability: slug, requirements: z.array(requirement).min(1)}))
});

export type RequirementFile = z.output<typeof requirementFile>;
