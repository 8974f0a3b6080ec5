import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "../framework/attribution.tsx";
import type {HomeRow} from "./facts.ts";
import {homesQuery} from "./queries.ts";
import {useSeen} from "./see-as.ts";
import "../framework/framework.css";
import "./personas.css";

/** The homes there are, with who holds each persona. */
export function HomesPage() {
  const homes = useQuery(homesQuery());
  return (
    <Page
      title="Homes by persona"
      note={
        <span>
          What each one asks first, and what answers it. Choose yours with “See as”; this browser remembers it.
        </span>
      }
    >
      {homes.isError ? <ProblemNote error={homes.error} retry={() => void homes.refetch()} /> : null}
      {homes.data === undefined ? (
        homes.isError ? null : (
          <Skeleton height={420} aria-busy="true" aria-label="Loading the homes" />
        )
      ) : (
        <>
          {(["core", "allied"] as const).map((group) => (
            <section key={group} aria-labelledby={`homes-${group}`}>
              <h2 className="homes-title" id={`homes-${group}`}>
                {group === "core" ? "Core personas" : "Allied personas"}
              </h2>
              <ul className="homes">
                {homes.data.rows
                  .filter((row) => row.group === group)
                  .map((row) => (
                    <HomeCard key={row.persona} row={row} />
                  ))}
              </ul>
            </section>
          ))}
          <Attribution source={homes.data.source} licence={homes.data.licence} />
        </>
      )}
    </Page>
  );
}

function HomeCard({row: {persona, title, goal, variants, asks, people}}: {readonly row: HomeRow}) {
  const [, see] = useSeen();
  const seePersona = (variant: string | null) => () => see({kind: "persona", persona, variant});
  return (
    <li className="panel home-card">
      <h3 className="part-title">
        <Link to="/home/$persona" params={{persona}} onClick={seePersona(null)} className="quiet-link">
          {title}
        </Link>
      </h3>
      <p className="quiet small">{goal}</p>
      <p className="home-links">
        <Link to="/home/$persona" params={{persona}} onClick={seePersona(null)}>
          {asks} {asks === 1 ? "question" : "questions"} asked first
          <span className="sr-only"> by {title}</span>
        </Link>
        {variants.map(({id, title: name}) => (
          <Link key={id} to="/home/$persona" params={{persona}} search={{variant: id}} onClick={seePersona(id)}>
            {name}
          </Link>
        ))}
      </p>
      <p className="small home-people">
        {people.length === 0 ? (
          <span className="quiet">Nobody holds it yet.</span>
        ) : (
          people.map(({id, name}, index) => (
            <span key={id}>
              {index === 0 ? "" : ", "}
              <Link
                to="/home/as/$person"
                params={{person: id}}
                className="quiet-link"
                onClick={() => see({kind: "person", person: id})}
              >
                {name}
              </Link>
            </span>
          ))
        )}
      </p>
    </li>
  );
}
