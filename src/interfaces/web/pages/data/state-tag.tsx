const about = {
  active: ["tag-good", "Questions see it"],
  held: ["tag-warn", "Kept, but no question sees it until it is published"],
  superseded: ["", "Replaced by a newer delivery; questions as of then see it"],
  pruned: ["", "Its rows were removed; its totals stay"]
} as const;

export function StateTag({state}: {readonly state: keyof typeof about}) {
  const [tone, title] = about[state];
  return (
    <span className={`tag ${tone}`} title={title}>
      {state}
    </span>
  );
}
