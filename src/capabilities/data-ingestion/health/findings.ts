import {counted} from "../../../counted.ts";
import {compare, divide} from "../../../money/amount.ts";
import type {Drift, Finding, Money} from "../contract.ts";
import {byCurrency} from "../tie/amounts.ts";
import type {Check, FindingLevel} from "../words.ts";
import type {Figures} from "./source-health.ts";
import type {Thresholds} from "./thresholds.ts";

interface Found {
  readonly level: FindingLevel;
  readonly text: string;
  readonly money?: readonly Money[];
  readonly since?: string | null;
  readonly filter?: string | null;
  /** What tells it from other findings of the same check and source. */
  readonly subject?: string;
}

/** What is wrong with a source, in words without amounts; the gravest first. */
export function findingsOf(figures: Figures, drift: readonly Drift[], thresholds: Thresholds): Finding[] {
  const found: readonly (readonly [Check, readonly Found[]])[] = [
    ["late", late(figures, thresholds)],
    ["missing-period", missingPeriods(figures)],
    ["missing-days", missingDaysOf(figures)],
    ["held", held(figures)],
    ["quarantine", quarantine(figures)],
    ["missing-account", lost(figures.completeness.missingAccounts, "Sub account", figures.source, "subaccount")],
    ["missing-service", lost(figures.completeness.missingServices, "Service", figures.source, "service")],
    ["duplicates", duplicates(figures, thresholds)],
    ["mixed-currencies", mixed(figures)],
    ["orphan-commitment", orphans(figures)],
    ["unused-commitment", unused(figures)],
    ["row-change", changed(figures, "rows")],
    ["cost-change", changed(figures, "billed")],
    ["delay", delay(figures, thresholds)],
    ["canonical", canonical(figures, thresholds)],
    ["conformance", conformance(figures, thresholds)],
    ["schema-drift", drifted(drift)]
  ];
  return found
    .flatMap(([check, all]) => all.map((one) => finding(check, figures.source, one)))
    .toSorted((a, b) => (a.level === b.level ? 0 : a.level === "broken" ? -1 : 1));
}

export function finding(check: Check, source: string, found: Found): Finding {
  const {level, text, money = [], since = null, filter = null, subject} = found;
  const key = ["data-quality", check, source, ...(subject === undefined ? [] : [subject])].join(":").slice(0, 300);
  return {key, check, source, level, text, money: [...money], since, filter};
}

function late({delivery}: Figures, thresholds: Thresholds): readonly Found[] {
  const {everyHours, ageHours, cadence, last, dataThrough} = delivery;
  if (everyHours === null) return [];
  if (last === null || ageHours === null)
    return [{level: "broken", text: `Nothing was ever delivered; expected is a ${cadence ?? ""} delivery.`}];
  const level = (hours: number): FindingLevel | null =>
    hours > everyHours * thresholds.number("late-broken")
      ? "broken"
      : hours > everyHours * thresholds.number("late-attention")
        ? "attention"
        : null;
  const ofDelivery = level(ageHours);
  if (ofDelivery !== null) {
    const text = `The last delivery came ${ageText(ageHours)} ago; expected is a ${cadence ?? ""} one.`;
    return [{level: ofDelivery, text, since: last.slice(0, 10)}];
  }
  if (dataThrough === null) return [];
  // What a delivery reaches to is as old as the vendor makes it: one cadence more is allowed.
  const behind = Temporal.Instant.from(dataThrough).until(last).total("hours");
  const ofData = level(behind - everyHours);
  if (ofData === null) return [];
  const text = `The last delivery came in time, and its usage ends ${ageText(behind)} before it.`;
  return [{level: ofData, text, since: dataThrough.slice(0, 10)}];
}

function ageText(hours: number): string {
  return hours < 72 ? counted(Math.round(hours), "hour") : counted(Math.round(hours / 24), "day");
}

function missingPeriods({completeness}: Figures): readonly Found[] {
  const {missingPeriods: missing} = completeness;
  if (missing.length === 0) return [];
  return [{level: "broken", text: `There is no delivery of ${listed(missing)}.`, since: missing[0] ?? null}];
}

function missingDaysOf({completeness, source}: Figures): readonly Found[] {
  return [...Map.groupBy(completeness.missingDays, (day) => day.slice(0, 7))].map(([month, days]) => ({
    level: "broken",
    text: `There is no usage on ${listed(days)}, where the weeks before let one expect some.`,
    since: days[0] ?? null,
    filter: `source = '${source}'`,
    subject: month
  }));
}

function held({held: {snapshots, rows, money}}: Figures): readonly Found[] {
  if (snapshots === 0) return [];
  const text = `${counted(snapshots, "delivery").replace("deliverys", "deliveries")} with ${counted(rows, "row")} ${snapshots === 1 ? "is" : "are"} held back and not counted.`;
  return [{level: "broken", text, money}];
}

function quarantine({quarantined: {rows, money}}: Figures): readonly Found[] {
  return rows === 0
    ? []
    : [
        {
          level: "attention",
          text: `${counted(rows, "row")} could not be read exactly and ${rows === 1 ? "is" : "are"} not counted.`,
          money
        }
      ];
}

