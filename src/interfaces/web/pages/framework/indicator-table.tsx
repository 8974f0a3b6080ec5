import type {Indicator} from "./facts.ts";
import {basisWords, thresholdText} from "./words.ts";

const levels = ["crawl", "walk", "run"] as const;

/** Indicators with the threshold of each level, and where each threshold comes from. */
export function IndicatorTable({indicators}: {readonly indicators: readonly Indicator[]}) {
  if (indicators.length === 0) return <p className="quiet">This edition has none for it.</p>;
  const used = [...new Set(indicators.flatMap(({basis}) => levels.map((level) => basis[level])))];
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Indicators and their thresholds">
        <table className="table indicators">
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              <th scope="col">Unit</th>
              {levels.map((level) => (
                <th key={level} scope="col" className="num">
                  {level}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator.id} id={indicator.id}>
                <td>
                  {indicator.title}
                  {indicator.note === null ? null : <span className="row-note">{indicator.note}</span>}
                </td>
                <td className="quiet">{indicator.unit}</td>
                {levels.map((level) => (
                  <td key={level} className="num">
                    {thresholdText(indicator[level])}
                    <span className="basis" data-basis={indicator.basis[level]}>
                      {basisWords[indicator.basis[level]]?.short ?? indicator.basis[level]}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="basis-list">
        {used.map((code) => (
          <div key={code}>
            <dt>{basisWords[code]?.short ?? code}</dt>
            <dd>{basisWords[code]?.about ?? "As the edition file says."}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
