import {Link} from "@tanstack/react-router";
import type {CapabilityFacts} from "./facts.ts";
import {linkBasis} from "./words.ts";

type Neighbour = CapabilityFacts["needs"][number];

export interface NeighboursProps {
  readonly title: string;
  readonly needs: readonly Neighbour[];
  readonly provides: readonly Neighbour[];
  readonly search: {readonly edition?: string};
}

/** Height of one neighbour, in pixels: the lines are drawn to the middle of each. */
const row = 34;
const across = 56;

/** A capability between those whose output it uses and those that use its own. */
export function Neighbours({title, needs, provides, search}: NeighboursProps) {
  if (needs.length === 0 && provides.length === 0)
    return <p className="quiet">This edition does not say what it stands beside.</p>;
  const height = Math.max(needs.length, provides.length, 2) * row;
  return (
    <div className="neighbours">
      <h3 className="course-part">Needs</h3>
      <Side title="Needs" list={needs} search={search} />
      <Lines list={needs} height={height} towards="right" />
      <div className="neighbour-middle">
        <span>{title}</span>
      </div>
      <Lines list={provides} height={height} towards="left" />
      <h3 className="course-part neighbour-to">Provides to</h3>
      <Side title="Provides to" list={provides} search={search} />
    </div>
  );
}

function Side({
  title,
  list,
  search
}: {
  readonly title: string;
  readonly list: readonly Neighbour[];
  readonly search: {readonly edition?: string};
}) {
  return (
    <>
      <ul className="neighbour-side" aria-label={title}>
        {list.length === 0 ? <li className="quiet small">nothing that the text names</li> : null}
        {list.map(({id, title: name, basis}) => (
          <li key={id} style={{height: row}}>
            <Link
              to="/framework/capabilities/$capability"
              params={{capability: id}}
              search={search}
              className="neighbour"
              data-basis={basis}
              title={`${name}, ${linkBasis[basis] ?? basis}`}
            >
              <span className="clip">{name}</span>
              <span className="sr-only">, {linkBasis[basis] ?? basis}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({
  list,
  height,
  towards
}: {
  readonly list: readonly Neighbour[];
  readonly height: number;
  readonly towards: "left" | "right";
}) {
  const centre = height / 2;
  const top = (height - list.length * row) / 2;
  return (
    <svg
      className="neighbour-lines"
      width={across}
      height={height}
      viewBox={`0 0 ${across} ${height}`}
      aria-hidden="true"
    >
      {list.map(({id, basis}, index) => {
        const y = top + index * row + row / 2;
        const end = centre + (index - (list.length - 1) / 2) * 3;
        const [from, to] = towards === "right" ? [y, end] : [end, y];
        return (
          <path
            key={id}
            d={`M0 ${from}C${across / 2} ${from} ${across / 2} ${to} ${across} ${to}`}
            className="neighbour-line"
            data-basis={basis}
          />
        );
      })}
    </svg>
  );
}
