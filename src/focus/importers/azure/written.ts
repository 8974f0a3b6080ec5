import {type Query, sql} from "../../../engine/query.ts";

/**
 * Dates with slashes are month, day and year wherever Azure writes them; a text that is no such date stays as it is and
 * is not taken.
 */
export function plainDate(value: Query): Query {
  return sql`case when contains(${value}, '/') then coalesce(strftime(try_strptime(${value},
      ['%m/%d/%y', '%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M:%S %p']), '%Y-%m-%dT%H:%M:%SZ'), ${value})
    else ${value} end`;
}

/**
 * Numbers of portals in languages with a decimal comma: `0,075` and `12,5`. Three digits after a comma may be thousands
 * (`1,234`); unless a zero stands before it such a text is not guessed at.
 */
export function plainNumber(value: Query): Query {
  return sql`case when contains(${value}, ',') and (regexp_full_match(${value}, '-?0,[0-9]+')
      or (regexp_full_match(${value}, '-?[0-9]+,[0-9]+') and not regexp_full_match(${value}, '-?[0-9]{1,3},[0-9]{3}')))
    then replace(${value}, ',', '.') else ${value} end`;
}
