import {expect} from "vitest";
import {sql} from "../query.ts";
import type {Case} from "./case.ts";
import {amount, numbers, table, text, whole} from "./case.ts";

const largest = "99999999999999999999.999999999999999999";
const smallest = "0.000000000000000001";

export const amounts: readonly Case[] = [
  {
    title: "keeps decimals of 38 digits",
    run: async ({rows}) => {
      const values = [
        largest,
        `-${largest}`,
        smallest,
        `-${smallest}`,
        "0.000000000000000000",
        "9007199254740993.100000000000000000"
      ];
      const answer = await rows(
        (d) =>
          sql`select a from ${table(
            d,
            "v",
            {a: amount},
            values.map((a) => [a])
          )} order by n`
      );
      expect(answer.map((row) => row["a"])).toEqual(values);
    }
  },
  {
    title: "keeps the scale of a decimal",
    run: async ({rows}) => {
      const answer = await rows(
        (d) =>
          sql`select cast(${"12.5"} as ${d.types.decimal(38, 18)}) as a, cast(${"12.5"} as ${d.types.decimal(12, 2)}) as b, cast(${"-12"} as ${d.types.decimal(38, 0)}) as c`
      );
      expect(answer).toEqual([{a: "12.500000000000000000", b: "12.50", c: "-12"}]);
    }
  },
  {
    title: "keeps integers beyond those of JavaScript",
    run: async ({rows}) => {
      const values = [9007199254740993n, -9223372036854775808n, 9223372036854775807n, 0n];
      const answer = await rows(
        (d) =>
          sql`select v.i from ${table(
            d,
            "v",
            {i: whole},
            values.map((i) => [i])
          )} order by n`
      );
      expect(answer.map((row) => row["i"])).toEqual(values.map(String));
    }
  },
  {
    title: "sums exactly",
    run: async ({rows}) => {
      const answer = await rows(
        (d) => sql`select sum(cast(${"0.1"} as ${d.types.decimal(38, 18)})) as total, count(*) as n from ${numbers(4)}`
      );
      expect(answer).toEqual([{total: "1000.000000000000000000", n: "10000"}]);
    }
  },
  {
    title: "sums up to the last digit and reports what is beyond",
    run: async ({rows}) => {
      const ask = async (...values: string[]): Promise<unknown> => {
        const answer = await rows(
          (d) =>
            sql`select sum(a) as total from ${table(
              d,
              "v",
              {a: amount},
              values.map((a) => [a])
            )}`
        );
        return answer[0]?.["total"];
      };
      expect(await ask(largest, `-${smallest}`, smallest)).toBe(largest);
      expect(await ask(`-${largest}`, smallest)).toBe("-99999999999999999999.999999999999999998");
      await expect(ask(largest, smallest)).rejects.toMatchObject({code: "amount.overflow"});
      await expect(ask(`-${largest}`, `-${largest}`)).rejects.toMatchObject({code: "amount.overflow"});
    }
  },
  {
    title: "treats null as unknown in sums, groups and comparisons",
    run: async ({rows}) => {
      const values = [
        ["a", "1"],
        ["a", null],
        [null, "2"],
        [null, "3"],
        ["b", null]
      ];
      const answer = await rows(
        (d) =>
          sql`select k, sum(a) as total, count(a) as known, count(*) as n from ${table(d, "v", {k: text, a: amount}, values)} group by 1 order by 1 nulls last`
      );
      expect(answer).toEqual([
        {k: "a", total: "1.000000000000000000", known: "1", n: "2"},
        {k: "b", total: null, known: "0", n: "1"},
        {k: null, total: "5.000000000000000000", known: "2", n: "2"}
      ]);
      const compared = await rows(
        (d) =>
          sql`select n, k = ${"a"} as same, coalesce(k = ${"a"}, false) as decided from ${table(d, "v", {k: text, a: amount}, values)} order by n`
      );
      expect(compared.map(({same, decided}) => [same, decided])).toEqual([
        [true, true],
        [true, true],
        [null, false],
        [null, false],
        [false, false]
      ]);
      expect(
        await rows((d) => sql`select sum(a) as total from ${table(d, "v", {a: amount}, [["1"]])} where n < 0`)
      ).toEqual([{total: null}]);
      expect(await rows((d) => sql`select cast(${null} as ${d.types.text}) as t`)).toEqual([{t: null}]);
    }
  }
];
