import type {Ask, Home, Tile} from "./facts.ts";

/** A row has this many columns. */
export const wholeRow = 6;

/** Columns that a tile needs at least: a table of many columns is too wide for half a row. */
function least({kind, columns}: Sized): number {
  if (kind === "number" || kind === "bars") return 2;
  const most = kind === "table" ? 3 : 4;
  return kind !== "lines" && columns.length > most ? wholeRow : 3;
}

type Sized = Pick<Tile, "kind" | "columns">;

/** The columns of each tile, in their order, so that every row is full. */
export function spansOf(tiles: readonly Sized[]): readonly number[] {
  const spans: number[] = [];
  let row: number[] = [];
  const close = (): void => {
    let left = wholeRow - row.reduce((sum, span) => sum + span, 0);
    // What needs most takes what is left; the later one of two.
    while (left > 0 && row.length > 0) {
      const widest = row.length === 1 ? 0 : row.lastIndexOf(Math.max(...row));
      const even = row.every((span) => span === row[0]) && left >= row.length;
      if (even) row = row.map((span) => span + 1);
      else row[widest] = (row[widest] ?? 0) + left;
      left = wholeRow - row.reduce((sum, span) => sum + span, 0);
    }
    spans.push(...row);
    row = [];
  };
  for (const tile of tiles) {
    const span = least(tile);
    if (row.reduce((sum, each) => sum + each, 0) + span > wholeRow) close();
    row.push(span);
  }
  close();
  return spans;
}

export interface LaidTile {
  readonly tile: Tile;
  /** What it answers, with the persona who asks. */
  readonly asks: readonly (Ask & {readonly by: string})[];
}

/** The tiles of some homes, each once: figures first, then in the order in which they are first asked for. */
export function laid(homes: readonly Pick<Home, "persona" | "tiles" | "asks">[]): readonly LaidTile[] {
  const asks = homes.flatMap((home) => home.asks.map((ask) => ({...ask, by: home.persona.title})));
  const tiles = new Map(homes.flatMap((home) => home.tiles.map((tile) => [tile.id, tile] as const)));
  const figures = (tile: Tile): number => (tile.kind === "number" ? 0 : 1);
  const ordered = [...tiles.values()].toSorted((a, b) => figures(a) - figures(b));
  return ordered.map((tile) => {
    const own = asks.filter((ask) => ask.tile === tile.id);
    return {tile, asks: own.filter((ask, index) => own.findIndex((each) => each.ask === ask.ask) === index)};
  });
}
