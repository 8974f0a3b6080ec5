import {literal, type Query, sql} from "../../../engine/query.ts";

// A text in single or double quotes, a word that JSON writes otherwise, or what stands between.
const tokens = `'(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*"|None|True|False|[^'"NTF]+|.`;

/**
 * JSON text as it is; a list or object as Python prints it, with single quotes and None, as the JSON that it means. Some
 * exports to CSV write lists that way. What is neither comes out as something that is no JSON.
 */
export function jsonOfPython(text: Query): Query {
  const inner = sql`replace(replace(substr(t, 2, length(t) - 2), '\\''', ''''), '"', '\\"')`;
  const token = sql`case when starts_with(t, '''') then '"' || ${inner} || '"'
    when t = 'None' then 'null' when t in ('True', 'False') then lower(t) else t end`;
  return sql`case when ${text} = '[]' or json_valid(${text}) then ${text}
    when ${text} like '[%' or ${text} like '{%' then
      array_to_string(list_transform(regexp_extract_all(${text}, ${literal(tokens)}, 0, 's'), lambda t: ${token}), '')
    else ${text} end`;
}
