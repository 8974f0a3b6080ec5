import {Button, Checkbox, Group, Modal, Stack} from "@mantine/core";
import {useQueryClient} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {useEffect, useState} from "react";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {bytes} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {deliveryCount} from "./delivery-count.ts";
import type {Synced} from "./facts.ts";
import {ProgressLine} from "./progress-line.tsx";
import {SyncedTable} from "./synced-table.tsx";
import {useWatched} from "./use-watched.ts";

export interface SyncDialogProps {
  /** Null for all that have a location. */
  readonly source: string | null;
  readonly close: () => void;
}

/** Fetches what is new from a source: first what that would be, then the deed. */
export function SyncDialog({source, close}: SyncDialogProps) {
  const client = useQueryClient();
  const [again, setAgain] = useState(false);
  const look = useWatched<Synced>("sync", "Looking at the location");
  const deed = useWatched<Synced>("sync", "Fetching");
  const input = {...(source === null ? {} : {source}), ...(again ? {again: true} : {})};
  const see = (): void => void look.run({...input, dryRun: true});
  // Looked at when the dialog opens and when it is asked otherwise.
  useEffect(() => {
    see();
    return look.cancel;
  }, [source, again]);
  const found = look.work.state === "done" ? look.work.result : null;
  const changed = found?.rows.reduce((sum, row) => sum + row.changed, 0) ?? 0;
  const size = found?.rows.reduce((sum, row) => sum + row.bytes, 0) ?? 0;
  const running = deed.work.state === "running";
  const done = deed.work.state === "done" ? deed.work.result : null;
  const fetch = async (): Promise<void> => {
    if ((await deed.run(input)) !== null) await client.invalidateQueries();
  };
  return (
    <Modal opened onClose={close} title={source === null ? "Sync all sources" : `Sync ${source}`} size="lg">
      <Stack gap="sm">
        {done === null ? null : <SyncedTable synced={done} />}
        {done === null && found !== null ? <SyncedTable synced={found} /> : null}
        {look.work.state === "running" && done === null ? (
          <ProgressLine step={look.work.step} cancel={look.cancel} />
        ) : null}
        {deed.work.state === "running" ? <ProgressLine step={deed.work.step} cancel={deed.cancel} /> : null}
        {look.work.state === "failed" ? <ProblemNote error={look.work.error} retry={see} /> : null}
        {deed.work.state === "failed" ? <ProblemNote error={deed.work.error} retry={() => void fetch()} /> : null}
        {deed.work.state === "cancelled" ? (
          <p className="notice" role="status">
            Cancelled. What is complete is in; what was cut off goes on where it ended.
          </p>
        ) : null}
        {done === null ? (
          <Checkbox
            size="xs"
            label="Also fetch what was taken in before and did not change"
            checked={again}
            disabled={running}
            onChange={({currentTarget}) => setAgain(currentTarget.checked)}
          />
        ) : (
          <p className="small">
            See <Link to="/data/snapshots">the snapshots</Link> for what questions see now.
          </p>
        )}
        <CliNote command={commandOf("sync", input, ["source"])} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {done === null ? "Close" : "Done"}
          </Button>
          {done === null ? (
            <Button disabled={found === null || changed === 0} loading={running} onClick={() => void fetch()}>
              {changed === 0 ? "Nothing to fetch" : `Fetch ${deliveryCount(changed)}, ${bytes(size)}`}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}
