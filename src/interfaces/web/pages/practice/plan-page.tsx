import {Button, Skeleton, TextInput} from "@mantine/core";
import {IconCheck} from "@tabler/icons-react";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useNavigate} from "@tanstack/react-router";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {problemOf} from "../../api/problem.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {counted} from "../../format/amount.ts";
import {ChangeList} from "./change-list.tsx";
import {ChangedOnDisk} from "./changed-on-disk.tsx";
import {CommandNote} from "./command-note.tsx";
import {DiffView} from "./diff-view.tsx";
import {type Draft, isEmpty, noDraft, pathOf, planInput, withValue, withoutValue} from "./draft.ts";
import {forgetDraft, useDrafting} from "./drafting.ts";
import type {Applied, Change, Finding, Plan, Practice} from "./facts.ts";
import {FindingGroups} from "./finding-groups.tsx";
import {LinkButton} from "./link-button.tsx";
import {PracticeNote} from "./practice-note.tsx";
import {planQuery, practiceQuery} from "./queries.ts";
import "./practice.css";

/** What a draft would change: in plain words, as a diff, and what the check says of the result. Then it is applied. */
export function PlanPage() {
  const {draft} = useDrafting();
  const practice = useQuery(practiceQuery());
  const plan = useQuery({...planQuery(draft), retry: false});
  const {data} = plan;
  return (
    <Page title="Plan" note={<PracticeNote practice={practice.data} />}>
      {practice.data === undefined ? null : (
        <ChangedOnDisk revision={(isEmpty(draft) ? data?.revision : data?.base) ?? null} practice={practice.data} />
      )}
      {plan.isError ? (
        <>
          <ProblemNote error={plan.error} retry={() => void plan.refetch()} />
          <DropDraft />
        </>
      ) : data === undefined || practice.data === undefined ? (
        <div className="plan" aria-busy="true" aria-label="Making the plan">
          <Skeleton height={320} />
          <Skeleton height={320} />
        </div>
      ) : data.changes.length === 0 && data.diff === "" ? (
        <NothingToDo drafting={!isEmpty(draft)} />
      ) : (
        <ReadyPlan plan={data} practice={practice.data} waiting={plan.isPlaceholderData} />
      )}
    </Page>
  );
}

