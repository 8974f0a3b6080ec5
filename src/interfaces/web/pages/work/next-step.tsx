import {SegmentedControl} from "@mantine/core";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {Panel} from "../../blocks/panel.tsx";
import type {Work} from "./facts.ts";
import {StepForm, stepTitle} from "./step-form.tsx";
import {VerifyForm} from "./verify-form.tsx";

/** The steps that can follow, the usual one first; which one is open stands in the URL. */
export function NextSteps({work}: {readonly work: Work}) {
  const navigate = useNavigate();
  const asked = one(useSearch({strict: false}), "step");
  const [first] = work.next;
  const step = work.next.find(({to}) => to === asked) ?? first;
  if (step === undefined) return null;
  const open = (to: string | null): void =>
    void navigate({
      to: "/work/$work",
      params: {work: work.number},
      search: to === null ? {} : {step: to},
      resetScroll: false
    });
  return (
    <Panel title={work.stage === "verified" ? "What can follow" : "Next step"}>
      {work.next.length === 1 ? (
        <p className="strong">{stepTitle(step, work)}</p>
      ) : (
        <SegmentedControl
          aria-label="Steps"
          className="work-steps"
          value={step.to}
          onChange={open}
          data={work.next.map((each) => ({value: each.to, label: stepTitle(each, work)}))}
        />
      )}
      {step.to === "verified" ? (
        step.needs.includes("filter") ? (
          <p className="quiet step-form">
            It names no charges, so its effect cannot be measured from bills. Add them as its filter with Edit.
          </p>
        ) : (
          <VerifyForm key={work.version} work={work} done={() => open(null)} />
        )
      ) : (
        <StepForm key={`${step.to} ${work.version}`} work={work} step={step} done={() => open(null)} />
      )}
    </Panel>
  );
}
