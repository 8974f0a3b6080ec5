import {pixel} from "../format/amount.ts";

const width = 84;
const height = 22;

/** The course of an amount in a table's row, from a baseline of zero. The figures are in the table's other columns. */
export function Sparkline({values, title}: {readonly values: readonly (string | null)[]; readonly title: string}) {
  const numbers = values.map(pixel);
  const top = Math.max(0, ...numbers);
  const bottom = Math.min(0, ...numbers);
  const range = top - bottom || 1;
  const y = (value: number): string => ((1 - (value - bottom) / range) * (height - 2) + 1).toFixed(1);
  const x = (index: number): string => ((index / Math.max(1, numbers.length - 1)) * width).toFixed(1);
  const line = numbers.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("");
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={title}>
      <path className="sparkline-area" d={`${line}L${width} ${y(0)}L0 ${y(0)}Z`} />
      <path className="sparkline-line" d={line} />
    </svg>
  );
}
