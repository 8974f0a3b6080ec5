import type {CoverageRow} from "./facts.ts";

/** What is missing of a capability, or there in part. */
export function RequirementList({missing}: {readonly missing: CoverageRow["missing"]}) {
  return (
    <ul className="requirements">
      {missing.map(({id, title, done, note}) => (
        <li key={id} id={id}>
          <span className={`done-mark done-${done === "in part" ? "partly" : "not-yet"}`} aria-hidden="true" />
          <span>
            <span className="strong">{title}</span> <code className="quiet">{id}</code>{" "}
            <span className="tag">{done}</span>
            {note === null ? null : <span className="row-note">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
