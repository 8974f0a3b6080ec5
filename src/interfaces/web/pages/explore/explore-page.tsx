import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Navigate, useNavigate, useSearch} from "@tanstack/react-router";
import {useCallback, useEffect, useMemo, useState} from "react";
import {incompleteFrom, periodsBetween} from "../../answer/completeness.ts";
import {type Block, blocksOf} from "../../answer/pivot.ts";
import {type Question, askable, changed, searchOf} from "../../answer/question.ts";
import type {CostAnswer} from "../../api/contracts.ts";
import {sourcesQuery, useCost} from "../../api/queries.ts";
import type {Search} from "../../app/search.ts";
import {useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {later} from "../../blocks/later.tsx";
import {Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Actions} from "./actions.tsx";
import {AnswerBlock} from "./answer-block.tsx";
import {AnswerNotes} from "./answer-notes.tsx";
import {Controls} from "./controls.tsx";
import {QuestionTitle} from "./question-title.tsx";
import {type ExploreState, asksSomething, firstQuestion, searchOfState, stateOf} from "./state.ts";
import {useExploreKeys} from "./use-explore-keys.ts";

const FirstStart = later(
  () => import("../home/first-start.tsx"),
  (part) => part.FirstStart,
  <ExploreSkeleton />
);
const FilterBar = later(
  () => import("./filter-bar.tsx"),
  (part) => part.FilterBar,
  <Skeleton height={30} mt={12} />
);

/** Asks what was spent, from every side. All of its state is in the URL. */
export function ExplorePage() {
  const search = useSearch({strict: false});
  const choice = useCurrencyChoice();
  const sources = useQuery(sourcesQuery());
  if (sources.isError) {
    return (
      <Page title="Explore">
        <ProblemNote error={sources.error} retry={() => void sources.refetch()} />
      </Page>
    );
  }
  if (!choice.ready || sources.isPending) return <ExploreSkeleton />;
  if (sources.data.rows.every(({rows}) => rows === 0)) {
    return <FirstStart />;
  }
  if (!asksSomething(search))
    return <Navigate to="/explore" search={searchOf({...firstQuestion, ...choice.question})} replace />;
  return <Explore search={search} />;
}

function Explore({search}: {readonly search: Search}) {
  const state = useMemo(() => stateOf(search), [search]);
  const navigate = useNavigate();
  const go = useCallback(
    (next: ExploreState) => void navigate({to: "/explore", search: searchOfState(next), resetScroll: false}),
    [navigate]
  );
  const ask = (parts: {readonly [K in keyof Question]?: Question[K] | undefined}): void =>
    go({...state, question: changed(state.question, parts)});
  useExploreKeys(state, go);
  // What shows the answer is fetched while the question is being answered.
  useEffect(() => void Promise.all([import("./answer-chart.tsx"), import("../../table/answer-table.tsx")]), []);
  const {question} = state;
  const answer = useCost(askable(question), true);
  const shown = useShown(answer.isPlaceholderData ? undefined : answer.data, question);
  const data = shown?.answer;
  const blocks = useMemo(() => (shown === null ? [] : blocksOfAnswer(shown.answer, shown.question)), [shown]);
  return (
    <Page
      title="Explore"
      note={<QuestionTitle state={state} {...(data === undefined ? {} : {answer: data})} />}
      actions={<Actions state={state} {...(data === undefined ? {} : {answer: data})} go={go} />}
    >
      <div className="controls">
        <Controls state={state} ask={ask} go={go} />
        <FilterBar question={question} ask={ask} error={answer.error} />
      </div>
      {answer.isError ? <ProblemNote error={answer.error} retry={() => void answer.refetch()} /> : null}
      {data === undefined ? (
        answer.isError ? null : (
          <div className="panel" aria-busy="true" aria-label="Asking">
            <Skeleton height={320} mb={18} />
            <Skeleton height={180} />
          </div>
        )
      ) : (
        <div className={answer.isPlaceholderData ? "stale" : ""} aria-busy={answer.isPlaceholderData}>
          {data.totals.length === 0 ? (
            <AnswerNotes answer={data} empty />
          ) : (
            blocks.map((block) => (
              <AnswerBlock
                key={`${block.currency ?? ""} ${block.unit ?? ""}`}
                block={block}
                several={data.totals.length > 1}
                state={{...state, question: shown?.question ?? question}}
                incompleteFrom={incompleteFrom(data.completeness)}
                askedFrom={data.completeness.asked.from}
                compare={compareOf(data.question)}
                ask={ask}
                go={go}
              />
            ))
          )}
          {data.totals.length === 0 ? null : <AnswerNotes answer={data} />}
        </div>
      )}
    </Page>
  );
}

interface Shown {
  readonly answer: CostAnswer;
  readonly question: Question;
}

/** The last answer with the question that it is of: it stays, paler, until the next one is there. */
function useShown(answer: CostAnswer | undefined, question: Question): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  if (answer !== undefined && (shown?.answer !== answer || shown.question !== question)) {
    const next = {answer, question};
    setShown(next);
    return next;
  }
  return shown;
}

function blocksOfAnswer({rows, totals, completeness}: CostAnswer, question: Question): readonly Block[] {
  return blocksOf(rows, totals, {
    dimensions: question.by,
    metrics: question.metric,
    granularity: question.granularity ?? null,
    periods: periodsOfAnswer(completeness.asked, question.granularity)
  });
}

function periodsOfAnswer(
  asked: {readonly from: string | null; readonly to: string | null},
  granularity: string | undefined
): readonly string[] {
  if (asked.from === null || asked.to === null || granularity === undefined) return [];
  return periodsBetween(asked.from, asked.to, granularity);
}

function compareOf(question: Record<string, unknown>): {readonly from: string; readonly to: string} | null {
  const compare = question["compare"];
  return typeof compare === "object" && compare !== null ? (compare as {from: string; to: string}) : null;
}

function ExploreSkeleton() {
  return (
    <Page title="Explore">
      <div className="panel" aria-busy="true" aria-label="Loading">
        <Skeleton height={30} mb={18} />
        <Skeleton height={320} />
      </div>
    </Page>
  );
}
