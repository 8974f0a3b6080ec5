import type {Health} from "./facts.ts";

/** What the health is held against: values that the practice can change, each with what it rests on. */
export function ThresholdList({thresholds}: {readonly thresholds: Health["thresholds"]}) {
  if (thresholds.length === 0) return null;
  return (
    <details className="more thresholds">
      <summary>What this is held against</summary>
      <p className="quiet small">
        The practice changes these under <code>health</code> in ashlar.yaml.
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Thresholds">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Threshold</th>
              <th scope="col" className="num">
                Value
              </th>
              <th scope="col">What it means</th>
              <th scope="col">What it rests on</th>
            </tr>
          </thead>
          <tbody>
            {thresholds.map(({id, value, unit, about, basis, changed}) => (
              <tr key={id}>
                <td className="one-line">
                  <code>{id}</code> {changed ? <span className="tag">changed here</span> : null}
                </td>
                <td className="num">
                  {value} {unit}
                </td>
                <td>{about}</td>
                <td className="quiet">{basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
