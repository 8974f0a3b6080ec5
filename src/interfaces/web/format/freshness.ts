import {lateAfterHours} from "./freshness.data.ts";

export interface Fresh {
  readonly word: "fresh" | "late" | "unknown";
  readonly about: string;
}

/** How fresh a source is, by its newest delivery and the cadence that the practice expects. */
export function freshness(lastDelivery: string | null, cadence: string | null, now = Date.now()): Fresh {
  if (lastDelivery === null) return {word: "unknown", about: "nothing was delivered yet"};
  const hours = lateAfterHours[cadence ?? ""];
  if (hours === undefined) return {word: "unknown", about: "the practice names no cadence for it"};
  const late = now - Date.parse(lastDelivery) > hours * 3_600_000;
  return late
    ? {word: "late", about: `expected ${cadence ?? ""}; late after ${hours} hours`}
    : {word: "fresh", about: `expected ${cadence ?? ""}`};
}
