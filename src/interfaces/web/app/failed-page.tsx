import {Page} from "../blocks/panel.tsx";
import {ProblemNote} from "../blocks/problem-note.tsx";

/** What is shown where a page itself fails. */
export function FailedPage({error, reset}: {readonly error: unknown; readonly reset: () => void}) {
  return (
    <Page title="This page failed">
      <ProblemNote error={error} retry={reset} />
    </Page>
  );
}
