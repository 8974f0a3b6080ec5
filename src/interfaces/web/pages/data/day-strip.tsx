import {dayText} from "../../format/period.ts";
import {type DayOf, daysSaid, dayWords} from "./days.ts";

/** Days side by side: there, missing, unlike the others, not delivered yet. The same is said in words. */
export function DayStrip({days}: {readonly days: readonly DayOf[]}) {
  return (
    <div className="day-strip" role="img" aria-label={daysSaid(days)}>
      {days.map(({day, state}) => (
        <i key={day} className="day-cell" data-state={state} title={`${dayText(day)}: ${dayWords[state]}`} />
      ))}
    </div>
  );
}
