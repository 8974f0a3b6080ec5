import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {useMemo, useState} from "react";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {dayText, monthText} from "../../format/period.ts";
import {Attribution} from "./attribution.tsx";
import {DomainBlocks} from "./domain-blocks.tsx";
import {EditionSwitch, editionSearch, useEdition} from "./edition.tsx";
import type {EditionRow} from "./facts.ts";
import {FrameworkSearch} from "./framework-search.tsx";
import {useHashTarget} from "./hash-target.ts";
import {MaturitySteps} from "./maturity-steps.tsx";
import {PhaseLoop} from "./phase-loop.tsx";
import {coverageQuery, editionsQuery, listQuery} from "./queries.ts";
import "./framework.css";

/** The framework as one drawing of building blocks, each of which leads to its page. */
export function FrameworkPage() {
  const edition = useEdition();
  const principles = useQuery(listQuery("principles", edition));
  const personas = useQuery(listQuery("personas", edition));
  const phases = useQuery(listQuery("phases", edition));
  const domains = useQuery(listQuery("domains", edition));
  const capabilities = useQuery(listQuery("capabilities", edition));
  const maturity = useQuery(listQuery("maturity", edition));
  const categories = useQuery(listQuery("technology-categories", edition));
  const coverage = useQuery(coverageQuery(edition));
  const editions = useQuery(editionsQuery());
  const [lit, setLit] = useState<readonly string[] | null>(null);
  const status = useMemo(
    () => new Map(coverage.data?.rows.map((row) => [row.capability, row.status]) ?? []),
    [coverage.data]
  );
  const all = [principles, personas, phases, domains, capabilities, maturity, categories];
  const failed = all.find(({isError}) => isError);
  const ready = all.every(({data}) => data !== undefined);
  useHashTarget(ready);
  const search = editionSearch(edition);
  const shown = editions.data?.rows.find((row) => row.edition === (principles.data?.edition ?? edition));
  const light = (ids: readonly string[]) => ({
    onMouseEnter: () => setLit(ids),
    onMouseLeave: () => setLit(null),
    onFocus: () => setLit(ids),
    onBlur: () => setLit(null)
  });
  return (
    <Page
      title="Framework"
      note={<EditionNote row={shown} />}
      actions={
        <>
          <FrameworkSearch />
          <EditionSwitch />
        </>
      }
    >
      {failed === undefined ? null : <ProblemNote error={failed.error} retry={() => void failed.refetch()} />}
      {!ready ? (
        failed === undefined ? (
          <Skeleton height={720} aria-busy="true" aria-label="Loading the framework" />
        ) : null
      ) : (
        <>
          <div className="wall" data-lit={lit !== null}>
            <section className="course" aria-labelledby="course-principles">
              <CourseName
                id="course-principles"
                to="/framework/principles"
                search={search}
                title="Principles"
                about="hold everything"
              />
              <ul className="course-blocks course-six">
                {principles.data?.rows.map(({id, title}) => (
                  <li key={id}>
                    <Link to="/framework/principles" search={search} hash={id} className="stone stone-principle">
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
            <section className="course" aria-labelledby="course-personas">
              <CourseName
                id="course-personas"
                to="/framework/personas"
                search={search}
                title="Personas"
                about="who takes part"
              />
              <div className="course-pair">
                {(["core", "allied"] as const).map((group) => (
                  <div key={group}>
                    <p className="course-part">{group === "core" ? "Core" : "Allied"}</p>
                    <ul className={`course-blocks ${group === "core" ? "course-six" : "course-five"}`}>
                      {personas.data?.rows
                        .filter((persona) => persona.group === group)
                        .map((persona) => (
                          <li key={persona.id}>
                            <Link
                              to="/framework/personas"
                              search={search}
                              hash={persona.id}
                              className={`stone stone-${group}`}
                              {...light(persona.capabilities)}
                            >
                              {persona.title}
                            </Link>
                          </li>
                        ))}
                    </ul>
                  </div>
                ))}
              </div>
            </section>
            <div className="middle">
              <section className="course course-loop" aria-labelledby="course-phases">
                <CourseName
                  id="course-phases"
                  to="/framework/phases"
                  search={search}
                  title="Phases"
                  about="a loop, again and again"
                />
                {phases.data?.rows.length === 0 ? (
                  <p className="quiet small">Not known of this edition.</p>
                ) : (
                  <PhaseLoop phases={phases.data?.rows ?? []} search={search} light={light} />
                )}
              </section>
              <section className="course course-domains" aria-labelledby="course-domains">
                <CourseName
                  id="course-domains"
                  title="Domains and their capabilities"
                  about={`${capabilities.data?.rows.length ?? 0} building blocks of a practice`}
                />
                <DomainBlocks
                  domains={domains.data?.rows ?? []}
                  capabilities={capabilities.data?.rows ?? []}
                  status={status}
                  lit={lit}
                  search={search}
                />
              </section>
            </div>
            <section className="course" aria-labelledby="course-maturity">
              <CourseName
                id="course-maturity"
                to="/framework/maturity"
                search={search}
                title="Maturity"
                about="each capability for itself"
              />
              <MaturitySteps levels={maturity.data?.rows ?? []} search={search} />
            </section>
            <section className="course" aria-labelledby="course-categories">
              <CourseName id="course-categories" title="Technology categories" about="the ground it stands on" />
              {categories.data?.rows.length === 0 ? (
                <p className="quiet small">This edition has none.</p>
              ) : (
                <ul className="course-blocks course-five">
                  {categories.data?.rows.map(({id, title, meaning}) => (
                    <li key={id} id={id} className="stone stone-ground">
                      <span className="strong">{title}</span>
                      {meaning === null ? null : <span className="quiet small">{meaning}</span>}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
          <CoverageLegend status={status} search={search} />
          {capabilities.data?.rows.length === 0 ? (
            <EmptyNote title="No capabilities are known of this edition">Choose another edition above.</EmptyNote>
          ) : null}
          <Attribution
            source={principles.data?.source ?? ""}
            licence={principles.data?.licence ?? ""}
            notes={[
              ...new Set(all.flatMap(({data}) => data?.notes ?? []).filter((note) => !note.startsWith("Basis: Text")))
            ]}
          />
        </>
      )}
    </Page>
  );
}

interface CourseNameProps {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly to?: string;
  readonly search?: {readonly edition?: string};
}

function CourseName({id, title, about, to, search = {}}: CourseNameProps) {
  return (
    <div className="course-name">
      <h2 id={id} className="course-title">
        {to === undefined ? (
          title
        ) : (
          <Link to={to} search={search} className="quiet-link">
            {title}
          </Link>
        )}
      </h2>
      <p className="quiet small">{about}</p>
    </div>
  );
}

function EditionNote({row}: {readonly row: EditionRow | undefined}) {
  if (row === undefined) return <span> </span>;
  return (
    <>
      <span>{row.title}</span>
      {row.released === null ? null : (
        <span>released {row.released.length === 10 ? dayText(row.released) : monthText(row.released)}</span>
      )}
      <Link to="/framework/editions" search={{}} className="more-link">
        what changed between editions
      </Link>
    </>
  );
}

function CoverageLegend({
  status,
  search
}: {
  readonly status: ReadonlyMap<string, string>;
  readonly search: {readonly edition?: string};
}) {
  const counted = (word: string): number => [...status.values()].filter((each) => each === word).length;
  return (
    <p className="wall-legend">
      <span>What of it Ashlar practises:</span>
      {(["works", "partly", "not yet"] as const).map((word) => (
        <span key={word}>
          <i className={`done-mark done-${word.replace(" ", "-")}`} aria-hidden="true" /> {word} {counted(word)}
        </span>
      ))}
      <Link to="/framework/coverage" search={search}>
        What is there and what is missing
      </Link>
    </p>
  );
}
