import {Button, Textarea} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ago, instantText} from "../../format/period.ts";
import {PersonMark} from "../practice/person-mark.tsx";
import type {Work} from "./facts.ts";
import {askAgain} from "./queries.ts";

/** What people said about it, and the place to say more. */
export function Comments({work, nameOf}: {readonly work: Work; readonly nameOf: (person: string) => string}) {
  const client = useQueryClient();
  const [text, setText] = useState("");
  const comment = useMutation({
    mutationFn: () => write("work.comment", {work: work.number, text: text.trim()}),
    onSuccess: async () => {
      setText("");
      await askAgain(client);
    }
  });
  const send = (): void => {
    if (text.trim() !== "") comment.mutate();
  };
  return (
    <Panel title="Comments">
      <ul className="comments">
        {work.comments.map(({id, at, by, text: said}) => (
          <li key={id}>
            <p className="comment-head">
              <PersonMark name={nameOf(by)} />
              <span className="quiet small" title={instantText(at)}>
                {ago(at)}
              </span>
            </p>
            <p className="prose">{said}</p>
          </li>
        ))}
      </ul>
      <form
        className="comment-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {comment.isError ? <ProblemNote error={comment.error} /> : null}
        <Textarea
          aria-label="Comment"
          placeholder="Say something about it"
          size="xs"
          autosize
          minRows={2}
          maxLength={10_000}
          value={text}
          onChange={({currentTarget}) => setText(currentTarget.value)}
          onKeyDown={(pressed) => {
            if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) {
              pressed.preventDefault();
              send();
            }
          }}
        />
        <Button type="submit" variant="default" loading={comment.isPending} disabled={text.trim() === ""}>
          Comment
        </Button>
      </form>
    </Panel>
  );
}
