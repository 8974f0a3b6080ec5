import {Button, Group, TextInput} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import type {Removed} from "./facts.ts";
import {tieAgain} from "./queries.ts";

/** Takes what an invoice states out of the books, with a reason. */
export function RemoveInvoice({issuer, invoice}: {readonly issuer: string; readonly invoice: string}) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const remove = useMutation({
    mutationFn: () => write<Removed>("invoices.remove", {issuer, invoice, reason: reason.trim()}),
    onSuccess: async () => {
      say(`Invoice ${invoice} is out of the books; its history stays.`);
      await tieAgain(client);
    }
  });
  if (!asking) {
    return (
      <button type="button" className="link-button small" onClick={() => setAsking(true)}>
        Take the stated total out of the books
      </button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Why it is taken out"
          w={280}
          required
          data-autofocus
          value={reason}
          onChange={({currentTarget}) => setReason(currentTarget.value)}
        />
        <Button type="submit" color="red" variant="light" loading={remove.isPending} disabled={reason.trim() === ""}>
          Take it out
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          Keep it
        </Button>
      </Group>
      {remove.isError ? <ProblemNote error={remove.error} /> : null}
    </form>
  );
}
