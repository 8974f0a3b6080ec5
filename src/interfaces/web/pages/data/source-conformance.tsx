import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {deliveryCount} from "./delivery-count.ts";
import {conformanceQuery} from "./queries.ts";
import {groupedRules} from "./rule-groups.ts";
import {SeverityMark} from "./severity-mark.tsx";

/** Which rules of FOCUS the deliveries of a source fail. */
export function SourceConformance({source}: {readonly source: string}) {
  const conformance = useQuery({...conformanceQuery({source}), retry: false});
  const rules = groupedRules(conformance.data?.rows ?? []);
  return (
    <Panel
      title="Conformance"
      note="Rules of FOCUS that its deliveries fail"
      actions={
        <Link to="/data/conformance" search={{source}} className="more-link">
          All rules
        </Link>
      }
    >
      {conformance.isError ? (
        <ProblemNote error={conformance.error} retry={() => void conformance.refetch()} />
      ) : conformance.isPending ? (
        <Skeleton height={120} />
      ) : rules.length === 0 ? (
        <p className="quiet">
          {conformance.data.snapshots.every(({counts}) => counts === null)
            ? "No delivery of it was held against the rules yet."
            : "No rule fails."}
        </p>
      ) : (
        <ul className="rule-list">
          {rules.slice(0, 8).map(({rule, title, severity, violations, deliveries}) => (
            <li key={rule}>
              <SeverityMark severity={severity} />
              <span>
                <Link to="/data/conformance" search={{source, rule}}>
                  {title}
                </Link>
                <span className="quiet small">
                  {" "}
                  {counted(violations, "violation")} in {deliveryCount(deliveries.length)}
                </span>
              </span>
            </li>
          ))}
          {rules.length > 8 ? <li className="quiet small">and {counted(rules.length - 8, "more rule")}</li> : null}
        </ul>
      )}
    </Panel>
  );
}
