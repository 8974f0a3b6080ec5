import {ActionIcon, Button, Menu, Skeleton} from "@mantine/core";
import {IconDots, IconEye, IconPencil, IconPlus, IconStack2} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useMemo} from "react";
import {one} from "../../app/search.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {compare} from "../../format/amount.ts";
import {today} from "../../format/period.ts";
import {CapabilityCard} from "./capability-card.tsx";
import {CardDrawer} from "./card-drawer.tsx";
import {ChangedOnDisk} from "./changed-on-disk.tsx";
import {DraftBar} from "./draft-bar.tsx";
import {isEmpty, withValue} from "./draft.ts";
import {useDrafting} from "./drafting.ts";
import {EditionNote} from "./edition-note.tsx";
import type {Board, Card, Practice} from "./facts.ts";
import {FindingList} from "./finding-list.tsx";
import {cardsOf, overlay} from "./overlay.ts";
import {PracticeNote} from "./practice-note.tsx";
import {boardQuery, peopleQuery, planQuery, practiceQuery} from "./queries.ts";
import {ScopeFindings} from "./scope-findings.tsx";
import {ScopeHead, ScopeTabs} from "./scope-head.tsx";
import {ScopeModal} from "./scope-modal.tsx";
import {StarterModal} from "./starter-modal.tsx";
import "./practice.css";

/** The capabilities of a scope as cards by domain; what is changed here is a draft until its plan is applied. */
export function BoardPage() {
  const search = useSearch({strict: false});
  const asked = one(search, "scope");
  const board = useQuery({...boardQuery(asked), placeholderData: (before) => before});
  const practice = useQuery(practiceQuery());
  return (
    <Page title="Practice" note={<PracticeNote practice={practice.data} />}>
      {board.isError ? <ProblemNote error={board.error} retry={() => void board.refetch()} /> : null}
      {practice.isError ? <ProblemNote error={practice.error} retry={() => void practice.refetch()} /> : null}
      {board.data === undefined || practice.data === undefined ? (
        board.isError || practice.isError ? null : (
          <BoardSkeleton />
        )
      ) : practice.data.findings.length > 0 ? (
        <>
          <ChangedOnDisk revision={board.data.revision} practice={practice.data} />
          <Panel title="ashlar.yaml cannot be read whole" note="The board comes back by itself once this is put right">
            <FindingList findings={practice.data.findings} withLinks={false} />
          </Panel>
        </>
      ) : (
        <LiveBoard board={board.data} practice={practice.data} />
      )}
    </Page>
  );
}

const dialogs = ["scope", "edit", "starter"] as const;
type Dialog = (typeof dialogs)[number];

