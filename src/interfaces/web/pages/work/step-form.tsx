import {Button, Group, Select, Textarea, TextInput} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {say} from "../../blocks/say.ts";
import {addDays, today} from "../../format/period.ts";
import type {Advanced, NextStep, Work} from "./facts.ts";
import {askAgain, usePeople, useUsualCurrency} from "./queries.ts";
import {RecordProblem} from "./record-problem.tsx";
import {ValueFields, askedValue} from "./value-fields.tsx";

export interface StepFormProps {
  readonly work: Work;
  readonly step: NextStep;
  readonly done: () => void;
}

const words: Readonly<Record<string, {readonly title: string; readonly about: string; readonly answer: string}>> = {
  option: {
    title: "Make it an option",
    about: "An option has a price, so that it can compete with others, or a reason why it has none.",
    answer: "Make it an option"
  },
  action: {
    title: "Agree on it as an action",
    about: "Somebody takes it on, by a day. The value becomes agreed.",
    answer: "Agree on it"
  },
  done: {
    title: "It is done",
    about: "The day itself counts on neither side: its effect is measured from the bills of the days after.",
    answer: "It is done"
  },
  dismissed: {title: "Dismiss it", about: "It stays readable, with the reason.", answer: "Dismiss it"},
  excepted: {
    title: "Let it stay",
    about: "It goes onto the register of exceptions, and comes back when it expires.",
    answer: "Let it stay"
  },
  reopened: {title: "Open it again", about: "It goes back to where it was before.", answer: "Open it again"}
};

/** What a step of the way asks for; the server says what is missing or does not fit. */
export function StepForm({work, step, done}: StepFormProps) {
  const client = useQueryClient();
  const {options: people} = usePeople();
  const usual = useUsualCurrency();
  const [value, setValue] = useState({
    amount: work.value?.amount ?? "",
    currency: work.value?.currency ?? "",
    per: work.value?.per ?? ("month" as const)
  });
  const [ways, setWays] = useState(work.options ?? "");
  const [reason, setReason] = useState("");
  const [owner, setOwner] = useState<string | null>(work.owner);
  const [due, setDue] = useState(work.due ?? addDays(today(), 30));
  const [on, setOn] = useState(today());
  const [expires, setExpires] = useState(addDays(today(), 90));
  const {to} = step;
  const asksReason = to === "dismissed" || to === "excepted" || to === "reopened";
  const asksValue = to === "option" || to === "action";
  const asksOwner = to === "action" || (to === "excepted" && work.owner === null);
  const input = {
    work: work.number,
    to,
    expected: work.version,
    ...(asksValue ? askedValue({...value, currency: value.currency || usual}) : {}),
    ...(to === "option" && ways.trim() !== "" ? {options: ways.trim()} : {}),
    ...(asksOwner && owner !== null && owner !== "" ? {owner} : {}),
    ...(to === "action" ? {due} : {}),
    ...(to === "done" ? {on} : {}),
    ...(to === "excepted" ? {expires} : {}),
    ...(reason.trim() === "" ? {} : {reason: reason.trim()})
  };
  const advance = useMutation({
    mutationFn: () => write<Advanced>("work.advance", input),
    onSuccess: async ({notes}) => {
      say(notes.length === 0 ? `${work.number} went on.` : notes.join(" "));
      await askAgain(client);
      done();
    }
  });
  const word = words[to];
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        advance.mutate();
      }}
    >
      <p className="quiet">{word?.about}</p>
      {advance.isError ? <RecordProblem error={advance.error} reload={() => void askAgain(client)} /> : null}
      {asksValue ? (
        <ValueFields
          label={to === "option" ? "Estimated value" : "Agreed value"}
          value={{...value, currency: value.currency || usual}}
          set={setValue}
        />
      ) : null}
      {to === "option" ? (
        <>
          <Textarea
            label="The ways that were weighed"
            description="What could be done about it, each with its trade-off."
            size="xs"
            autosize
            minRows={2}
            maxLength={10_000}
            value={ways}
            onChange={({currentTarget}) => setWays(currentTarget.value)}
          />
          {value.amount.trim() === "" ? (
            <TextInput
              label="Why it has no value"
              value={reason}
              onChange={({currentTarget}) => setReason(currentTarget.value)}
            />
          ) : null}
        </>
      ) : null}
      <div className="card-pair">
        {asksOwner ? (
          people.length === 0 ? (
            <TextInput
              label="Who takes it on"
              value={owner ?? ""}
              onChange={({currentTarget}) => setOwner(currentTarget.value)}
            />
          ) : (
            <Select label="Who takes it on" searchable data={[...people]} value={owner} onChange={setOwner} />
          )
        ) : null}
        {to === "action" ? (
          <TextInput
            type="date"
            label="Done by"
            value={due}
            onChange={({currentTarget}) => setDue(currentTarget.value)}
          />
        ) : null}
        {to === "done" ? (
          <TextInput
            type="date"
            label="Day it was done"
            max={today()}
            value={on}
            onChange={({currentTarget}) => setOn(currentTarget.value)}
          />
        ) : null}
        {to === "excepted" ? (
          <TextInput
            type="date"
            label="Until"
            value={expires}
            onChange={({currentTarget}) => setExpires(currentTarget.value)}
          />
        ) : null}
      </div>
      {asksReason ? (
        <Textarea
          label="Why"
          size="xs"
          autosize
          minRows={2}
          required
          maxLength={10_000}
          value={reason}
          onChange={({currentTarget}) => setReason(currentTarget.value)}
        />
      ) : null}
      <Group gap="xs">
        <Button type="submit" loading={advance.isPending}>
          {word?.answer ?? "Go on"}
        </Button>
      </Group>
    </form>
  );
}

export function stepTitle(step: NextStep, work: Work): string {
  if (step.to === "verified") return work.stage === "verified" ? "Measure again" : "Measure its effect";
  return words[step.to]?.title ?? step.to;
}
