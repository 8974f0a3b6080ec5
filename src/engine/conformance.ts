import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {amounts} from "./conformance/amounts.ts";
import {arithmetic} from "./conformance/arithmetic.ts";
import {calendar} from "./conformance/calendar.ts";
import type {Case} from "./conformance/case.ts";
import {askedOf} from "./conformance/case.ts";
import {running} from "./conformance/running.ts";
import {texts} from "./conformance/texts.ts";
import type {Engine} from "./engine.ts";

const cases: readonly Case[] = [...amounts, ...arithmetic, ...texts, ...calendar, ...running];

/**
 * What every engine must do. It makes its own rows, so that an engine needs no right to write.
 * `skips` names the cases that an engine cannot meet, each with its reason.
 */
export function engineConformance(
  name: string,
  open: () => Promise<Engine>,
  skips: Readonly<Record<string, string>> = {}
): void {
  describe(`engine conformance: ${name}`, () => {
    let engine: Engine | undefined;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(async () => engine?.close());

    test("skips only what there is", () => {
      expect(Object.keys(skips).filter((title) => !cases.some((one) => one.title === title))).toEqual([]);
    });

    for (const {title, run} of cases) {
      const reason = skips[title];
      test.skipIf(reason !== undefined)(reason === undefined ? title : `${title} (${reason})`, async () => {
        if (engine === undefined) throw new Error("the engine was not opened");
        await run(askedOf(engine));
      });
    }
  });
}
