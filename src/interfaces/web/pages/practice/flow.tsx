import {Button} from "@mantine/core";
import {IconArrowRight} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import type {Card, Edges} from "./facts.ts";

export interface FlowProps {
  readonly capability: string;
  readonly edges: Edges["rows"];
  readonly cards: readonly Card[];
  readonly search: Record<string, string | string[]>;
  /** Sets a capability active in the draft; null where there is no scope to set it in. */
  readonly activate: ((capability: string) => void) | null;
}

/** What a capability takes in and what it feeds: those that are not at work are dashed. */
export function Flow({capability, edges, cards, search, activate}: FlowProps) {
  const byId = new Map(cards.map((card) => [card.capability, card]));
  const inputs = edges.filter(({to}) => to === capability);
  const outputs = edges.filter(({from}) => from === capability);
  const stated = (basis: string): boolean => basis === "stated";
  const order = (a: {basis: string}, b: {basis: string}): number => Number(stated(b.basis)) - Number(stated(a.basis));
  const side = (rows: Edges["rows"], end: "from" | "to", canActivate: boolean) =>
    rows.toSorted(order).map((edge) => {
      const card = byId.get(edge[end]);
      if (card === undefined) return null;
      const atWork = card.state === "active" || card.state === "watch";
      return (
        <li key={edge[end]} className="flow-item" data-state={card.state ?? "open"}>
          <Link to="/practice" search={{...search, card: card.capability}} className="quiet-link" resetScroll={false}>
            {card.title}
          </Link>
          {activate !== null && canActivate && !atWork ? (
            <Button size="compact-xs" variant="light" onClick={() => activate(card.capability)}>
              Activate
            </Button>
          ) : (
            <span className="quiet small">
              {card.state ?? "not decided"}
              {stated(edge.basis) ? "" : ", by inference"}
            </span>
          )}
        </li>
      );
    });
  return (
    <div className="flow">
      <div>
        <p className="field-label">Takes in {inputs.length === 0 ? "nothing of another" : ""}</p>
        <ul className="flow-side" aria-label="Takes in">
          {side(inputs, "from", true)}
        </ul>
      </div>
      <IconArrowRight size={20} className="flow-arrow" aria-hidden="true" />
      <div>
        <p className="field-label">Feeds {outputs.length === 0 ? "nothing else" : ""}</p>
        <ul className="flow-side" aria-label="Feeds">
          {side(outputs, "to", false)}
        </ul>
      </div>
    </div>
  );
}
