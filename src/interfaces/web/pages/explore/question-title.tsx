import type {CostAnswer} from "../../api/contracts.ts";
import {ReceiptButton} from "../../blocks/receipt.tsx";
import {daysText} from "../../format/period.ts";
import {dimensionTitle, metricWords} from "../../format/words.ts";
import type {ExploreState} from "./state.ts";

/** What is asked, in words: metric, grouping, time, currency, axis and the receipt. */
export function QuestionTitle({state, answer}: {readonly state: ExploreState; readonly answer?: CostAnswer}) {
  const {question, view} = state;
  const asked = answer?.completeness.asked;
  const metric = question.metric.map((name) => metricWords[name].title.toLowerCase()).join(", ");
  const by = question.by.map((name) => dimensionTitle(name).toLowerCase()).join(", then ");
  const rates = answer?.receipt.rates ?? null;
  return (
    <>
      {view === null ? null : <span className="strong">{view}</span>}
      <span>
        {metric.charAt(0).toUpperCase() + metric.slice(1)} cost{by === "" ? "" : ` by ${by}`}
      </span>
      {asked === undefined ? null : (
        <span>{asked.from === null || asked.to === null ? "all data" : daysText(asked.from, asked.to)}</span>
      )}
      <span>{question.axis === "billing" ? "by billing period" : "by charge period"}</span>
      {answer === undefined ? null : (
        <span>{rates === null ? "as billed" : `converted to ${question.currency ?? ""} by rate set ${rates.set}`}</span>
      )}
      {answer === undefined ? null : <ReceiptButton receipt={answer.receipt} />}
    </>
  );
}
