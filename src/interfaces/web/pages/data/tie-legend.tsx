import {explanationWords} from "./words.ts";

/** What the parts of a bar are. */
export function TieLegend() {
  return (
    <ul className="tie-legend">
      <li>
        <i className="tie-part" data-kind="billed" aria-hidden="true" /> billed
      </li>
      {(Object.keys(explanationWords) as (keyof typeof explanationWords)[]).map((kind) => (
        <li key={kind}>
          <i className="tie-part" data-kind={kind} aria-hidden="true" /> {explanationWords[kind].toLowerCase()}
        </li>
      ))}
      <li className="quiet">+ billed, not stated; − stated, not billed; behind the cut the scale is another</li>
    </ul>
  );
}
