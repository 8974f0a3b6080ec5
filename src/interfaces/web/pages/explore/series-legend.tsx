import type {Block} from "../../answer/pivot.ts";
import {mostSeries} from "../../charts/most-series.ts";
import type {Picked} from "./picked.ts";
import type {ChartKind} from "./state.ts";

export interface SeriesLegendProps {
  readonly block: Block;
  readonly colours: readonly string[];
  readonly kind: ChartKind;
  readonly pick: (picked: Picked) => void;
}

const most = 12;

/** Names of the series with their colours, each a way to its actions. Charts with labels of their own have none. */
export function SeriesLegend({block, colours, kind, pick}: SeriesLegendProps) {
  const {groups} = block;
  if (groups.length < 2 || kind === "treemap" || kind === "waterfall" || kind === "calendar") return null;
  const hidden = groups.length - most;
  return (
    <div className="legend">
      {groups.slice(0, most).map((group, index) => (
        <button
          type="button"
          key={group.key}
          className="legend-item"
          onClick={({clientX, clientY}) => pick({group, period: null, x: clientX, y: clientY})}
        >
          <span className="tip-swatch" style={{background: colours[index]}} aria-hidden="true" />
          <span className="clip">{group.title}</span>
        </button>
      ))}
      {hidden > 0 ? (
        <span className="quiet">
          and {hidden} more{groups.length > mostSeries ? `; ${groups.length - mostSeries} are only in the table` : ""}
        </span>
      ) : null}
    </div>
  );
}
