import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {counted} from "../../format/amount.ts";
import {type DictionaryEntry, focusVersions, newestOf} from "./dictionary.ts";
import {rulesQuery} from "./queries.ts";
import {SeverityMark} from "./severity-mark.tsx";

const metrics = ["billed", "effective", "contracted", "list"];

/** Everything that is known of one column. */
export function ColumnSheet({entry}: {readonly entry: DictionaryEntry}) {
  const {column, lake, essential, upgrades} = entry;
  const {dataset, type, format, range, condition, versions, introduced, deprecated, removed, replacedBy, previousName} =
    column;
  const newest = newestOf(column);
  const allowed = newest === null ? [] : (versions[newest]?.allowed ?? []);
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["Dataset", dataset],
    [
      "Type",
      `${type}${format === null ? "" : `, ${formatWords[format]}`}${range === null ? "" : `, ${rangeText(range)}`}`
    ],
    [
      "Since",
      `FOCUS ${introduced}${deprecated === null ? "" : `; deprecated in ${deprecated}`}${removed === null ? "" : `; removed in ${removed}`}`
    ],
    ...(condition === null ? [] : [["Present when", condition] as const]),
    ...(previousName === null ? [] : [["Was called", <ColumnLink key="was" name={previousName} />] as const]),
    ...(replacedBy === null ? [] : [["Replaced by", <ColumnLink key="by" name={replacedBy} />] as const]),
    [
      "In the lake",
      lake === null ? (
        "under its newer name, or in the map x"
      ) : (
        <>
          column <code>{lake.name}</code> of {dataset}, {lake.type}
        </>
      )
    ]
  ];
  return (
    <div className="sheet">
      <p>{column.about}</p>
      <dl className="facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="sheet-title">By version</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Level</th>
            <th scope="col">Null</th>
          </tr>
        </thead>
        <tbody>
          {focusVersions.map((version) => {
            const own = versions[version];
            return (
              <tr key={version} className={own === undefined ? "row-rest" : ""}>
                <td>{version}</td>
                <td>{own === undefined ? "not in it" : own.level.toLowerCase()}</td>
                <td>{own === undefined ? "" : own.nullable ? "allowed" : "not allowed"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {allowed.length === 0 ? null : (
        <>
          <h3 className="sheet-title">{counted(allowed.length, "value")} allowed</h3>
          <p className="small">{allowed.join(", ")}</p>
        </>
      )}
      <h3 className="sheet-title">What here uses it</h3>
      <ul className="checks">
        <Uses entry={entry} />
        {essential === null ? null : <li>A file without it is refused. {essential}</li>}
        {upgrades.map(({id, about, needs}) => (
          <li key={id}>
            In older files it comes from {needs.join(" and ")}: {about}
          </li>
        ))}
      </ul>
      <h3 className="sheet-title">Rules</h3>
      <Rules entry={entry} version={newest} />
      <p className="sheet-copy">
        <CopyButton text={location.href} label="Copy the link to this column" />
        <span className="quiet small">link to this column</span>
      </p>
    </div>
  );
}

function Uses({entry}: {readonly entry: DictionaryEntry}) {
  const {column, shortNames, lake} = entry;
  if (column.dataset !== "CostAndUsage")
    return (
      <li>
        Kept as delivered;{" "}
        {column.dataset === "InvoiceDetail" ? "the tie-out reads this dataset" : "questions are asked of CostAndUsage"}.
      </li>
    );
  if (lake === null) return null;
  if (column.type === "decimal" || column.type === "datetime") {
    const [metric] = shortNames.filter((name) => metrics.includes(name));
    return metric === undefined ? (
      <li>
        Filters read it{shortNames.length === 0 ? "" : ` as ${shortNames.join(", ")}`}:{" "}
        <code>{column.name} is not null</code>
      </li>
    ) : (
      <li>
        Questions measure it as{" "}
        <Link to="/explore" search={{metric, by: "service", granularity: "month", window: "6m", top: "10"}}>
          {metric}
        </Link>
      </li>
    );
  }
  const name = shortNames[0] ?? column.name;
  return (
    <li>
      Questions group and filter by it as{" "}
      <Link to="/explore" search={{metric: "effective", by: name, granularity: "month", window: "6m", top: "10"}}>
        {name}
      </Link>
    </li>
  );
}

function ColumnLink({name}: {readonly name: string}) {
  return (
    <Link to="/data/dictionary" search={{column: name}} resetScroll={false}>
      {name}
    </Link>
  );
}

function Rules({entry: {column}, version}: {readonly entry: DictionaryEntry; readonly version: string | null}) {
  const {dataset, name} = column;
  const rules = useQuery({
    ...rulesQuery({dataset, rule: name, ...(version === null ? {} : {focus: version})}),
    enabled: version !== null,
    retry: false
  });
  if (rules.isError) return <p className="quiet small">{rules.error.message}</p>;
  if (rules.isPending) return <Skeleton height={60} />;
  const own = rules.data.rows.filter((rule) => rule.column === name);
  return own.length === 0 ? (
    <p className="quiet small">No rule of FOCUS {version} is about it.</p>
  ) : (
    <>
      <ul className="rule-list">
        {own.map(({rule, title, kind, severity, decidable}) => (
          <li key={rule}>
            <SeverityMark severity={severity} />
            <span>
              {kind === "Presence" ? `${name} ${modals[severity]} be in the file` : title}{" "}
              <span className="quiet small">{decidable ? "" : "needs evidence"}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/data/conformance" search={{rule: name, all: "true"}}>
          How the deliveries stand to them
        </Link>
      </p>
    </>
  );
}

/** How binding a rule is, as the specification says it. */
const modals = {error: "must", warning: "should", info: "may"} as const;

const formatWords = {currency: "a currency code", unit: "a unit", duration: "a duration"} as const;

function rangeText({min, max}: NonNullable<DictionaryEntry["column"]["range"]>): string {
  if (min !== null && max !== null) return `from ${min} to ${max}`;
  return min === null ? `at most ${max ?? ""}` : `at least ${min}`;
}
