import {useId} from "react";
import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import type {Tile} from "./facts.ts";
import {OperationTile} from "./operation-tile.tsx";
import {QuestionTile} from "./question-tile.tsx";
import type {LaidTile} from "./tile-rows.ts";

export interface TilePanelProps {
  readonly tile: Tile;
  readonly asks: LaidTile["asks"];
  /** Whether several personas stand on the page. */
  readonly several: boolean;
  readonly choice: CurrencyChoice;
}

/** A tile under the question that it answers, with why it is looked at. */
export function TilePanel({tile, asks, several, choice}: TilePanelProps) {
  const id = useId();
  return (
    <section className="panel tile" id={`tile-${tile.id.replace("/", "-")}`} aria-labelledby={id}>
      {asks.map(({ask, by}) => (
        <p key={ask} className="tile-ask">
          {ask}
          {several ? <span className="quiet"> {by}</span> : null}
        </p>
      ))}
      <h2 className="panel-title" id={id}>
        {tile.title}
      </h2>
      <p className="panel-note tile-why">{tile.why}</p>
      {tile.question !== null ? (
        <QuestionTile tile={tile} question={tile.question} choice={choice} />
      ) : tile.operation === null ? null : (
        <OperationTile tile={tile} operation={tile.operation} />
      )}
    </section>
  );
}
