import {Skeleton, TextInput} from "@mantine/core";
import {IconArrowRight} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {type FormEvent, useState} from "react";
import {one} from "../../app/search.ts";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {dayText, monthText} from "../../format/period.ts";
import {Attribution} from "./attribution.tsx";
import {EditionMap} from "./edition-map.tsx";
import type {EditionRow} from "./facts.ts";
import {editionsQuery, mapQuery} from "./queries.ts";
import {mapWords, whatWords} from "./words.ts";
import "./framework.css";

/** The editions that are known, what changed in each, and where each capability went. */
export function EditionsPage() {
  const editions = useQuery(editionsQuery());
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const rows = editions.data?.rows ?? [];
  const newest = rows[0]?.edition ?? "";
  const before = rows[1]?.edition ?? "";
  const from = one(search, "from") ?? before;
  const to = one(search, "to") ?? newest;
  const change = (parts: Readonly<Record<string, string>>): void =>
    void navigate({to: "/framework/editions", search: {...search, ...parts}, resetScroll: false, replace: true});
  return (
    <Page
      title="Editions"
      note={
        <>
          <Link to="/framework" className="more-link">
            All building blocks
          </Link>
          <span>What changed between them, and where each capability went</span>
        </>
      }
    >
      {editions.isError ? <ProblemNote error={editions.error} retry={() => void editions.refetch()} /> : null}
      {editions.data === undefined ? (
        editions.isError ? null : (
          <Skeleton height={420} aria-busy="true" aria-label="Loading the editions" />
        )
      ) : (
        <>
          <div className="edition-cards">
            {rows.map((row) => (
              <EditionCard key={row.edition} row={row} />
            ))}
          </div>
          <WhereTo id={one(search, "id") ?? ""} look={(id) => change({id})} />
          {rows.length < 2 ? null : <EditionMap editions={rows} from={from} to={to} change={change} />}
          <Attribution source={editions.data.source} licence={editions.data.licence} notes={editions.data.notes} />
        </>
      )}
    </Page>
  );
}

function EditionCard({row}: {readonly row: EditionRow}) {
  return (
    <section className="panel" aria-labelledby={`edition-${row.edition}`}>
      <div className="part-head">
        <h2 className="part-title" id={`edition-${row.edition}`}>
          <Link to="/framework" search={row.inUse ? {} : {edition: row.edition}} className="quiet-link">
            {row.title}
          </Link>
        </h2>
        {row.inUse ? <span className="tag tag-good">in use here</span> : null}
        {row.own ? <span className="tag">your own</span> : null}
      </div>
      <p className="quiet small">
        {row.released === null
          ? "day of release not known"
          : `released ${row.released.length === 10 ? dayText(row.released) : monthText(row.released)}`}
        , {row.capabilities} capabilities, {row.kpis === 0 ? "KPIs not recorded" : `${row.kpis} KPIs`}
        {row.extends === null ? "" : `, builds on ${row.extends}`}
      </p>
      <ul className="dots edition-changes">
        {row.changes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <details className="more">
        <summary>How surely each part is known</summary>
        <dl className="facts sureness">
          {row.basis.map(({part, confidence, basis, note}) => (
            <div key={part}>
              <dt>{part}</dt>
              <dd>
                <span className="tag">{confidence}</span> {basis}
                {note === null ? null : <span className="row-note">{note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="footnote">
        <code>{row.file}</code>
      </p>
    </section>
  );
}

/** Where something went, by any name that it ever had. */
function WhereTo({id, look}: {readonly id: string; readonly look: (id: string) => void}) {
  const [typed, setTyped] = useState(id);
  const mapped = useQuery({...mapQuery(id), enabled: id !== "", retry: false});
  const go = (event: FormEvent): void => {
    event.preventDefault();
    look(typed.trim());
  };
  return (
    <Panel title="Where did it go?" note="An id, a title, a code, or the name that Microsoft uses">
      <form onSubmit={go} className="where-form" role="search">
        <TextInput
          type="search"
          w={320}
          maw="100%"
          aria-label="Name of a part of the framework"
          placeholder="onboarding-workloads"
          value={typed}
          onChange={({currentTarget}) => setTyped(currentTarget.value)}
        />
      </form>
      {mapped.isError ? <ProblemNote error={mapped.error} /> : null}
      {mapped.data === undefined ? null : (
        <ul className="where">
          {mapped.data.rows.map(({what, from, id: old, title, to, ids, titles, kind, note}) => (
            <li key={`${what} ${from} ${old} ${to}`}>
              <span>
                <span className="quiet">
                  {whatWords[what]}, {from}
                </span>{" "}
                {title}
              </span>
              <IconArrowRight size={14} aria-label="became" />
              <span>
                <span className="quiet">{to}</span>{" "}
                {titles.length === 0
                  ? "nothing"
                  : titles.map((each, index) => (
                      <span key={each}>
                        {index === 0 ? "" : ", "}
                        {what === "capabilities" && /^\d{4}$/.test(to) ? (
                          <Link
                            to="/framework/capabilities/$capability"
                            params={{capability: ids[index] ?? ""}}
                            search={{edition: to}}
                          >
                            {each}
                          </Link>
                        ) : (
                          each
                        )}
                      </span>
                    ))}{" "}
                <span className="tag">{mapWords[kind] ?? kind}</span>
                {note === null ? null : <span className="row-note">{note}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
