import {expect} from "vitest";
import {UserError} from "../../errors.ts";
import type {Row} from "../engine.ts";
import type {Query} from "../query.ts";
import {raw, sql} from "../query.ts";
import type {Asked, Case} from "./case.ts";
import {numbers} from "./case.ts";

/** Work for hours, which no optimizer takes away. */
const endless = (): Query => sql`select count(*) as n from ${numbers(13)} where (i * 7919) % 1000003 = 17`;

export const running: readonly Case[] = [
  {
    title: "says its version",
    run: async ({engine}) => {
      expect(await engine.version()).toMatch(/^\d+/);
      expect(engine.name).toMatch(/^[a-z]+$/);
    }
  },
  {
    title: "answers with no rows where there are none",
    run: async ({rows, stream}) => {
      const none = (): Query => sql`select i from ${numbers(1)} where i < 0`;
      expect(await rows(none)).toEqual([]);
      expect(await Array.fromAsync(stream(none))).toEqual([]);
    }
  },
  {
    title: "keeps the order asked for, over many rows",
    run: async ({rows}) => {
      const answer = await rows(() => sql`select i from ${numbers(4)} order by i desc`);
      expect(answer.map((row) => row["i"])).toEqual(Array.from({length: 10_000}, (_, n) => String(9_999 - n)));
    }
  },
  {
    title: "streams more rows than a batch, each once and in order",
    run: async ({stream}) => {
      const batches = await Array.fromAsync(stream(() => sql`select i from ${numbers(5)} order by i`));
      expect(batches.length).toBeGreaterThan(1);
      expect(batches.every((batch) => batch.length > 0)).toBe(true);
      const values = batches.flat().map((row) => row["i"]);
      expect(values).toHaveLength(100_000);
      expect(values.every((value, n) => value === String(n))).toBe(true);
    }
  },
  {
    title: "streams only as far as somebody reads",
    run: async (asked) => {
      for (let round = 0; round < 8; round += 1) {
        let first: readonly Row[] = [];
        for await (const batch of asked.stream(() => sql`select i from ${numbers(8)}`)) {
          first = batch;
          break;
        }
        expect(first.length).toBeGreaterThan(0);
      }
      await usable(asked);
    }
  },
  {
    title: "answers several questions at once, each with its own answer",
    run: async ({rows}) => {
      const answers = await Promise.all(
        Array.from({length: 12}, async (_, n) =>
          rows(() => sql`select sum(i) + ${raw(String(n))} as total from ${numbers(4)}`, {caller: `caller ${n % 3}`})
        )
      );
      expect(answers).toEqual(Array.from({length: 12}, (_, n) => [{total: String(49_995_000 + n)}]));
    }
  },
  {
    title: "begins nothing that is cancelled already",
    run: async (asked) => {
      const options = {signal: AbortSignal.abort()};
      await expect(asked.rows(endless, options)).rejects.toMatchObject({code: "cancelled"});
      await expect(Array.fromAsync(asked.stream(endless, options))).rejects.toMatchObject({code: "cancelled"});
      await usable(asked);
    }
  },
  {
    title: "stops what is cancelled while it runs",
    run: async (asked) => {
      await expect(asked.rows(endless, {signal: AbortSignal.timeout(100)})).rejects.toMatchObject({code: "cancelled"});
      await expect(Array.fromAsync(asked.stream(endless, {signal: AbortSignal.timeout(100)}))).rejects.toMatchObject({
        code: "cancelled"
      });
      await usable(asked);
    }
  },
  {
    title: "stops what is cancelled before it has really begun",
    run: async (asked) => {
      for (let round = 0; round < 5; round += 1) {
        const control = new AbortController();
        const answer = asked.rows(endless, {signal: control.signal});
        control.abort();
        await expect(answer).rejects.toMatchObject({code: "cancelled"});
      }
      await usable(asked);
    }
  },
  {
    title: "stops a stream that is cancelled between two batches",
    run: async (asked) => {
      const control = new AbortController();
      const read = async (): Promise<void> => {
        for await (const batch of asked.stream(() => sql`select i from ${numbers(8)}`, {signal: control.signal})) {
          expect(batch.length).toBeGreaterThan(0);
          control.abort();
        }
      };
      await expect(read()).rejects.toMatchObject({code: "cancelled"});
      await usable(asked);
    }
  },
  {
    title: "stops many questions, those that wait and those that run",
    run: async (asked) => {
      const control = new AbortController();
      const answers = Array.from({length: 8}, async () => asked.rows(endless, {signal: control.signal}));
      setTimeout(() => control.abort(), 50);
      const codes = (await Promise.allSettled(answers)).map((one) =>
        one.status === "rejected" && one.reason instanceof UserError ? one.reason.code : one.status
      );
      expect(codes).toEqual(answers.map(() => "cancelled"));
      await usable(asked);
    }
  },
  {
    title: "fails without showing the query, and goes on",
    run: async (asked) => {
      const secret = "secret_column";
      const failure: unknown = await asked
        .rows(() => sql`select ${raw(secret)} from ${numbers(1)}`)
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UserError);
      expect(failure).toMatchObject({code: "engine.failed", remedy: expect.any(String)});
      expect((failure as Error).message).not.toContain(secret);
      expect(String((failure as Error).cause)).toContain(secret);
      await usable(asked);
    }
  },
  {
    title: "fails where a value cannot be read, with no part of the value in the message",
    run: async (asked) => {
      const failure: unknown = await asked
        .rows((d) => sql`select cast(${"not a number"} as ${d.types.decimal(38, 18)}) as a`)
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({code: "engine.failed"});
      expect((failure as Error).message).not.toContain("not a number");
      await usable(asked);
    }
  },
  {
    title: "says what is wrong with a regular expression",
    run: async (asked) => {
      const ask = asked.rows((d) => sql`select ${d.matches(sql`s`, sql`${"(["}`)} as m from (values ('a')) as v(s)`);
      await expect(ask).rejects.toMatchObject({code: "filter.invalid"});
      await usable(asked);
    }
  }
];

async function usable({rows}: Asked): Promise<void> {
  expect(await rows(() => sql`select 1 as one`)).toEqual([{one: "1"}]);
}
