import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import {editionSearch, useEdition} from "./edition.tsx";
import type {Listed, Persona, Phase} from "./facts.ts";
import {linkBasis, thresholdText} from "./words.ts";

export function PrinciplePart({row}: {readonly row: Listed<"principles">["rows"][number]}) {
  return (
    <section className="panel part" id={row.id}>
      <h2 className="part-title">{row.title}</h2>
      {row.meaning === null ? (
        <p className="quiet">Only its title is recorded of this edition.</p>
      ) : (
        <p className="part-text">{row.meaning}</p>
      )}
      {row.software === null ? null : (
        <p className="small">
          <span className="quiet">What software owes it: </span>
          {row.software}
        </p>
      )}
      {row.note === null ? null : <p className="row-note">{row.note}</p>}
    </section>
  );
}

export function PersonaPart({row, titles}: {readonly row: Persona; readonly titles: ReadonlyMap<string, string>}) {
  const search = editionSearch(useEdition());
  return (
    <section className="panel part" id={row.id}>
      <div className="part-head">
        <h2 className="part-title">{row.title}</h2>
        <span className="tag">{row.group}</span>
        <Link to="/home/$persona" params={{persona: row.id}} className="more-link part-more">
          Home of this persona
        </Link>
      </div>
      {row.goal === null ? (
        <p className="quiet">Only its title is recorded of this edition.</p>
      ) : (
        <p className="part-text">{row.goal}</p>
      )}
      {row.caresAbout.length === 0 ? null : (
        <p className="small">
          <span className="quiet">Cares about: </span>
          {row.caresAbout.join("; ")}
        </p>
      )}
      {row.variants.length === 0 ? null : (
        <ul className="dots">
          {row.variants.map(({id, title, asks}) => (
            <li key={id}>
              <Link to="/home/$persona" params={{persona: row.id}} search={{variant: id}}>
                {title}
              </Link>
              {asks === null ? null : <span className="quiet"> {asks}</span>}
            </li>
          ))}
        </ul>
      )}
      {row.capabilities.length === 0 ? null : (
        <details className="more">
          <summary>Has something to do in {row.capabilities.length} capabilities</summary>
          <ul className="chips">
            {row.capabilities.map((id) => (
              <li key={id}>
                <Link
                  to="/framework/capabilities/$capability"
                  params={{capability: id}}
                  search={search}
                  className="chip"
                >
                  {titles.get(id) ?? id}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {row.note === null ? null : <p className="row-note">{row.note}</p>}
    </section>
  );
}

export function PhasePart({row, next}: {readonly row: Phase; readonly next: string}) {
  const search = editionSearch(useEdition());
  return (
    <section className="panel part" id={row.id}>
      <div className="part-head">
        <h2 className="part-title">{row.title}</h2>
        <span className="quiet">{row.theme}</span>
        <span className="quiet small part-more">then {next} →</span>
      </div>
      {row.meaning === null ? null : <p className="part-text">{row.meaning}</p>}
      <ul className="chips">
        {row.capabilities.map(({id, title, basis}) => (
          <li key={id}>
            <Link to="/framework/capabilities/$capability" params={{capability: id}} search={search} className="chip">
              {title}
              <span className="quiet"> {linkBasis[basis] ?? basis}</span>
            </Link>
          </li>
        ))}
      </ul>
      {row.activities.length === 0 ? null : (
        <p className="small">
          <span className="quiet">Besides: </span>
          {row.activities.join("; ")}
        </p>
      )}
    </section>
  );
}

export function MaturityPart({row}: {readonly row: Listed<"maturity">["rows"][number]}) {
  return (
    <section className="panel part" id={row.id}>
      <div className="part-head">
        <h2 className="part-title">{row.title}</h2>
        {row.official ? null : <span className="tag">ours, not of the framework</span>}
      </div>
      {row.meaning === null ? null : <p className="part-text">{row.meaning}</p>}
      {row.traits.length === 0 ? null : (
        <ul className="dots">
          {row.traits.map((trait) => (
            <li key={trait}>{trait}</li>
          ))}
        </ul>
      )}
      {row.sampleGoals.length === 0 ? null : (
        <dl className="facts goals">
          {row.sampleGoals.map(({goal, value}) => (
            <div key={goal}>
              <dt>{goal}</dt>
              <dd className="strong">{thresholdText(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

export function LensTable({lenses}: {readonly lenses: Listed<"lenses">}) {
  const most = Math.max(...lenses.rows.map(({labels}) => labels.length));
  return (
    <Panel
      title="Lenses of the assessment"
      note="Each capability is looked at through all of them, from 0 to 4"
      className="lenses"
    >
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Lenses">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Lens</th>
              <th scope="col">Asks</th>
              {Array.from({length: most}, (_, score) => (
                <th key={score} scope="col">
                  {score}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lenses.rows.map(({id, title, asks, labels}) => (
              <tr key={id} id={id}>
                <td className="strong">{title}</td>
                <td>{asks}</td>
                {labels.map((label) => (
                  <td key={label} className="quiet">
                    {label}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="footnote">{lenses.notes.join(" ")}</p>
    </Panel>
  );
}
