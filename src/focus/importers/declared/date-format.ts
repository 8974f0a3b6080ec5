import {literal, type Query, raw, sql} from "../../../engine/query.ts";
import {DeclarationError} from "./problem.ts";

/** Parts of a date format, longest first, with what they match. */
const parts: readonly (readonly [string, string])[] = [
  ["YYYY", "([0-9]{4})"],
  ["MMM", "([A-Za-z]{3})[a-z]*"],
  ["MM", "([0-9]{1,2})"],
  ["DD", "([0-9]{1,2})"],
  ["hh", "([0-9]{2})"],
  ["mm", "([0-9]{2})"],
  ["ss", "([0-9]{2})"]
];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Makes ISO text of a date written as `format`, in UTC: any order of YYYY, MM or MMM (an English month), DD, hh, mm, ss
 * with signs between them; without a day the first of the month. `unix` and `unix-ms` are seconds and milliseconds since
 * 1970. Other text stays as it is, so that only ISO is read of it. Throws `DeclarationError` for no format.
 */
export function dateReader(name: string, format: string | undefined): (text: Query) => Query {
  if (format === undefined) return (text) => text;
  if (format === "unix" || format === "unix-ms") return unixReader(format === "unix" ? "1000000" : "1000");
  const {pattern, order} = patternOf(name, format);
  return (text) => {
    const group = (part: string): Query | null => {
      const index = order.indexOf(part);
      return index < 0 ? null : sql`regexp_extract(t, ${literal(pattern)}, ${raw(String(index + 1))})`;
    };
    const two = (value: Query | null, otherwise: string): Query =>
      value === null ? literal(otherwise) : sql`lpad(${value}, 2, '0')`;
    const named = group("MMM");
    const month = named === null ? two(group("MM"), "01") : monthOf(named);
    const date = sql`concat(${group("YYYY") ?? literal("")}, '-', ${month}, '-', ${two(group("DD"), "01")})`;
    const clock = order.includes("hh")
      ? sql`concat('T', ${two(group("hh"), "00")}, ':', ${two(group("mm"), "00")}, ':', ${two(group("ss"), "00")}, 'Z')`
      : literal("");
    return sql`list_transform([${text}], lambda t: case when regexp_full_match(t, ${literal(pattern)}) then concat(${date}, ${clock}) else t end)[1]`;
  };
}

function patternOf(name: string, format: string): {readonly pattern: string; readonly order: readonly string[]} {
  const order: string[] = [];
  let pattern = "";
  let rest = format;
  while (rest !== "") {
    const [word, match] = parts.find(([part]) => rest.startsWith(part)) ?? [];
    if (word !== undefined && match !== undefined) {
      if (order.includes(word)) throw wrong(name, `${format} has ${word} twice`);
      order.push(word);
      // Without signs between them the digits of each part are as many as are written.
      pattern += /^[YMDhms]/.test(rest.slice(word.length)) ? match.replace("{1,2}", "{2}") : match;
      rest = rest.slice(word.length);
    } else {
      const sign = rest.charAt(0);
      if (/[A-SU-Za-z0-9]/.test(sign)) throw wrong(name, `${format} is no format of dates`);
      pattern += /[\s]/.test(sign) ? " +" : sign.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
      rest = rest.slice(1);
    }
  }
  if (!order.includes("YYYY") || !(order.includes("MM") || order.includes("MMM")))
    throw wrong(name, `${format} lacks the year or the month`);
  return {pattern, order};
}

function wrong(name: string, message: string): DeclarationError {
  return new DeclarationError(
    ["columns", name, "format"],
    message,
    "Write YYYY, MM or MMM, DD, hh, mm, ss as in DD.MM.YYYY, or unix or unix-ms."
  );
}

function monthOf(text: Query): Query {
  const whens = months.map((month, index) => `when '${month}' then '${String(index + 1).padStart(2, "0")}'`).join(" ");
  return sql`case lower(${text}) ${raw(whens)} else '??' end`;
}

function unixReader(micros: string): (text: Query) => Query {
  return (text) =>
    sql`list_transform([${text}], lambda t: case when regexp_full_match(t, '[0-9]{1,15}(\\.0+)?')
      then strftime(make_timestamp(cast(split_part(t, '.', 1) as bigint) * ${raw(micros)}), '%Y-%m-%dT%H:%M:%S.%fZ') else (t || ' ?') end)[1]`;
}
