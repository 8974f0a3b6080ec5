import {MultiSelect, NumberInput, SegmentedControl, Select} from "@mantine/core";
import {type MetricName, type Question} from "../../answer/question.ts";
import {useTagKeys} from "../../api/queries.ts";
import {asBilled, useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {dimensionTitle, dimensionWords, granularityWords, metricWords} from "../../format/words.ts";
import {ChargeKinds} from "./charge-kinds.tsx";
import type {ExploreState} from "./state.ts";
import {TimePicker} from "./time-picker.tsx";

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
    <div className="control-row">
      <TimePicker question={question} ask={ask} />
      <Select
        label="Bins"
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
        className="control-more"
        placeholder={more.length === 0 ? "none" : ""}
        data={metricOptions.filter(({value}) => value !== metric && !(isQuantity(value) && isQuantity(metric)))}
        value={[...more]}
        onChange={(values) => ask({metric: [metric, ...values]})}
      />
      <Select
        label="Currency"
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
      <NumberInput
        label="Top"
        w={66}
        min={1}
        max={10_000}
        allowDecimal={false}
        placeholder="all"
        disabled={question.by.length === 0}
        value={question.top ?? ""}
        onChange={(value) => ask({top: typeof value === "number" && value >= 1 ? value : undefined})}
      />
      <Select
        label="Compare with"
        w={150}
        data={[
          {value: "none", label: "Nothing"},
          {value: "previous", label: "Time before"},
          {value: "year", label: "A year before"}
        ]}
        value={question.compare ?? "none"}
        onChange={(value) => ask({compare: value === "previous" || value === "year" ? value : undefined})}
      />
      <div className="control-axis">
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
