import {identifier, raw, sql} from "../../engine/query.ts";
import {type FocusVersion, notAfter} from "../column.ts";
import {extensionColumn, lakeColumns} from "../columns.ts";
import type {Dataset} from "../dataset.ts";
import type {FileColumn} from "./relation.ts";

/**
 * The columns that a delivery had, as its rows have them in the lake. What FOCUS does not name lies in the map `x`; no
 * rule reads it, but one looks at its name.
 */
export function lakeFileColumns(dataset: Dataset, delivered: readonly string[]): readonly FileColumn[] {
  const kinds = new Map(lakeColumns(dataset).map(({name, kind}) => [name, kind]));
  return [...new Set(delivered)].map((name) => {
    const kind = kinds.get(name);
    const column = identifier(kind === undefined ? extensionColumn : name);
    switch (kind) {
      case undefined:
        return {name, type: "MAP", text: sql`cast(null as varchar)`, value: sql`cast(null as varchar)`};
      case "decimal":
        return {name, type: "DECIMAL(38,18)", text: sql`cast(${column} as varchar)`, value: column};
      case "instant":
        return {name, type: "TIMESTAMP", text: sql`strftime(${column}, ${raw("'%Y-%m-%dT%H:%M:%SZ'")})`, value: column};
      case "map":
        return {name, type: "MAP(VARCHAR, VARCHAR)", text: sql`cast(to_json(${column}) as varchar)`, value: column};
      case "text":
      case "json":
        return {name, type: "VARCHAR", text: column, value: column};
    }
  });
}

/** The version whose rules rows of the lake are held against: the names and values of 1.0-preview are those of 1.0 there. */
export function ruledVersion(versions: readonly FocusVersion[]): FocusVersion {
  const newest = versions.reduce<FocusVersion>((a, b) => (notAfter(a, b) ? b : a), "1.0-preview");
  return newest === "1.0-preview" ? "1.0" : newest;
}
