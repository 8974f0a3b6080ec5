import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ago, instantText} from "../../format/period.ts";
import {ChangedOnDisk} from "./changed-on-disk.tsx";
import {DraftBar} from "./draft-bar.tsx";
import {noDraft} from "./draft.ts";
import {useDrafting} from "./drafting.ts";
import {LinkButton} from "./link-button.tsx";
import {PracticeNote} from "./practice-note.tsx";
import {historyQuery, practiceQuery} from "./queries.ts";
import "./practice.css";

/** The states of the practice file that were applied: who, when, why, and the way back to each. */
export function HistoryPage() {
  const history = useQuery(historyQuery());
  const practice = useQuery(practiceQuery());
  const {change} = useDrafting();
  const {data} = history;
  return (
    <Page title="History" note={<PracticeNote practice={practice.data} />}>
      {practice.data === undefined ? null : <ChangedOnDisk revision={data?.current ?? null} practice={practice.data} />}
      {history.isError ? (
        <ProblemNote error={history.error} retry={() => void history.refetch()} />
      ) : data === undefined ? (
        <Skeleton height={300} />
      ) : (
        <>
          {data.applied || data.rows.length === 0 ? null : (
            <p className="notice">
              The file on disk is not what was applied last.{" "}
              <Link to="/practice/plan">See what was edited by hand</Link>
            </p>
          )}
          {data.rows.length === 0 ? (
            <div className="panel">
              <EmptyNote
                title="Nothing was applied yet"
                action={<LinkButton to="/practice/plan">Record the file as it is</LinkButton>}
              >
                Each applied plan leaves its state of ashlar.yaml here, with who applied it and why, so that a change
                can be read later and taken back.
              </EmptyNote>
            </div>
          ) : (
            <Panel title="Applied states" note="The newest first">
              <ol className="timeline">
                {data.rows.map((row, index) => (
                  <li key={row.id} className="timeline-item" data-now={row.revision === data.current}>
                    <p>
                      <span className="strong">{row.summary}</span>
                      {row.revision === data.current ? <span className="tag tag-good">on disk now</span> : null}
                    </p>
                    {row.note === null ? null : <p className="timeline-note">{row.note}</p>}
                    <p className="quiet small">
                      {row.by}, <span title={instantText(row.at)}>{ago(row.at)}</span>,{" "}
                      <code>{row.revision.slice(0, 8)}</code>
                      {index === 0 && row.revision === data.current ? null : row.revision === data.current ? null : (
                        <>
                          {" · "}
                          <button
                            type="button"
                            className="link-button"
                            onClick={() => change({...noDraft, restore: row.id}, "/practice/plan")}
                          >
                            plan to go back to it
                          </button>
                        </>
                      )}
                    </p>
                  </li>
                ))}
              </ol>
            </Panel>
          )}
        </>
      )}
      <DraftBar />
    </Page>
  );
}
