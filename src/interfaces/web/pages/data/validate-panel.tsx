import {Button, NativeSelect, SegmentedControl, TextInput} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useEffect, useState} from "react";
import {focusVersions} from "../../../../focus/column.ts";
import {one} from "../../app/search.ts";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {count, counted} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {CountBar} from "./judged-deliveries.tsx";
import {validateQuery} from "./queries.ts";
import {ValidatedRules} from "./validated-rules.tsx";

/** Holds a file of the practice folder against the rules, before anything is taken in. */
export function ValidatePanel() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const file = one(search, "file");
  const version = one(search, "focus");
  const reading = one(search, "reading") === "official" ? "official" : "corrected";
  const [path, setPath] = useState(file ?? "");
  useEffect(() => setPath(file ?? ""), [file]);
  const input = {
    path: file ?? "",
    ...(version === null ? {} : {focus: version}),
    ...(reading === "official" ? {verdicts: reading} : {})
  };
  const result = useQuery({...validateQuery(input), enabled: file !== null});
  const set = (parts: Readonly<Record<string, string | null>>): void => {
    const next = {...search, ...parts};
    void navigate({
      to: "/data/conformance",
      search: Object.fromEntries(
        Object.entries(next).filter((entry): entry is [string, string] => typeof entry[1] === "string")
      ),
      resetScroll: false
    });
  };
  return (
    <Panel
      title="Hold a file against the rules"
      note="Reads a file of the practice folder as it would be taken in, and changes nothing"
    >
      <form
        className="control-row"
        onSubmit={(event) => {
          event.preventDefault();
          set({file: path.trim() === "" ? null : path.trim()});
        }}
      >
        <TextInput
          label="File"
          placeholder="exports/october.csv.gz"
          w={320}
          maw="100%"
          required
          value={path}
          onChange={({currentTarget}) => setPath(currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label="FOCUS version"
          w={130}
          value={version ?? ""}
          data={[{value: "", label: "as detected"}, ...focusVersions.map((value) => ({value, label: value}))]}
          onChange={({currentTarget}) => set({focus: currentTarget.value === "" ? null : currentTarget.value})}
        />
        <div>
          <span className="control-label">Reading</span>
          <SegmentedControl
            aria-label="Reading"
            value={reading}
            onChange={(value) => set({reading: value === "official" ? value : null})}
            data={[
              {value: "corrected", label: "Corrected"},
              {value: "official", label: "Official"}
            ]}
          />
        </div>
        <Button type="submit" className="control-button" loading={result.isFetching}>
          Check it
        </Button>
      </form>
      <p className="quiet small reading-note">
        {reading === "official"
          ? "Official: rule by rule the verdicts of the reference validator, its known mistakes among them."
          : "Corrected: what the sentences of the specification mean. Where the official model says something else, the rule is marked and tells why."}
      </p>
      {result.isError ? <ProblemNote error={result.error} retry={() => void result.refetch()} /> : null}
      {result.data === undefined ? null : (
        <div className="validated">
          <p role="status">
            <span className={`tag ${result.data.verdict === "ok" ? "tag-good" : "tag-warn"}`}>
              {result.data.failed.error === 0 ? "no error" : counted(result.data.failed.error, "error")}
            </span>{" "}
            {result.data.file}: {result.data.dataset}, FOCUS {result.data.focusVersion}, {count(result.data.rowsRead)}{" "}
            rows, {counted(result.data.failed.warning, "warning")}
          </p>
          <CountBar counts={result.data.counts} />
          <ValidatedRules rows={result.data.rows} />
          <p className="quiet small">
            {result.data.model}. What the vendor supports{" "}
            {result.data.applicability.inferred ? "was inferred from the columns" : "was given"}
            {result.data.applicability.criteria.length === 0
              ? ": nothing beyond the least"
              : `: ${result.data.applicability.criteria.join(", ")}`}
            .
          </p>
          {result.data.notes.map((note) => (
            <p className="footnote" key={note}>
              {note}
            </p>
          ))}
        </div>
      )}
      {file === null ? null : <CliNote command={commandOf("validate", input, ["path"])} />}
    </Panel>
  );
}
