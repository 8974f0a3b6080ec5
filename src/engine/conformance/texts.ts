import {expect} from "vitest";
import {identifier, join, raw, sql} from "../query.ts";
import type {Case} from "./case.ts";
import {table, text} from "./case.ts";

const hostile = [
  "'; drop table charges; --",
  "'' or 1 = 1",
  'a "quoted" name',
  "-- comment",
  "/* comment */",
  "$1 ? :name @x {0} %s",
  "back\\slash\\",
  "percent% under_score",
  "line\nbreak\r\ttab",
  "",
  " ",
  "null",
  "Ünïcödé 日本語 😀 e\u0301",
  "\u202eright to left"
];

export const texts: readonly Case[] = [
  {
    title: "keeps hostile text as it is, and finds it again",
    run: async ({rows}) => {
      const values = hostile.map((one) => [one]);
      const answer = await rows((d) => sql`select s from ${table(d, "v", {s: text}, values)} order by n`);
      expect(answer.map((row) => row["s"])).toEqual(hostile);
      const needles = join(hostile.map((one) => sql`${one}`));
      expect(
        await rows((d) => sql`select count(*) as n from ${table(d, "v", {s: text}, values)} where s in (${needles})`)
      ).toEqual([{n: String(hostile.length)}]);
      for (const one of hostile) {
        expect(await rows((d) => sql`select s from ${table(d, "v", {s: text}, values)} where s = ${one}`)).toEqual([
          {s: one}
        ]);
      }
    }
  },
  {
    title: "takes hostile names of columns",
    run: async ({rows}) => {
      const names = ["a b", 'a"b', "select", "a;b", "tag_team-1", "__proto__", "日本語"];
      const columns = join(names.map((name, n) => sql`${raw(String(n))} as ${identifier(name)}`));
      const [row = {}] = await rows(() => sql`select ${columns}`);
      expect(Object.entries(row)).toEqual(names.map((name, n) => [name, String(n)]));
    }
  },
  {
    title: "tells empty text from null",
    run: async ({rows}) => {
      const answer = await rows(
        (d) => sql`select s, s is null as missing from ${table(d, "v", {s: text}, [[""], [null]])} order by n`
      );
      expect(answer).toEqual([
        {s: "", missing: false},
        {s: null, missing: true}
      ]);
    }
  },
  {
    title: "binds booleans, integers and null",
    run: async ({rows}) => {
      const answer = await rows(
        (d) =>
          sql`select cast(${true} as boolean) as yes, cast(${false} as boolean) as no, cast(${7n} as bigint) as i, cast(${null} as ${d.types.decimal(38, 18)}) as a`
      );
      expect(answer).toEqual([{yes: true, no: false, i: "7", a: null}]);
    }
  },
  {
    title: "compares text by its characters, with capital letters apart",
    run: async ({rows}) => {
      const values = [["b"], ["B"], ["a"], ["ä"], ["A"]];
      const answer = await rows((d) => sql`select s from ${table(d, "v", {s: text}, values)} order by s`);
      expect(answer.map((row) => row["s"])).toEqual(["A", "B", "a", "b", "ä"]);
    }
  },
  {
    title: "finds patterns with like and its escape",
    run: async ({rows}) => {
      const values = [["50% off"], ["50 off"], ["a_b"], ["axb"]];
      const ask = async (pattern: string): Promise<unknown[]> => {
        const answer = await rows(
          (d) => sql`select s from ${table(d, "v", {s: text}, values)} where s like ${pattern} escape '\\' order by n`
        );
        return answer.map((row) => row["s"]);
      };
      expect(await ask("50%off")).toEqual(["50% off", "50 off"]);
      expect(await ask("50\\%%")).toEqual(["50% off"]);
      expect(await ask("a\\_b")).toEqual(["a_b"]);
      expect(await ask("a_b")).toEqual(["a_b", "axb"]);
    }
  },
  {
    title: "matches regular expressions anywhere in a text",
    run: async ({rows}) => {
      const values = ["Amazon S3", "Amazon EC2", "not Amazon S3", "amazon s3", "line\nbreak", "Größe 😀", ""];
      const ask = async (pattern: string): Promise<unknown[]> => {
        const answer = await rows(
          (d) =>
            sql`select s from ${table(
              d,
              "v",
              {s: text},
              values.map((one) => [one])
            )} where ${d.matches(sql`s`, sql`${pattern}`)} order by n`
        );
        return answer.map((row) => row["s"]);
      };
      expect(await ask("^Amazon S3")).toEqual(["Amazon S3"]);
      expect(await ask("S3$")).toEqual(["Amazon S3", "not Amazon S3"]);
      expect(await ask("[A-Z]C\\d")).toEqual(["Amazon EC2"]);
      expect(await ask("(?i)amazon s3")).toEqual(["Amazon S3", "not Amazon S3", "amazon s3"]);
      expect(await ask("line.break")).toEqual([]);
      expect(await ask("^break")).toEqual([]);
      expect(await ask("Gr.{2}e .$")).toEqual(["Größe 😀"]);
      expect(await ask("^$")).toEqual([""]);
      expect(await ask("a(b|m)a")).toEqual(
        ["Amazon S3", "Amazon EC2", "not Amazon S3", "amazon s3"].filter((one) => /a(b|m)a/.test(one))
      );
      const unknown = await rows(
        (d) => sql`select ${d.matches(sql`cast(${null} as ${d.types.text})`, sql`${"a"}`)} as m`
      );
      expect(unknown).toEqual([{m: null}]);
    }
  },
  {
    title: "looks up the values of a map, null where there is none",
    run: async ({rows}) => {
      const answer = await rows((d) => {
        const tags = sql`map(array['team', 'it''s', ''], array['core', 'x', null])`;
        const missing = sql`cast(${null} as map(${d.types.text}, ${d.types.text}))`;
        return sql`select ${d.element(tags, sql`${"team"}`)} as a, ${d.element(tags, sql`${"it's"}`)} as b, ${d.element(tags, sql`${""}`)} as c, ${d.element(tags, sql`${"Team"}`)} as d, ${d.element(missing, sql`${"team"}`)} as e`;
      });
      expect(answer).toEqual([{a: "core", b: "x", c: null, d: null, e: null}]);
    }
  },
  {
    title: "lists the keys of maps",
    run: async ({rows}) => {
      const answer = await rows(
        (d) =>
          sql`select u.k, count(*) as n from (values (map(array['team', 'env'], array['a', 'b'])), (map(array['team'], array['c'])), (null)) as v(tags) cross join unnest(${d.keys(sql`v.tags`)}) as u(k) group by 1 order by 1`
      );
      expect(answer).toEqual([
        {k: "env", n: "1"},
        {k: "team", n: "2"}
      ]);
    }
  },
  {
    title: "gives maps and lists as objects and arrays",
    run: async ({rows}) => {
      const answer = await rows(
        (d) =>
          sql`select map(array['a', '__proto__'], array[cast(${"1.50"} as ${d.types.decimal(10, 2)}), null]) as m, array[cast(${"x"} as ${d.types.text}), null] as l`
      );
      const [{m, l} = {}] = answer;
      expect(Object.entries(m ?? {})).toEqual([
        ["a", "1.50"],
        ["__proto__", null]
      ]);
      expect(l).toEqual(["x", null]);
    }
  }
];
