import {Button, Skeleton} from "@mantine/core";
import {IconUserPlus} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {ChangedOnDisk} from "./changed-on-disk.tsx";
import {DraftBar} from "./draft-bar.tsx";
import {useDrafting} from "./drafting.ts";
import type {Practice} from "./facts.ts";
import {PersonModal} from "./person-modal.tsx";
import {PersonaGrid} from "./persona-grid.tsx";
import {PracticeNote} from "./practice-note.tsx";
import {personasQuery, practiceQuery} from "./queries.ts";
import {UnitTree} from "./unit-tree.tsx";
import "./practice.css";

/** Who takes part and as whom, and the tree of the organisation that they belong to. */
export function PeoplePage() {
  const practice = useQuery(practiceQuery());
  const personas = useQuery({...personasQuery(practice.data?.edition ?? null), enabled: practice.data !== undefined});
  const {draft, change} = useDrafting();
  const [adding, setAdding] = useState<string | null>(null);
  const {data} = practice;
  return (
    <Page
      title="People"
      note={<PracticeNote practice={data} />}
      actions={
        data === undefined ? null : (
          <Button variant="default" leftSection={<IconUserPlus size={15} />} onClick={() => setAdding("")}>
            Add a person
          </Button>
        )
      }
    >
      {data === undefined ? null : <ChangedOnDisk revision={data.revision} practice={data} />}
      {practice.isError ? <ProblemNote error={practice.error} retry={() => void practice.refetch()} /> : null}
      {personas.isError ? <ProblemNote error={personas.error} retry={() => void personas.refetch()} /> : null}
      {data === undefined || personas.data === undefined ? (
        practice.isError || personas.isError ? null : (
          <Skeleton height={320} />
        )
      ) : (
        <>
          <Panel
            title="Personas"
            note={`${counted(data.people.length, "person")} ${data.people.length === 1 ? "holds" : "hold"} them; one may hold several`.replace(
              "persons",
              "people"
            )}
          >
            <PersonaGrid personas={personas.data.rows} people={data.people} add={setAdding} />
          </Panel>
          <div className="halves">
            <Panel title="Organisation" note="Units that cost is owned by, with their cost centres">
              {data.organisation.units.length === 0 ? (
                <EmptyNote title="No units yet">
                  The tree of the organisation says whose cost is whose. It is written in ashlar.yaml under{" "}
                  <code>organisation.units</code>, with days from and to, so that a reorganisation keeps its past.
                </EmptyNote>
              ) : (
                <UnitTree practice={data} />
              )}
            </Panel>
            <Panel title="Duties" note="Each has one persona who answers for it">
              <Duties practice={data} titleOf={(id) => personas.data.rows.find((row) => row.id === id)?.title ?? id} />
            </Panel>
          </div>
          <p className="footnote">{personas.data.source}</p>
        </>
      )}
      <DraftBar />
      {data === undefined ? null : (
        <PersonModal
          persona={adding}
          close={() => setAdding(null)}
          draft={{...draft, base: draft.base ?? data.revision}}
          taken={data.people.map(({id}) => id)}
          personas={personas.data?.rows ?? []}
          units={data.organisation.units}
          keep={(next) => {
            setAdding(null);
            change(next);
          }}
        />
      )}
    </Page>
  );
}

function Duties({practice, titleOf}: {readonly practice: Practice; readonly titleOf: (id: string) => string}) {
  if (practice.duties.length === 0) {
    return (
      <EmptyNote title="No duties yet">
        A duty says who answers for a thing and who does it, such as keeping the tags complete. Duties are written in
        ashlar.yaml under <code>duties</code>.
      </EmptyNote>
    );
  }
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Duties">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Duty</th>
            <th scope="col">Answers for it</th>
            <th scope="col">Does it</th>
          </tr>
        </thead>
        <tbody>
          {practice.duties.map(({id, title, accountable = [], responsible = []}) => (
            <tr key={id}>
              <td className="strong">{title}</td>
              <td>
                {accountable.length === 0 ? <span className="quiet">nobody</span> : accountable.map(titleOf).join(", ")}
              </td>
              <td>
                {responsible.length === 0 ? <span className="quiet">nobody</span> : responsible.map(titleOf).join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
