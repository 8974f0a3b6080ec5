import {type Query, sql} from "../engine/query.ts";
import type {FocusVersion} from "./column.ts";
import type {Dataset} from "./dataset.ts";

/** How a column of an older version is had from the lake where the lake has no value of its own in it. */
export interface DowngradeRule {
  readonly id: string;
  readonly datasets: readonly Dataset[];
  /** The oldest and the newest version to write that the rule is for, both inclusive. */
  readonly from: FocusVersion;
  readonly to: FocusVersion;
  readonly column: string;
  /** Lake columns that the value is made of. */
  readonly needs: readonly string[];
  readonly about: string;
  expression(source: (name: string) => Query): Query;
}

/** The way back of the upgrades; as they, it follows the specification's change log and guesses nothing. */
export const downgradeRules: readonly DowngradeRule[] = [
  {
    id: "provider-from-service-provider",
    datasets: ["CostAndUsage"],
    from: "1.0",
    to: "1.3",
    column: "ProviderName",
    needs: ["ProviderName", "ServiceProviderName"],
    about: "1.3 replaced ProviderName by ServiceProviderName; a row that was delivered in 1.4 has only the latter.",
    expression: (source) => sql`coalesce(${source("ProviderName")}, ${source("ServiceProviderName")})`
  }
];
