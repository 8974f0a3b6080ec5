import {Code} from "@mantine/core";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {dayText} from "../../format/period.ts";
import {PathLink} from "../practice/path-link.tsx";
import type {Entry, Library} from "./facts.ts";

const command = "ashlar library show template/story > library/our-first-close.md";

/** The organisation's own texts, and how one is begun. */
export function OwnStories({
  stories,
  faults
}: {
  readonly stories: readonly Entry[];
  readonly faults: Library["faults"];
}) {
  return (
    <Panel title="Your own stories" note="What your organisation learned, beside what the framework says">
      {stories.length === 0 ? (
        <p className="small">
          There are none yet. A story is a Markdown file in the folder <code>library</code> of your practice: what was
          the question, what did you do, what came of it. It may name its capability and personas, and then stands on
          their pages too.
        </p>
      ) : (
        <ul className="lessons">
          {stories.map(({id, title, summary, path, updated}) => (
            <li key={id}>
              <PathLink path={path}>{title}</PathLink>
              {updated === null ? null : <span className="quiet small"> {dayText(updated)}</span>}
              {summary === "" ? null : <span className="row-note">{summary}</span>}
            </li>
          ))}
        </ul>
      )}
      <div className="first-command">
        {stories.length === 0 ? "Begin one from the template:" : "Begin another:"}{" "}
        <PathLink path="/library/template/story">see the template</PathLink>
        <div className="command-line">
          <Code tabIndex={0}>{command}</Code>
          <CopyButton text={command} label="Copy command" />
        </div>
      </div>
      {faults.length === 0 ? null : (
        <div className="library-faults" role="note">
          <h3 className="course-part">Files that are not taken</h3>
          <ul className="dots">
            {faults.map(({file, message, remedy}) => (
              <li key={`${file} ${message}`}>
                <code>{file}</code>: {message}. {remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
