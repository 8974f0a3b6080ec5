import {Button} from "@mantine/core";
import {IconFileAlert} from "@tabler/icons-react";
import {useQuery, useQueryClient} from "@tanstack/react-query";
import {useEffect, useState} from "react";
import {problemOf} from "../../api/problem.ts";
import {say} from "../../blocks/say.ts";
import {type Crossing, crossings, knownBefores, rememberBefores} from "./crossing.ts";
import {DiffView} from "./diff-view.tsx";
import {isEmpty, noDraft, withoutValue} from "./draft.ts";
import {useDrafting} from "./drafting.ts";
import type {Practice} from "./facts.ts";
import {planQuery, sinceQuery} from "./queries.ts";

/** Watches the practice file: what is shown follows it, and a draft that was begun on an older state says so. */
export function ChangedOnDisk({revision, practice}: {readonly revision: string | null; readonly practice: Practice}) {
  const client = useQueryClient();
  const {draft, change} = useDrafting();
  const [opened, setOpened] = useState(false);
  const drafting = !isEmpty(draft);
  const stale = drafting && draft.base !== null && draft.base !== practice.revision;
  const plan = useQuery({...planQuery(draft), enabled: drafting, retry: false});
  const since = useQuery({...sinceQuery(draft), enabled: stale});
  const behind = revision !== null && revision !== practice.revision;

  useEffect(() => {
    if (!behind) return;
    void client.invalidateQueries({
      predicate: ({queryKey}) =>
        /^(practice|framework|homes)\./.test(String(queryKey[0])) && queryKey[0] !== "practice.show"
    });
    if (!drafting) say("ashlar.yaml was changed; this page shows it as it is now.");
    // Once for each state of the file.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [behind, practice.revision]);

  useEffect(() => {
    if (plan.data !== undefined && draft.base === practice.revision && !plan.isPlaceholderData)
      rememberBefores(practice.revision, plan.data.changes);
  }, [plan.data, plan.isPlaceholderData, draft.base, practice.revision]);

  if (!stale) return null;
  const crossed = plan.data === undefined ? [] : crossings(knownBefores(draft.base), plan.data.changes);
  const diff = diffOf(since.error);
  return (
    <section className="panel conflict" role="alert">
      <h2 className="panel-title conflict-title">
        <IconFileAlert size={18} aria-hidden="true" /> ashlar.yaml was changed since this draft was begun
      </h2>
      <p>
        {since.isError && diff === null ? `${problemOf(since.error).detail} ` : ""}
        Nothing is lost: your {draft.set.length + draft.unset.length === 0 ? "draft" : "changes"} can go on top of the
        file as it is now.
      </p>
      {crossed.length === 0 ? (
        plan.data === undefined ? null : (
          <p className="quiet">None of the places that you change was changed by the others.</p>
        )
      ) : (
        <ul className="changes conflict-crossed">
          {crossed.map((each) => (
            <Crossed
              key={each.path}
              crossing={each}
              theirs={() => change({...withoutValue(draft, each.path), unset: draft.unset})}
            />
          ))}
        </ul>
      )}
      <div className="conflict-actions">
        <Button onClick={() => change({...draft, base: practice.revision})}>Go on with my draft on the new file</Button>
        {diff === null ? null : (
          <Button variant="default" onClick={() => setOpened(!opened)} aria-expanded={opened}>
            {opened ? "Hide" : "Show"} what changed
          </Button>
        )}
        <Button variant="default" onClick={() => change(noDraft)}>
          Discard my draft
        </Button>
      </div>
      {opened && diff !== null ? <DiffView diff={diff} label="What changed on disk" /> : null}
    </section>
  );
}

function Crossed({crossing, theirs}: {readonly crossing: Crossing; readonly theirs: () => void}) {
  return (
    <li className="change">
      <div>
        <p>{crossing.label}</p>
        <p className="change-values">
          was <span className="strong">{crossing.was}</span> when you began, is{" "}
          <span className="strong">{crossing.is}</span> now; your draft says{" "}
          <span className="strong">{crossing.mine}</span>
        </p>
      </div>
      <Button size="compact-xs" variant="default" onClick={theirs}>
        Keep theirs
      </Button>
    </li>
  );
}

/** The diff that a conflict carries. */
function diffOf(error: unknown): string | null {
  if (error === null) return null;
  const {data} = problemOf(error);
  if (typeof data !== "object" || data === null || !("diff" in data)) return null;
  return typeof data.diff === "string" && data.diff !== "" ? data.diff : null;
}
