import {Button, Checkbox, Group, Modal, Stack} from "@mantine/core";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import type {Published} from "../../api/contracts.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {counted} from "../../format/amount.ts";

/** Lets questions see a snapshot that was held back: first what that would do, then the deed. */
export function PublishDialog({
  snapshot,
  opened,
  close
}: {
  readonly snapshot: string;
  readonly opened: boolean;
  readonly close: () => void;
}) {
  return (
    <Modal opened={opened} onClose={close} title="Publish a held snapshot">
      {opened ? <PublishForm snapshot={snapshot} close={close} /> : null}
    </Modal>
  );
}

function PublishForm({snapshot, close}: {readonly snapshot: string; readonly close: () => void}) {
  const client = useQueryClient();
  const [replace, setReplace] = useState(false);
  const look = useQuery({
    queryKey: ["snapshots.publish", snapshot, replace],
    queryFn: ({signal}) => write<Published>("snapshots.publish", {snapshot, replace, dryRun: true}, signal),
    retry: false
  });
  const publish = useMutation({
    mutationFn: () => write<Published>("snapshots.publish", {snapshot, replace}),
    onSuccess: async () => {
      say("The snapshot is published; questions see it now.");
      close();
      await client.invalidateQueries();
    }
  });
  return (
    <Stack gap="sm">
      {look.data === undefined ? null : (
        <p>
          Questions would see it{inPlaceOf(look.data.superseded.length)}, without its{" "}
          {counted(look.data.quarantined, "quarantined row")}: what is in quarantine stays there and is not counted.
        </p>
      )}
      {look.isError ? <ProblemNote error={look.error} /> : null}
      {publish.isError ? <ProblemNote error={publish.error} /> : null}
      <Checkbox
        size="xs"
        label="Replace even where much less would be left"
        checked={replace}
        onChange={({currentTarget}) => setReplace(currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Leave it held
        </Button>
        <Button onClick={() => publish.mutate()} loading={publish.isPending || look.isPending} disabled={look.isError}>
          Publish
        </Button>
      </Group>
    </Stack>
  );
}

function inPlaceOf(earlier: number): string {
  return earlier === 0 ? "" : ` in place of ${counted(earlier, "earlier snapshot")}`;
}
