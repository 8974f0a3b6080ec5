import {Button, Group, SegmentedControl} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {say} from "../../blocks/say.ts";
import type {Verified, Work} from "./facts.ts";
import {askAgain} from "./queries.ts";
import {RecordProblem} from "./record-problem.tsx";
import {VerificationFacts} from "./verification-facts.tsx";

/** Measures an effect from bills: first to look at, then to keep. */
export function VerifyForm({work, done}: {readonly work: Work; readonly done: () => void}) {
  const client = useQueryClient();
  const [days, setDays] = useState("28");
  const input = (dryRun: boolean) => ({work: work.number, days: Number(days), expected: work.version, dryRun});
  const look = useMutation({mutationFn: () => write<Verified>("work.verify", input(true))});
  const keep = useMutation({
    mutationFn: () => write<Verified>("work.verify", input(false)),
    onSuccess: async () => {
      say(`The effect of ${work.number} is verified.`);
      await askAgain(client);
      done();
    }
  });
  const error = keep.error ?? look.error;
  return (
    <div className="step-form">
      <p className="quiet">
        Effective cost of its charges in whole weeks before the day it was done, against as many after it. Only complete
        days count.
      </p>
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          aria-label="Days on each side"
          value={days}
          onChange={(value) => {
            setDays(value);
            look.reset();
            keep.reset();
          }}
          data={[
            {value: "7", label: "1 week"},
            {value: "14", label: "2 weeks"},
            {value: "28", label: "4 weeks"},
            {value: "56", label: "8 weeks"}
          ]}
        />
        <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
          Measure
        </Button>
      </Group>
      {error === null ? null : <RecordProblem error={error} reload={() => void askAgain(client)} />}
      {look.data === undefined || look.isError ? null : (
        <>
          <VerificationFacts verification={look.data.verification} />
          <Group gap="xs">
            <Button loading={keep.isPending} onClick={() => keep.mutate()}>
              Keep it as the verified effect
            </Button>
            <span className="quiet small">Both receipts are kept as evidence.</span>
          </Group>
        </>
      )}
    </div>
  );
}
