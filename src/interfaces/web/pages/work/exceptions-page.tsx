import {Button, SegmentedControl, Skeleton} from "@mantine/core";
import {IconPlus} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted, headline} from "../../format/amount.ts";
import {PersonMark} from "../practice/person-mark.tsx";
import {ExceptionActions} from "./exception-actions.tsx";
import {ExceptionModal} from "./exception-modal.tsx";
import type {Exception} from "./facts.ts";
import {exceptionsQuery, usePeople} from "./queries.ts";
import {TermBar} from "./term-bar.tsx";
import "../practice/practice.css";
import "./work.css";

const shownWords = {active: "Active", expired: "Expired", ended: "Ended", all: "All"} as const;

/** The register of what may stay as it is, until when and why. */
export function ExceptionsPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const {nameOf} = usePeople();
  const exceptions = useQuery(exceptionsQuery());
  const shown = one(search, "status") ?? "all";
  const adding = one(search, "new") === "true";
  const all = exceptions.data?.rows ?? [];
  const rows = all.filter(({status}) => shown === "all" || status === shown).toSorted(byUrgency);
  const count = (status: string): number => all.filter((each) => status === "all" || each.status === status).length;
  const add = (
    <Button
      leftSection={<IconPlus size={15} />}
      onClick={() => void navigate({to: "/work/exceptions", search: {new: "true"}, resetScroll: false})}
    >
      New exception
    </Button>
  );
  return (
    <Page
      title="Exceptions"
      note={<span>What may stay as it is, with a reason. Every exception expires.</span>}
      actions={add}
    >
      {exceptions.isError ? (
        <ProblemNote error={exceptions.error} retry={() => void exceptions.refetch()} />
      ) : exceptions.data === undefined ? (
        <Skeleton height={240} />
      ) : all.length === 0 ? (
        <div className="panel">
          <EmptyNote title="No exceptions" action={add}>
            Where something is left as it is on purpose, an exception says why, who answers for it and until when; then
            it comes back by itself.
          </EmptyNote>
        </div>
      ) : (
        <Panel
          title={counted(rows.length, "exception")}
          note="Those that expire next come first; today is the upright line"
          actions={
            <SegmentedControl
              aria-label="Status"
              value={shown}
              onChange={(status) =>
                void navigate({
                  to: "/work/exceptions",
                  search: status === "all" ? {} : {status},
                  resetScroll: false
                })
              }
              data={Object.entries(shownWords).map(([value, label]) => ({value, label: `${label} ${count(value)}`}))}
            />
          }
        >
          {rows.length === 0 ? <p className="quiet">None of this status.</p> : null}
          <ul className="exceptions">
            {rows.map((exception) => (
              <ExceptionRow
                key={exception.id}
                exception={exception}
                nameOf={nameOf}
                shown={one(search, "exception") === exception.number}
              />
            ))}
          </ul>
        </Panel>
      )}
      <ExceptionModal
        opened={adding}
        close={() => void navigate({to: "/work/exceptions", search: {}, resetScroll: false})}
        filter={one(search, "filter")}
      />
    </Page>
  );
}

interface ExceptionRowProps {
  readonly exception: Exception;
  readonly nameOf: (person: string) => string;
  readonly shown: boolean;
}

const tones = {active: "", expired: "tag-bad", ended: ""} as const;

function ExceptionRow({exception, nameOf, shown}: ExceptionRowProps) {
  const {number, title, subject, reason, owner, status, value, endedReason} = exception;
  return (
    <li className="exception" data-shown={shown} data-status={status}>
      <div className="exception-what">
        <p>
          <span className="quiet">{number}</span> <span className="strong">{title}</span>{" "}
          {status === "active" ? null : <span className={`tag ${tones[status]}`}>{status}</span>}
        </p>
        <p className="small">
          {reason}
          {endedReason === null ? "" : ` Ended: ${endedReason}`}
        </p>
        <p className="quiet small">
          {subject.kind === "work" ? (
            <>
              of work object{" "}
              <Link to="/work/$work" params={{work: subject.id}}>
                {subject.id}
              </Link>
            </>
          ) : subject.kind === "policy" ? (
            <>of the policy {subject.id}</>
          ) : (
            <>
              of charges{" "}
              <Link
                to="/explore"
                search={{
                  metric: "effective",
                  by: "resource",
                  window: "30d",
                  granularity: "day",
                  top: "10",
                  filter: subject.id
                }}
              >
                <code>{subject.id}</code>
              </Link>
            </>
          )}
        </p>
      </div>
      <div className="exception-who">
        <PersonMark name={nameOf(owner)} />
        {value === null ? null : (
          <span className="small">
            <span className="strong">{headline(value.amount)}</span> {value.currency}
            {value.per === "month" ? " a month" : ""}
          </span>
        )}
      </div>
      <TermBar exception={exception} />
      <ExceptionActions exception={exception} />
    </li>
  );
}

const rank = {expired: 0, active: 1, ended: 2} as const;

function byUrgency(a: Exception, b: Exception): number {
  return rank[a.status] - rank[b.status] || a.daysLeft - b.daysLeft;
}
