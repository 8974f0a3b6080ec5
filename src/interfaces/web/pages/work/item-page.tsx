import {Button, Skeleton} from "@mantine/core";
import {IconPencil} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useParams} from "@tanstack/react-router";
import {useState} from "react";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {instantText} from "../../format/period.ts";
import {Claims} from "./claims.tsx";
import {Comments} from "./comments.tsx";
import {EditModal} from "./edit-modal.tsx";
import {Evidence} from "./evidence.tsx";
import type {Work} from "./facts.ts";
import {HistoryList} from "./history-list.tsx";
import {ItemFacts} from "./item-facts.tsx";
import {NextSteps} from "./next-step.tsx";
import {itemQuery, usePeople} from "./queries.ts";
import {Track} from "./track.tsx";
import {VerificationFacts} from "./verification-facts.tsx";
import {kindWord} from "./words.ts";
import "../practice/practice.css";
import "./work.css";

/** One work object: its way, its value, what can follow, and all that was said and done. */
export function ItemPage() {
  const {work: number = ""} = useParams({strict: false});
  const work = useQuery({...itemQuery(number), refetchInterval: 15_000});
  if (work.isError) {
    return (
      <Page title={number}>
        <ProblemNote error={work.error} retry={() => void work.refetch()} />
        <Link to="/work" className="more-link">
          All work
        </Link>
      </Page>
    );
  }
  if (work.data === undefined) {
    return (
      <Page title={number}>
        <Skeleton height={120} mb={16} />
        <Skeleton height={320} />
      </Page>
    );
  }
  return <Item work={work.data} />;
}

function Item({work}: {readonly work: Work}) {
  const [editing, setEditing] = useState(false);
  const {nameOf} = usePeople();
  const {number, title, kind, createdAt, createdBy, closedReason, verification, options, note} = work;
  return (
    <Page
      title={title}
      note={
        <>
          <span className="strong">{number}</span>
          <span>{kindWord(kind)}</span>
          <span title={instantText(createdAt)}>found by {nameOf(createdBy)}</span>
          <Link to="/work" className="more-link">
            all work
          </Link>
        </>
      }
      actions={
        <Button variant="default" leftSection={<IconPencil size={15} />} onClick={() => setEditing(true)}>
          Edit
        </Button>
      }
    >
      <section className="panel track-panel" aria-label="Way">
        <Track work={work} />
        {closedReason === null ? null : <p className="track-reason">{closedReason}</p>}
      </section>
      <div className="item">
        <div>
          {work.stage === "verified" ? null : <NextSteps work={work} />}
          {verification === null ? null : (
            <Panel title="How its effect was measured" note="From later bills">
              <VerificationFacts verification={verification} />
            </Panel>
          )}
          <Panel title="Value" note="What was claimed, what was agreed, what came of it">
            <Claims claims={work.claims} nameOf={nameOf} />
          </Panel>
          {options === null && note === null ? null : (
            <Panel title="About it">
              {note === null ? null : <p className="prose">{note}</p>}
              {options === null ? null : (
                <>
                  <h3 className="card-part-title options-title">Ways that were weighed</h3>
                  <p className="prose">{options}</p>
                </>
              )}
            </Panel>
          )}
          <Evidence work={work} nameOf={nameOf} />
          {work.stage === "verified" ? <NextSteps work={work} /> : null}
        </div>
        <div>
          <Panel title="Facts">
            <ItemFacts work={work} nameOf={nameOf} />
          </Panel>
          <Comments work={work} nameOf={nameOf} />
          <Panel title="History" note="Everything that was done, the newest first">
            <HistoryList history={work.history} nameOf={nameOf} />
          </Panel>
        </div>
      </div>
      <EditModal key={work.version} work={work} opened={editing} close={() => setEditing(false)} />
    </Page>
  );
}
