import {IconAlertTriangle, IconBulb, IconCircleX, IconListCheck} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import {counted, pixel, short} from "../../format/amount.ts";
import type {Card, Severity} from "./facts.ts";
import {LevelSteps} from "./level-steps.tsx";
import {PersonMark} from "./person-mark.tsx";
import {Readiness} from "./readiness.tsx";

export interface CapabilityCardProps {
  readonly card: Card;
  /** What the draft would change here, in words; empty where it leaves the card alone. */
  readonly drafted: readonly string[];
  readonly search: Record<string, string | string[]>;
  /** The greatest value at stake on the board, by currency and time, that bars are drawn against. */
  readonly greatest: ReadonlyMap<string, string>;
}

const stateWords = {active: "active", watch: "watch", inactive: "inactive"} as const;

/** One capability on the board: how it is set, whether it could work, and what it is worth. */
export function CapabilityCard({card, drafted, search, greatest}: CapabilityCardProps) {
  const {state, title, capability, readiness, valueAtStake} = card;
  return (
    <li
      className="block-card"
      data-state={state ?? "open"}
      data-drafted={drafted.length > 0}
      data-capability={capability}
    >
      <div className="block-head">
        <Link
          to="/practice"
          search={{...search, card: capability}}
          className="block-title"
          resetScroll={false}
          id={`card-${capability}`}
        >
          {title}
        </Link>
        <span className={`block-state block-state-${state ?? "open"}`}>
          {state === null ? "not decided" : stateWords[state]}
        </span>
      </div>
      {state === null || state === "inactive" ? (
        card.reason === null ? null : (
          <p className="block-reason">{card.reason}</p>
        )
      ) : (
        <div className="block-line">
          {state === "active" || card.target !== null || card.level !== null ? (
            <LevelSteps level={card.level} target={card.target} />
          ) : null}
          <span className="block-words">
            {card.target === null && state === "watch" ? null : (
              <span>{card.target === null ? "no target" : `target ${card.target}`}</span>
            )}
            <span className="quiet">
              {[card.strictness, card.cadence].filter((part) => part !== null).join(", ") || "as preset"}
            </span>
          </span>
        </div>
      )}
      <div className="block-line">
        <Readiness readiness={readiness} implemented={card.implemented} />
      </div>
      {valueAtStake.slice(0, 2).map((value) => (
        <div className="block-value" key={`${value.currency} ${value.per} ${value.basis}`} title={value.basis}>
          <span className="block-amount">
            {short(value.amount)}{" "}
            <span className="quiet">
              {value.currency}
              {value.per === "month" ? " a month" : " once"} at stake
            </span>
          </span>
          <span className="bar" aria-hidden="true">
            <span
              className="bar-fill"
              style={{width: `${share(value.amount, greatest.get(`${value.currency} ${value.per}`) ?? value.amount)}%`}}
            />
          </span>
        </div>
      ))}
      <Foot card={card} drafted={drafted} />
    </li>
  );
}

function share(part: string, whole: string): number {
  const of = pixel(whole);
  return of <= 0 ? 0 : Math.max(0, Math.min(100, (pixel(part) / of) * 100));
}

function Foot({card, drafted}: Pick<CapabilityCardProps, "card" | "drafted">) {
  const {state, owner, openWork, findings} = card;
  const atWork = state === "active" || state === "watch";
  if (!atWork && owner === null && openWork === 0 && findings.length === 0 && drafted.length === 0) return null;
  return (
    <div className="block-foot">
      {atWork || owner !== null ? <PersonMark name={owner?.name ?? null} fallback="no owner" /> : <span />}
      <span className="block-marks">
        {openWork === 0 ? null : (
          <span className="block-mark" title={counted(openWork, "open work object")}>
            <IconListCheck size={14} aria-hidden="true" />
            {openWork}
            <span className="sr-only"> open work objects</span>
          </span>
        )}
        <Marks findings={findings} />
        {drafted.length === 0 ? null : (
          <span className="tag tag-draft" title={drafted.join("\n")}>
            draft
          </span>
        )}
      </span>
    </div>
  );
}

const severityMarks = {
  error: [IconCircleX, "error"],
  warning: [IconAlertTriangle, "warning"],
  hint: [IconBulb, "hint"]
} as const satisfies Record<Severity, readonly [unknown, string]>;

function Marks({findings}: {readonly findings: Card["findings"]}) {
  return (["error", "warning", "hint"] as const).map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return null;
    const [Icon, word] = severityMarks[severity];
    return (
      <span
        key={severity}
        className={`block-mark severity-${severity}`}
        title={own.map(({message}) => message).join("\n")}
      >
        <Icon size={14} aria-hidden="true" />
        {own.length}
        <span className="sr-only"> {counted(own.length, word)}</span>
      </span>
    );
  });
}
