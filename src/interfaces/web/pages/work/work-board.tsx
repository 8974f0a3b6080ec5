import {add, count} from "../../format/amount.ts";
import type {Sum, WorkItem, WorkList} from "./facts.ts";
import {Sums} from "./value-text.tsx";
import {stations} from "./words.ts";
import {WorkCard} from "./work-card.tsx";

export interface WorkBoardProps {
  readonly list: WorkList;
  readonly nameOf: (person: string) => string;
}

/** Work objects by where they stand on their way round the loop. */
export function WorkBoard({list, nameOf}: WorkBoardProps) {
  const most = Math.max(1, ...stations.map(({stage}) => list.stages[stage] ?? 0));
  return (
    <div className="way-board">
      {stations.map(({stage, title, phase, about}) => {
        const own = list.rows.filter((item) => item.stage === stage);
        const all = list.stages[stage] ?? own.length;
        return (
          <section key={stage} className="way-column" aria-label={`${title}, ${phase}`}>
            <header className="way-head">
              <span className="way-phase">{phase}</span>
              <h2 className="way-title">
                {title} <span className="way-count">{count(all)}</span>
              </h2>
              <span className="bar" aria-hidden="true">
                <span className="bar-fill" style={{width: `${(all / most) * 100}%`}} />
              </span>
              <p className="way-sums small">{all === own.length ? <Sums sums={sumsOf(own)} none="" /> : null}</p>
            </header>
            <div className="way-body">
              {own.length === 0 ? (
                <p className="way-empty">{about}: none here.</p>
              ) : (
                <ul className="way-cards">
                  {own.map((item) => (
                    <WorkCard key={item.id} item={item} nameOf={nameOf} />
                  ))}
                </ul>
              )}
              {all > own.length ? (
                <p className="quiet small">{count(all - own.length)} more; filter to see them.</p>
              ) : null}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** Values by currency and rhythm; what is not of one kind is not summed. */
function sumsOf(items: readonly WorkItem[]): readonly Sum[] {
  const groups = Map.groupBy(
    items.flatMap(({value}) => (value === null ? [] : [value])),
    ({currency, per}) => `${currency} ${per}`
  );
  return [...groups.values()].flatMap((values) => {
    const [first] = values;
    if (first === undefined) return [];
    const {currency, per} = first;
    return [{currency, per, amount: values.reduce((sum, value) => add(sum, value.amount), "0"), count: values.length}];
  });
}
