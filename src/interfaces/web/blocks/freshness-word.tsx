import {freshness} from "../format/freshness.ts";

/** Fresh, late or unknown: a word and a mark, with what is expected. */
export function FreshnessWord({
  lastDelivery,
  cadence
}: {
  readonly lastDelivery: string | null;
  readonly cadence: string | null;
}) {
  const {word, about} = freshness(lastDelivery, cadence);
  return (
    <span className={`state state-${word}`} title={about}>
      <span aria-hidden="true" className="state-mark" />
      {word}
    </span>
  );
}
