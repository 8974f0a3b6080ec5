import {Button, Skeleton} from "@mantine/core";
import {IconCheck, IconPlus} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {useEffect} from "react";
import {one} from "../../app/search.ts";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {dayText} from "../../format/period.ts";
import {PersonMark} from "../practice/person-mark.tsx";
import {DecisionModal} from "./decision-modal.tsx";
import type {Decision} from "./facts.ts";
import {decisionsQuery, usePeople} from "./queries.ts";
import "../practice/practice.css";
import "./work.css";

/** The log of decisions: what was asked, what was chosen among what, by whom and why. */
export function DecisionsPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const {nameOf} = usePeople();
  const scope = one(search, "scope");
  const adding = one(search, "new") === "true";
  const decisions = useQuery(decisionsQuery(scope === null || adding ? {} : {scope}));
  const add = (
    <Button
      leftSection={<IconPlus size={15} />}
      onClick={() => void navigate({to: "/work/decisions", search: {new: "true"}, resetScroll: false})}
    >
      Log a decision
    </Button>
  );
  return (
    <Page
      title="Decisions"
      note={<span>A decision is not edited: one that proves wrong is followed by another.</span>}
      actions={add}
    >
      {decisions.isError ? (
        <ProblemNote error={decisions.error} retry={() => void decisions.refetch()} />
      ) : decisions.data === undefined ? (
        <Skeleton height={240} />
      ) : decisions.data.rows.length === 0 ? (
        <div className="panel">
          <EmptyNote title="No decisions yet" action={add}>
            What was asked, what could have been chosen, what was, and why: so that next year somebody can see what was
            known at the time.
          </EmptyNote>
        </div>
      ) : (
        <ul className="decisions">
          {decisions.data.rows.map((decision) => (
            <DecisionCard
              key={decision.id}
              decision={decision}
              nameOf={nameOf}
              shown={one(search, "decision") === decision.number}
            />
          ))}
        </ul>
      )}
      <DecisionModal
        opened={adding}
        close={() => void navigate({to: "/work/decisions", search: {}, resetScroll: false})}
        work={one(search, "work")}
        scope={scope}
      />
    </Page>
  );
}

interface DecisionCardProps {
  readonly decision: Decision;
  readonly nameOf: (person: string) => string;
  readonly shown: boolean;
}

function DecisionCard({decision, nameOf, shown}: DecisionCardProps) {
  const {number, title, question, options, chosen, reason, owner, on, review, reviewDue, scope, work} = decision;
  const id = `decision-${number}`;
  useEffect(() => {
    if (shown) document.querySelector(`#${id}`)?.scrollIntoView({block: "center"});
  }, [shown, id]);
  const among = options.includes(chosen) || options.length === 0 ? options : [...options, chosen];
  return (
    <li className="panel decision" id={id} data-shown={shown}>
      <p className="work-card-head">
        <Link to="/work/decisions" search={{decision: number}} className="quiet-link quiet" resetScroll={false}>
          {number}
        </Link>
        <span className="quiet">{dayText(on)}</span>
      </p>
      <h2 className="panel-title">{title}</h2>
      <p className="decision-question">{question}</p>
      <ul className="decision-options" aria-label="What could be chosen">
        {(among.length === 0 ? [chosen] : among).map((option) => (
          <li key={option} data-chosen={option === chosen}>
            {option === chosen ? <IconCheck size={15} aria-hidden="true" /> : null}
            {option}
            {option === chosen ? <span className="sr-only"> (chosen)</span> : null}
          </li>
        ))}
      </ul>
      <p className="prose">{reason}</p>
      <p className="decision-foot">
        <PersonMark name={nameOf(owner)} />
        {scope === null ? null : (
          <Link to="/practice" search={{scope}} className="quiet-link">
            {scope}
          </Link>
        )}
        {work.map((each) => (
          <Link key={each} to="/work/$work" params={{work: each}}>
            {each}
          </Link>
        ))}
        {review === null ? null : (
          <span className={reviewDue ? "due due-over" : "quiet"}>
            {reviewDue ? `to be looked at again since ${dayText(review)}` : `looked at again ${dayText(review)}`}
          </span>
        )}
      </p>
    </li>
  );
}
