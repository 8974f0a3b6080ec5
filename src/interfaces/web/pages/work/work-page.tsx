import {SegmentedControl, Skeleton} from "@mantine/core";
import {IconPlus} from "@tabler/icons-react";
import {keepPreviousData, useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useMemo} from "react";
import {CurrencyPicker, useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {LinkButton} from "../practice/link-button.tsx";
import {capabilitiesQuery, practiceQuery} from "../practice/queries.ts";
import {Counters, ScopeCounters} from "./counters.tsx";
import {Filters} from "./filters.tsx";
import {summaryQuery, usePeople, workQuery} from "./queries.ts";
import {type WorkState, inputOf, isFiltered, searchOfState, stateOf} from "./state.ts";
import {WorkBoard} from "./work-board.tsx";
import {WorkTable} from "./work-table.tsx";
import "../practice/practice.css";
import "./work.css";

/** Work objects on their way from a finding to its verified effect, with the counters of each scope. */
export function WorkPage() {
  const search = useSearch({strict: false});
  const state = useMemo(() => stateOf(search), [search]);
  const navigate = useNavigate();
  const list = useQuery({...workQuery(inputOf(state)), placeholderData: keepPreviousData});
  const choice = useCurrencyChoice();
  const summary = useQuery({...summaryQuery(choice.question), enabled: choice.ready});
  const practice = useQuery({...practiceQuery(), refetchInterval: false});
  const capabilities = useQuery(capabilitiesQuery(null));
  const {nameOf, options} = usePeople();
  const set = (parts: Partial<WorkState>): void =>
    void navigate({to: "/work", search: searchOfState({...state, ...parts}), resetScroll: false});
  const add = (
    <LinkButton
      to="/work/new"
      search={state.scope === null ? {} : {scope: state.scope}}
      leftSection={<IconPlus size={15} />}
    >
      New finding
    </LinkButton>
  );
  return (
    <Page
      title="Work"
      note={
        <span>Each work object goes from a finding over an option and an action to an effect that bills prove.</span>
      }
      actions={
        <>
          <CurrencyPicker choice={choice} />
          <SegmentedControl
            aria-label="View"
            value={state.view}
            onChange={(view) => set({view: view === "list" ? "list" : "board"})}
            data={[
              {value: "board", label: "Board"},
              {value: "list", label: "List"}
            ]}
          />
          {add}
        </>
      }
    >
      {summary.isError ? (
        <ProblemNote error={summary.error} retry={() => void summary.refetch()} />
      ) : (
        <Counters summary={summary.data} scope={state.scope} />
      )}
      <Filters
        state={state}
        scopes={practice.data?.scopes ?? []}
        capabilities={capabilities.data?.rows ?? []}
        people={options}
        set={set}
      />
      {list.isError ? <ProblemNote error={list.error} retry={() => void list.refetch()} /> : null}
      {list.data === undefined ? (
        list.isError ? null : (
          <Skeleton height={360} />
        )
      ) : list.data.count === 0 ? (
        <div className="panel">
          {isFiltered(state) ? (
            <EmptyNote title="No work of this kind">Take a filter away to see more.</EmptyNote>
          ) : (
            <EmptyNote title="No work yet" action={add}>
              A finding says what was seen and which charges it is about. From there it gets a price, an owner and a
              day, and at last later bills show what it brought. Find something in Explore and make it a finding, or
              write one down here.
            </EmptyNote>
          )}
        </div>
      ) : (
        <div className={list.isPlaceholderData ? "stale" : ""}>
          {state.view === "list" || state.aside ? (
            <Panel title={counted(list.data.count, "work object")} note="The newest first">
              <WorkTable list={list.data} nameOf={nameOf} />
            </Panel>
          ) : (
            <WorkBoard list={list.data} nameOf={nameOf} />
          )}
        </div>
      )}
      {summary.data !== undefined && state.scope === null ? <ScopeCounters summary={summary.data} /> : null}
    </Page>
  );
}
