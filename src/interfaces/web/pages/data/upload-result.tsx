import {Button, Group} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import type {Ingested} from "../../api/contracts.ts";
import {amount, count, isNegative, isZero} from "../../format/amount.ts";
import {monthText} from "../../format/period.ts";

type Period = Ingested["rows"][number];

export interface UploadResultProps {
  readonly result: Ingested;
  /** Goes to Home where this is shown in its place. */
  readonly leave?: (() => void) | undefined;
}

function graveMessage({level, message}: Period["checks"][number]): readonly string[] {
  return level === "info" ? [] : [message];
}

/** What a delivery would change or has changed, for each billing period. */
export function UploadResult({result, leave}: UploadResultProps) {
  const {rows, dryRun, notes, verdict} = result;
  const held = rows.filter(({status}) => status === "held").length;
  return (
    <div className="upload-result" role="status">
      <h3 className="panel-title">
        {dryRun ? "What would change" : verdict === "ok" ? "It is in" : "It is in, and partly held back"}
      </h3>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Result per billing period">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Billing period</th>
              <th scope="col">Result</th>
              <th scope="col" className="num">
                Rows
              </th>
              <th scope="col">Currency</th>
              <th scope="col" className="num">
                Billed
              </th>
              <th scope="col" className="num">
                Change
              </th>
              <th scope="col" className="num">
                Quarantined
              </th>
              <th scope="col">Format</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PeriodRows key={`${row.dataset} ${row.partition} ${row.billingPeriod}`} row={row} dryRun={dryRun} />
            ))}
          </tbody>
        </table>
      </div>
      {held === 0 ? null : (
        <p className="notice">
          {held} {held === 1 ? "billing period is" : "billing periods are"} held back: kept, but no question sees{" "}
          {held === 1 ? "it" : "them"}. Look at the <Link to="/data/quarantine">quarantine</Link>, then publish under{" "}
          <Link to="/data/snapshots">snapshots</Link>.
        </p>
      )}
      {[...new Set([...rows.flatMap(({checks}) => checks.flatMap(graveMessage)), ...notes])]
        .slice(0, 12)
        .map((note) => (
          <p className="quiet small" key={note}>
            {note}
          </p>
        ))}
      {dryRun ? null : (
        <Group mt="sm">
          <Button component={Link} to="/explore">
            Explore it
          </Button>
          {leave === undefined ? (
            <Button component={Link} to="/" variant="default">
              Home
            </Button>
          ) : (
            <Button variant="default" onClick={leave}>
              Home
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

function PeriodRows({row, dryRun}: {readonly row: Period; readonly dryRun: boolean}) {
  const {billingPeriod, status, money, rows, quarantined, flavour, focusVersion} = row;
  const lines = money.length === 0 ? [null] : money;
  const words = {
    published: dryRun ? "would be published" : "published",
    held: dryRun ? "would be held" : "held",
    unchanged: "unchanged"
  };
  return lines.map((line, index) => (
    <tr key={line?.currency ?? "none"}>
      <td className="strong">{index > 0 ? "" : billingPeriod === "all" ? "all" : monthText(`${billingPeriod}-01`)}</td>
      <td>
        {index > 0 ? (
          ""
        ) : (
          <span className={`tag ${status === "held" ? "tag-warn" : status === "published" ? "tag-good" : ""}`}>
            {words[status]}
          </span>
        )}
      </td>
      <td className="num">{index > 0 ? "" : count(rows)}</td>
      <td>{line?.currency ?? ""}</td>
      <td className="num">{line === null || line.billed === null ? "—" : amount(line.billed)}</td>
      <td className="num">
        {line === null
          ? ""
          : `${isNegative(line.billedChange) || isZero(line.billedChange) ? "" : "+"}${amount(line.billedChange)}`}
      </td>
      <td className="num">{index > 0 ? "" : count(quarantined)}</td>
      <td className="quiet">{index > 0 ? "" : `${flavour}, FOCUS ${focusVersion}`}</td>
    </tr>
  ));
}
