/** ` (did you mean day?)` for the nearest of the candidates, or nothing where none is near. */
export function didYouMean(text: string, candidates: readonly string[]): string {
  const [best] = candidates
    .map((candidate) => ({candidate, distance: editDistance(text.toLowerCase(), candidate.toLowerCase())}))
    .filter(({candidate, distance}) => distance <= Math.max(1, Math.floor(Math.max(text.length, candidate.length) / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return best === undefined ? "" : ` (did you mean ${best.candidate}?)`;
}

/** Edits between two texts: insert, remove, replace, swap of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return Math.max(a.length, b.length);
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
