import {z} from "zod";
import {contract} from "../../operation.ts";

export const roles = ["reader", "writer", "owner"] as const;
export type Role = (typeof roles)[number];

const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");

const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  rowFilter: z.string().nullable(),
  masked: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable()
});

export const tokensCreate = contract({
  name: "tokens.create",
  summary: "Makes a token by which somebody or something may call the server; it is shown once.",
  description:
    "A reader asks questions, a writer also brings data in, an owner also gives tokens. A row filter, in the language of " +
    "filters, limits the charges that every question of the token sees; masked metrics and columns it never sees. " +
    "Only a hash of the token is kept: what is lost is revoked and made anew.",
  kind: "write",
  input: z.strictObject({
    name: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u, "a name of 1 to 64 letters, digits, spaces, . _ @ -")
      .describe("who or what the token is for"),
    role: z.enum(roles).default("reader").describe("what its bearer may do"),
    rowFilter: z.string().max(4000).optional().describe("only charges that meet it: tag.team = 'data'"),
    masked: z.array(z.string().min(1).max(200)).max(100).default([]).describe("metrics and columns it must not see"),
    days: z.int().min(1).max(3650).optional().describe("days it is valid for; default: until it is revoked"),
    dryRun
  }),
  output: z.object({...tokenRow.shape, token: z.string().nullable().describe("the token itself; null in a dry run")}),
  positional: ["name"],
  examples: [
    {command: "tokens create dashboard", remark: "may ask everything"},
    {
      command: `tokens create team-data --row-filter "tag.team = 'data'" --masked effective,contracted --days 90`,
      remark: "sees its own charges at public prices, for ninety days"
    }
  ]
});

export const tokensList = contract({
  name: "tokens.list",
  summary: "Tokens with what they may do and when they were last used.",
  kind: "read",
  input: z.strictObject({all: z.boolean().default(false).describe("also those revoked or expired")}),
  output: z.object({rows: z.array(tokenRow)})
});

export const tokensRevoke = contract({
  name: "tokens.revoke",
  summary: "Ends a token at once.",
  kind: "write",
  input: z.strictObject({token: z.string().min(1).max(64).describe("its name or id"), dryRun}),
  output: z.object({id: z.string(), name: z.string(), status: z.enum(["revoked", "would be revoked"])}),
  positional: ["token"]
});
