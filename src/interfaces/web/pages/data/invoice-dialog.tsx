import {Autocomplete, Button, Checkbox, Group, Modal, Stack, TextInput, Textarea} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {Problem} from "../../api/problem.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import type {Recorded} from "./facts.ts";
import {tieAgain} from "./queries.ts";

export interface InvoiceDialogProps {
  /** What the form begins with. */
  readonly first: {
    readonly issuer: string;
    readonly by: string;
    readonly invoice: string;
    readonly period: string;
    readonly currency: string;
  };
  readonly issuers: readonly string[];
  readonly close: () => void;
}

const amountText = /^-?\d+(\.\d+)?$/;

/** Keeps what an invoice states, as it is typed from the paper. */
export function InvoiceDialog({first, issuers, close}: InvoiceDialogProps) {
  const client = useQueryClient();
  const [issuer, setIssuer] = useState(first.by === "" ? first.issuer : first.by);
  const [replace, setReplace] = useState(false);
  const [texts, setTexts] = useState({
    invoice: first.invoice,
    period: first.period,
    currency: first.currency,
    total: "",
    tax: "",
    date: "",
    note: ""
  });
  const field = (name: keyof typeof texts) => ({
    value: texts[name],
    onChange: ({currentTarget: {value}}: {readonly currentTarget: {readonly value: string}}) =>
      setTexts((before) => ({...before, [name]: value}))
  });
  const said = Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) => (value.trim() === "" ? [] : [[key, value.trim()]]))
  );
  const input: Record<string, unknown> = {
    issuer: issuer.trim(),
    ...said,
    ...(said["currency"] === undefined ? {} : {currency: said["currency"].toUpperCase()}),
    ...(replace ? {replace: true} : {})
  };
  const record = useMutation({
    mutationFn: () => write<Recorded>("invoices.record", input),
    onSuccess: async ({status, invoice}) => {
      say(
        status === "unchanged"
          ? `Invoice ${invoice.invoice} was known as it is.`
          : `Invoice ${invoice.invoice} is ${status}; its difference is explained on this page.`
      );
      await tieAgain(client);
      close();
    }
  });
  const wrong = (text: string): string | undefined =>
    text.trim() === "" || amountText.test(text.trim()) ? undefined : "digits, with a dot before decimals: 18234.11";
  const complete =
    issuer.trim() !== "" &&
    [texts.invoice, texts.period, texts.currency].every((text) => text.trim() !== "") &&
    amountText.test(texts.total.trim()) &&
    wrong(texts.tax) === undefined;
  const known = record.error instanceof Problem && /replace/.test(record.error.facts.remedy ?? "");
  return (
    <Modal opened onClose={close} title="Record an invoice" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate();
        }}
      >
        <Stack gap="sm">
          <p className="quiet small">
            The total is what is to be paid, tax included. An invoice is known by issuer, number, billing period and
            currency.
          </p>
          <div className="invoice-fields">
            <Autocomplete
              size="xs"
              label="Issuer"
              description="As the data names it: InvoiceIssuerName"
              required
              data={[...issuers]}
              value={issuer}
              onChange={setIssuer}
              openOnFocus={false}
              data-autofocus={issuer === "" || undefined}
            />
            <TextInput label="Number" description="InvoiceId" required {...field("invoice")} />
            <TextInput label="Billing period" type="month" placeholder="2026-10" required {...field("period")} />
            <TextInput label="Currency" placeholder="USD" maxLength={3} required {...field("currency")} />
            <TextInput
              label="Total"
              placeholder="18234.11"
              inputMode="decimal"
              required
              data-autofocus={issuer !== "" || undefined}
              error={wrong(texts.total)}
              {...field("total")}
            />
            <TextInput
              label="Of it tax"
              description="Empty where it is not stated"
              inputMode="decimal"
              error={wrong(texts.tax)}
              {...field("tax")}
            />
            <TextInput label="Issued on" type="date" {...field("date")} />
          </div>
          <Textarea size="xs" label="Note" autosize minRows={1} {...field("note")} />
          {record.isError ? <ProblemNote error={record.error} /> : null}
          {known || replace ? (
            <Checkbox
              size="xs"
              label="Replace what is known of it; the old total stays in the history"
              checked={replace}
              onChange={({currentTarget}) => setReplace(currentTarget.checked)}
            />
          ) : null}
          {complete ? <CliNote command={commandOf("invoices.record", input, ["issuer", "invoice"])} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={record.isPending} disabled={!complete}>
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
