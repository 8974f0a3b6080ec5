import type {CostAnswer} from "../../api/contracts.ts";
import {Delta} from "../../blocks/delta.tsx";
import {headline} from "../../format/amount.ts";
import type {Tile} from "./facts.ts";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** One figure for each currency, the others of the tile smaller beside it. */
export function NumberTile({tile, answer}: {readonly tile: Tile; readonly answer: CostAnswer}) {
  const [first, ...others] = tile.columns;
  if (first === undefined) return null;
  return answer.totals.map((total) => {
    const unit = text(total["unit"]) ?? text(total["currency"]) ?? "";
    const value = text(total[first.key]);
    return (
      <div key={unit} className="tile-number">
        <p className="figure-title">
          {first.title}
          <span className="sr-only"> {unit}</span>
        </p>
        <p className="figure-value">
          {value === null ? "unknown" : headline(value)} <span className="figure-unit">{unit}</span>
        </p>
        <p className="figure-foot">
          <Compared total={total} metric={first.key} />
        </p>
        {others.length === 0 ? null : (
          <dl className="tile-others">
            {others.map(({key, title}) => {
              const other = text(total[key]);
              return (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>
                    <span className="strong">{other === null ? "unknown" : headline(other)}</span>{" "}
                    <Compared total={total} metric={key} />
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </div>
    );
  });
}

function Compared({total, metric}: {readonly total: Readonly<Record<string, unknown>>; readonly metric: string}) {
  if (!(`${metric}_previous` in total)) return null;
  return (
    <Delta now={text(total[metric])} before={text(total[`${metric}_previous`])} moreIsBetter={metric === "savings"} />
  );
}
