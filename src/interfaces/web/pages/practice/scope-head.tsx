import {Button} from "@mantine/core";
import {IconPlus} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";
import type {Card, Scope, ScopeTab} from "./facts.ts";
import {PersonMark} from "./person-mark.tsx";
import {ScopeSpend} from "./scope-spend.tsx";

export interface ScopeTabsProps {
  readonly scopes: readonly ScopeTab[];
  readonly shown: string | null;
  readonly search: Record<string, string | string[]>;
  readonly onNew: () => void;
}

/** The scopes of the practice, one board for each. */
export function ScopeTabs({scopes, shown, search, onNew}: ScopeTabsProps) {
  return (
    <nav className="scope-tabs" aria-label="Scopes">
      {scopes.map(({id, title, status}) => (
        <Link
          key={id}
          to="/practice"
          search={{...search, scope: id}}
          className="scope-tab"
          aria-current={id === shown ? "page" : undefined}
          activeProps={{}}
        >
          {title}
          {status === "active" ? null : <span className="tag">{status}</span>}
        </Link>
      ))}
      <Button variant="subtle" leftSection={<IconPlus size={15} />} onClick={onNew} className="scope-new">
        New scope
      </Button>
    </nav>
  );
}

export interface ScopeHeadProps {
  readonly scope: Scope;
  readonly cards: readonly Card[];
  readonly nameOf: (person: string) => string;
  readonly scopeTitle: (scope: string) => string;
  readonly actions: ReactNode;
}

/** The question that the scope answers, who decides, what it costs, and how much of the framework is at work in it. */
export function ScopeHead({scope, cards, nameOf, scopeTitle, actions}: ScopeHeadProps) {
  const {question, decisionOwner, filter, review, kpiTargets = [], overlaps = [], priority} = scope;
  return (
    <section className="panel scope-head" aria-label={`Scope ${scope.title}`}>
      <div>
        <h2 className="scope-question">{question}</h2>
        <dl className="scope-facts">
          <div>
            <dt>Who decides</dt>
            <dd>
              <PersonMark name={decisionOwner === undefined ? null : nameOf(decisionOwner)} />
            </dd>
          </div>
          <ScopeSpend filter={filter ?? null} />
          {review === undefined ? null : <Fact title="Looked over">{review}</Fact>}
          {kpiTargets.length === 0 ? null : (
            <Fact title="KPI targets">
              {kpiTargets.map(({kpi, target}) => (
                <span key={kpi} className="scope-kpi">
                  {kpi.replaceAll("-", " ")} <span className="strong">{String(target)}</span>
                </span>
              ))}
            </Fact>
          )}
          {overlaps.length === 0 ? null : (
            <Fact title="Overlaps">
              {overlaps
                .map(
                  ({scope: other, rule}) =>
                    `${scopeTitle(other)}: ${rule === "exclude" ? "counts there only" : "counts in both, explained"}`
                )
                .join("; ")}
            </Fact>
          )}
          {priority === undefined ? null : <Fact title="Serves">{priority}</Fact>}
        </dl>
      </div>
      <div className="scope-side">
        <StateMeter cards={cards} />
        <div className="scope-actions">{actions}</div>
      </div>
    </section>
  );
}

function Fact({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How many capabilities are active, watched, inactive or not decided, drawn to scale. */
function StateMeter({cards}: {readonly cards: readonly Card[]}) {
  const parts = (["active", "watch", "inactive", null] as const).map((state) => ({
    key: state ?? "open",
    word: state === null ? "not decided" : state === "watch" ? "watched" : state,
    count: cards.filter((card) => card.state === state).length
  }));
  return (
    <div className="scope-meter">
      <div className="meter" aria-hidden="true">
        {parts.map(({key, count}) =>
          count === 0 ? null : <i key={key} className={`meter-${key}`} style={{flexGrow: count}} />
        )}
      </div>
      <ul className="meter-legend" aria-label={`${cards.length} capabilities`}>
        {parts.map(({key, word, count}) => (
          <li key={key}>
            <i className={`meter-${key}`} aria-hidden="true" />
            <span className="strong">{count}</span> {word}
          </li>
        ))}
      </ul>
    </div>
  );
}
