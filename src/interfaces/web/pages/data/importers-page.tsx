import {Button, Drawer, Skeleton} from "@mantine/core";
import {IconFlask} from "@tabler/icons-react";
import {useMutation, useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {ask} from "../../api/call.ts";
import {one} from "../../app/search.ts";
import {later} from "../../blocks/later.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {CliNote} from "./cli-note.tsx";
import type {Importer, ImporterTested} from "./facts.ts";
import {ImporterTests} from "./importer-tests.tsx";
import {importersQuery} from "./queries.ts";
import "./data.css";

const ImporterSheet = later(
  () => import("./importer-sheet.tsx"),
  (part) => part.ImporterSheet,
  null
);

/** What reads bills besides FOCUS files: the importers of the package, and those that the practice declares. */
export function ImportersPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const importers = useQuery(importersQuery());
  const test = useMutation({mutationFn: () => ask<ImporterTested>("importer.test")});
  const opened = one(search, "importer");
  const rows = importers.data?.rows ?? [];
  const problems = importers.data?.problems ?? [];
  const declared = rows.filter(({origin}) => origin === "practice");
  const packaged = rows.filter(({origin}) => origin === "package");
  return (
    <Page
      title="Importers"
      note={
        <span>
          FOCUS files need none. An importer turns a vendor’s own bill into FOCUS; it is found by the columns of the
          file.
        </span>
      }
    >
      {importers.isError ? (
        <ProblemNote error={importers.error} retry={() => void importers.refetch()} />
      ) : importers.isPending ? (
        <Skeleton height={360} />
      ) : (
        <>
          <Panel
            title="Declared by the practice"
            note="YAML files in the folder importers: columns, constants, expressions and units, with samples that prove them"
            actions={
              declared.length + problems.length === 0 ? null : (
                <Button
                  variant="default"
                  leftSection={<IconFlask size={15} />}
                  loading={test.isPending}
                  onClick={() => test.mutate()}
                >
                  Test them
                </Button>
              )
            }
          >
            {problems.map(({file, line, column, message, remedy}) => (
              <p className="notice" role="alert" key={`${file} ${line} ${column}`}>
                <span className="strong">
                  {file}, line {line}, column {column}:
                </span>{" "}
                {message} {remedy}
              </p>
            ))}
            {declared.length === 0 ? (
              problems.length > 0 ? null : (
                <EmptyNote title="None is declared">
                  A data centre’s cost pools, licences, labour, a telephone bill: whatever comes as CSV, JSON or Parquet
                  is mapped to FOCUS by one YAML file. Begin with{" "}
                  <code>ashlar importer new phone-bill --template telecom</code>.
                </EmptyNote>
              )
            ) : (
              <ImporterTable rows={declared} />
            )}
            {test.isError ? <ProblemNote error={test.error} retry={() => test.mutate()} /> : null}
            {test.data === undefined ? null : <ImporterTests tested={test.data} />}
            {declared.length === 0 ? null : <CliNote command="ashlar importer test" />}
          </Panel>
          <Panel
            title={`${counted(packaged.length, "importer")} of the package`}
            note="Each passes one suite: no row lost or doubled, totals as on the vendor’s invoice"
          >
            <ImporterTable rows={packaged} />
            <CliNote command="ashlar importer list" />
          </Panel>
        </>
      )}
      <Drawer
        opened={opened !== null}
        onClose={() => void navigate({to: "/data/importers", search: {}, resetScroll: false})}
        position="right"
        size="min(860px, 100%)"
        title={rows.find(({id}) => id === opened)?.title ?? opened ?? ""}
      >
        {opened === null ? null : <ImporterSheet id={opened} />}
      </Drawer>
    </Page>
  );
}

function ImporterTable({rows}: {readonly rows: readonly Importer[]}) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Importers">
      <table className="table importers">
        <thead>
          <tr>
            <th scope="col">Importer</th>
            <th scope="col">Reads</th>
            <th scope="col">Makes</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({id, title, reads, focus, about}) => (
            <tr key={id}>
              <td className="importer-name">
                <Link to="/data/importers" search={{importer: id}} className="quiet-link strong" resetScroll={false}>
                  {title}
                </Link>
                <span className="quiet small">{id}</span>
              </td>
              <td className="one-line">{reads === "json" ? "JSON" : "CSV, Parquet"}</td>
              <td className="one-line">FOCUS {focus}</td>
              <td>{about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
