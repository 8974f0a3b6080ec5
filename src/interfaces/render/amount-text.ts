const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether a text is an exact decimal as contracts carry amounts. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/**
 * An exact decimal for people: thousands separated, rounded half away from zero to `decimals`. An amount that would
 * round to nothing is shown as smaller than the last digit, since it is not nothing.
 */
export function amountText(text: string, decimals = 2): string {
  const parts = decimal.exec(text);
  if (parts === null) return text;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  const digits = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  const rounded = (fraction[decimals] ?? "0") >= "5" ? digits + 1n : digits;
  const isZero = /^0*$/.test(whole + fraction);
  if (rounded === 0n && !isZero) return sign === "-" ? `>-${scaled(1n, decimals)}` : `<${scaled(1n, decimals)}`;
  return (rounded === 0n ? "" : sign) + scaled(rounded, decimals);
}

/** An exact decimal with thousands separated and no digit lost. */
export function exactText(text: string): string {
  const parts = decimal.exec(text);
  if (parts === null) return text;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  return `${sign}${grouped(whole)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A whole number with thousands separated. */
export function countText(value: number | bigint | string): string {
  const text = String(value);
  return /^-?\d+$/.test(text) ? grouped(text) : text;
}

/** A ratio such as `0.0312` as `3.1 %`. */
export function percentText(ratio: string): string {
  const parts = decimal.exec(ratio);
  if (parts === null) return ratio;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  const padding = fraction.padEnd(2, "0");
  return `${amountText(`${sign}${BigInt(whole + padding.slice(0, 2))}.${padding.slice(2) || "0"}`, 1)} %`;
}

function scaled(digits: bigint, decimals: number): string {
  const text = digits.toString().padStart(decimals + 1, "0");
  if (decimals === 0) return grouped(text);
  return `${grouped(text.slice(0, -decimals))}.${text.slice(-decimals)}`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}
