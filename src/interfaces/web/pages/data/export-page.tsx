import {Button, Checkbox, Group, Input, NativeSelect, Select, SegmentedControl, TextInput} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useEffect, useMemo, useState} from "react";
import {exportedVersions} from "../../../../focus/downgrade-version.ts";
import {sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {addMonths, shortMonth, today} from "../../format/period.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {ExportResult} from "./export-result.tsx";
import type {Exported} from "./facts.ts";
import {ProgressLine} from "./progress-line.tsx";
import {useWatched} from "./use-watched.ts";
import "./data.css";

const keys = ["folder", "focus", "format", "source", "period", "filter", "replace"] as const;
type Key = (typeof keys)[number];

const formats = [
  ["csv", "CSV"],
  ["csv.gz", "CSV, packed"],
  ["parquet", "Parquet"]
] as const;

/** Charges out again as FOCUS of any version: first what would be written, then the folder. */
export function ExportPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const sources = useQuery(sourcesQuery());
  const said = useMemo(
    () =>
      Object.fromEntries(keys.map((key) => [key, one(search, key)] as const)) as Readonly<Record<Key, string | null>>,
    [search]
  );
  const set = (key: Key, value: string | null): void =>
    void navigate({
      to: "/data/export",
      search: Object.fromEntries(
        Object.entries({...said, [key]: value === "" ? null : value}).filter(
          (entry): entry is [string, string] => entry[1] !== null
        )
      ),
      resetScroll: false,
      replace: true
    });
  const [folder, setFolder] = useState(said.folder ?? "");
  const [filter, setFilter] = useState(said.filter ?? "");
  useEffect(() => setFolder(said.folder ?? ""), [said.folder]);
  useEffect(() => setFilter(said.filter ?? ""), [said.filter]);
  const look = useWatched<Exported>("export", "Counting what would be written");
  const deed = useWatched<Exported>("export", "Writing");
  const month = addMonths(`${today().slice(0, 7)}-01`, -1).slice(0, 7);
  const months = Array.from({length: 25}, (_, index) => addMonths(`${today().slice(0, 7)}-01`, -index).slice(0, 7));
  const input = {
    folder: folder.trim() === "" ? `exports/focus-${said.period ?? "all"}` : folder.trim(),
    ...(said.focus === null ? {} : {focus: said.focus}),
    ...(said.format === null ? {} : {format: said.format}),
    ...(said.source === null ? {} : {source: [said.source]}),
    ...(said.period === null ? {} : {period: said.period}),
    ...(filter.trim() === "" ? {} : {filter: filter.trim()}),
    ...(said.replace === "true" ? {replace: true} : {})
  };
  const asked = JSON.stringify(input);
  const [looked, setLooked] = useState<string | null>(null);
  const fresh = looked === asked && look.work.state === "done";
  const see = async (): Promise<void> => {
    setLooked(asked);
    await look.run({...input, dryRun: true});
  };
  const running = look.work.state === "running" || deed.work.state === "running";
  const written = deed.work.state === "done" && looked === asked ? deed.work.result : null;
  const shown = written ?? (fresh && look.work.state === "done" ? look.work.result : null);
  return (
    <Page
      title="Export"
      note={
        <span>
          Charges out again as FOCUS, with a manifest and a conformance report. Ashlar takes the folder in like any
          delivery, and no total changes on the way.
        </span>
      }
    >
      <div className="first">
        <Panel title="What to write" className="export-form">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void (fresh && written === null ? deed.run(input) : see());
            }}
          >
            <div className="invoice-fields">
              <NativeSelect
                size="xs"
                label="Billing period"
                value={said.period ?? ""}
                data={[
                  {value: "", label: "All there is"},
                  ...[...new Set([...months, ...(said.period === null ? [] : [said.period])])].map((value) => ({
                    value,
                    label: /^\d{4}-\d\d$/.test(value) ? shortMonth(`${value}-01`) : value
                  }))
                ]}
                onChange={({currentTarget}) => set("period", currentTarget.value)}
              />
              <Select
                label="Source"
                placeholder="All"
                clearable
                data={(sources.data?.rows ?? []).map((row) => ({value: row.source, label: row.title ?? row.source}))}
                value={said.source}
                onChange={(value) => set("source", value)}
              />
              <Input.Wrapper size="xs" label="FOCUS version" labelElement="div">
                <SegmentedControl
                  aria-label="FOCUS version"
                  fullWidth
                  value={said.focus ?? "1.4"}
                  onChange={(value) => set("focus", value === "1.4" ? null : value)}
                  data={[...exportedVersions]}
                />
              </Input.Wrapper>
              <Input.Wrapper size="xs" label="Files" labelElement="div">
                <SegmentedControl
                  aria-label="Files"
                  fullWidth
                  value={said.format ?? "csv"}
                  onChange={(value) => set("format", value === "csv" ? null : value)}
                  data={formats.map(([value, label]) => ({value, label}))}
                />
              </Input.Wrapper>
              <TextInput
                className="wide-field"
                label="Only charges that meet"
                placeholder="tag.team = 'data'"
                value={filter}
                onChange={({currentTarget}) => setFilter(currentTarget.value)}
                onBlur={() => set("filter", filter.trim())}
              />
              <TextInput
                className="wide-field"
                label="Folder"
                description="Below the practice folder, on the machine of the server"
                placeholder={`exports/focus-${said.period ?? "all"}`}
                value={folder}
                onChange={({currentTarget}) => setFolder(currentTarget.value)}
                onBlur={() => set("folder", folder.trim())}
              />
              <Checkbox
                size="xs"
                className="wide-field"
                label="Replace an export that the folder holds"
                checked={said.replace === "true"}
                onChange={({currentTarget}) => set("replace", currentTarget.checked ? "true" : null)}
              />
            </div>
            <Group gap="sm" mt="md">
              <Button type="submit" loading={running}>
                {fresh && written === null ? "Write the folder" : "See first"}
              </Button>
              <span className="quiet small">
                {fresh && written === null
                  ? "Nothing has been written yet."
                  : "Says what would be written, and writes nothing."}
              </span>
            </Group>
          </form>
          <CliNote command={commandOf("export", input, ["folder"])} />
        </Panel>
        <div className="first-side">
          <Panel title="What comes of it">
            <ol className="steps">
              <li>A folder of data files by billing period, with exact decimals; nothing is rounded.</li>
              <li>
                <code>manifest.json</code>: what was asked, totals by currency, a hash of each file, the receipt.
              </li>
              <li>
                <code>conformance.json</code>: how the rows stand to the rules of the version.
              </li>
              <li>
                Columns that the version does not have are kept as <code>x_Kept_…</code>; what it requires and the data
                lacks is listed.
              </li>
            </ol>
          </Panel>
          {said.period === null ? (
            <p className="quiet small">
              One month is quicker:{" "}
              <button type="button" className="link-button" onClick={() => set("period", month)}>
                {shortMonth(`${month}-01`)}
              </button>
            </p>
          ) : null}
        </div>
      </div>
      {look.work.state === "running" ? <ProgressLine step={look.work.step} cancel={look.cancel} /> : null}
      {deed.work.state === "running" ? <ProgressLine step={deed.work.step} cancel={deed.cancel} /> : null}
      {look.work.state === "failed" && looked === asked ? (
        <ProblemNote error={look.work.error} retry={() => void see()} />
      ) : null}
      {deed.work.state === "failed" ? <ProblemNote error={deed.work.error} /> : null}
      {deed.work.state === "cancelled" ? (
        <p className="notice" role="status">
          Cancelled: no folder was written.
        </p>
      ) : null}
      {shown === null ? null : <ExportResult exported={shown} />}
    </Page>
  );
}
