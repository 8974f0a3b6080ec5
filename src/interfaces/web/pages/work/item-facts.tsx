import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";
import {dayText} from "../../format/period.ts";
import {PersonMark} from "../practice/person-mark.tsx";
import {ScopeSpend} from "../practice/scope-spend.tsx";
import type {Work} from "./facts.ts";
import {slugWords} from "./words.ts";

const sizes: Readonly<Record<string, string>> = {S: "small", M: "medium", L: "large"};

/** What is known of a work object at a glance, with the charges that it is about. */
export function ItemFacts({work, nameOf}: {readonly work: Work; readonly nameOf: (person: string) => string}) {
  const {owner, due, overdue, effort, capability, scope, filter, source, decisions, exceptions, doneAt} = work;
  const lines: readonly (readonly [string, ReactNode])[] = [
    ["Owner", <PersonMark key="owner" name={owner === null ? null : nameOf(owner)} />],
    [
      "Due",
      due === null ? (
        <span className="quiet">no day yet</span>
      ) : (
        <span className={overdue ? "due-over" : ""}>
          {dayText(due)}
          {overdue ? ", overdue" : ""}
        </span>
      )
    ],
    ...(doneAt === null ? [] : [["Done", dayText(doneAt)] as const]),
    [
      "Effort",
      effort === null ? (
        <span className="quiet">not said</span>
      ) : (
        [effort.size === null ? null : sizes[effort.size], effort.hours === null ? null : `${effort.hours} hours`]
          .filter((part) => part !== null)
          .join(", ")
      )
    ],
    [
      "Capability",
      <Link key="capability" to="/work" search={{capability}}>
        {slugWords(capability)}
      </Link>
    ],
    [
      "Scope",
      scope === null ? (
        <span className="quiet">none</span>
      ) : (
        <Link key="scope" to="/practice" search={{scope}}>
          {scope}
        </Link>
      )
    ],
    [
      "Charges",
      filter === null ? (
        <span className="quiet">none named: its effect cannot be measured from bills</span>
      ) : (
        <Link
          key="filter"
          to="/explore"
          search={{metric: "effective", by: "resource", window: "90d", granularity: "day", top: "10", filter}}
        >
          <code>{filter}</code>
        </Link>
      )
    ],
    ...(source === null
      ? []
      : [
          [
            "Found by",
            [
              source.operation === null ? null : `ashlar ${source.operation.replaceAll(".", " ")}`,
              source.receipt === null ? null : `receipt ${source.receipt.slice(0, 12)}`
            ]
              .filter((part) => part !== null)
              .join(", ")
          ] as const
        ]),
    ...(decisions.length === 0
      ? []
      : [
          [
            "Decisions",
            decisions.map((decision) => (
              <Link
                key={decision.number}
                to="/work/decisions"
                search={{decision: decision.number}}
                className="fact-link"
              >
                {decision.number} {decision.title}
              </Link>
            ))
          ] as const
        ]),
    ...(exceptions.length === 0
      ? []
      : [
          [
            "Exceptions",
            exceptions.map((each) => (
              <Link key={each.number} to="/work/exceptions" search={{exception: each.number}} className="fact-link">
                {each.number} {each.title}, {each.status}
              </Link>
            ))
          ] as const
        ])
  ];
  return (
    <>
      <dl className="facts item-facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {filter === null ? null : (
        <dl className="scope-facts item-spend">
          <ScopeSpend filter={filter} />
        </dl>
      )}
      <p className="item-links">
        <Link to="/work/decisions" search={{new: "true", work: work.number, ...(scope === null ? {} : {scope})}}>
          Log a decision about it
        </Link>
      </p>
    </>
  );
}
