import {IconPlus} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import type {Personas, Practice} from "./facts.ts";
import {PersonMark} from "./person-mark.tsx";

export interface PersonaGridProps {
  readonly personas: Personas["rows"];
  readonly people: Practice["people"];
  readonly add: (persona: string) => void;
}

/** The personas of the framework with who holds each: an empty one is a gap that one sees. */
export function PersonaGrid({personas, people, add}: PersonaGridProps) {
  return (["core", "allied"] as const).map((group) => (
    <section key={group} className="persona-group" aria-label={group === "core" ? "Core personas" : "Allied personas"}>
      <h3 className="card-part-title">{group === "core" ? "Core" : "Allied"}</h3>
      <ul className="personas">
        {personas
          .filter((persona) => persona.group === group)
          .map(({id, title, goal}) => {
            const own = people.filter((person) => person.personas.includes(id));
            return (
              <li key={id} className="persona" data-empty={own.length === 0}>
                <Link to="/home/$persona" params={{persona: id}} className="persona-title quiet-link">
                  {title}
                </Link>
                {goal === null ? null : <p className="quiet small">{goal}</p>}
                <ul className="persona-people">
                  {own.map((person) => (
                    <li key={`${person.id} ${person.from ?? ""}`}>
                      <PersonMark name={person.name} />
                      {person.variant === undefined || id !== "leadership" ? null : (
                        <span className="tag">{person.variant.toUpperCase()}</span>
                      )}
                    </li>
                  ))}
                  <li>
                    <button type="button" className="persona-add" onClick={() => add(id)}>
                      <IconPlus size={13} aria-hidden="true" />
                      {own.length === 0 ? "nobody yet" : null}
                      <span className="sr-only">
                        {own.length === 0 ? ", add" : "Add"} somebody as {title}
                      </span>
                    </button>
                  </li>
                </ul>
              </li>
            );
          })}
      </ul>
    </section>
  ));
}
