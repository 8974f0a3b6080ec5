import {Link} from "@tanstack/react-router";
import type {FocusEventHandler, MouseEventHandler} from "react";
import type {Phase} from "./facts.ts";

interface Light {
  readonly onMouseEnter: MouseEventHandler;
  readonly onMouseLeave: MouseEventHandler;
  readonly onFocus: FocusEventHandler;
  readonly onBlur: FocusEventHandler;
}

export interface PhaseLoopProps {
  readonly phases: readonly Phase[];
  readonly search: {readonly edition?: string};
  readonly light: (capabilities: readonly string[]) => Light;
}

const size = 280;
const middle = size / 2;
const radius = 100;

/** The phases as arcs of a ring that is gone round clockwise, the first at the top. */
export function PhaseLoop({phases, search, light}: PhaseLoopProps) {
  const turn = 360 / phases.length;
  return (
    <svg className="loop" viewBox={`0 0 ${size} ${size}`} role="group" aria-label="The phases, in a loop">
      {phases.map(({id, title, theme, capabilities}, index) => {
        const from = index * turn - turn / 2 + 5;
        const to = from + turn - 16;
        const centre = point(from + (to - from) / 2, radius);
        return (
          <Link
            key={id}
            to="/framework/phases"
            search={search}
            hash={id}
            className="loop-phase"
            {...light(capabilities.map((each) => each.id))}
          >
            <path className="loop-edge" d={arc(from, to)} />
            <path className="loop-tip" d={tip(to)} />
            <path className="loop-arc" d={arc(from, to + 1)} />
            <g className="loop-label">
              <text x={centre.x} y={centre.y - 3} textAnchor="middle" className="loop-title">
                {title}
              </text>
              <text x={centre.x} y={centre.y + 13} textAnchor="middle" className="loop-theme">
                {theme}
              </text>
            </g>
          </Link>
        );
      })}
    </svg>
  );
}

/** A place on the ring; degrees go clockwise from the top. */
function point(degrees: number, at: number): {readonly x: number; readonly y: number} {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return {x: round(middle + at * Math.cos(angle)), y: round(middle + at * Math.sin(angle))};
}

function arc(from: number, to: number): string {
  const start = point(from, radius);
  const end = point(to, radius);
  return `M${start.x} ${start.y}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${end.x} ${end.y}`;
}

/** The head of the arrow at the end of an arc. */
function tip(at: number): string {
  const inner = point(at - 1, radius - 27);
  const outer = point(at - 1, radius + 27);
  const ahead = point(at + 11, radius);
  return `M${inner.x} ${inner.y}L${ahead.x} ${ahead.y}L${outer.x} ${outer.y}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
