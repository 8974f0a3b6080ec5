/** The names closest to a mistyped one, best first: at most three, none that differ in more than a third of it. */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  return names
    .map((each) => ({each, distance: editDistance(wanted, each.toLowerCase())}))
    .filter(({each, distance}) => distance <= Math.max(1, Math.floor(Math.min(wanted.length, each.length) / 3)))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({each}) => each);
}

/** `; did you mean "…"?` for a mistyped name, or nothing where no name is near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const [near] = nearest(name.slice(0, 64), names);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** Edits between two texts: insert, remove, replace, swap of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
