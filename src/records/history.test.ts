import {afterEach, expect, test} from "vitest";
import type {Operation} from "../operation.ts";
import {type Office, office} from "./fixtures/office.ts";
import {workAdvanceOperation} from "./work/advance.ts";
import {workEditOperation} from "./work/edit.ts";
import {workVerifyOperation} from "./work/verify.ts";

let desk: Office;
afterEach(() => desk.close());

test("what changed meanwhile is told without amounts to somebody who may not see them", async () => {
  desk = await office();
  await desk.add({value: "1234.5", currency: "USD"});
  await desk.run(workEditOperation, {work: "W-1", value: "4321.5", title: "Sleepy machine"});
  await desk.run(workEditOperation, {work: "W-1", value: "5432.5"});
  const {caller} = desk.context;
  const told = async (operation: Operation, input: object, by = caller) => {
    const {code, message, data} = await desk.refusal(() => operation.run(input, {...desk.context, caller: by}));
    return {code, message, data: JSON.stringify(data)};
  };
  const hidden = {...caller, masked: ["EffectiveCost"]};
  const some = {...caller, rowFilter: "tag.team = 'web'"};
  for (const [operation, limited, input] of [
    [workEditOperation, hidden, {owner: "bo"}],
    [workEditOperation, some, {owner: "bo"}],
    [workAdvanceOperation, some, {to: "dismissed", reason: "r"}],
    [workVerifyOperation, hidden, {}]
  ] as const) {
    const seen = {...input, work: "W-1", expected: 1};
    const all = await told(operation, seen);
    expect(all).toMatchObject({code: "record.changed", message: expect.stringContaining("value") as string});
    expect(all.data).toMatch(/1234\.5.*4321\.5.*5432\.5/);
    const less = await told(operation, seen, limited);
    expect([less.code, less.message]).toEqual([
      "record.changed",
      "W-1 has version 3, you saw 1; since then changed: title by local at 2026-11-02T12:00Z"
    ]);
    expect(less.data).not.toMatch(/1234\.5|4321\.5|5432\.5/);
    // A change of amounts alone is none that they could look at.
    expect(await told(operation, {...seen, expected: 2}, limited)).toMatchObject({
      message: "W-1 has version 3, you saw 2",
      data: '{"version":3,"since":[]}'
    });
  }
});
