import {Drawer, NativeSelect, SegmentedControl, TextInput} from "@mantine/core";
import {useDebouncedCallback} from "@mantine/hooks";
import {IconSearch} from "@tabler/icons-react";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {useEffect, useMemo, useState} from "react";
import {one} from "../../app/search.ts";
import {Page, Panel} from "../../blocks/panel.tsx";
import {counted} from "../../format/amount.ts";
import {ColumnSheet} from "./column-sheet.tsx";
import {
  type DictionaryEntry,
  type FocusVersion,
  datasets,
  dictionaryOf,
  entryNamed,
  focusVersions,
  newestOf,
  searched
} from "./dictionary.ts";
import {OwnColumns} from "./own-columns.tsx";
import "./data.css";

/** Every column of FOCUS: what it says, since when, where it lies in the lake, and what here uses it. */
export function DictionaryPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const dataset = datasets.find((each) => each === one(search, "dataset")) ?? "CostAndUsage";
  const version = focusVersions.find((each) => each === one(search, "version")) ?? null;
  const text = one(search, "text") ?? "";
  const name = one(search, "column");
  const entries = useMemo(() => dictionaryOf(dataset, version), [dataset, version]);
  const shown = useMemo(() => searched(entries, text), [entries, text]);
  const opened = name === null ? null : entryNamed(name, dataset);
  const state = {
    dataset: dataset === "CostAndUsage" ? null : dataset,
    version,
    text: text === "" ? null : text,
    column: name
  };
  const searchOf = (parts: Partial<Record<keyof typeof state, string | null>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries({...state, ...parts}).filter((entry): entry is [string, string] => entry[1] !== null)
    );
  const set = (parts: Partial<Record<keyof typeof state, string | null>>): void =>
    void navigate({to: "/data/dictionary", search: searchOf(parts), resetScroll: false});
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const look = useDebouncedCallback((value: string) => set({text: value.trim() === "" ? null : value.trim()}), 200);
  return (
    <Page
      title="Dictionary"
      note={
        <span>Every column of FOCUS by version: what it says, where it lies in the lake, and what here uses it.</span>
      }
    >
      <div className="controls">
        <div className="control-row">
          <TextInput
            label="Search"
            w={260}
            leftSection={<IconSearch size={14} />}
            placeholder="a name, or words of what it says"
            value={typed}
            onChange={({currentTarget}) => {
              setTyped(currentTarget.value);
              look(currentTarget.value);
            }}
          />
          <NativeSelect
            size="xs"
            label="Dataset"
            w={190}
            value={dataset}
            data={[...datasets]}
            onChange={({currentTarget}) =>
              set({dataset: currentTarget.value === "CostAndUsage" ? null : currentTarget.value, column: null})
            }
          />
          <div className="version-picker">
            <span className="control-label">Version</span>
            <SegmentedControl
              aria-label="Version"
              value={version ?? "all"}
              onChange={(value) => set({version: value === "all" ? null : value})}
              data={[{value: "all", label: "All"}, ...focusVersions.map((value) => ({value, label: value}))]}
            />
          </div>
        </div>
      </div>
      <Panel
        title={counted(shown.length, "column")}
        note={
          version === null
            ? "Level as in the newest version that has the column"
            : `Of FOCUS ${version}, with the level that it gives them`
        }
      >
        {shown.length === 0 ? (
          <p className="quiet">No column has these words. Try another dataset or version.</p>
        ) : (
          <div className="table-scroll" tabIndex={0} role="region" aria-label="Columns">
            <table className="table dictionary">
              <thead>
                <tr>
                  <th scope="col">Column</th>
                  <th scope="col">Type</th>
                  <th scope="col">Level</th>
                  <th scope="col">Versions</th>
                  <th scope="col">What it says</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((entry) => (
                  <ColumnRow
                    key={entry.column.name}
                    entry={entry}
                    version={version}
                    search={searchOf({column: entry.column.name})}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <OwnColumns text={text} />
      <Drawer
        opened={name !== null}
        onClose={() => set({column: null})}
        position="right"
        size="min(720px, 100%)"
        title={opened?.column.name ?? name ?? ""}
      >
        {name === null ? null : opened === null ? (
          <p className="quiet">
            FOCUS has no column of this name in any of the versions that are known here. Columns of a vendor’s own lie
            in the map <code>x</code>.
          </p>
        ) : (
          <ColumnSheet entry={opened} />
        )}
      </Drawer>
    </Page>
  );
}

interface ColumnRowProps {
  readonly entry: DictionaryEntry;
  readonly version: FocusVersion | null;
  readonly search: Record<string, string>;
}

function ColumnRow({entry, version, search}: ColumnRowProps) {
  const {column, shortNames} = entry;
  const newest = version ?? newestOf(column);
  const facts = newest === null ? undefined : column.versions[newest];
  return (
    <tr>
      <td className="dictionary-name">
        <Link to="/data/dictionary" search={search} resetScroll={false} className="quiet-link strong">
          {column.name}
        </Link>
        {shortNames.length === 0 ? null : <span className="quiet small">{shortNames.join(", ")}</span>}
      </td>
      <td className="one-line">{column.type}</td>
      <td className="one-line">
        {facts === undefined ? "–" : facts.level.toLowerCase()}
        {facts?.nullable === true ? <span className="quiet"> or null</span> : null}
      </td>
      <td className="one-line">{spanOf(column)}</td>
      <td>
        {column.about}
        {column.removed === null && column.deprecated === null ? null : (
          <>
            {" "}
            <span className="tag tag-warn">
              {column.removed === null ? `deprecated in ${column.deprecated ?? ""}` : `removed in ${column.removed}`}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

/** `1.0 – 1.4`. */
function spanOf(column: DictionaryEntry["column"]): string {
  const newest = newestOf(column);
  return newest === null || newest === column.introduced
    ? column.introduced
    : newest === focusVersions.at(-1)
      ? `since ${column.introduced}`
      : `${column.introduced} – ${newest}`;
}
