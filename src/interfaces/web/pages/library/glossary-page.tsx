import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {Attribution} from "../framework/attribution.tsx";
import {useHashTarget} from "../framework/hash-target.ts";
import type {Term} from "./facts.ts";
import {glossaryQuery} from "./queries.ts";
import {TextSearch} from "./text-search.tsx";
import "../framework/framework.css";
import "./library.css";

/** The words of the field. A term is its id after `#`. */
export function GlossaryPage() {
  const text = one(useSearch({strict: false}), "text") ?? "";
  const navigate = useNavigate();
  const glossary = useQuery(glossaryQuery(text));
  const {data} = glossary;
  useHashTarget(data !== undefined);
  const groups =
    text === "" ? Map.groupBy(data?.rows ?? [], ({term}) => letterOf(term)) : new Map([["", data?.rows ?? []]]);
  return (
    <Page
      title="Glossary"
      note={
        <>
          <Link to="/library" className="more-link">
            All of the library
          </Link>
          <span role="status">
            {data === undefined ? "" : counted(data.rows.length, "term")}
            {text === "" ? "" : ` for “${text}”`}
          </span>
        </>
      }
      actions={
        <TextSearch
          label="A word, or part of one"
          text={text}
          look={(words) =>
            void navigate({
              to: "/library/glossary",
              search: words === "" ? {} : {text: words},
              resetScroll: false,
              replace: true
            })
          }
        />
      }
    >
      {glossary.isError ? <ProblemNote error={glossary.error} retry={() => void glossary.refetch()} /> : null}
      {data === undefined ? (
        glossary.isError ? null : (
          <Skeleton height={520} aria-busy="true" aria-label="Loading the glossary" />
        )
      ) : (
        <>
          {text === "" ? (
            <nav aria-label="Letters" className="letters">
              {[...groups.keys()].map((letter) => (
                <Link key={letter} to="/library/glossary" hash={`letter-${letter}`}>
                  {letter}
                </Link>
              ))}
            </nav>
          ) : null}
          <div className="panel">
            {data.rows.length === 0 ? (
              <EmptyNote title={`No term has “${text}”`}>Try another name of it, or the beginning of a word.</EmptyNote>
            ) : (
              [...groups].map(([letter, terms]) => (
                <section key={letter} className="letter" aria-label={letter === "" ? "Found" : letter}>
                  {letter === "" ? null : (
                    <h2 className="letter-title" id={`letter-${letter}`}>
                      {letter}
                    </h2>
                  )}
                  <dl className="terms">
                    {terms.map((term) => (
                      <TermEntry key={term.id} term={term} />
                    ))}
                  </dl>
                </section>
              ))
            )}
          </div>
          <Attribution source={data.source} licence={data.licence} />
        </>
      )}
    </Page>
  );
}

function TermEntry({term: {id, term, meaning, also, see}}: {readonly term: Term}) {
  return (
    <div className="term" id={id}>
      <dt>
        <Link to="/library/glossary" hash={id} className="quiet-link strong">
          {term}
        </Link>
        {also.length === 0 ? null : <span className="quiet small term-also">also {also.join(", ")}</span>}
      </dt>
      <dd>
        {meaning}
        {see.length === 0 ? null : (
          <span className="term-see">
            {" "}
            See{" "}
            {see.map((other, index) => (
              <span key={other.id}>
                {index === 0 ? "" : ", "}
                <Link to="/library/glossary" hash={other.id}>
                  {other.term}
                </Link>
              </span>
            ))}
            .
          </span>
        )}
      </dd>
    </div>
  );
}

function letterOf(term: string): string {
  const first = term.charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : "0–9";
}
