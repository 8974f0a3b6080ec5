import {expect} from "vitest";
import {parseTrino} from "../../../test/trino-grammar.ts";
import type {Dialect} from "../dialect.ts";
import type {Engine, Row, RunOptions} from "../engine.ts";
import type {Query, Value} from "../query.ts";
import {identifier, join, raw, render, sql} from "../query.ts";
import {trinoDialect} from "../trino/dialect.ts";

/** A query written once, for whatever dialect it is asked in. */
export type Build = (dialect: Dialect) => Query;

/** An engine that is asked; every query is also read by a Trino grammar in the form that Trino would get. */
export interface Asked {
  readonly engine: Engine;
  rows(build: Build, options?: RunOptions): Promise<readonly Row[]>;
  stream(build: Build, options?: RunOptions): AsyncIterable<readonly Row[]>;
}

export interface Case {
  readonly title: string;
  run(asked: Asked): Promise<void>;
}

export function askedOf(engine: Engine): Asked {
  const parsed = new Set<string>();
  const trino = trinoDialect({prefix: ["hive", "lake"]});
  const built = (build: Build): Query => {
    const text = render(build(trino), trino.placeholder);
    if (!parsed.has(text)) expect(parseTrino(text), text).toEqual([]);
    parsed.add(text);
    return build(engine.dialect);
  };
  return {
    engine,
    rows: async (build, options) => engine.rows(built(build), options),
    stream: (build, options) => engine.stream(built(build), options)
  };
}

/** A column of a table of constants, and its type. */
export type Columns = Readonly<Record<string, (types: Dialect["types"]) => Query>>;

export const text = (types: Dialect["types"]): Query => types.text;
export const instant = (types: Dialect["types"]): Query => types.instant;
export const amount = (types: Dialect["types"]): Query => types.decimal(38, 18);
export const whole = (): Query => raw("bigint");

/** Rows of constants, bound and cast, for the FROM clause; `n` counts them from 0. */
export function table(dialect: Dialect, name: string, columns: Columns, rows: readonly (readonly Value[])[]): Query {
  const types = Object.values(columns).map((type) => type(dialect.types));
  const lines = rows.map((row, n) => {
    const cells = row.map((value, index) => sql`cast(${value} as ${types[index] ?? raw("varchar")})`);
    return sql`(${join([raw(String(n)), ...cells])})`;
  });
  return sql`(values ${join(lines)}) as ${identifier(name)}(n, ${join(Object.keys(columns).map((column) => identifier(column)))})`;
}

/** 10^`power` rows with a number from 0 in column `i`, for the FROM clause. */
export function numbers(power: number): Query {
  const digits = join(Array.from({length: 10}, (_, n) => raw(`(${n})`)));
  const places = Array.from({length: power}, (_, n) => raw(`d${n}`));
  const sum = join(
    places.map((place, n) => sql`${place}.d * ${raw(String(10 ** n))}`),
    " + "
  );
  const tables = join(
    places.map((place) => sql`(values ${digits}) as ${place}(d)`),
    " cross join "
  );
  return sql`(select ${sum} as i from ${tables}) as numbers`;
}
