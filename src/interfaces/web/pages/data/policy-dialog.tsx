import {Modal, Skeleton, Stack} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {policyQuery} from "./queries.ts";

/** The least permission that lets a source be read, to be given at the vendor. */
export function PolicyDialog({source, close}: {readonly source: string | null; readonly close: () => void}) {
  const input = source === null ? {} : {source};
  const policies = useQuery({...policyQuery(input), retry: false});
  return (
    <Modal
      opened
      onClose={close}
      title={source === null ? "Permissions, by vendor" : `Permission for ${source}`}
      size="xl"
    >
      <Stack gap="md">
        <p className="quiet small">
          Listing and reading below one location, and nothing else. It is given at the vendor; credentials are never
          kept in the practice.
        </p>
        {policies.isPending ? <Skeleton height={240} /> : null}
        {policies.isError ? (
          <ProblemNote error={policies.error} retry={() => void policies.refetch()} />
        ) : (
          policies.data?.rows.map(({vendor, title, text, notes}) => (
            <section key={`${vendor} ${title}`} className="policy">
              <div className="policy-head">
                <h3 className="policy-title">{title}</h3>
                <CopyButton text={text} label={`Copy: ${title}`} />
              </div>
              <pre className="policy-text" tabIndex={0}>
                {text}
              </pre>
              {notes.map((note) => (
                <p className="quiet small" key={note}>
                  {note}
                </p>
              ))}
            </section>
          ))
        )}
        <CliNote command={commandOf("sources.policy", input, ["source"])} />
      </Stack>
    </Modal>
  );
}
