import {Button, Group, Modal, SegmentedControl, Stack, TextInput, Textarea} from "@mantine/core";
import {IconExternalLink, IconLink, IconReceipt2, IconTextCaption} from "@tabler/icons-react";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {parseSearch} from "../../app/search.ts";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ago} from "../../format/period.ts";
import type {Work} from "./facts.ts";
import {askAgain} from "./queries.ts";

const icons = {receipt: IconReceipt2, link: IconLink, text: IconTextCaption} as const;

/** What proves it: receipts of questions that can be asked again, links, texts. */
export function Evidence({work, nameOf}: {readonly work: Work; readonly nameOf: (person: string) => string}) {
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title="Evidence"
      note="Numbers that can be had again to the last digit, and what else shows it"
      actions={
        <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
          Attach
        </Button>
      }
    >
      {work.evidence.length === 0 ? (
        <p className="quiet">
          Nothing is attached yet. A cost question with its receipt is the best evidence there is.
        </p>
      ) : (
        <ul className="evidence">
          {work.evidence.map(({id, kind, title, content, question, by, at}) => {
            const Icon = icons[kind];
            return (
              <li key={id}>
                <Icon size={17} stroke={1.6} aria-hidden="true" />
                <div>
                  {kind === "receipt" && question !== null ? (
                    <Link to="/explore" search={parseSearch(question)} className="quiet-link strong">
                      {title}
                    </Link>
                  ) : kind === "link" ? (
                    <a href={content} target="_blank" rel="noreferrer noopener">
                      {title} <IconExternalLink size={13} aria-label="opens elsewhere" />
                    </a>
                  ) : (
                    <span className="strong">{title}</span>
                  )}
                  {kind === "text" ? <p className="prose">{content}</p> : null}
                  <p className="quiet small">
                    {kind === "receipt" ? `receipt ${content.slice(0, 12)}, ` : ""}
                    {nameOf(by)}, {ago(at)}
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <Modal opened={adding} onClose={() => setAdding(false)} title="Attach evidence">
        {adding ? <EvidenceForm work={work} close={() => setAdding(false)} /> : null}
      </Modal>
    </Panel>
  );
}

function EvidenceForm({work, close}: {readonly work: Work; readonly close: () => void}) {
  const client = useQueryClient();
  const [kind, setKind] = useState<"question" | "link" | "text">(work.filter === null ? "link" : "question");
  const [title, setTitle] = useState("");
  const [content, setContent] = useState(
    work.filter === null
      ? ""
      : new URLSearchParams({metric: "effective", by: "resource", window: "30d", filter: work.filter}).toString()
  );
  const attach = useMutation({
    mutationFn: () =>
      write("work.evidence", {work: work.number, title: title.trim(), [kind]: withoutPath(kind, content.trim())}),
    onSuccess: async () => {
      await askAgain(client);
      close();
    }
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        attach.mutate();
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Kind of evidence"
          value={kind}
          onChange={(value) => {
            setKind(value === "link" || value === "text" ? value : "question");
            setContent("");
          }}
          data={[
            {value: "question", label: "Cost question"},
            {value: "link", label: "Link"},
            {value: "text", label: "Text"}
          ]}
        />
        <TextInput
          label="What it shows"
          required
          data-autofocus
          maxLength={200}
          value={title}
          onChange={({currentTarget}) => setTitle(currentTarget.value)}
        />
        <Textarea
          size="xs"
          autosize
          minRows={2}
          required
          label={kind === "question" ? "The question" : kind === "link" ? "Address" : "Text"}
          description={
            kind === "question"
              ? "Copy the link of a page of Explore; it is asked now, and its receipt is kept."
              : undefined
          }
          value={content}
          onChange={({currentTarget}) => setContent(currentTarget.value)}
          classNames={kind === "text" ? {} : {input: "mono-input"}}
        />
        {attach.isError ? <ProblemNote error={attach.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={attach.isPending} disabled={title.trim() === "" || content.trim() === ""}>
            Attach
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The question of a pasted link of Explore, without what is only about its drawing. */
function withoutPath(kind: string, content: string): string {
  if (kind !== "question") return content;
  const search = new URLSearchParams(content.includes("?") ? content.slice(content.indexOf("?") + 1) : content);
  for (const key of ["chart", "sort", "columns", "view"]) search.delete(key);
  return search.toString();
}
