import type {Practice, Unit} from "./facts.ts";
import {PersonMark} from "./person-mark.tsx";

/** The tree of the organisation, drawn: each unit with its owner, its cost centre and the days it is in effect. */
export function UnitTree({practice}: {readonly practice: Practice}) {
  const {units} = practice.organisation;
  const known = new Set(units.map(({id}) => id));
  const children = Map.groupBy(units, ({parent}) => (parent !== undefined && known.has(parent) ? parent : ""));
  const names = new Map(practice.people.map(({id, name}) => [id, name]));
  const members = Map.groupBy(practice.people, ({unit}) => unit ?? "");
  const centres = new Map(practice.organisation.costCentres.map(({id, title}) => [id, title]));
  const branch = (unit: Unit, above: ReadonlySet<string>) => {
    // A cycle is reported by the check; it must not keep the page busy.
    if (above.has(unit.id)) return null;
    const below = children.get(unit.id) ?? [];
    const within = new Set([...above, unit.id]);
    const count = members.get(unit.id)?.length ?? 0;
    return (
      <li key={`${unit.id} ${unit.from ?? ""}`}>
        <div className="unit">
          <span className="strong">{unit.title ?? unit.id}</span>
          {unit.owner === undefined ? null : <PersonMark name={names.get(unit.owner) ?? unit.owner} />}
          {unit.costCentre === undefined ? null : (
            <span className="tag" title={centres.get(unit.costCentre) ?? "cost centre"}>
              {unit.costCentre}
            </span>
          )}
          {count === 0 ? null : <span className="quiet small">{count === 1 ? "1 person" : `${count} people`}</span>}
          <Effective from={unit.from} to={unit.to} />
        </div>
        {below.length === 0 ? null : <ul>{below.map((each) => branch(each, within))}</ul>}
      </li>
    );
  };
  return <ul className="unit-tree">{(children.get("") ?? []).map((unit) => branch(unit, new Set()))}</ul>;
}

function Effective({from, to}: {readonly from: string | undefined; readonly to: string | undefined}) {
  if (from === undefined && to === undefined) return null;
  return (
    <span className="quiet small">
      {from === undefined ? "" : `from ${from}`}
      {to === undefined ? "" : ` until ${to}`}
    </span>
  );
}
