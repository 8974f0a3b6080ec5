import {Code, Group, Modal, Text} from "@mantine/core";
import type {Receipt} from "../api/contracts.ts";
import {instantText} from "../format/period.ts";
import {CopyButton} from "./copy-button.tsx";

export interface ReceiptModalProps {
  readonly receipt: Receipt;
  readonly opened: boolean;
  readonly close: () => void;
}

/** What reproduces an answer. */
export function ReceiptModal({receipt, opened, close}: ReceiptModalProps) {
  const {id, snapshots, engine, software, rates, rules, caller, asOf, question} = receipt;
  const facts: readonly (readonly [string, string])[] = [
    ["Data as of", instantText(asOf)],
    ["Snapshots read", String(snapshots.length)],
    ["Engine", `${engine.name} ${engine.version}`],
    ["Software", `Ashlar ${software}`],
    [
      "Rates",
      rates === null ? "none: nothing was converted" : `${rates.set}, revision ${rates.revision}, ${rates.basis}`
    ],
    ["Rules", rules ?? "none applied"],
    ["Caller", caller.rowFilter === null ? caller.id : `${caller.id}, sees ${caller.rowFilter}`]
  ];
  return (
    <Modal opened={opened} onClose={close} title="Receipt" size="lg">
      <Text size="sm" c="dimmed">
        What reproduces this answer. The same question on the same data has the same receipt, on every interface.
      </Text>
      <Group gap="xs" my="sm" wrap="nowrap" align="flex-start">
        <Code className="break">{id}</Code>
        <CopyButton text={id} label="Copy receipt id" />
      </Group>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="more">
        <summary>Question in its canonical form</summary>
        <pre tabIndex={0}>{JSON.stringify(question, null, 2)}</pre>
      </details>
      <details className="more">
        <summary>Snapshots</summary>
        <pre tabIndex={0}>{snapshots.join("\n")}</pre>
      </details>
    </Modal>
  );
}
