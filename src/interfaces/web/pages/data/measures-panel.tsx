import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {isAmountText} from "../../format/amount-cell.ts";
import {amount} from "../../format/amount.ts";
import type {Measures} from "./facts.ts";
import {measuresQuery} from "./queries.ts";

type Measure = Measures["rows"][number];

/** The indicators and KPIs of Data Ingestion, as they are measured now. */
export function MeasuresPanel() {
  const measures = useQuery({...measuresQuery(), retry: false});
  const own = measures.data?.capabilities.find(({capability}) => capability === "data-ingestion");
  return (
    <Panel
      title="How well data comes in"
      note={
        <>
          Indicators and KPIs of{" "}
          <Link to="/framework/capabilities/$capability" params={{capability: "data-ingestion"}}>
            Data Ingestion
          </Link>
          {own === undefined
            ? ""
            : `: ${own.level ?? "unknown"} level, ${own.measured} of ${own.total} indicators measured`}
        </>
      }
    >
      {measures.isError ? (
        <ProblemNote error={measures.error} retry={() => void measures.refetch()} />
      ) : measures.isPending ? (
        <Skeleton height={120} />
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Indicators and KPIs">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="num">
                  Now
                </th>
                <th scope="col">Level</th>
                <th scope="col">The next level asks for</th>
              </tr>
            </thead>
            <tbody>
              {measures.data.rows.map((measure) => (
                <tr key={measure.id}>
                  <td>
                    <span className="strong">{measure.title}</span>{" "}
                    <span className="quiet small">{measure.kind === "kpi" ? "KPI" : "indicator"}</span>
                  </td>
                  <td className="num" title={measure.method ?? undefined}>
                    {measure.value === null ? <span className="quiet">unknown</span> : valueText(measure)}
                  </td>
                  <td>{measure.level ?? <span className="quiet">–</span>}</td>
                  <td className="small">
                    {measure.value === null
                      ? measure.reason
                      : measure.next?.replace(/([<>])=/, (_, sign) => (sign === "<" ? "≤ " : "≥ "))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {own?.reason === null || own?.reason === undefined ? null : <p className="footnote">{own.reason}</p>}
    </Panel>
  );
}

function valueText({value, unit}: Measure): string {
  const text = value !== null && isAmountText(value) ? amount(value, /\.\d*[1-9]/.test(value) ? 1 : 0) : (value ?? "");
  if (unit === "percent") return `${text} %`;
  return unit === "" || unit === "count" ? text : `${text} ${unit}`;
}
