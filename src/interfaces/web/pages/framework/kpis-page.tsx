import {Button, NativeSelect, Skeleton, TextInput} from "@mantine/core";
import {IconSearch} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useEffect, useMemo} from "react";
import {one} from "../../app/search.ts";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "./attribution.tsx";
import {EditionSwitch, useEdition} from "./edition.tsx";
import {type KpiFilter, filterKeys, isMatch} from "./kpi-filter.ts";
import {KpiRow} from "./kpi-row.tsx";
import {listQuery} from "./queries.ts";
import {directionWords} from "./words.ts";
import "./framework.css";

/** Every KPI of an edition. What is looked for, and which one is open, stands in the URL. */
export function KpisPage() {
  const edition = useEdition();
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const kpis = useQuery(listQuery("kpis", edition));
  const capabilities = useQuery(listQuery("capabilities", edition));
  const categories = useQuery(listQuery("technology-categories", edition));
  const domains = useQuery(listQuery("data-domains", edition));
  const opened = one(search, "kpi");
  const filter: KpiFilter = Object.fromEntries(filterKeys.map((key) => [key, one(search, key) ?? ""]));
  const change = (parts: Readonly<Record<string, string | null>>): void => {
    const next = Object.entries({...search, ...parts}).filter(([, value]) => value !== null && value !== "");
    void navigate({to: "/framework/kpis", search: Object.fromEntries(next), resetScroll: false, replace: true});
  };
  const titles = useMemo(() => {
    const of = (list: readonly {readonly id: string; readonly title: string}[] = []) =>
      new Map(list.map(({id, title}) => [id, title]));
    return {
      capabilities: of(capabilities.data?.rows),
      categories: of(categories.data?.rows),
      data: of(domains.data?.rows)
    };
  }, [capabilities.data, categories.data, domains.data]);
  const rows = kpis.data?.rows ?? [];
  const shown = rows.filter((kpi) => kpi.id === opened || isMatch(kpi, filter));
  const ready = kpis.data !== undefined;
  useEffect(() => {
    if (ready && opened !== null) document.getElementById(opened)?.scrollIntoView({block: "nearest"});
  }, [ready, opened]);
  const pick = (key: string, label: string, options: readonly {readonly value: string; readonly label: string}[]) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={filter[key] ?? ""}
      onChange={({currentTarget}) => change({[key]: currentTarget.value, kpi: null})}
      data={[{value: "", label}, ...options]}
    />
  );
  const options = (list: readonly {readonly id: string; readonly title: string}[] | undefined) =>
    (list ?? []).map(({id, title}) => ({value: id, label: title}));
  return (
    <Page
      title="KPI catalogue"
      note={
        ready ? (
          <>
            <span>
              {rows.length} KPIs of edition {kpis.data.edition}
            </span>
            <span>
              {rows.filter(({focus}) => focus.support === "recipe").length} of them computable from FOCUS rows
            </span>
          </>
        ) : (
          <span> </span>
        )
      }
      actions={<EditionSwitch />}
    >
      <div className="kpi-filters" role="search">
        <TextInput
          type="search"
          aria-label="Search KPIs"
          placeholder="Name, formula or input"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={filter["text"] ?? ""}
          onChange={({currentTarget}) => change({text: currentTarget.value, kpi: null})}
        />
        {pick("capability", "Any capability", options(capabilities.data?.rows))}
        {pick("category", "Any technology", options(categories.data?.rows))}
        {pick("data", "Any data", options(domains.data?.rows.filter(({kpis: count}) => count > 0)))}
        {pick(
          "direction",
          "Any direction",
          Object.entries(directionWords).map(([value, {word}]) => ({value, label: word}))
        )}
        {pick("focus", "Any source", [
          {value: "recipe", label: "Computable from FOCUS"},
          {value: "none", label: "Needs other data"}
        ])}
      </div>
      {kpis.isError ? <ProblemNote error={kpis.error} retry={() => void kpis.refetch()} /> : null}
      {!ready ? (
        kpis.isError ? null : (
          <Skeleton height={520} aria-busy="true" aria-label="Loading the KPIs" />
        )
      ) : (
        <>
          <p className="quiet small" role="status">
            {shown.length} shown
          </p>
          <div className="panel kpi-panel">
            {shown.length === 0 ? (
              <EmptyNote
                title={rows.length === 0 ? `No KPI is known of edition ${kpis.data.edition}` : "No KPI is like this"}
                action={
                  rows.length === 0 ? undefined : (
                    <Button
                      variant="default"
                      onClick={() => change(Object.fromEntries(filterKeys.map((key) => [key, null])))}
                    >
                      Show all {rows.length}
                    </Button>
                  )
                }
              >
                {rows.length === 0
                  ? "The library of that time is not recorded. Choose another edition above."
                  : "Take one of the conditions away."}
              </EmptyNote>
            ) : (
              <ul className="kpi-list">
                {shown.map((kpi) => (
                  <KpiRow
                    key={kpi.id}
                    kpi={kpi}
                    open={kpi.id === opened}
                    titles={titles}
                    toggle={() => change({kpi: kpi.id === opened ? null : kpi.id})}
                  />
                ))}
              </ul>
            )}
          </div>
          <Attribution source={kpis.data.source} licence={kpis.data.licence} notes={kpis.data.notes} />
        </>
      )}
    </Page>
  );
}
