import {basename, resolve} from "node:path";
import {counted} from "../../counted.ts";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {compare, isAmount, normalise} from "../../money/amount.ts";
import {isCurrency} from "../../money/currency.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {isDay} from "../../time/day.ts";
import {recordEvent} from "../catalog.ts";
import {ratesImport as importContract, ratesList as listContract} from "../contract.ts";
import type {InputFile} from "../input/file.ts";
import {type TableLine, tableLines} from "../input/small-table.ts";
import {lakeOf} from "../open.ts";
import type {Rate} from "../rate-source.ts";
import {ratesOf, revisionOf} from "../rates.ts";

export const ratesImportOperation = operation(importContract, ratesImport);
export const ratesListOperation = operation(listContract, (_, context) => ratesList(context));

const shape = {required: ["day", "base", "quote", "rate"], optional: null, things: "rates", most: 1_000_000} as const;

/** Takes a file of rates as a whole or not at all. */
export async function ratesImport(
  input: Input<typeof importContract>,
  context: Context
): Promise<Output<typeof importContract>> {
  const {effects, caller, signal} = context;
  const file = {name: input.file, path: resolve(effects.cwd(), input.file)};
  const offered = await readRates(file, signal);
  const {store, organisation} = await context.use(lakeOf);
  return store.transaction(async (tx) => {
    const known = new Map((await ratesOf(tx, organisation, input.set)).map((rate) => [keyOf(rate), rate]));
    const added = offered.filter((rate) => !known.has(keyOf(rate)));
    const changed = offered.filter((rate) => {
      const old = known.get(keyOf(rate));
      return old !== undefined && compare(old.rate, rate.rate) !== 0;
    });
    refuseChanges(input, known, changed);
    for (const rate of [...added, ...changed]) known.set(keyOf(rate), rate);
    const all = [...known.values()];
    const revision = revisionOf(all);
    if (!input.dryRun && added.length + changed.length > 0) {
      const imported = nowText(effects);
      const set = {organisation, id: input.set, revision, origin: basename(input.file), imported_at: imported};
      await tx
        .insertInto("rate_set")
        .values(set)
        .onConflict((conflict) =>
          conflict.columns(["organisation", "id"]).doUpdateSet({revision, origin: set.origin, imported_at: imported})
        )
        .execute();
      for (const rate of [...added, ...changed])
        await tx
          .insertInto("rate")
          .values({organisation, rate_set: input.set, ...rate})
          .onConflict((conflict) =>
            conflict.columns(["organisation", "rate_set", "base", "quote", "day"]).doUpdateSet({rate: rate.rate})
          )
          .execute();
      const detail = {revision, added: added.length, changed: changed.length};
      const event = {organisation, caller: caller.id, operation: "rates.import", subject: input.set, detail};
      await recordEvent(tx, event, effects);
    }
    const days = offered.map(({day}) => day).toSorted();
    return {
      dryRun: input.dryRun,
      set: input.set,
      revision,
      added: added.length,
      changed: changed.length,
      unchanged: offered.length - added.length - changed.length,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      pairs: [...new Set(offered.map(({base, quote}) => `${base}/${quote}`))].toSorted()
    };
  });
}

function keyOf({base, quote, day}: Rate): string {
  return `${base} ${quote} ${day}`;
}

function refuseChanges(
  {replace, set}: Input<typeof importContract>,
  known: ReadonlyMap<string, Rate>,
  changed: readonly Rate[]
): void {
  const [first] = changed;
  if (first === undefined || replace) return;
  throw new UserError(
    "rates.changed",
    `${counted(changed.length, "rate")} of set ${set} would change, such as ${first.base}/${first.quote} on ${first.day} from ${known.get(keyOf(first))?.rate ?? ""} to ${first.rate}`,
    {remedy: "That would change past answers. Use --replace if it is right, or another --set. Nothing was changed."}
  );
}

async function readRates(file: InputFile, signal: AbortSignal): Promise<readonly Rate[]> {
  const rates = new Map<string, Rate>();
  for await (const line of tableLines(file, shape, signal)) {
    const rate = rateOf(line);
    const twin = rates.get(keyOf(rate));
    if (twin !== undefined && twin.rate !== rate.rate)
      throw line.fault("day", `${rate.base}/${rate.quote} has two rates on ${rate.day}`);
    rates.set(keyOf(rate), rate);
  }
  return [...rates.values()];
}

function rateOf({field, fault}: TableLine): Rate {
  const [day, base, quote, rate] = [field("day"), field("base"), field("quote"), field("rate")];
  if (!isDay(day)) throw fault("day", `"${day}" is not a day such as 2026-10-01`);
  for (const [column, code] of [["base", base] as const, ["quote", quote] as const])
    if (!isCurrency(code)) throw fault(column, `"${code}" is not an ISO 4217 currency code`);
  if (base === quote) throw fault("quote", `${base} to itself has no rate`);
  if (!isAmount(rate) || compare(rate, "0") <= 0) throw fault("rate", `"${rate}" is not a rate above zero`);
  return {day, base, quote, rate: normalise(rate, {trailingZeros: false})};
}

async function ratesList(context: Context): Promise<Output<typeof listContract>> {
  const {store, organisation} = await context.use(lakeOf);
  const rows = await store.db
    .selectFrom("rate")
    .innerJoin("rate_set", (on) =>
      on.onRef("rate_set.id", "=", "rate.rate_set").onRef("rate_set.organisation", "=", "rate.organisation")
    )
    .select((select) => [
      "rate.rate_set as set",
      "rate.base",
      "rate.quote",
      "rate_set.revision",
      "rate_set.imported_at as importedAt",
      select.fn.min("rate.day").as("from"),
      select.fn.max("rate.day").as("to"),
      select.fn.countAll().as("days")
    ])
    .where("rate.organisation", "=", organisation)
    .groupBy(["rate.rate_set", "rate.base", "rate.quote", "rate_set.revision", "rate_set.imported_at"])
    .orderBy("rate.rate_set")
    .orderBy("rate.base")
    .orderBy("rate.quote")
    .execute();
  return {
    rows: rows.map(({set, base, quote, from, to, days, revision, importedAt}) => ({
      set,
      pair: `${base}/${quote}`,
      from,
      to,
      days: Number(days), // a count of days
      revision,
      importedAt
    }))
  };
}
