import {add, compare, divide, isZero, multiply, negate, round, subtract} from "../../../money/amount.ts";

/** Exact decimals for people. Everything here works on the text: an amount becomes a number only in a chart. */

const group = /\B(?=(\d{3})+$)/g;

/** `1234.5` as `1,234.50`: rounded half away from zero. What would round to nothing shows as smaller than the last digit. */
export function amount(text: string, decimals = 2): string {
  const rounded = round(text, decimals);
  if (isZero(rounded) && !isZero(text)) {
    const least = decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`;
    return text.startsWith("-") ? `>−${least}` : `<${least}`;
  }
  return grouped(rounded);
}

/** With cents where they matter: below a thousand. Headline figures only; tables keep one number of decimals. */
export function headline(text: string): string {
  return amount(text, isAtLeast(text, "1000") ? 0 : 2);
}

/** Few digits for axes and labels: `1.2k`, `3.4M`. */
export function short(text: string): string {
  for (const [unit, letter] of [
    ["1000000000", "bn"],
    ["1000000", "M"],
    ["1000", "k"]
  ] as const) {
    if (!isAtLeast(text, unit)) continue;
    const value = divide(text, unit, isAtLeast(text, `${unit}00`) ? 0 : 1);
    return `${grouped(value.replace(/\.0$/, ""))}${letter}`;
  }
  return amount(text, isAtLeast(text, "100") ? 0 : isZero(text) ? 0 : 2);
}

/** A ratio such as `0.0312` as `3.1 %`. */
export function percent(ratio: string, decimals = 1): string {
  return `${amount(multiply(ratio, "100", decimals + 3), decimals)} %`;
}

/** `part` as a share of `whole`; null where the whole is nothing. */
export function share(part: string, whole: string): string | null {
  return isZero(whole) ? null : divide(part, whole, 6);
}

/** The change as a share of what it changed from, whose sign does not count; null where that was nothing. */
export function changeRatio(now: string, before: string): string | null {
  return isZero(before) ? null : divide(subtract(now, before), absolute(before), 6);
}

export function absolute(text: string): string {
  return text.startsWith("-") ? negate(text) : text;
}

export function isNegative(text: string): boolean {
  return compare(text, "0") < 0;
}

function isAtLeast(text: string, least: string): boolean {
  return compare(absolute(text), least) >= 0;
}

/** The amount as a number for a coordinate on the screen. Never for a figure that is read. */
export function pixel(text: string | null): number {
  return text === null ? 0 : Number(text);
}

function grouped(text: string): string {
  const [whole = "0", fraction] = text.replace(/^-/, "").split(".");
  const sign = text.startsWith("-") && !isZero(text) ? "−" : "";
  return `${sign}${whole.replaceAll(group, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Whole numbers, thousands separated. */
export function count(value: number): string {
  return grouped(String(value));
}

/** A count with its noun: `1 row`, `2,000 rows`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** Decimal bytes: `1.2 MB`. */
export function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let size = value;
  let index = 0;
  while (size >= 1000 && index < units.length - 1) {
    size /= 1000;
    index += 1;
  }
  return `${size >= 100 || index === 0 ? Math.round(size) : size.toFixed(1)} ${units[index] ?? "B"}`;
}

export {add, compare, divide, isZero, multiply, subtract};
