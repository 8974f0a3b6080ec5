import {greys, palettes} from "./palette.data.ts";

export type Scheme = "light" | "dark";

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

export interface Coloured {
  /** Dimension and value: what the colour belongs to. */
  readonly key: string;
  readonly role: "value" | "other" | "none";
}

/**
 * A colour for each series. A value has its place in the palette by its hash, the same on every page; where two of one
 * chart meet, the later one (charts list the greatest first) takes the next free place.
 */
export function coloursOf(series: readonly Coloured[], scheme: Scheme): readonly string[] {
  const palette = palettes[scheme];
  const taken = new Set<number>();
  return series.map(({key, role}) => {
    if (role !== "value") return greys[scheme][role];
    let place = hash(key) % palette.length;
    for (let step = 0; step < palette.length && taken.has(place); step += 1) place = (place + 1) % palette.length;
    taken.add(place);
    if (taken.size === palette.length) taken.clear();
    return palette[place] ?? palette[0];
  });
}