function LiveBoard({board, practice}: {readonly board: Board; readonly practice: Practice}) {
  const {draft, search, change} = useDrafting();
  const navigate = useNavigate();
  const url = useSearch({strict: false});
  const dialog = dialogs.find((name) => name === one(url, "open")) ?? null;
  const setDialog = (name: Dialog | null): void =>
    void navigate({to: "/practice", search: {...search, ...(name === null ? {} : {open: name})}, resetScroll: false});
  const people = useQuery(peopleQuery());
  const plan = useQuery({...planQuery(draft), enabled: !isEmpty(draft), retry: false});
  const names = useMemo(() => new Map(practice.people.map(({id, name}) => [id, name])), [practice.people]);
  const nameOf = (person: string): string => names.get(person) ?? person;
  const filed = useMemo(() => cardsOf(board.domains), [board.domains]);
  const drafted = isEmpty(draft) ? undefined : plan.data;
  const shown = overlay(filed, drafted?.changes ?? [], board.scope, nameOf, drafted?.findings ?? null);
  const byId = new Map(shown.map((each) => [each.card.capability, each]));
  const greatest = greatestStakes(filed);
  const scope = practice.scopes.find(({id}) => id === board.scope);
  const closeCard = (): void => void navigate({to: "/practice", search, resetScroll: false});
  const based = {...draft, base: draft.base ?? practice.revision};
  return (
    <>
      <ChangedOnDisk revision={board.revision} practice={practice} />
      <EditionNote practice={practice} />
      {board.scopes.length === 0 ? (
        <div className="panel">
          <EmptyNote
            title="A practice begins with a question"
            action={
              <Button leftSection={<IconPlus size={15} />} onClick={() => setDialog("scope")}>
                Make the first scope
              </Button>
            }
          >
            A scope is a part of technology spending that a decision of the business is about. It has a question,
            somebody who decides, and the capabilities that it needs. Until there is one, the cards below say what there
            is to choose from.
          </EmptyNote>
        </div>
      ) : (
        <>
          <ScopeTabs scopes={board.scopes} shown={board.scope} search={search} onNew={() => setDialog("scope")} />
          {scope === undefined ? null : (
            <ScopeHead
              scope={scope}
              cards={shown.map(({card}) => card)}
              nameOf={nameOf}
              scopeTitle={(id) => board.scopes.find((each) => each.id === id)?.title ?? id}
              actions={
                <>
                  <Button variant="default" leftSection={<IconStack2 size={15} />} onClick={() => setDialog("starter")}>
                    Fill from a starter group
                  </Button>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon variant="default" size={30} aria-label={`More on ${scope.title}`}>
                        <IconDots size={16} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setDialog("edit")}>
                        Edit the scope
                      </Menu.Item>
                      <Menu.Item
                        leftSection={<IconEye size={15} />}
                        onClick={() => change(withValue(based, `scopes.${scope.id}.reviewed`, today()))}
                      >
                        It was looked over today
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </>
              }
            />
          )}
        </>
      )}
      <ScopeFindings
        findings={board.findings}
        search={search}
        decide={(finding, state) =>
          change(withValue(based, `scopes.${finding.scope ?? ""}.blocks.${finding.capability ?? ""}.state`, state))
        }
      />
      <div className="board">
        {board.domains.map(({slug, title, cards}) => (
          <section key={slug} className="board-domain" aria-labelledby={`domain-${slug}`}>
            <div className="board-domain-head">
              <h2 className="board-domain-title" id={`domain-${slug}`}>
                {title}
              </h2>
              <span className="quiet small">
                {cards.filter(({capability}) => byId.get(capability)?.card.state === "active").length} of {cards.length}{" "}
                active
              </span>
            </div>
            <ul className="board-cards">
              {cards.map(({capability}) => {
                const each = byId.get(capability);
                return each === undefined ? null : (
                  <CapabilityCard
                    key={capability}
                    card={each.card}
                    drafted={each.drafted}
                    search={search}
                    greatest={greatest}
                  />
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      <p className="footnote">{board.source}</p>
      <DraftBar />
      <CardDrawer
        board={board}
        shown={shown}
        filed={filed}
        capability={one(url, "card")}
        people={people.data?.rows ?? []}
        scope={scope ?? null}
        draft={based}
        search={search}
        keep={(next) => change(next)}
        close={closeCard}
      />
      <ScopeModal
        opened={dialog === "scope" || (dialog === "edit" && scope !== undefined)}
        close={() => setDialog(null)}
        scope={dialog === "edit" ? (scope ?? null) : null}
        others={practice.scopes.filter(({id}) => dialog !== "edit" || id !== scope?.id)}
        draft={based}
        edition={board.edition}
        people={people.data?.rows ?? []}
        keep={(next, id) => {
          if (dialog === "edit") change(next);
          else change(next, "/practice/plan", {scope: id});
        }}
      />
      <StarterModal
        opened={dialog === "starter"}
        close={() => setDialog(null)}
        edition={board.edition}
        cards={filed}
        choose={(kind, id) => {
          change({...based, [kind]: id, into: board.scope});
        }}
      />
    </>
  );
}

/** The greatest amount at stake on the board by currency and time, that the bars of the cards are drawn against. */
function greatestStakes(cards: readonly Card[]): ReadonlyMap<string, string> {
  const greatest = new Map<string, string>();
  for (const {currency, per, amount} of cards.flatMap(({valueAtStake}) => valueAtStake)) {
    const key = `${currency} ${per}`;
    const before = greatest.get(key);
    if (before === undefined || compare(amount, before) > 0) greatest.set(key, amount);
  }
  return greatest;
}

function BoardSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading the board">
      <Skeleton height={130} mb={16} />
      <div className="board">
        {[4, 5, 5, 6].map((count, column) => (
          <div key={column} className="board-cards">
            {Array.from({length: count}, (_, index) => (
              <Skeleton key={index} height={128} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
