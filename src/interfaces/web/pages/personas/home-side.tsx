import {Link} from "@tanstack/react-router";
import {PathLink} from "../practice/path-link.tsx";
import type {Home} from "./facts.ts";

/** What this person owns and cares about, how much of what they ask is answered, and who else holds it. */
export function HomeSide({homes}: {readonly homes: readonly Home[]}) {
  const owns = [
    ...new Map(homes.flatMap(({owns: own}) => own).map((duty) => [`${duty.id} ${duty.part}`, duty])).values()
  ];
  const asks = [...new Map(homes.flatMap((home) => home.asks).map((ask) => [ask.ask, ask])).values()];
  const answered = asks.filter(({tile}) => tile !== null).length;
  const accountable = owns.filter(({part}) => part === "accountable");
  const responsible = owns.filter(({part}) => part === "responsible");
  const cares = [...new Set(homes.flatMap(({persona}) => persona.caresAbout))];
  const lessons = homes.flatMap(({lesson, persona}) => (lesson === null ? [] : [{lesson, title: persona.title}]));
  const scope = homes[0]?.scope ?? null;
  return (
    <dl className="home-facts panel">
      <div>
        <dt>Answered</dt>
        <dd>
          <span className="strong">
            {answered} of {asks.length}
          </span>{" "}
          questions{" "}
          <span className="answered" aria-hidden="true">
            {asks.map(({ask, tile}) => (
              <i key={ask} data-answered={tile !== null} title={ask} />
            ))}
          </span>
        </dd>
      </div>
      {scope === null ? null : (
        <div>
          <dt>In the scope</dt>
          <dd>
            <Link to="/practice" search={{scope: scope.id}}>
              {scope.title}
            </Link>
            <span className="row-note">{scope.question}</span>
          </dd>
        </div>
      )}
      {accountable.length === 0 ? null : (
        <div>
          <dt>Answers for</dt>
          <dd>{accountable.map(({title}) => title).join("; ")}</dd>
        </div>
      )}
      {responsible.length === 0 ? null : (
        <div>
          <dt>Does</dt>
          <dd>{responsible.map(({title}) => title).join("; ")}</dd>
        </div>
      )}
      {owns.length > 0 || cares.length === 0 ? null : (
        <div>
          <dt>Cares about</dt>
          <dd>{cares.join("; ")}</dd>
        </div>
      )}
      <People homes={homes} />
      {lessons.length === 0 ? null : (
        <div>
          <dt>To begin with</dt>
          <dd>
            {lessons.map(({lesson, title}, index) => (
              <span key={lesson}>
                {index === 0 ? "" : ", "}
                <PathLink path={lesson}>{`Lesson for ${title}`}</PathLink>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function People({homes}: {readonly homes: readonly Home[]}) {
  const [only] = homes;
  if (homes.length !== 1 || only === undefined || only.person !== null) return null;
  const {people} = only;
  return (
    <div>
      <dt>Held by</dt>
      <dd>
        {people.length === 0 ? (
          <>
            nobody yet; <Link to="/practice/people">name somebody</Link>
          </>
        ) : (
          people.map(({id, name}, index) => (
            <span key={id}>
              {index === 0 ? "" : ", "}
              <Link to="/home/as/$person" params={{person: id}} className="quiet-link">
                {name}
              </Link>
            </span>
          ))
        )}
      </dd>
    </div>
  );
}
