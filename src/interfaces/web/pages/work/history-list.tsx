import {instantText, ago} from "../../format/period.ts";
import type {HistoryLine} from "./facts.ts";
import {fieldWord, valueWord} from "./field-words.ts";

const stepWords: Readonly<Record<string, string>> = {
  added: "put it on the list",
  edited: "changed it",
  option: "made it an option",
  action: "agreed on it as an action",
  done: "carried it out",
  verified: "verified its effect",
  dismissed: "dismissed it",
  excepted: "let it stay",
  reopened: "opened it again",
  renewed: "let it hold longer",
  ended: "ended it"
};

export interface HistoryListProps {
  readonly history: readonly HistoryLine[];
  readonly nameOf: (person: string) => string;
}

/** Who did what and when, the newest first, with what each change changed. */
export function HistoryList({history, nameOf}: HistoryListProps) {
  return (
    <ol className="timeline">
      {history.toReversed().map((line) => (
        <li key={`${line.at} ${line.kind} ${JSON.stringify(line.after)}`} className="timeline-item">
          <p>
            <span className="strong">{nameOf(line.by)}</span> {stepWords[line.kind] ?? line.kind}{" "}
            <span className="quiet small" title={instantText(line.at)}>
              {ago(line.at)}
            </span>
          </p>
          {line.reason === null ? null : <p className="timeline-note">{line.reason}</p>}
          {line.kind === "added" ? null : <Changes line={line} nameOf={nameOf} />}
        </li>
      ))}
    </ol>
  );
}

function Changes({line, nameOf}: {readonly line: HistoryLine; readonly nameOf: (person: string) => string}) {
  const fields = Object.keys(line.after).filter((field) => !["stage", "verification", "closedReason"].includes(field));
  if (fields.length === 0) return null;
  return (
    <ul className="history-fields">
      {fields.map((field) => {
        const after = valueWord(field, line.after[field], nameOf) ?? "nothing";
        const was = valueWord(field, line.before[field], nameOf);
        // A value that goes from estimated to agreed may keep its amount.
        const before = was === after ? null : was;
        return (
          <li key={field}>
            <span className="quiet">{fieldWord(field)}</span>{" "}
            {before === null ? null : (
              <>
                <del className="change-before">{before}</del>{" "}
              </>
            )}
            <span>{after}</span>
          </li>
        );
      })}
    </ul>
  );
}
