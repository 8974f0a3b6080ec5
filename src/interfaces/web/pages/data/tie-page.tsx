import {Button, NativeSelect, Select, Skeleton} from "@mantine/core";
import {IconFileImport, IconPlus} from "@tabler/icons-react";
import {keepPreviousData, useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {later} from "../../blocks/later.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {addMonths, shortMonth, today} from "../../format/period.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import type {TieLine} from "./facts.ts";
import {tieQuery} from "./queries.ts";
import {TieLegend} from "./tie-legend.tsx";
import {TieTable} from "./tie-table.tsx";
import {TieTotals} from "./tie-totals.tsx";
import {tieWords} from "./words.ts";
import "./data.css";

const RecordDialog = later(
  () => import("./invoice-dialog.tsx"),
  (part) => part.InvoiceDialog
);
const ImportDialog = later(
  () => import("./import-dialog.tsx"),
  (part) => part.ImportDialog
);

const statuses = Object.keys(tieWords) as readonly TieLine["status"][];
const filters = ["from", "to", "source", "issuer", "status"] as const;
type Filter = (typeof filters)[number];

/** What was billed beside what invoices state, with each difference explained to the last digit. */
export function TiePage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const asked = Object.fromEntries(
    filters.flatMap((key) => {
      const value = one(search, key);
      return value === null ? [] : [[key, value]];
    })
  ) as Partial<Record<Filter, string>>;
  const {status, ...rest} = asked;
  const input = {...rest, ...(status === undefined ? {} : {status: [status]})};
  const tie = useQuery({...tieQuery(input), placeholderData: keepPreviousData});
  const sources = useQuery(sourcesQuery());
  const go = (next: Readonly<Record<string, string | null>>): void =>
    void navigate({
      to: "/data/tie-out",
      search: Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)),
      resetScroll: false
    });
  const set = (key: Filter, value: string | null): void => go({...asked, [key]: value === "" ? null : value});
  const open = one(search, "open");
  const close = (): void => go(asked);
  const rows = tie.data?.rows ?? [];
  const counts = tie.data?.counts;
  const months = Array.from({length: 25}, (_, index) => addMonths(`${today().slice(0, 7)}-01`, -index).slice(0, 7));
  const monthOptions = (first: string) => [
    {value: "", label: first},
    ...[...new Set([...months, ...[asked.from, asked.to].filter((each) => each !== undefined)])].map((month) => ({
      value: month,
      label: shortMonth(`${month}-01`)
    }))
  ];
  const issuers = [
    ...new Set([...rows.map(({issuer}) => issuer), ...(asked.issuer === undefined ? [] : [asked.issuer])])
  ];
  const record = (
    <Button leftSection={<IconPlus size={15} />} onClick={() => go({...asked, open: "record"})}>
      Record an invoice
    </Button>
  );
  const nothingStated = rows.length > 0 && rows.every((row) => row.status === "not stated");
  return (
    <Page
      title="Tie-out"
      note={
        <span>
          What was billed in the lake, held against what invoices state. There is no plug: what nothing explains stays
          open.
        </span>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileImport size={15} />}
            onClick={() => go({...asked, open: "import"})}
          >
            From a file
          </Button>
          {record}
        </>
      }
    >
      <div className="controls">
        <div className="control-row">
          <NativeSelect
            size="xs"
            label="From"
            w={130}
            value={asked.from ?? ""}
            data={monthOptions("13 months")}
            onChange={({currentTarget}) => set("from", currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            label="To, included"
            w={130}
            value={asked.to ?? ""}
            data={monthOptions("the newest")}
            onChange={({currentTarget}) => set("to", currentTarget.value)}
          />
          <Select
            label="Issuer"
            w={210}
            placeholder="All"
            clearable
            searchable
            data={issuers.toSorted()}
            value={asked.issuer ?? null}
            onChange={(value) => set("issuer", value)}
          />
          <Select
            label="Source"
            w={170}
            placeholder="All"
            clearable
            data={(sources.data?.rows ?? []).map((row) => ({value: row.source, label: row.title ?? row.source}))}
            value={asked.source ?? null}
            onChange={(value) => set("source", value)}
          />
          <Select
            label="Status"
            w={160}
            placeholder="All"
            clearable
            data={statuses.map((value) => ({
              value,
              label: counts === undefined ? value : `${value} ${counts[value] ?? 0}`
            }))}
            value={asked.status ?? null}
            onChange={(value) => set("status", value)}
          />
        </div>
      </div>
      {tie.isError ? (
        <ProblemNote error={tie.error} retry={() => void tie.refetch()} />
      ) : tie.data === undefined ? (
        <Skeleton height={380} />
      ) : rows.length === 0 ? (
        <div className="panel">
          {Object.keys(asked).length > 0 ? (
            <EmptyNote title="No invoice of this kind">Take a filter away to see more.</EmptyNote>
          ) : (
            <EmptyNote title="Nothing to hold against each other yet" action={record}>
              Take in a delivery and say what its invoice states. Then this page shows, to the last digit, what makes
              the two differ: tax, late corrections, rows that are missing, exchange rates, rounding. What nothing
              explains stays open until somebody finds it.
            </EmptyNote>
          )}
        </div>
      ) : (
        <div className={tie.isPlaceholderData ? "stale" : ""}>
          {nothingStated ? (
            <div className="panel">
              <EmptyNote title="No invoice is stated yet" action={record}>
                The charges below name {counted(rows.length, "invoice")}, and nobody has said what these state. Record
                the total as it stands on the paper, or take a list of them from a file: then each difference is
                explained.
              </EmptyNote>
            </div>
          ) : (
            <TieTotals totals={tie.data.totals} period={tie.data.period} />
          )}
          <Panel
            title={counted(rows.length, "line")}
            note="By issuer, invoice, currency and billing period; those that are open come first"
          >
            <TieLegend />
            <TieTable rows={rows} />
            {tie.data.notes.map((note) => (
              <p className="footnote" key={note}>
                {note}
              </p>
            ))}
            <CliNote command={commandOf("invoices.tie-out", input)} />
          </Panel>
        </div>
      )}
      {open === "record" ? (
        <RecordDialog
          first={{
            issuer: asked.issuer ?? "",
            invoice: one(search, "invoice") ?? "",
            period: one(search, "period") ?? asked.to ?? addMonths(`${today().slice(0, 7)}-01`, -1).slice(0, 7),
            currency: one(search, "currency") ?? rows[0]?.currency ?? "",
            by: one(search, "by") ?? ""
          }}
          issuers={issuers}
          close={close}
        />
      ) : open === "import" ? (
        <ImportDialog close={close} />
      ) : null}
    </Page>
  );
}
