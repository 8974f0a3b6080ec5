import {Select, SegmentedControl, Skeleton, Switch, TextInput} from "@mantine/core";
import {useDebouncedCallback} from "@mantine/hooks";
import {IconSearch} from "@tabler/icons-react";
import {keepPreviousData, useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useEffect, useState} from "react";
import {sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {later} from "../../blocks/later.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {count, counted} from "../../format/amount.ts";
import {LinkButton} from "../practice/link-button.tsx";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {deliveryCount} from "./delivery-count.ts";
import {JudgedDeliveries} from "./judged-deliveries.tsx";
import {conformanceQuery} from "./queries.ts";
import {groupedRules} from "./rule-groups.ts";
import {RuleTable} from "./rule-table.tsx";
import "./data.css";

const ValidatePanel = later(
  () => import("./validate-panel.tsx"),
  (part) => part.ValidatePanel,
  null
);

const severities = ["error", "warning", "info"] as const;
const keys = ["source", "severity", "rule", "all"] as const;

/** How the deliveries that questions see stand to the rules of FOCUS. */
export function ConformancePage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const source = one(search, "source");
  const severity = one(search, "severity");
  const rule = one(search, "rule");
  const all = one(search, "all") === "true";
  const sources = useQuery(sourcesQuery());
  const input = {
    ...(source === null ? {} : {source}),
    ...(severity === null ? {} : {severity: [severity]}),
    ...(rule === null ? {} : {rule}),
    ...(all ? {all: true} : {})
  };
  const shown = useQuery({...conformanceQuery(input), placeholderData: keepPreviousData});
  const set = (parts: Partial<Record<(typeof keys)[number], string | null>>): void => {
    const next = {source, severity, rule, all: all ? "true" : null, ...parts};
    void navigate({
      to: "/data/conformance",
      search: Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)),
      resetScroll: false
    });
  };
  const [text, setText] = useState(rule ?? "");
  useEffect(() => setText(rule ?? ""), [rule]);
  const look = useDebouncedCallback((value: string) => set({rule: value.trim() === "" ? null : value.trim()}), 300);
  const rules = groupedRules(shown.data?.rows ?? []);
  const checked = shown.data?.snapshots.filter(({counts}) => counts !== null).length ?? 0;
  const filtered = source !== null || severity !== null || rule !== null;
  return (
    <Page
      title="Conformance"
      note={
        <span>
          Every delivery is held against the rules of its FOCUS version as it is taken in. A rule that fails holds a
          delivery back only where its ingest was told so; it says what its figures can be trusted with.
        </span>
      }
    >
      <div className="controls">
        <div className="control-row">
          <Select
            label="Source"
            w={190}
            placeholder="All"
            clearable
            data={(sources.data?.rows ?? []).map((row) => ({value: row.source, label: row.title ?? row.source}))}
            value={source}
            onChange={(value) => set({source: value})}
          />
          <div>
            <span className="control-label">Severity</span>
            <SegmentedControl
              aria-label="Severity"
              value={severity ?? "all"}
              onChange={(value) => set({severity: value === "all" ? null : value})}
              data={[{value: "all", label: "All"}, ...severities.map((value) => ({value, label: value}))]}
            />
          </div>
          <TextInput
            label="Rule or column"
            w={220}
            leftSection={<IconSearch size={14} />}
            placeholder="SkuPriceId"
            value={text}
            onChange={({currentTarget}) => {
              setText(currentTarget.value);
              look(currentTarget.value);
            }}
          />
          <Switch
            size="xs"
            className="control-switch"
            label="Also what passes"
            checked={all}
            onChange={({currentTarget}) => set({all: currentTarget.checked ? "true" : null})}
          />
        </div>
      </div>
      {shown.isError ? (
        <ProblemNote error={shown.error} retry={() => void shown.refetch()} />
      ) : shown.data === undefined ? (
        <Skeleton height={360} />
      ) : shown.data.snapshots.length === 0 && !filtered ? (
        <div className="panel">
          <EmptyNote
            title="Nothing was held against the rules yet"
            action={<LinkButton to="/data/upload">Upload a file</LinkButton>}
          >
            With each delivery it is written down which of the several hundred rules of FOCUS it passes and which it
            fails, in how many rows, and with how much money. A file can be tried below before it is taken in.
          </EmptyNote>
        </div>
      ) : (
        <div className={shown.isPlaceholderData ? "stale" : ""}>
          <Panel
            title={
              rules.length > 0
                ? `${counted(rules.length, "rule")}${all ? "" : rules.length === 1 ? " that fails" : " that fail"}`
                : checked === 0
                  ? "Nothing was checked yet"
                  : "No rule fails"
            }
            note={`${deliveryCount(checked)} held against the rules, of ${count(shown.data.snapshots.length)}; the gravest first${shown.data.rows.length < shown.data.total ? `; ${count(shown.data.rows.length)} of ${count(shown.data.total)} lines are shown` : ""}`}
          >
            {rules.length === 0 ? (
              <p className="quiet">
                {filtered
                  ? "None of this kind. Take a filter away to see more."
                  : checked === 0
                    ? "These deliveries came in before rules were looked at. Deliver them again, or try a file below."
                    : "Every delivery that was checked passes every rule that its rows can decide."}
              </p>
            ) : (
              <RuleTable rules={rules} />
            )}
            {shown.data.notes.map((note) => (
              <p className="footnote" key={note}>
                {note}
              </p>
            ))}
            <CliNote command={commandOf("conformance.show", input)} />
          </Panel>
          <JudgedDeliveries deliveries={shown.data.snapshots} />
        </div>
      )}
      <ValidatePanel />
    </Page>
  );
}
