import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "./attribution.tsx";
import {EditionSwitch, editionSearch, useEdition} from "./edition.tsx";
import type {FrameworkWhat, Listed} from "./facts.ts";
import {useHashTarget} from "./hash-target.ts";
import {LensTable, MaturityPart, PersonaPart, PhasePart, PrinciplePart} from "./parts.tsx";
import {listQuery} from "./queries.ts";
import "./framework.css";

/** What everything rests on. */
export function PrinciplesPage() {
  return (
    <PartPage what="principles" title="Principles" about="Where two of them pull apart, people decide, and say why.">
      {({rows}) => rows.map((row) => <PrinciplePart key={row.id} row={row} />)}
    </PartPage>
  );
}

/** Who takes part, and as what. */
export function PersonasPage() {
  const edition = useEdition();
  const capabilities = useQuery(listQuery("capabilities", edition));
  const titles = new Map(capabilities.data?.rows.map(({id, title}) => [id, title]) ?? []);
  return (
    <PartPage
      what="personas"
      title="Personas"
      about="A persona is a part that somebody plays; one person may play several."
    >
      {({rows}) => rows.map((row) => <PersonaPart key={row.id} row={row} titles={titles} />)}
    </PartPage>
  );
}

/** The loop that work goes through. */
export function PhasesPage() {
  return (
    <PartPage what="phases" title="Phases" about="Work goes round: what operating taught is informed about next.">
      {({rows}) =>
        rows.map((row, index) => (
          <PhasePart key={row.id} row={row} next={rows[(index + 1) % rows.length]?.title ?? ""} />
        ))
      }
    </PartPage>
  );
}

/** How far a capability has come. */
export function MaturityPage() {
  const edition = useEdition();
  const lenses = useQuery(listQuery("lenses", edition));
  return (
    <PartPage
      what="maturity"
      title="Maturity"
      about="Every capability has its own level, and none needs to run: as far as the outcome is worth it."
    >
      {({rows}) => (
        <>
          {rows.map((row) => (
            <MaturityPart key={row.id} row={row} />
          ))}
          {lenses.data === undefined || lenses.data.rows.length === 0 ? null : <LensTable lenses={lenses.data} />}
        </>
      )}
    </PartPage>
  );
}

interface PartPageProps<K extends FrameworkWhat> {
  readonly what: K;
  readonly title: string;
  readonly about: string;
  readonly children: (listed: Listed<K>) => ReactNode;
}

function PartPage<K extends FrameworkWhat>({what, title, about, children}: PartPageProps<K>) {
  const edition = useEdition();
  const listed = useQuery(listQuery(what, edition));
  const {data} = listed;
  useHashTarget(data !== undefined);
  return (
    <Page
      title={title}
      note={
        <>
          <Link to="/framework" search={editionSearch(edition)} className="more-link">
            All building blocks
          </Link>
          <span>{data === undefined ? "" : `edition ${data.edition}`}</span>
          <span>{about}</span>
        </>
      }
      actions={<EditionSwitch />}
    >
      {listed.isError ? <ProblemNote error={listed.error} retry={() => void listed.refetch()} /> : null}
      {data === undefined ? (
        listed.isError ? null : (
          <Skeleton height={420} aria-busy="true" aria-label={`Loading ${title.toLowerCase()}`} />
        )
      ) : (
        <>
          {data.rows.length === 0 ? (
            <div className="panel">
              <EmptyNote title={`Edition ${data.edition} says nothing of it here`}>
                What is not known of an edition is left out. Choose another edition above.
              </EmptyNote>
            </div>
          ) : (
            <div className={`parts parts-${what}`}>{children(data)}</div>
          )}
          <Attribution source={data.source} licence={data.licence} notes={data.notes} />
        </>
      )}
    </Page>
  );
}