function ReadyPlan({plan, practice, waiting}: {plan: Plan; practice: Practice; waiting: boolean}) {
  const {draft, search, change} = useDrafting();
  const drafting = !isEmpty(draft);
  const decide = (finding: Finding, state: string): void =>
    change(
      withValue(
        {...draft, base: draft.base ?? practice.revision},
        `scopes.${finding.scope ?? ""}.blocks.${finding.capability ?? ""}.state`,
        state
      )
    );
  const errors = plan.findings.filter(({severity}) => severity === "error");
  const seen = new Set(plan.newFindings.map(({rule, path, message}) => `${rule} ${path} ${message}`));
  const others = plan.findings.filter(({rule, path, message}) => !seen.has(`${rule} ${path} ${message}`));
  return (
    <div className={waiting ? "stale" : ""}>
      <ApplyPanel practice={practice} errors={errors.length} />
      <div className="plan">
        <div>
          <Panel
            title={
              drafting
                ? counted(plan.changes.length, "change")
                : plan.base === null
                  ? "Not recorded yet"
                  : "Edited by hand since it was applied last"
            }
            note={drafting ? "Nothing of this is written yet" : "Recording it makes it the applied state"}
          >
            <ChangeList
              changes={plan.changes}
              {...(drafting && draft.upgrade === null && draft.restore === null
                ? {leaveOut: (each: Change) => change(leftOut(draft, each))}
                : {})}
            />
          </Panel>
          {plan.newFindings.length === 0 ? null : (
            <Panel title="What the check would say anew">
              <FindingGroups findings={plan.newFindings} search={search} decide={decide} />
            </Panel>
          )}
          {plan.resolvedFindings.length === 0 ? null : (
            <Panel title="What this resolves">
              <ul className="resolved">
                {plan.resolvedFindings.map(({rule, path, message}) => (
                  <li key={`${rule} ${path} ${message}`}>
                    <IconCheck size={16} aria-hidden="true" />
                    <span>{message}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {others.length === 0 ? null : (
            <Panel title="What the check says as before">
              <FindingGroups findings={others} search={search} decide={decide} />
            </Panel>
          )}
        </div>
        <Panel title="In the file" note="ashlar.yaml, comments and order kept">
          <DiffView diff={plan.diff} label="Diff of ashlar.yaml" />
          {drafting ? <CommandNote draft={draft} /> : null}
        </Panel>
      </div>
    </div>
  );
}

function ApplyPanel({practice, errors}: {practice: Practice; errors: number}) {
  const {draft, search, change} = useDrafting();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState("");
  const stale = draft.base !== null && draft.base !== practice.revision;
  const apply = useMutation({
    mutationFn: () =>
      write<Applied>("practice.apply", {
        ...planInput({...draft, base: draft.base ?? practice.revision}),
        ...(note.trim() === "" ? {} : {note: note.trim()})
      }),
    onSuccess: async (applied) => {
      forgetDraft();
      say(
        `${counted(applied.changes.length, "change")} applied: ${applied.file} is now ${applied.revision.slice(0, 8)}.`
      );
      const {scope} = search;
      await navigate({to: "/practice", search: typeof scope === "string" ? {scope} : {}});
      await client.invalidateQueries();
    },
    onError: async (error) => {
      if (problemOf(error).code === "practice.changed") await client.invalidateQueries({queryKey: ["practice.show"]});
    }
  });
  return (
    <section className="panel" aria-label="Apply">
      {apply.isError ? <ProblemNote error={apply.error} /> : null}
      <form
        className="apply"
        onSubmit={(event) => {
          event.preventDefault();
          apply.mutate();
        }}
      >
        <TextInput
          className="apply-note"
          label="Why, for the history"
          placeholder="after the review of the second quarter"
          maxLength={2000}
          value={note}
          onChange={({currentTarget}) => setNote(currentTarget.value)}
        />
        {isEmpty(draft) ? null : (
          <>
            <LinkButton to="/practice" search={search} variant="default">
              Back to the board
            </LinkButton>
            <Button variant="default" onClick={() => change(noDraft)}>
              Discard
            </Button>
          </>
        )}
        <Button type="submit" loading={apply.isPending} disabled={errors > 0 || stale}>
          {isEmpty(draft) ? "Record as applied" : "Apply"}
        </Button>
      </form>
      {errors > 0 ? (
        <p className="severity-error small apply-why">
          {counted(errors, "error")} must be put right first; nothing is applied by halves.
        </p>
      ) : stale ? (
        <p className="severity-warning small apply-why">Say first what to do about the change on disk.</p>
      ) : null}
    </section>
  );
}

/** The draft without one of its changes: taken out where it was set, kept from happening where a starter brings it. */
function leftOut(draft: Draft, {path, before}: Change): Draft {
  // The scope that a starter makes is left out with the starter.
  if (path === `scopes.${draft.into ?? ""}`) {
    const kept = draft.set.filter((entry) => !pathOf(entry).startsWith(`${path}.`));
    return {...draft, set: kept, starter: null, preset: null, into: null};
  }
  const own = draft.set.filter((entry) => pathOf(entry) === path || pathOf(entry).startsWith(`${path}.`));
  if (own.length > 0) return own.reduce((sofar, entry) => withValue(sofar, pathOf(entry), null), draft);
  if (draft.unset.includes(path)) return {...draft, unset: draft.unset.filter((entry) => entry !== path)};
  // What a starter or a preset changes goes back to what it was.
  return typeof before === "string" || typeof before === "number"
    ? withValue(draft, path, before)
    : withoutValue(draft, path);
}

function NothingToDo({drafting}: {readonly drafting: boolean}) {
  const {search, change} = useDrafting();
  return (
    <div className="panel">
      <EmptyNote
        title={drafting ? "The draft changes nothing" : "The file is what was applied last"}
        action={
          drafting ? (
            <Button onClick={() => change(noDraft, "/practice")}>Discard the draft</Button>
          ) : (
            <LinkButton to="/practice" search={search}>
              Go to the board
            </LinkButton>
          )
        }
      >
        {drafting
          ? "What it says stands in the file already."
          : "Change a card on the board, or edit ashlar.yaml: what would change is shown here before it counts."}
      </EmptyNote>
    </div>
  );
}

function DropDraft() {
  const {draft, change} = useDrafting();
  return isEmpty(draft) ? null : (
    <Button variant="default" onClick={() => change(noDraft, "/practice")}>
      Discard the draft
    </Button>
  );
}
