import {IconCalendar, IconCalendarX} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import {shortDay} from "../../format/period.ts";
import {PersonMark} from "../practice/person-mark.tsx";
import type {WorkItem} from "./facts.ts";
import {ValueText} from "./value-text.tsx";
import {kindWord} from "./words.ts";

export interface WorkCardProps {
  readonly item: WorkItem;
  readonly nameOf: (person: string) => string;
}

/** A work object in its column: what it is, what it is worth, who and until when. */
export function WorkCard({item, nameOf}: WorkCardProps) {
  const {number, title, kind, value, owner, due, overdue, doneAt, stage, closedReason} = item;
  return (
    <li className="work-card" data-stage={stage}>
      <p className="work-card-head">
        <span className="quiet">{number}</span>
        <span className="tag">{kindWord(kind)}</span>
      </p>
      <Link to="/work/$work" params={{work: number}} className="work-card-title">
        {title}
      </Link>
      <p className="work-card-line">
        <ValueText value={value} />
      </p>
      {closedReason === null || stage === "verified" ? null : <p className="block-reason">{closedReason}</p>}
      {owner === null && due === null && doneAt === null ? null : (
        <p className="work-card-line work-card-foot">
          {owner === null ? <span /> : <PersonMark name={nameOf(owner)} />}
          {doneAt !== null ? (
            <span className="quiet">done {shortDay(doneAt)}</span>
          ) : due === null ? null : (
            <span className={overdue ? "due due-over" : "due"}>
              {overdue ? <IconCalendarX size={14} aria-hidden="true" /> : <IconCalendar size={14} aria-hidden="true" />}
              {overdue ? `overdue, ${shortDay(due)}` : shortDay(due)}
            </span>
          )}
        </p>
      )}
    </li>
  );
}
