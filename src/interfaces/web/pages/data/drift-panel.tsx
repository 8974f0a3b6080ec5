import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {useEffect} from "react";
import {EmptyNote, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, count, isNegative, isZero} from "../../format/amount.ts";
import {dayText, shortMonth} from "../../format/period.ts";
import type {Drift} from "./facts.ts";
import {driftQuery} from "./queries.ts";

const changeWords: Readonly<Record<Drift["changed"][number]["what"], string>> = {
  focusVersion: "FOCUS version",
  flavour: "form",
  importer: "importer"
};

/** What came and what went in the form of the deliveries, the newest first. */
export function DriftPanel({source}: {readonly source: string}) {
  const drift = useQuery(driftQuery({source, limit: 60}));
  const ready = drift.data !== undefined;
  // The list is not there when the browser looks for it.
  useEffect(() => {
    if (ready && location.hash === "#drift") document.querySelector("#drift")?.scrollIntoView();
  }, [ready]);
  return (
    <div id="drift">
      <Panel
        title="How its form changed"
        note="Columns that came and went, versions, and months that were restated; each delivery against the one before"
      >
        {drift.isError ? (
          <ProblemNote error={drift.error} retry={() => void drift.refetch()} />
        ) : drift.isPending ? (
          <Skeleton height={140} />
        ) : drift.data.rows.length === 0 ? (
          <EmptyNote title="Its form never changed">
            All deliveries have the same columns and the same version, and no month was restated.
          </EmptyNote>
        ) : (
          <ol className="drift-list">
            {drift.data.rows.map((each) => (
              <DriftRow key={`${each.snapshot} ${each.before}`} drift={each} />
            ))}
          </ol>
        )}
      </Panel>
    </div>
  );
}

function DriftRow({drift}: {readonly drift: Drift}) {
  const {snapshot, at, period, dataset, compared, added, removed, changed, rows, money} = drift;
  const same = added.length + removed.length + changed.length === 0;
  return (
    <li className="drift-row">
      <p>
        <span className="strong">{dayText(at)}</span>{" "}
        <Link to="/data/snapshots/$snapshot" params={{snapshot}}>
          {dataset}, {period === "all" ? "all" : shortMonth(`${period}-01`)}
        </Link>{" "}
        {compared === "same period" ? <span className="tag">restated</span> : null}
      </p>
      {same ? null : (
        <p className="drift-columns">
          {changed.map(({what, from, to}) => (
            <span className="tag" key={what}>
              {changeWords[what]} {from} → {to}
            </span>
          ))}
          {added.map((column) => (
            <span className="tag tag-good" key={column}>
              <span aria-label="came">+</span> {column}
            </span>
          ))}
          {removed.map((column) => (
            <span className="tag tag-warn" key={column}>
              <span aria-label="went">−</span> {column}
            </span>
          ))}
        </p>
      )}
      {compared === "same period" ? (
        <p className="quiet small">
          {count(rows.before)} → {count(rows.after)} rows
          {money
            .filter(({change}) => !isZero(change))
            .map(
              ({currency, change}) =>
                `, billed ${isNegative(change) ? "−" : "+"}${amount(change.replace(/^-/, ""))} ${currency}`
            )
            .join("")}
        </p>
      ) : null}
    </li>
  );
}