function lost(
  all: Figures["completeness"]["missingAccounts"],
  noun: string,
  source: string,
  field: string
): readonly Found[] {
  return all.map(({id, lastPeriod, money}) => ({
    level: "attention",
    text: `${noun} ${id} had charges each month until ${lastPeriod}, and has none since.`,
    money,
    since: lastPeriod,
    filter: `source = '${source}' and ${field} = '${id.replaceAll("'", "''")}'`,
    subject: id
  }));
}

function duplicates(
  {duplicates: {files, rows, money}, source, rows: all}: Figures,
  thresholds: Thresholds
): readonly Found[] {
  const twice = files.map(({name, money: each}): Found => ({
    level: "broken",
    text: `The file ${name} counts in more than one source or partition, so its charges are there twice.`,
    money: each,
    subject: name
  }));
  const isMany = all > 0 && compare(divide(String(rows), String(all), 6), thresholds.text("duplicate-share")) > 0;
  if (!isMany) return twice;
  const text = `${counted(rows, "charge")} of the last complete month are there more than once, the same in every column.`;
  return [...twice, {level: "attention", text, money, filter: `source = '${source}'`}];
}

function mixed({mixedCurrencies, source}: Figures): readonly Found[] {
  return [...Map.groupBy(mixedCurrencies, ({subAccount}) => subAccount)].map(([subAccount, all]) => ({
    level: "attention",
    text: `Sub account ${subAccount} is billed in ${listed([...new Set(all.flatMap(({money}) => money.map(({currency}) => currency)))])} in ${listed(all.map(({period}) => period))}.`,
    money: byCurrency(all.flatMap(({money}) => money)),
    filter: `source = '${source}' and subaccount = '${subAccount.replaceAll("'", "''")}'`,
    subject: subAccount
  }));
}

function orphans({commitments, source}: Figures): readonly Found[] {
  return commitments.withoutPurchase
    .filter(({explained}) => !explained)
    .map(({id, from, money}) => ({
      level: "attention",
      text: `Commitment ${id} covers charges since ${from}, and there is no purchase of it in any month.`,
      money,
      since: from,
      filter: `source = '${source}' and commitment = '${id.replaceAll("'", "''")}'`,
      subject: id
    }));
}

function unused({commitments, source}: Figures): readonly Found[] {
  return commitments.withoutUse.map(({id, from, money}) => ({
    level: "attention",
    text: `Commitment ${id} was bought on ${from}, and no charge names it as used or unused.`,
    money,
    since: from,
    filter: `source = '${source}' and commitment = '${id.replaceAll("'", "''")}'`,
    subject: id
  }));
}

function changed({changes, source}: Figures, metric: "rows" | "billed"): readonly Found[] {
  const own = changes.filter((change) => change.metric === metric);
  const [first] = own;
  if (first === undefined) return [];
  const days = [...new Set(own.map(({day}) => day))];
  const sense = own.every(({ratio}) => ratio.startsWith("0")) ? "far fewer" : "far more or fewer";
  const what = metric === "rows" ? `${sense} rows` : `${sense === "far fewer" ? "far less" : "far more or less"} cost`;
  return [
    {
      level: "attention",
      text: `There is ${what} than on the same weekdays before, on ${listed(days)}.`,
      money: byCurrency(own.flatMap(({currency, value}) => (currency === null ? [] : [{currency, amount: value}]))),
      since: first.day,
      filter: `source = '${source}'`
    }
  ];
}

function delay({delay: {p95Hours, minimum}, delivery}: Figures, thresholds: Thresholds): readonly Found[] {
  // What comes once a month cannot be seen sooner, and is as late as was agreed.
  const agreed = (delivery.everyHours ?? 0) * thresholds.number("late-attention");
  if (p95Hours === null || p95Hours <= Math.max(agreed, thresholds.number("delay-attention"))) return [];
  const least = minimum === null ? "" : `; ${minimum.vendor} makes ${minimum.hours} hours possible`;
  return [{level: "attention", text: `It takes ${ageText(p95Hours)} until 95 % of the cost can be seen${least}.`}];
}

function canonical({canonical: {serviceCategory}}: Figures, thresholds: Thresholds): readonly Found[] {
  if (serviceCategory === null || compare(serviceCategory, thresholds.text("canonical-share")) >= 0) return [];
  return [{level: "attention", text: "Some rows have a service category that is none of FOCUS, or none at all."}];
}

function conformance({conformance: found}: Figures, thresholds: Thresholds): readonly Found[] {
  if (found === null || found.errors <= thresholds.number("conformance-errors")) return [];
  return [
    {
      level: "attention",
      text: `${counted(found.errors, "rule")} of FOCUS ${found.errors === 1 ? "fails" : "fail"} in the deliveries that count.`
    }
  ];
}

function drifted(drift: readonly Drift[]): readonly Found[] {
  return [...Map.groupBy(drift, ({dataset}) => dataset)].flatMap(([dataset, all]) => {
    const gone = [...new Set(all.flatMap(({removed}) => removed))];
    const [first] = all;
    if (gone.length === 0 || first === undefined) return [];
    const text = `Columns of ${dataset} are gone since ${first.at.slice(0, 10)}: ${listed(gone)}.`;
    return [{level: "attention", text, since: first.at.slice(0, 10), subject: dataset}];
  });
}

function listed(all: readonly string[]): string {
  return all.length > 5 ? `${all.slice(0, 5).join(", ")} and ${all.length - 5} more` : all.join(", ");
}
