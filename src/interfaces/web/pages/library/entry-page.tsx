import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useParams} from "@tanstack/react-router";
import {later} from "../../blocks/later.tsx";
import {Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {dayText} from "../../format/period.ts";
import {Attribution} from "../framework/attribution.tsx";
import {PathLink} from "../practice/path-link.tsx";
import {Contents} from "./contents.tsx";
import type {Text} from "./facts.ts";
import {libraryQuery, textQuery} from "./queries.ts";
import "../framework/framework.css";
import "./library.css";

const MarkdownText = later(
  () => import("./markdown-text.tsx"),
  (module) => module.MarkdownText,
  <Skeleton height={400} aria-busy="true" aria-label="Loading the text" />
);

const kindWords: Readonly<Record<Text["kind"], string>> = {
  playbook: "Playbook",
  lesson: "Lesson",
  story: "Own story",
  template: "Template",
  glossary: "Glossary"
};

/** One text of the library; a section of it is its id after `#`. */
export function EntryPage() {
  const {kind = "", name = ""} = useParams({strict: false});
  const id = `${kind}/${name}`;
  const text = useQuery(textQuery(id));
  const {data} = text;
  const back = (
    <Link to="/library" className="more-link">
      All of the library
    </Link>
  );
  if (data === undefined) {
    return (
      <Page title={text.isError ? "No such text" : name} note={back}>
        {text.isError ? (
          <ProblemNote error={text.error} retry={() => void text.refetch()} />
        ) : (
          <Skeleton height={520} aria-busy="true" aria-label="Loading the text" />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={data.title}
      note={
        <>
          {back}
          <span>{kindWords[data.kind]}</span>
          {data.updated === null ? null : <span>updated {dayText(data.updated)}</span>}
          {data.capability === null ? null : (
            <Link to="/framework/capabilities/$capability" params={{capability: data.capability}} className="more-link">
              The capability
            </Link>
          )}
          {data.persona === null ? null : (
            <Link to="/home/$persona" params={{persona: data.persona}} className="more-link">
              Home of this persona
            </Link>
          )}
        </>
      }
    >
      <div className="reading">
        <article className="panel text-panel" aria-label={data.title}>
          {data.summary === "" ? null : <p className="lead-text">{data.summary}</p>}
          <MarkdownText markdown={data.markdown} sections={data.sections} />
        </article>
        <aside className="reading-side">
          <Contents sections={data.sections} path={data.path} />
          <SameSubject text={data} />
          {data.related.length === 0 ? null : (
            <nav aria-label="Read next">
              <h2 className="course-part">Read next</h2>
              <ul className="side-list">
                {data.related.map((each) => (
                  <li key={each.path}>
                    <PathLink path={each.path}>{each.title}</PathLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </aside>
      </div>
      <Attribution source={data.source} licence={data.licence} />
    </Page>
  );
}

/** Own stories about the same capability or for the same persona. */
function SameSubject({text}: {readonly text: Text}) {
  const library = useQuery(libraryQuery());
  const stories = (library.data?.rows ?? []).filter(
    ({kind, id, capability, persona}) =>
      kind === "story" &&
      id !== text.id &&
      ((capability !== null && capability === text.capability) || (persona !== null && persona === text.persona))
  );
  if (stories.length === 0) return null;
  return (
    <nav aria-label="Your own stories">
      <h2 className="course-part">Your own stories</h2>
      <ul className="side-list">
        {stories.map(({id, title, path}) => (
          <li key={id}>
            <PathLink path={path}>{title}</PathLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
