import {MultiSelect, SegmentedControl, Select} from "@mantine/core";
import {useState} from "react";
import {type MetricName, type Question} from "../../answer/question.ts";
import {useTagKeys} from "../../api/queries.ts";
import {asBilled, useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {dimensionTitle, dimensionWords, granularityWords, metricWords} from "../../format/words.ts";
import {ChargeKinds} from "./charge-kinds.tsx";
import type {ExploreState} from "./state.ts";
import {TimePicker} from "./time-picker.tsx";
import {TopField} from "./top-field.tsx";

export type Ask = (parts: {readonly [K in keyof Question]?: Question[K] | undefined}) => void;

export interface ControlsProps {
  readonly state: ExploreState;
  readonly ask: Ask;
  readonly go: (next: ExploreState) => void;
}

/** The parts of the question but its filter. */
export function Controls({state, ask}: ControlsProps) {
  const {question} = state;
  const choice = useCurrencyChoice();
  // On narrow screens most parts are folded away, so that the answer is in sight.
  const [unfolded, setUnfolded] = useState(false);
  const tags = useTagKeys();
  const dimensions = [
    {group: "Dimensions", items: Object.entries(dimensionWords).map(([value, label]) => ({value, label}))},
    ...(tags.length === 0
      ? []
      : [{group: "Tags", items: tags.map((key) => ({value: `tag.${key}`, label: `Tag ${key}`}))}]),
    ...otherDimensions(question.by, tags)
  ];
  const [metric = "effective", ...more] = question.metric;
  return (
    <div className="control-row" data-folded={!unfolded}>
      <TimePicker question={question} ask={ask} />
      <Select
        label="Bins"
        className="control-second"
        w={112}
        data={Object.entries(granularityWords)
          .filter(([value]) => question.axis === "charge" || !["hour", "day", "week"].includes(value))
          .map(([value, label]) => ({value, label}))}
        value={question.granularity ?? "none"}
        onChange={(value) => ask({granularity: value === "none" ? undefined : (value as Question["granularity"])})}
        maxDropdownHeight={360}
      />
      <Select
        label="Metric"
        w={126}
        data={metricOptions}
        value={metric}
        onChange={(value) => {
          const name = value as MetricName;
          ask({metric: [name, ...more.filter((other) => other !== name && !(isQuantity(other) && isQuantity(name)))]});
        }}
        maxDropdownHeight={320}
      />
      <MultiSelect
        label="Also in the table"
        className="control-more control-second"
        placeholder={more.length === 0 ? "none" : ""}
        data={metricOptions.filter(({value}) => value !== metric && !(isQuantity(value) && isQuantity(metric)))}
        value={[...more]}
        onChange={(values) => ask({metric: [metric, ...values]})}
      />
      <Select
        label="Currency"
        className="control-second"
        w={124}
        data={[...choice.options]}
        value={question.currency ?? asBilled}
        onChange={(value) =>
          ask({currency: value === asBilled || value === null ? undefined : value, rates: undefined})
        }
      />
      <MultiSelect
        label="Group by"
        className="control-by"
        placeholder={question.by.length === 0 ? "everything together" : ""}
        data={dimensions}
        value={[...question.by]}
        onChange={(by) => ask({by, ...(by.length === 0 ? {top: undefined} : {top: question.top ?? 10})})}
        searchable
        maxValues={5}
        hidePickedOptions
        maxDropdownHeight={360}
      />
      <TopField question={question} ask={ask} />
      <Select
        label="Compare with"
        className="control-second"
        w={150}
        data={[
          {value: "none", label: "Nothing"},
          {value: "previous", label: "Time before"},
          {value: "year", label: "A year before"}
        ]}
        value={question.compare ?? "none"}
        onChange={(value) => ask({compare: value === "previous" || value === "year" ? value : undefined})}
      />
      <div className="control-axis control-second">
        <span className="control-label" id="axis-label">
          Axis
        </span>
        <SegmentedControl
          aria-labelledby="axis-label"
          data={[
            {value: "charge", label: "Charge"},
            {value: "billing", label: "Billing"}
          ]}
          value={question.axis}
          onChange={(axis) =>
            ask({
              axis: axis === "billing" ? "billing" : "charge",
              ...(axis === "billing" && ["hour", "day", "week"].includes(question.granularity ?? "")
                ? {granularity: "month"}
                : {})
            })
          }
        />
      </div>
      <ChargeKinds question={question} ask={ask} />
      <button
        type="button"
        className="link-button control-fold"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        {unfolded ? "Fewer parts of the question" : "All parts of the question"}
      </button>
    </div>
  );
}

const metricOptions = (Object.entries(metricWords) as [MetricName, {title: string}][]).map(([value, {title}]) => ({
  value,
  label: title
}));

function isQuantity(metric: MetricName): boolean {
  return metric === "consumed" || metric === "pricing";
}

/** Dimensions that the question has and the lists do not: further tags and columns. */
function otherDimensions(by: readonly string[], tags: readonly string[]) {
  const known = new Set([...Object.keys(dimensionWords), ...tags.map((key) => `tag.${key}`)]);
  const others = by.filter((name) => !known.has(name));
  return others.length === 0
    ? []
    : [{group: "Others", items: others.map((value) => ({value, label: dimensionTitle(value)}))}];
}
