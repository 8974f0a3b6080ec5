import type {BlockField, Card, Change, Domain, Finding} from "./facts.ts";
import {blockFields} from "./facts.ts";

/** A card as the draft would leave it, with what would change in words. */
export interface DraftedCard {
  readonly card: Card;
  readonly drafted: readonly string[];
}

/**
 * Holds the changes of a plan over the cards of a scope: the board shows what would be, marked as a draft, with what the
 * check says of the result.
 */
export function overlay(
  cards: readonly Card[],
  changes: readonly Change[],
  scope: string | null,
  nameOf: (person: string) => string,
  findings: readonly Finding[] | null
): readonly DraftedCard[] {
  return cards.map((filed) => {
    const card =
      findings === null
        ? filed
        : {...filed, findings: findings.filter((each) => each.scope === scope && each.capability === filed.capability)};
    const prefix = `scopes.${scope ?? ""}.blocks.${card.capability}`;
    const own = changes.filter(({path}) => path === prefix || path.startsWith(`${prefix}.`));
    return {
      drafted: own.map(({label}) => label),
      card: own.reduce(
        (before, change) => withChange(before, change.path.slice(prefix.length + 1), change.after, nameOf),
        card
      )
    };
  });
}

function withChange(card: Card, field: string, after: unknown, nameOf: (person: string) => string): Card {
  if (field === "") {
    const block = typeof after === "object" && after !== null ? (after as Record<string, unknown>) : {};
    return blockFields.reduce((before, name) => withField(before, name, block[name], nameOf), card);
  }
  const name = blockFields.find((known) => known === field);
  return name === undefined ? card : withField(card, name, after, nameOf);
}

function withField(card: Card, field: BlockField, after: unknown, nameOf: (person: string) => string): Card {
  const text = typeof after === "string" && after !== "" ? after : null;
  if (field === "valueCase") return card;
  if (field === "owner") return {...card, owner: text === null ? null : {id: text, name: nameOf(text)}};
  if (field === "state") {
    return {...card, state: text === "inactive" || text === "watch" || text === "active" ? text : null};
  }
  return {...card, [field]: text};
}

/** All cards of a board, in the order of the domains. */
export function cardsOf(domains: readonly Domain[]): readonly Card[] {
  return domains.flatMap(({cards}) => cards);
}
