import {Button, Skeleton} from "@mantine/core";
import {IconLogout} from "@tabler/icons-react";
import {useQuery, useQueryClient} from "@tanstack/react-query";
import {type ServerFacts, serverQuery} from "../../api/queries.ts";
import {heldToken, holdToken} from "../../api/token.ts";
import {ThemeSwitch} from "../../app/theme-switch.tsx";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {instantText, monthNames} from "../../format/period.ts";
import {TokensPanel} from "./tokens-panel.tsx";

/** What runs here, for whom, and how it looks. */
export function SettingsPage() {
  const client = useQueryClient();
  const server = useQuery(serverQuery());
  const forget = (): void => {
    holdToken(null);
    void client.resetQueries();
  };
  return (
    <Page
      title="Settings"
      note={<span>What is set in ashlar.yaml is changed there; this page shows what is in force.</span>}
    >
      {server.isError ? <ProblemNote error={server.error} retry={() => void server.refetch()} /> : null}
      <div className="halves">
        <Panel title="Practice">
          {server.isPending ? <Skeleton height={150} /> : <Facts lines={practiceOf(server.data)} />}
          {heldToken() === null ? null : (
            <Button variant="default" mt="sm" leftSection={<IconLogout size={15} />} onClick={forget}>
              Forget the token
            </Button>
          )}
        </Panel>
        <Panel title="Software and engine">
          {server.isPending ? <Skeleton height={150} /> : <Facts lines={engineOf(server.data)} />}
        </Panel>
      </div>
      <Panel title="Theme" note="Remembered in this browser">
        <ThemeSwitch named />
      </Panel>
      <TokensPanel required={server.data?.tokenRequired ?? false} />
    </Page>
  );
}

type Lines = readonly (readonly [string, string])[];

function practiceOf(server: ServerFacts | undefined): Lines {
  if (server === undefined) return [];
  const {practice, tags, rates, fiscalYearStart, state, caller} = server;
  return [
    ["Practice folder", `${practice.name}${practice.hasFile ? "" : " (no ashlar.yaml: all defaults)"}`],
    ["Tag columns", tags.length === 0 ? "none" : tags.join(", ")],
    ["Rate set", rates.set === null ? "none: amounts stay as billed" : `${rates.set}, ${rates.basis}`],
    ["Fiscal year begins", monthNames[fiscalYearStart - 1] ?? String(fiscalYearStart)],
    ["State store", state === "postgres" ? "PostgreSQL" : "SQLite in the practice folder"],
    [
      "You are",
      `${caller.id} (${caller.roles.join(", ")})${caller.rowFilter === null ? "" : `, seeing ${caller.rowFilter}`}`
    ]
  ];
}

function engineOf(server: ServerFacts | undefined): Lines {
  if (server === undefined) return [];
  const {software, node, engine, now} = server;
  return [
    ["Ashlar", software],
    ["Engine", `${engine.name} ${engine.version}`],
    ["Memory", `${engine.memory}, then ${engine.spill} on disk`],
    ["Threads", engine.threads === undefined ? "as many as the machine has cores" : String(engine.threads)],
    ["At the same time", `${engine.parallel} questions`],
    ["Node.js", node],
    ["Clock of the server", instantText(now)]
  ];
}

function Facts({lines}: {readonly lines: Lines}) {
  return (
    <dl className="facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
