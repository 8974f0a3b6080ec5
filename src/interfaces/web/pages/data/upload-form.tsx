import {Button, Checkbox, Group, Progress, TextInput} from "@mantine/core";
import {IconFileUpload} from "@tabler/icons-react";
import {useQuery, useQueryClient} from "@tanstack/react-query";
import {useRef, useState} from "react";
import type {Ingested} from "../../api/contracts.ts";
import {sourcesQuery} from "../../api/queries.ts";
import {type UploadStep, upload} from "../../api/upload.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {bytes} from "../../format/amount.ts";
import {FileDrop} from "./file-drop.tsx";
import {UploadResult} from "./upload-result.tsx";

type Work =
  | {readonly state: "idle"}
  | {readonly state: "cancelled"; readonly dryRun: boolean}
  | {readonly state: "running"; readonly dryRun: boolean; readonly step: UploadStep}
  | {readonly state: "failed"; readonly error: unknown};

/** Takes FOCUS files into the lake: first what would change, then, when that is wanted, the change. */
export function UploadForm({leave}: {readonly leave?: () => void}) {
  const client = useQueryClient();
  const sources = useQuery(sourcesQuery());
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState("");
  const [append, setAppend] = useState(false);
  const [replace, setReplace] = useState(false);
  const [work, setWork] = useState<Work>({state: "idle"});
  const [result, setResult] = useState<Ingested | null>(null);
  const stop = useRef<AbortController | null>(null);
  const known = sources.data?.rows.map((row) => row.source) ?? [];
  const bad = source !== "" && !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(source);

  const run = (dryRun: boolean): void => {
    const abort = new AbortController();
    stop.current = abort;
    setWork({state: "running", dryRun, step: {stage: "send", message: "Sending the file", share: 0}});
    upload({files, source, dryRun, append, replace}, (step) => setWork({state: "running", dryRun, step}), abort.signal)
      .then(async (ingested) => {
        setResult(ingested);
        setWork({state: "idle"});
        if (!dryRun) await client.invalidateQueries();
      })
      .catch((error: unknown) =>
        setWork(error instanceof DOMException ? {state: "cancelled", dryRun} : {state: "failed", error})
      );
  };
  const choose = (chosen: readonly File[]): void => {
    setFiles(chosen);
    setResult(null);
    setWork({state: "idle"});
    if (source === "" && chosen[0] !== undefined) setSource(sourceNamed(chosen[0].name));
  };
  const running = work.state === "running";
  const done = result !== null && !result.dryRun;
  return (
    <div className="upload">
      <FileDrop choose={choose} disabled={running} />
      {files.length === 0 ? null : (
        <ul className="upload-files">
          {files.map((file) => (
            <li key={file.name}>
              <IconFileUpload size={15} aria-hidden="true" /> {file.name}{" "}
              <span className="quiet">{bytes(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      {files.length === 0 || done ? null : (
        <form
          className="upload-form"
          onSubmit={(event) => {
            event.preventDefault();
            run(result === null);
          }}
        >
          <TextInput
            label="Source"
            description="The place the data comes from: one name for all its deliveries"
            placeholder="aws-prod"
            list="known-sources"
            value={source}
            onChange={({currentTarget}) => {
              setSource(currentTarget.value);
              setResult(null);
            }}
            error={bad ? "small letters, digits, dot, dash, underscore" : undefined}
            disabled={running}
            required
          />
          <datalist id="known-sources">
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Group gap="lg">
            <Checkbox
              size="xs"
              label="Add to the billing periods instead of replacing them"
              checked={append}
              disabled={running}
              onChange={({currentTarget}) => (setAppend(currentTarget.checked), setResult(null))}
            />
            <Checkbox
              size="xs"
              label="Replace even where much less would be left"
              checked={replace}
              disabled={running}
              onChange={({currentTarget}) => (setReplace(currentTarget.checked), setResult(null))}
            />
          </Group>
          <Group gap="sm">
            <Button type="submit" disabled={source === "" || bad || running}>
              {result === null ? "Check first" : "Take it in"}
            </Button>
            {running ? (
              <Button variant="default" onClick={() => stop.current?.abort()}>
                Cancel
              </Button>
            ) : null}
            <span className="quiet small">
              {result === null
                ? "Says what would change, and changes nothing."
                : "The check passed through; nothing has changed yet."}
            </span>
          </Group>
        </form>
      )}
      {work.state === "running" ? (
        <div className="upload-progress" role="status">
          <Progress value={(work.step.share ?? 1) * 100} animated={work.step.share === null} aria-label="Progress" />
          <span>
            {work.dryRun ? "Checking" : "Taking in"}: {work.step.message}
          </span>
        </div>
      ) : null}
      {work.state === "cancelled" ? (
        <p className="notice" role="status">
          {work.dryRun ? "The check was cancelled." : "Cancelled: nothing was taken in."}
        </p>
      ) : null}
      {work.state === "failed" ? <ProblemNote error={work.error} retry={() => run(result === null)} /> : null}
      {result === null ? null : <UploadResult result={result} leave={leave} />}
    </div>
  );
}

/** A source that a file name suggests. */
function sourceNamed(file: string): string {
  const name = file
    .toLowerCase()
    .replace(/\.(csv|parquet|gz|zst)/g, "")
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|[-.]+$/g, "");
  return name.replace(/[-_.]?(focus|export|billing|cost|\d{4}-?\d{0,2}.*)+$/, "").slice(0, 40) || name.slice(0, 40);
}
