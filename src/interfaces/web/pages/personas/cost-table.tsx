import {Delta} from "../../blocks/delta.tsx";
import {amount} from "../../format/amount.ts";
import {valueTitle} from "../../format/words.ts";
import {type CostTileProps, tileBlocks} from "./bars-tile.tsx";

/** Rows that a tile shows; Explore has them all. */
const most = 10;

/** An answer as a table of the columns that the tile names; the unit stands once, in the heading. */
export function CostTable({tile, answer, by}: CostTileProps) {
  const columns = tile.columns.filter(({key}) => key !== "unit");
  return tileBlocks({tile, answer, by}).map((block) => {
    const unit = block.unit ?? block.currency ?? "";
    const metrics = columns.filter(({key}) => !by.includes(key));
    const stated = metrics.filter(({key}) => !/_(change|previous)$/.test(key));
    return (
      <div
        key={`${block.currency ?? ""} ${unit}`}
        className="table-scroll tile-scroll"
        tabIndex={0}
        role="region"
        aria-label={`${tile.title}, ${unit}`}
      >
        <table className="table">
          <thead>
            <tr>
              {columns.map(({key, title}) => (
                <th key={key} scope="col" className={by.includes(key) ? "" : "num"}>
                  {title}
                  {stated.some((each) => each.key === key) ? ` ${unitOf(key, unit, block.currency)}` : ""}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.groups.slice(0, most).map(({key: row, role, values, sums, title}) => (
              <tr key={row} className={role === "value" ? "" : "row-rest"}>
                {columns.map(({key}) => {
                  const place = by.indexOf(key);
                  if (place >= 0) {
                    const name = role === "other" ? (place === 0 ? title : "") : valueTitle(values[place] ?? null);
                    return (
                      <td key={key} className="tile-name">
                        <span className="clip" title={name}>
                          {name}
                        </span>
                      </td>
                    );
                  }
                  const changeOf = /^(.*)_change$/.exec(key)?.[1];
                  if (changeOf !== undefined) {
                    return (
                      <td key={key} className="num">
                        <Delta
                          now={sums[changeOf] ?? null}
                          before={sums[`${changeOf}_previous`] ?? null}
                          moreIsBetter={changeOf === "savings"}
                        />
                      </td>
                    );
                  }
                  const value = sums[key] ?? null;
                  return (
                    <td key={key} className="num">
                      {value === null ? <span className="quiet">unknown</span> : amount(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {block.groups.length <= most ? null : (
            <tbody>
              <tr className="row-rest">
                <td colSpan={columns.length}>and {block.groups.length - most} more</td>
              </tr>
            </tbody>
          )}
          {block.groups.length < 2 ? null : (
            <tfoot>
              <tr>
                {columns.map(({key}, index) => {
                  const total = block.totals[key] ?? null;
                  return index === 0 ? (
                    <th key={key} scope="row">
                      Total
                    </th>
                  ) : (
                    <td key={key} className="num">
                      {total === null || /_(change|previous)$/.test(key) ? "" : amount(total)}
                    </td>
                  );
                })}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    );
  });
}

function isQuantity(metric: string): boolean {
  return metric === "consumed" || metric === "pricing";
}

/** Money has the currency of its block, quantities its unit. */
function unitOf(metric: string, unit: string, currency: string | null): string {
  return isQuantity(metric) ? unit : (currency ?? "");
}
