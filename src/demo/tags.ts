import {teams, type Environment, type ProductId, type TeamId} from "./company.data.ts";
import {draw} from "./random.ts";

/** What a resource belongs to, before anybody tagged it. */
export interface Belonging {
  readonly team: TeamId;
  readonly product: ProductId | null;
  readonly env: Environment;
}

/** Spelling of the tag keys: Azure's estate was tagged by another generation of people. */
export type TagStyle = "lower" | "pascal";

const keys = {
  lower: {team: "team", environment: "environment", product: "product", centre: "cost-center", extra: "managed-by"},
  pascal: {team: "Team", environment: "Environment", product: "Product", centre: "CostCenter", extra: "CreatedBy"}
} as const;

const misspelt = {
  prod: ["Prod", "production", "PRD"],
  staging: ["stage", "stg", "Staging"],
  dev: ["Dev", "development", "develop"],
  sandbox: ["Sandbox", "sbx", "test"]
} as const satisfies Record<Environment, readonly string[]>;

/**
 * The tags of a resource as JSON text, with the gaps that real estates have: of a hundred resources six have none, five
 * lack the team, four a cost centre, seven misspell the environment. Empty where there are no tags.
 */
export function tagsOf(style: TagStyle, belonging: Belonging, key: number): string {
  const names = keys[style];
  const gap = draw(key, 901);
  if (gap < 0.06) return "";
  const tags: Record<string, string> = {};
  if (gap >= 0.11) tags[names.team] = belonging.team;
  tags[names.environment] = environmentAsTyped(belonging.env, key);
  if (belonging.product !== null) tags[names.product] = belonging.product;
  if (gap >= 0.15) tags[names.centre] = teams[belonging.team].costCentre;
  if (draw(key, 903) < 0.4) tags[names.extra] = style === "lower" ? "terraform" : "arm-template";
  return JSON.stringify(tags);
}

function environmentAsTyped(env: Environment, key: number): string {
  if (draw(key, 902) >= 0.07) return env;
  const choices = misspelt[env];
  return choices[Math.floor(draw(key, 904) * choices.length)] ?? env;
}
