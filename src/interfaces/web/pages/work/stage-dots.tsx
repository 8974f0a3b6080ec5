import type {Stage} from "./facts.ts";
import {stageWords, stations} from "./words.ts";

/** Where a work object stands, as four small stations and a word. */
export function StageDots({stage}: {readonly stage: Stage}) {
  const at = stations.findIndex((station) => station.stage === stage);
  return (
    <span className="stage-dots">
      <span aria-hidden="true" className="stage-marks">
        {stations.map((station, index) => (
          <i key={station.stage} data-reached={at >= 0 && index <= at} />
        ))}
      </span>
      {stageWords[stage]}
    </span>
  );
}
