import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "../framework/attribution.tsx";
import {listQuery} from "../framework/queries.ts";
import {PathLink} from "../practice/path-link.tsx";
import type {Entry, Library} from "./facts.ts";
import {OwnStories} from "./own-stories.tsx";
import {libraryQuery} from "./queries.ts";
import {TextSearch} from "./text-search.tsx";
import "../framework/framework.css";
import "./library.css";

const levels = ["crawl", "walk", "run"] as const;

/** What there is to read: playbooks by domain, lessons by persona, the glossary, own stories. */
export function LibraryPage() {
  const text = one(useSearch({strict: false}), "text") ?? "";
  const navigate = useNavigate();
  const library = useQuery(libraryQuery(text));
  const {data} = library;
  return (
    <Page
      title="Library"
      note={
        <span>
          {text === ""
            ? "How each capability is begun and improved, in short texts that name the commands and pages"
            : `What has all words of “${text}”`}
        </span>
      }
      actions={
        <TextSearch
          label="Search the library"
          text={text}
          look={(words) =>
            void navigate({
              to: "/library",
              search: words === "" ? {} : {text: words},
              resetScroll: false,
              replace: true
            })
          }
        />
      }
    >
      {library.isError ? <ProblemNote error={library.error} retry={() => void library.refetch()} /> : null}
      {data === undefined ? (
        library.isError ? null : (
          <Skeleton height={520} aria-busy="true" aria-label="Loading the library" />
        )
      ) : (
        <>
          {text === "" ? <Shelves library={data} /> : <Found library={data} text={text} />}
          <Attribution source={data.source} licence={data.licence} />
        </>
      )}
    </Page>
  );
}

function Found({library, text}: {readonly library: Library; readonly text: string}) {
  if (library.rows.length === 0)
    return (
      <div className="panel">
        <EmptyNote title={`Nothing has all words of “${text}”`}>
          Use fewer words, or only the beginning of one. The <Link to="/library/glossary">glossary</Link> knows other
          names of a thing.
        </EmptyNote>
      </div>
    );
  return (
    <div className="panel">
      <ul className="found" aria-label="Found">
        {library.rows.map(({id, kind, title, excerpt, summary, path}) => (
          <li key={id}>
            <span className="quiet">{kind}</span>
            <span>
              <PathLink path={path}>{title}</PathLink>
              <span className="row-note">{excerpt ?? summary}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shelves({library}: {readonly library: Library}) {
  const domains = useQuery(listQuery("domains", null));
  const of = (kind: Entry["kind"]): readonly Entry[] => library.rows.filter((entry) => entry.kind === kind);
  const playbooks = of("playbook");
  const shelves = domains.data?.rows.map(({id, title, capabilities}) => ({
    id,
    title,
    entries: capabilities.flatMap((capability) => playbooks.find((entry) => entry.capability === capability.id) ?? [])
  })) ?? [{id: "all", title: "All", entries: playbooks}];
  const placed = new Set(shelves.flatMap(({entries}) => entries.map(({id}) => id)));
  const rest = playbooks.filter(({id}) => !placed.has(id));
  const all = rest.length === 0 ? shelves : [...shelves, {id: "others", title: "Others", entries: rest}];
  return (
    <>
      <section aria-labelledby="playbooks">
        <h2 className="shelf-title" id="playbooks">
          Playbooks
        </h2>
        <div className="shelves">
          {all.map(({id, title, entries}) => (
            <section key={id} className="shelf" aria-label={title} data-wide={entries.length > 6}>
              <h3 className="shelf-domain">{title}</h3>
              <ul className="books">
                {entries.map((entry) => (
                  <Book key={entry.id} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
      <div className="library-halves">
        <Panel title="Lessons" note="Ten minutes for each persona: what is yours, and what to ask first">
          <ul className="lessons">
            {of("lesson").map(({id, title, summary, path}) => (
              <li key={id}>
                <PathLink path={path}>{lessonTitle(title)}</PathLink>
                <span className="row-note">{summary}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <div>
          <Panel title="Glossary" note="The words of the field in plain language">
            <p className="small">
              <Link to="/library/glossary">All terms, with their other names</Link>
            </p>
          </Panel>
          <OwnStories stories={of("story")} faults={library.faults} />
        </div>
      </div>
    </>
  );
}

function Book({entry: {title, summary, path}}: {readonly entry: Entry}) {
  return (
    <li className="book">
      <span className="book-title">
        <PathLink path={path}>{title}</PathLink>
      </span>
      <p className="book-summary">{summary}</p>
      <p className="book-levels">
        {levels.map((level) => (
          <PathLink key={level} path={`${path}#${level}`}>
            {level}
            <span className="sr-only"> of {title}</span>
          </PathLink>
        ))}
      </p>
    </li>
  );
}

/** Whom a lesson is for: `A lesson for the FinOps practitioner` is `FinOps practitioner`. */
function lessonTitle(title: string): string {
  const whom = title.replace(/^A lesson for (the )?/, "");
  return whom.charAt(0).toUpperCase() + whom.slice(1);
}
