import type {CostAnswer} from "../../api/contracts.ts";
import {EmptyNote} from "../../blocks/panel.tsx";

/** What a reader should know besides the numbers, and how far the data reaches. */
export function AnswerNotes({answer, empty = false}: {readonly answer: CostAnswer; readonly empty?: boolean}) {
  const {notes, completeness} = answer;
  if (empty) {
    return (
      <div className="panel">
        <EmptyNote title="No charges match">
          {completeness.notes.length > 0
            ? completeness.notes.join(" ")
            : "There is data of this time, but the filter lets none of it through. Take a condition away, or ask for a longer time."}
        </EmptyNote>
      </div>
    );
  }
  const all = [...notes, ...completeness.notes];
  if (all.length === 0) return null;
  return (
    <details className="notes" open={notes.length > 0 && all.length <= 3}>
      <summary>
        {all.length} {all.length === 1 ? "note" : "notes"}:{" "}
        {completeness.complete ? "the data is complete" : "the data is not complete"}
      </summary>
      <ul>
        {all.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
