import {CopyButton} from "../../blocks/copy-button.tsx";
import {type Draft, commandOfDraft} from "./draft.ts";

/** The same plan for the command line. */
export function CommandNote({draft}: {readonly draft: Draft}) {
  const command = commandOfDraft(draft);
  return (
    <div className="first-command">
      <span className="quiet">The same on the command line</span>
      <div className="command-line">
        <code className="command-text">{command}</code>
        <CopyButton text={command} label="Copy the command" />
      </div>
    </div>
  );
}
