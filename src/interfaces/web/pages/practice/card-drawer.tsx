import {Drawer} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {CardForm} from "./card-form.tsx";
import type {Draft} from "./draft.ts";
import {withValue} from "./draft.ts";
import type {Board, Card, Person, Scope} from "./facts.ts";
import {FindingList} from "./finding-list.tsx";
import {Flow} from "./flow.tsx";
import type {DraftedCard} from "./overlay.ts";
import {PathLink} from "./path-link.tsx";
import {edgesQuery} from "./queries.ts";
import {Readiness} from "./readiness.tsx";

export interface CardDrawerProps {
  readonly board: Board;
  readonly shown: readonly DraftedCard[];
  readonly filed: readonly Card[];
  readonly capability: string | null;
  readonly people: readonly Person[];
  readonly scope: Scope | null;
  readonly draft: Draft;
  readonly search: Record<string, string | string[]>;
  readonly keep: (draft: Draft) => void;
  readonly close: () => void;
}

/** All of one capability in one scope: what it is, how it is set, what it needs, what the check says of it. */
export function CardDrawer({capability, close, ...rest}: CardDrawerProps) {
  const found = rest.shown.find(({card}) => card.capability === capability);
  const filed = rest.filed.find((card) => card.capability === capability);
  return (
    <Drawer
      opened={found !== undefined}
      onClose={close}
      position="right"
      size="min(620px, 100%)"
      title={found === undefined ? "" : found.card.title}
      closeButtonProps={{"aria-label": "Close the card"}}
      classNames={{title: "drawer-title"}}
    >
      {found === undefined || filed === undefined ? null : (
        <Details key={found.card.capability} found={found} filedCard={filed} close={close} {...rest} />
      )}
    </Drawer>
  );
}

function Details({
  found,
  filedCard,
  board,
  shown,
  people,
  scope: filedScope,
  draft,
  search,
  keep,
  close
}: Omit<CardDrawerProps, "capability"> & {readonly found: DraftedCard; readonly filedCard: Card}) {
  const {card, drafted} = found;
  const edges = useQuery(edgesQuery(board.edition));
  const scope = board.scope ?? "";
  const {missing} = card.readiness;
  return (
    <div className="card-form">
      <p>{card.definition}</p>
      {board.scope === null ? (
        <p className="quiet">A capability is set within a scope: make one first.</p>
      ) : (
        <CardForm
          // A draft that changes elsewhere starts the form anew.
          key={drafted.join("\n")}
          card={card}
          filed={filedCard}
          valueCase={filedScope?.blocks?.find(({capability}) => capability === card.capability)?.valueCase ?? ""}
          scope={scope}
          people={people}
          draft={draft}
          keep={keep}
          close={close}
        />
      )}
      {drafted.length === 0 ? null : (
        <section className="card-part">
          <h3 className="card-part-title">In the draft</h3>
          <ul className="plain-list">
            {drafted.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </section>
      )}
      {card.findings.length === 0 ? null : (
        <section className="card-part">
          <h3 className="card-part-title">What the check says</h3>
          <FindingList
            findings={card.findings}
            withLinks={false}
            decide={(finding, state) =>
              keep(withValue(draft, `scopes.${scope}.blocks.${finding.capability ?? card.capability}.state`, state))
            }
          />
        </section>
      )}
      <section className="card-part">
        <h3 className="card-part-title">Readiness</h3>
        <Readiness readiness={card.readiness} implemented={card.implemented} />
        {missing.length === 0 ? null : (
          <ul className="missing">
            {missing.map(({what, remedy}) => (
              <li key={what}>
                {what}
                <span className="quiet"> {remedy}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {edges.data === undefined ? null : (
        <section className="card-part">
          <h3 className="card-part-title">Where it stands in the flow</h3>
          <Flow
            capability={card.capability}
            edges={edges.data.rows}
            cards={shown.map((each) => each.card)}
            search={search}
            activate={
              board.scope === null
                ? null
                : (other) => keep(withValue(draft, `scopes.${scope}.blocks.${other}.state`, "active"))
            }
          />
        </section>
      )}
      <nav className="card-part card-links" aria-label={`More on ${card.title}`}>
        <Link to="/work" search={{capability: card.capability, ...(board.scope === null ? {} : {scope})}}>
          {card.openWork === 0 ? "Its work" : `Its work (${card.openWork} open)`}
        </Link>
        {card.playbook === null ? null : <PathLink path={card.playbook}>Playbook</PathLink>}
        <PathLink path={`/framework/capabilities/${card.capability}`}>In the framework</PathLink>
      </nav>
    </div>
  );
}
