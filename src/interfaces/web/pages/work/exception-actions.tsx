import {Button, Group, Modal, Stack, TextInput, Textarea} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {say} from "../../blocks/say.ts";
import {addDays, today} from "../../format/period.ts";
import type {Exception} from "./facts.ts";
import {askAgain} from "./queries.ts";
import {RecordProblem} from "./record-problem.tsx";

/** Lets an exception hold longer, or ends it before its day. */
export function ExceptionActions({exception}: {readonly exception: Exception}) {
  const [doing, setDoing] = useState<"renew" | "end" | null>(null);
  if (exception.status === "ended") return <span />;
  return (
    <div className="exception-actions">
      <Button size="compact-xs" variant="default" onClick={() => setDoing("renew")}>
        Renew<span className="sr-only"> {exception.number}</span>
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setDoing("end")}>
        End<span className="sr-only"> {exception.number}</span>
      </Button>
      <Modal
        opened={doing !== null}
        onClose={() => setDoing(null)}
        title={`${doing === "end" ? "End" : "Renew"} ${exception.number}`}
      >
        {doing === null ? null : <ActionForm exception={exception} doing={doing} close={() => setDoing(null)} />}
      </Modal>
    </div>
  );
}

function ActionForm({
  exception,
  doing,
  close
}: {
  readonly exception: Exception;
  readonly doing: "renew" | "end";
  readonly close: () => void;
}) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [expires, setExpires] = useState(addDays(exception.expires > today() ? exception.expires : today(), 90));
  const act = useMutation({
    mutationFn: () =>
      write(`exceptions.${doing}`, {
        exception: exception.number,
        reason: reason.trim(),
        expected: exception.version,
        ...(doing === "renew" ? {expires} : {})
      }),
    onSuccess: async () => {
      say(`${exception.number} is ${doing === "renew" ? "renewed" : "ended"}.`);
      await askAgain(client);
      close();
    }
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Stack gap="sm">
        <p className="quiet">{exception.title}</p>
        {act.isError ? <RecordProblem error={act.error} reload={() => void askAgain(client)} /> : null}
        {doing === "renew" ? (
          <TextInput
            type="date"
            label="Until"
            required
            value={expires}
            onChange={({currentTarget}) => setExpires(currentTarget.value)}
          />
        ) : null}
        <Textarea
          label={doing === "renew" ? "Why it still may stay" : "Why it ends"}
          size="xs"
          autosize
          minRows={2}
          required
          data-autofocus
          value={reason}
          onChange={({currentTarget}) => setReason(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={act.isPending} disabled={reason.trim() === ""}>
            {doing === "renew" ? "Renew" : "End it"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
