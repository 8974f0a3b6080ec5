import {Skeleton} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {FreshnessWord} from "../../blocks/freshness-word.tsx";
import {count, counted} from "../../format/amount.ts";
import {ago, shortMonth} from "../../format/period.ts";
import {DayStrip} from "./day-strip.tsx";
import {daysSaid, lastDays} from "./days.ts";
import {DelayBar} from "./delay-bar.tsx";
import type {HealthRow, Source} from "./facts.ts";
import {FindingStep} from "./finding-step.tsx";
import {until} from "./hours-text.ts";
import {LevelMark} from "./level-mark.tsx";
import {SourceActions} from "./source-actions.tsx";
import {isLocated, syncOf} from "./sync-facts.ts";
import {checkTitle} from "./words.ts";

export interface SourceCardProps {
  readonly source: Source;
  /** Undefined while it is asked; null where it is not known. */
  readonly health: HealthRow | null | undefined;
  readonly incidents: number;
  readonly nameOf: (person: string) => string;
}

/** A source: how it does, how fresh and how complete it is, and what can be done for it. */
export function SourceCard({source: row, health, incidents, nameOf}: SourceCardProps) {
  const {source, title, owner, cadence, lastDelivery} = row;
  const {lastSync, nextSync, lastError} = syncOf(row);
  const days = health === null || health === undefined ? null : lastDays(health, 60);
  const [worst] = health?.findings ?? [];
  return (
    <li className="feed" data-level={health?.level ?? "unknown"}>
      <div className="feed-head">
        <div className="feed-name">
          <Link to="/data/sources/$source" params={{source}} className="quiet-link strong">
            {title ?? source}
          </Link>
          <span className="quiet small">
            {title === null || title === source ? "" : `${source}, `}
            {owner === null ? "nobody owns it" : nameOf(owner)}
          </span>
        </div>
        <div className="feed-level">
          {health === undefined ? (
            <Skeleton height={18} width={110} />
          ) : health === null ? (
            <span className="quiet">not known</span>
          ) : (
            <LevelMark level={health.level} />
          )}
        </div>
        <SourceActions source={source} located={isLocated(row)} />
      </div>
      <dl className="feed-facts">
        <div>
          <dt>Delivered</dt>
          <dd>
            <span title={lastDelivery ?? undefined}>{lastDelivery === null ? "never" : ago(lastDelivery)}</span>{" "}
            <FreshnessWord lastDelivery={lastDelivery} cadence={cadence} />
          </dd>
          <dd className="quiet small">
            {cadence === null ? "no cadence is expected" : `expected ${cadence}`}
            {nextSync === null ? "" : `; next sync ${until(nextSync)}`}
            {lastSync === null ? "" : `; synced ${ago(lastSync)}`}
          </dd>
        </div>
        <div>
          <dt>Seen after</dt>
          <dd>
            {health === undefined ? (
              <Skeleton height={14} />
            ) : health === null ? (
              "–"
            ) : (
              <DelayBar delay={health.delay} />
            )}
          </dd>
        </div>
        <div className="feed-days">
          <dt>The last 60 days</dt>
          <dd>
            {days === null ? (
              health === undefined ? (
                <Skeleton height={14} />
              ) : (
                "–"
              )
            ) : (
              <>
                <DayStrip days={days} />
                <span className="small quiet">{daysSaid(days)}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>In the lake</dt>
          <dd>
            {counted(row.rows, "charge")}
            {row.currencies.length === 0 ? "" : ` in ${row.currencies.join(", ")}`}
          </dd>
          <dd className="quiet small">
            {row.firstPeriod === null || row.lastPeriod === null
              ? "no billing period"
              : periods(row.firstPeriod, row.lastPeriod)}
          </dd>
        </div>
        <div>
          <dt>Waiting</dt>
          <dd className="feed-waiting">
            {incidents === 0 ? (
              <span className="quiet">no incident</span>
            ) : (
              <Link to="/data/incidents" search={{source}}>
                {counted(incidents, "incident")}
              </Link>
            )}
            {row.held === 0 ? null : (
              <Link to="/data/snapshots" search={{source, state: "held"}}>
                {count(row.held)} held
              </Link>
            )}
            {row.quarantined === 0 ? null : (
              <Link to="/data/quarantine" search={{source}}>
                {counted(row.quarantined, "row")} in quarantine
              </Link>
            )}
          </dd>
        </div>
      </dl>
      {lastError === null ? null : <p className="feed-finding problem-line">The last sync failed: {lastError}</p>}
      {worst === undefined ? null : (
        <p className="feed-finding">
          <span className="strong">{checkTitle(worst.check)}.</span> {worst.text} <FindingStep finding={worst} />
          {(health?.findings.length ?? 0) > 1 ? (
            <>
              {" · "}
              <Link to="/data/sources/$source" params={{source}}>
                {counted((health?.findings.length ?? 1) - 1, "more finding")}
              </Link>
            </>
          ) : null}
        </p>
      )}
    </li>
  );
}

function periods(first: string, last: string): string {
  const text = (period: string): string => (period === "all" ? "all" : shortMonth(`${period}-01`));
  return first === last ? text(first) : `${text(first)} – ${text(last)}`;
}
