import {Button, Checkbox, Group, Modal, Progress, Stack} from "@mantine/core";
import {useQueryClient} from "@tanstack/react-query";
import {useRef, useState} from "react";
import {write} from "../../api/call.ts";
import {Problem, problemOf} from "../../api/problem.ts";
import {say} from "../../blocks/say.ts";
import {count, counted} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import type {Recorded} from "./facts.ts";
import {type InvoiceFile, invoiceLines} from "./invoice-lines.ts";
import {tieAgain} from "./queries.ts";

interface Outcome {
  readonly line: number;
  readonly name: string;
  readonly status: Recorded["status"] | "refused";
  readonly message: string | null;
}

/** Takes what invoices state from a CSV file: all lines are tried first, and recorded only where none is refused. */
export function ImportDialog({close}: {readonly close: () => void}) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const [file, setFile] = useState<InvoiceFile | null>(null);
  const [replace, setReplace] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const [share, setShare] = useState<number | null>(null);

  const run = async (lines: InvoiceFile["lines"], dryRun: boolean, replacing: boolean): Promise<readonly Outcome[]> => {
    const found: Outcome[] = [];
    for (const [index, {line, input: fields, problem}] of lines.entries()) {
      setShare(index / lines.length);
      const own = `${fields["issuer"] ?? "?"} ${fields["invoice"] ?? "?"}, ${fields["period"] ?? "?"}`;
      if (problem !== null) {
        found.push({line, name: own, status: "refused", message: problem});
        continue;
      }
      try {
        const {status} = await patiently(() =>
          write<Recorded>("invoices.record", {
            ...fields,
            ...(replacing ? {replace: true} : {}),
            ...(dryRun ? {dryRun: true} : {})
          })
        );
        found.push({line, name: own, status, message: null});
      } catch (error) {
        found.push({line, name: own, status: "refused", message: problemOf(error).detail});
      }
    }
    setShare(null);
    return found;
  };
  const look = async (read: InvoiceFile, replacing: boolean): Promise<void> => {
    setOutcomes(null);
    if (read.problem === null) setOutcomes(await run(read.lines, true, replacing));
  };
  const choose = async (chosen: File): Promise<void> => {
    setName(chosen.name);
    const read = invoiceLines(await chosen.text());
    setFile(read);
    await look(read, replace);
  };
  const take = async (): Promise<void> => {
    if (file === null) return;
    const done = await run(file.lines, false, replace);
    await tieAgain(client);
    const refused = done.filter(({status}) => status === "refused").length;
    if (refused > 0) return setOutcomes(done);
    say(`${counted(done.length, "invoice")} of ${name ?? "the file"} are in the books.`);
    close();
  };
  const refused = outcomes?.filter(({status}) => status === "refused") ?? [];
  const news = outcomes?.filter(({status}) => /added|changed$/.test(status) && status !== "unchanged") ?? [];
  return (
    <Modal opened onClose={close} title="Invoices from a file" size="lg">
      <Stack gap="sm">
        <p className="quiet small">
          A CSV with the columns <code>issuer</code>, <code>invoice</code>, <code>period</code> (2026-10),{" "}
          <code>currency</code>, <code>total</code>, and if you have them <code>tax</code>, <code>date</code>,{" "}
          <code>note</code>. All lines are tried first; where one is refused, none is taken.
        </p>
        <Group gap="sm">
          <Button variant="default" onClick={() => input.current?.click()} disabled={share !== null}>
            Choose a file
          </Button>
          <span className="quiet">{name ?? "none chosen"}</span>
        </Group>
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label="CSV file of invoices"
          accept=".csv,.tsv,.txt"
          onChange={({currentTarget}) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) void choose(chosen);
            currentTarget.value = "";
          }}
        />
        {file?.problem === null || file === null ? null : (
          <p className="notice" role="alert">
            {file.problem}
          </p>
        )}
        {share === null ? null : <Progress value={share * 100} aria-label="Progress" />}
        {outcomes === null ? null : (
          <div role="status">
            <p>
              {count(news.length)} would be added or changed,{" "}
              {count(outcomes.filter(({status}) => status === "unchanged").length)} are known,{" "}
              <span className={refused.length > 0 ? "strong" : ""}>{count(refused.length)} refused</span>.
            </p>
            <ul className="checks import-lines">
              {refused.slice(0, 30).map(({line, name: own, message}) => (
                <li key={line}>
                  <span className="strong">Line {line}</span>, {own}: {message}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Checkbox
          size="xs"
          label="Replace what is known and differs"
          checked={replace}
          disabled={share !== null}
          onChange={({currentTarget}) => {
            setReplace(currentTarget.checked);
            if (file !== null) void look(file, currentTarget.checked);
          }}
        />
        <CliNote
          command={`ashlar invoices import ${name === null || /[^\w.-]/.test(name) ? "invoices.csv" : name} --dry-run`}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button
            disabled={outcomes === null || refused.length > 0 || news.length === 0}
            loading={share !== null && outcomes !== null}
            onClick={() => void take()}
          >
            {news.length === 0 ? "Nothing to take" : `Take ${counted(news.length, "invoice")}`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Tries again where the server takes no more calls for a moment: a long list is many of them. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Problem) || error.facts.status !== 429 || tries > 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
}
