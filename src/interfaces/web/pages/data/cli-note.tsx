import {CopyButton} from "../../blocks/copy-button.tsx";

/** What a page shows, as a command to repeat it with. */
export function CliNote({command}: {readonly command: string}) {
  return (
    <div className="cli-note">
      <span className="quiet small">The same on the command line</span>
      <span className="command-line">
        <code className="cli-text">{command}</code>
        <CopyButton text={command} label="Copy the command" />
      </span>
    </div>
  );
}
