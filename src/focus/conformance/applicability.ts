import {UserError} from "../../errors.ts";
import {nearest} from "../../nearest.ts";
import type {Reading, RuleFacts} from "./rule.ts";

/** What the vendor of a file supports, as the criteria of the model. */
export interface Applicability {
  readonly claimed: ReadonlySet<string>;
  /** Columns that need not be there, so that no rule of theirs applies. */
  readonly exempt: ReadonlySet<string>;
  readonly inferred: boolean;
}

/**
 * The criteria that hold: those stated (`ALL`, `NONE` or names), else those that the columns of the file speak for. A
 * column that one criterion alone asks for speaks for it; a criterion without such a column needs half of its columns.
 * Throws `usage.invalid` for a name that the model does not have.
 */
export function applicabilityOf(
  rules: readonly RuleFacts[],
  present: ReadonlySet<string>,
  stated: readonly string[] | undefined,
  reading: Reading
): Applicability {
  const presence = rules.filter(({kind}) => kind === "Presence");
  const gates = presence.filter(({criteria = []}) => criteria.length > 0);
  const known = [...new Set(rules.flatMap(({criteria}) => criteria ?? []))].toSorted();
  const claimed = new Set(stated === undefined ? inferred(gates, known, present) : named(stated, known));
  const due = new Set(presence.filter((rule) => applies(rule, claimed, reading)).map(({on}) => on));
  const exempt = gates.map(({on}) => on).filter((name) => !due.has(name));
  return {claimed, exempt: new Set(exempt), inferred: stated === undefined};
}

/** Whether a rule applies: the sentences mean all of its criteria, the reference takes any. */
export function applies({criteria = []}: RuleFacts, claimed: ReadonlySet<string>, reading: Reading): boolean {
  if (criteria.length === 0) return true;
  return reading === "official"
    ? criteria.some((name) => claimed.has(name))
    : criteria.every((name) => claimed.has(name));
}

function inferred(gates: readonly RuleFacts[], known: readonly string[], present: ReadonlySet<string>) {
  return known.filter((name) => {
    const gated = gates.filter(({criteria}) => criteria?.includes(name));
    const alone = gated.filter(({criteria}) => criteria?.length === 1);
    if (alone.length > 0) return alone.some(({on}) => present.has(on));
    const columns = [...new Set(gated.map(({on}) => on))];
    const found = columns.filter((column) => present.has(column)).length;
    return found > 0 && found * 2 >= columns.length;
  });
}

function named(stated: readonly string[], known: readonly string[]): readonly string[] {
  const names = stated.flatMap((each) => each.split(",")).map((each) => each.trim().toUpperCase());
  if (names.includes("ALL")) return known;
  const wanted = names.filter((name) => name !== "NONE" && name !== "");
  for (const name of wanted)
    if (!known.includes(name)) {
      const close = nearest(name, known);
      throw new UserError("usage.invalid", `${name} is no applicability criterion of this model`, {
        at: {column: "applicability"},
        remedy: close.length > 0 ? `Did you mean ${close.join(" or ")}?` : `Known are ALL, NONE, ${known.join(", ")}.`
      });
    }
  return wanted;
}
