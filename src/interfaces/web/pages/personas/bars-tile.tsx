import {useComputedColorScheme} from "@mantine/core";
import {type Block, blocksOf} from "../../answer/pivot.ts";
import type {CostAnswer} from "../../api/contracts.ts";
import {Delta} from "../../blocks/delta.tsx";
import {coloursOf} from "../../charts/palette.ts";
import {headline, percent, pixel, share} from "../../format/amount.ts";
import {dimensionTitle} from "../../format/words.ts";
import type {Tile} from "./facts.ts";

export interface CostTileProps {
  readonly tile: Tile;
  readonly answer: CostAnswer;
  readonly by: readonly string[];
}

/** The answer of a tile by currency and unit. */
export function tileBlocks({tile, answer, by}: CostTileProps): readonly Block[] {
  const metrics = tile.columns.map(({key}) => key).filter((key) => !by.includes(key) && key !== "unit");
  return blocksOf(answer.rows, answer.totals, {
    dimensions: by,
    metrics: metrics.filter((key) => !/_(change|previous)$/.test(key)),
    granularity: null
  });
}

/** A bar for each value, from zero, with its amount, its share and how it moved. */
export function BarsTile({tile, answer, by}: CostTileProps) {
  const scheme = useComputedColorScheme("light", {getInitialValueInEffect: false});
  const metric = tile.columns[0]?.key ?? "effective";
  const blocks = tileBlocks({tile, answer, by});
  return blocks.map((block) => {
    const unit = block.unit ?? block.currency ?? "";
    const whole = block.totals[metric] ?? null;
    const greatest = Math.max(...block.groups.map(({sums}) => Math.abs(pixel(sums[metric] ?? null))), 0);
    const compared = block.groups.some(({sums}) => `${metric}_previous` in sums);
    const colours = coloursOf(
      block.groups.map(({key, role}) => ({key: `${by.join(" ")} ${key}`, role})),
      scheme
    );
    return (
      <div key={unit} className="table-scroll" tabIndex={0} role="region" aria-label={`${tile.title}, ${unit}`}>
        <table className="table tile-bars">
          <thead>
            <tr>
              <th scope="col">{by.map(dimensionTitle).join(", ")}</th>
              <th scope="col" className="num">
                {tile.columns[0]?.title ?? ""} {unit}
                {compared ? ", change" : ""}
              </th>
            </tr>
          </thead>
          <tbody>
            {block.groups.map(({key, title, role, sums}, index) => {
              const value = sums[metric] ?? null;
              const part = value === null || whole === null ? null : share(value, whole);
              return (
                <tr key={key} className={role === "value" ? "" : "row-rest"}>
                  <td className="shares-name">
                    <span className="clip" title={title}>
                      {title}
                    </span>
                    <span className="bar" aria-hidden="true">
                      <span
                        className="bar-fill"
                        style={{
                          width: `${greatest === 0 ? 0 : (Math.max(0, pixel(value)) / greatest) * 100}%`,
                          background: colours[index]
                        }}
                      />
                    </span>
                  </td>
                  <td className="num">
                    {value === null ? "unknown" : headline(value)}
                    <span className="row-note">
                      {part === null ? "" : percent(part)}
                      {compared ? (
                        <>
                          {" "}
                          <Delta now={value} before={sums[`${metric}_previous`] ?? null} />
                        </>
                      ) : null}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    );
  });
}
