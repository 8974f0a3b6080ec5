import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "./attribution.tsx";
import {EditionSwitch, editionSearch, useEdition} from "./edition.tsx";
import type {Found} from "./facts.ts";
import {FrameworkSearch} from "./framework-search.tsx";
import {searchQuery} from "./queries.ts";
import {pageOf, whatWords} from "./words.ts";
import "./framework.css";

/** What is found of some words in everything that an edition says. */
export function SearchPage() {
  const edition = useEdition();
  const text = one(useSearch({strict: false}), "text") ?? "";
  const found = useQuery({...searchQuery(text, edition), enabled: text.trim() !== ""});
  const {data} = found;
  return (
    <Page
      title="Search the framework"
      note={
        <>
          <Link to="/framework" search={editionSearch(edition)} className="more-link">
            All building blocks
          </Link>
          <span role="status">{data === undefined ? "" : `${data.found} found in edition ${data.edition}`}</span>
        </>
      }
      actions={
        <>
          <FrameworkSearch text={text} />
          <EditionSwitch />
        </>
      }
    >
      {found.isError ? <ProblemNote error={found.error} retry={() => void found.refetch()} /> : null}
      {text.trim() === "" ? (
        <div className="panel">
          <EmptyNote title="Nothing is looked for yet">
            Write some words above: all of them must stand in what is found.
          </EmptyNote>
        </div>
      ) : data === undefined ? (
        found.isError ? null : (
          <Skeleton height={320} aria-busy="true" aria-label="Searching" />
        )
      ) : (
        <>
          <div className="panel">
            {data.rows.length === 0 ? (
              <EmptyNote title={`Nothing has all words of “${text}”`}>
                Use fewer words, or only the beginning of one.
              </EmptyNote>
            ) : (
              <ul className="found">
                {data.rows.map((row) => (
                  <FoundRow key={`${row.what} ${row.id}`} row={row} edition={edition} />
                ))}
              </ul>
            )}
          </div>
          <Attribution source={data.source} licence={data.licence} notes={data.notes} />
        </>
      )}
    </Page>
  );
}

function FoundRow({row, edition}: {readonly row: Found["rows"][number]; readonly edition: string | null}) {
  const page = pageOf(row.what, row.id);
  return (
    <li>
      <span className="found-what quiet">{whatWords[row.what]}</span>
      <span>
        {page === null ? (
          <span className="strong">{row.title}</span>
        ) : (
          <Link
            to={page.to}
            search={{...page.search, ...editionSearch(edition)}}
            {...(page.hash === undefined ? {} : {hash: page.hash})}
          >
            {row.title}
          </Link>
        )}
        {row.excerpt === "" || row.excerpt === row.title ? null : <span className="row-note">{row.excerpt}</span>}
      </span>
    </li>
  );
}
