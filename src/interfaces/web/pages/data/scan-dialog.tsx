import {Button, Group, Modal, Stack} from "@mantine/core";
import {useQueryClient} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {useEffect} from "react";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {count} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import type {Scanned} from "./facts.ts";
import {MoneyText} from "./money-text.tsx";
import {ProgressLine} from "./progress-line.tsx";
import {useWatched} from "./use-watched.ts";
import {checkTitle} from "./words.ts";

type Outcome = Scanned["rows"][number]["outcome"];

const tones: Readonly<Record<Outcome, string>> = {
  opened: "tag-warn",
  reopened: "tag-warn",
  "still open": "",
  "set aside": "",
  closed: "tag-good"
};
const wouldBe: Readonly<Record<Outcome, string>> = {
  opened: "to be opened",
  reopened: "to be opened again",
  "still open": "still open",
  "set aside": "set aside",
  closed: "to be closed"
};
const rank: Readonly<Record<Outcome, number>> = {opened: 0, reopened: 1, closed: 2, "still open": 3, "set aside": 4};

/** Looks at every source: first what would be opened and closed, then the deed. */
export function ScanDialog({source, close}: {readonly source: string | null; readonly close: () => void}) {
  const client = useQueryClient();
  const look = useWatched<Scanned>("incidents.scan", "Looking at the sources");
  const deed = useWatched<Scanned>("incidents.scan", "Writing down what was found");
  const input = source === null ? {} : {source};
  const see = (): void => void look.run({...input, dryRun: true});
  // Looked at once, when the dialog opens.
  useEffect(() => {
    see();
    return look.cancel;
  }, [source]);
  const found = look.work.state === "done" ? look.work.result : null;
  const changes = found === null ? 0 : found.counts.opened + found.counts.reopened + found.counts.closed;
  const write = async (): Promise<void> => {
    const done = await deed.run(input);
    if (done === null) return;
    const {opened, reopened, closed} = done.counts;
    say(`${count(opened + reopened)} opened, ${count(closed)} closed.`);
    await client.invalidateQueries({
      predicate: ({queryKey}) => /^(incidents|work|sources|kpis|homes|practice)\./.test(String(queryKey[0]))
    });
    close();
  };
  return (
    <Modal opened onClose={close} title={source === null ? "Scan all sources" : `Scan ${source}`} size="xl">
      <Stack gap="sm">
        {look.work.state === "running" ? <ProgressLine step={look.work.step} cancel={look.cancel} /> : null}
        {look.work.state === "cancelled" ? <p className="quiet">The scan was cancelled.</p> : null}
        {look.work.state === "failed" ? <ProblemNote error={look.work.error} retry={see} /> : null}
        {found === null ? null : (
          <>
            <p role="status">
              {found.rows.length === 0
                ? "Nothing is wrong, and nothing was."
                : `${count(found.counts.opened)} would be opened, ${count(found.counts.reopened)} opened again, ${count(found.counts.closed)} closed; ${count(found.counts.open)} still open, ${count(found.counts.aside)} set aside. Nothing has changed yet.`}
            </p>
            {found.rows.length === 0 ? null : <Outcomes rows={found.rows} />}
            {found.notes.map((note) => (
              <p className="footnote" key={note}>
                {note}
              </p>
            ))}
          </>
        )}
        {deed.work.state === "running" ? <ProgressLine step={deed.work.step} cancel={deed.cancel} /> : null}
        {deed.work.state === "failed" ? <ProblemNote error={deed.work.error} /> : null}
        <CliNote command={commandOf("incidents.scan", input)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Close
          </Button>
          <Button
            disabled={changes === 0}
            loading={look.work.state === "running" || deed.work.state === "running"}
            onClick={() => void write()}
          >
            {found !== null && changes === 0 ? "Nothing to write down" : "Open and close them"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Outcomes({rows}: {readonly rows: Scanned["rows"]}) {
  const sorted = rows.toSorted((a, b) => rank[a.outcome] - rank[b.outcome]);
  return (
    <div className="table-scroll scan-rows" tabIndex={0} role="region" aria-label="Findings">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Finding</th>
            <th scope="col">Source</th>
            <th scope="col" className="num">
              Money concerned
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({key, outcome, title, check, source, work, money}) => (
            <tr key={key}>
              <td className="one-line">
                <span className={`tag ${tones[outcome]}`}>{wouldBe[outcome]}</span>
              </td>
              <td className="incident-what">
                <span>{title}</span>
                <span className="quiet small">
                  {checkTitle(check)}
                  {work === null ? null : (
                    <>
                      ,{" "}
                      <Link to="/work/$work" params={{work}}>
                        {work}
                      </Link>
                    </>
                  )}
                </span>
              </td>
              <td>{source}</td>
              <td className="num">
                <MoneyText money={money} exact none="–" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
