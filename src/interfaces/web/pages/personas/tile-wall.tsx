import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import {EmptyNote} from "../../blocks/panel.tsx";
import type {Home} from "./facts.ts";
import {TilePanel} from "./tile-panel.tsx";
import {laid, spansOf} from "./tile-rows.ts";

/** The tiles of a home, or of several that one person holds. */
export function TileWall({homes, choice}: {readonly homes: readonly Home[]; readonly choice: CurrencyChoice}) {
  const tiles = laid(homes);
  const spans = spansOf(tiles.map(({tile}) => tile));
  if (tiles.length === 0)
    return (
      <div className="panel">
        <EmptyNote title="Nothing here can be answered yet">
          What is asked first stands below, each with what it needs and the next step.
        </EmptyNote>
      </div>
    );
  return (
    <div className="tiles">
      {tiles.map(({tile, asks}, index) => (
        <div key={tile.id} data-span={spans[index]}>
          <TilePanel tile={tile} asks={asks} several={homes.length > 1} choice={choice} />
        </div>
      ))}
    </div>
  );
}
