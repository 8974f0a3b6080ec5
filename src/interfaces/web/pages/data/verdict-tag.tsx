import type {RuleLine} from "./facts.ts";

const words: Readonly<Record<RuleLine["verdict"], readonly [string, string, string]>> = {
  pass: ["tag-good", "passes", "No row violates it"],
  fail: ["tag-bad", "fails", "Rows violate it"],
  skipped: ["", "does not apply", "It is about something that this vendor or version does not have"],
  "needs-evidence": ["", "needs evidence", "Rows alone cannot decide it"]
};

/** What came of a rule. */
export function VerdictTag({verdict}: {readonly verdict: RuleLine["verdict"]}) {
  const [tone, word, about] = words[verdict];
  return (
    <span className={`tag ${tone}`} title={about}>
      {word}
    </span>
  );
}
