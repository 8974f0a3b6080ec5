import {join as joinPath} from "node:path";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {LakeKind} from "../../focus/columns.ts";
import {spellingsOf} from "../../focus/importers/find-importer.ts";
import type {Importer, NativeColumn, NativeFamily, NativeKind, NativeRows} from "../../focus/importers/importer.ts";
import {type Conversion, writeParquet} from "./convert.ts";
import {findFaults, type Quarantined} from "./faults.ts";
import type {Opened} from "./open-file.ts";
import type {HashedFile} from "./read-file.ts";
import {asText, type Relation, type RelationColumn} from "./relation.ts";
import {absent, reasons, textOf, type TypedColumn, typeOf, valueOf} from "./typing.ts";

/** A file in a vendor's own format, its columns typed exactly, before its importer makes FOCUS of it. */
export interface NativeFile {
  readonly input: HashedFile;
  readonly importer: Importer;
  readonly rows: NativeRows;
  readonly count: number;
  /** Header as delivered. */
  readonly columns: readonly string[];
  /** Columns that its importer does not read. */
  readonly leftOut: readonly string[];
  /** Columns that were binary floats, or are kept as such by the vendor. */
  readonly floats: readonly string[];
  readonly quarantined: readonly Quarantined[];
  readonly notes: readonly string[];
}

/** Types the columns of a native file; rows that cannot be taken exactly go to quarantine. Throws `columns.missing`. */
export async function readNative(
  session: Session,
  input: HashedFile,
  importer: Importer,
  opened: Opened,
  path: string,
  signal: AbortSignal
): Promise<NativeFile> {
  const places = placesOf(importer, opened.relation);
  refuseMissing(importer, places, input);
  const plan = nativePlan(importer, places, opened.relation);
  const count = await writeParquet(session, plan, path, signal);
  const quarantined =
    count === opened.mostRows ? [] : await findFaults(session, input.name, plan, count, opened.text, signal);
  const used = new Set([...places.columns.values(), ...places.families.values()].flat().map(({name}) => name));
  return {
    input,
    importer,
    rows: {
      file: input.name,
      query: sql`read_parquet(${literal(path)})`,
      has: (column) => (places.columns.get(column) ?? places.families.get(column) ?? []).length > 0
    },
    count,
    columns: opened.names,
    leftOut: opened.names.filter((name) => !used.has(name)),
    floats: plan.typed.filter(({float}) => float).map(({name}) => name),
    quarantined,
    notes: opened.notes
  };
}

/** The place of the typed rows of a native file in the staging folder. */
export function nativePath(folder: string, index: number): string {
  return joinPath(folder, `native-${index}.parquet`);
}

/** Which columns of a file are what to its importer; of a family, all that belong to it. */
interface Places {
  readonly columns: ReadonlyMap<string, readonly RelationColumn[]>;
  readonly families: ReadonlyMap<string, readonly RelationColumn[]>;
}

function placesOf({columns, families = []}: Importer, relation: Relation): Places {
  const bySpelling = new Map<string, RelationColumn>();
  for (const column of relation.columns)
    for (const spelling of spellingsOf(column.name)) if (!bySpelling.has(spelling)) bySpelling.set(spelling, column);
  const found = (column: NativeColumn): readonly RelationColumn[] => {
    const first = column.spelled.map((name) => bySpelling.get(name.toLowerCase())).find((each) => each !== undefined);
    return first === undefined ? [] : [first];
  };
  const named = new Map(columns.map((column) => [column.name, found(column)]));
  const taken = new Set([...named.values()].flat());
  const gathered = families.map((family) => {
    const own = relation.columns.filter((column) => !taken.has(column) && keyOf(family, column) !== null);
    return [family.name, own] as const;
  });
  return {columns: named, families: new Map(gathered)};
}

function keyOf(family: NativeFamily, {name}: RelationColumn): string | null {
  return family.key(name.replace(/^\uFEFF/, "").trim());
}

function refuseMissing({columns, title}: Importer, places: Places, {name}: HashedFile): void {
  const missing = columns.filter((column) => column.required && places.columns.get(column.name)?.length === 0);
  const [first] = missing;
  if (first === undefined) return;
  const names = missing.map(({name: own, spelled}) => spelled[0] ?? own);
  throw new UserError("columns.missing", `${name} was read as ${title} and has no column ${names.join(", ")}`, {
    at: {file: name, line: 1, column: names[0] ?? first.name},
    remedy: "Export it with these columns, or state another --format.",
    data: {columns: names}
  });
}

function nativePlan(importer: Importer, places: Places, relation: Relation): Conversion {
  const {period = "", currency = "", billed = ""} = importer.money ?? {};
  return {
    relation,
    typed: [
      ...importer.columns.map((column) => typedNative(column, places.columns.get(column.name)?.[0])),
      ...(importer.families ?? []).map((family) => gathered(family, places.families.get(family.name) ?? []))
    ],
    extensions: sql`cast(null as map(varchar, varchar))`,
    tags: [],
    intervals: [],
    money: {period, currency, billed},
    repairs: []
  };
}

const lakeKinds: Readonly<Record<NativeKind, LakeKind>> = {
  text: "text",
  decimal: "decimal",
  float: "decimal",
  instant: "instant",
  json: "json",
  map: "map"
};

function typedNative(column: NativeColumn, found: RelationColumn | undefined): TypedColumn {
  const {name, kind, read, values} = column;
  const lakeKind = lakeKinds[kind];
  if (found === undefined) return absent(name, lakeKind);
  // A list is read as its JSON text.
  const isRead = read !== undefined && (found.type === "VARCHAR" || found.type.endsWith("]"));
  const written = isRead ? sql`nullif(${read(asText(found))}, '')` : asText(found);
  const text = kind === "map" ? sql`nullif(${written}, 'null')` : written;
  const {value, exact, parsed = false, float} = nativeValue(column, text, isRead ? undefined : found);
  const unreadable = exact ? null : sql`(${textOf(name)} is not null and ${identifier(name)} is null)`;
  const empty = column.filled ? sql`${textOf(name)} is null` : null;
  const spoiled = unreadable !== null && empty !== null ? sql`(${unreadable} or ${empty})` : (unreadable ?? empty);
  return {
    name,
    value,
    text,
    spoiled,
    reason: values === undefined ? (kind === "json" ? "is not JSON" : reasons[lakeKind]) : "is not a known value",
    parsed,
    float
  };
}

function nativeValue({kind, values}: NativeColumn, text: Query, native: RelationColumn | undefined) {
  if (values !== undefined) {
    const known = join(values.map((value) => literal(value)));
    return {value: sql`case when ${text} in (${known}) then ${text} end`, exact: false, parsed: true, float: false};
  }
  if (kind === "json")
    return {
      value: sql`case when json_valid(${text}) then ${text} end`,
      exact: false,
      parsed: true,
      float: false
    };
  if (kind === "float" && (native === undefined || native.type === "VARCHAR")) {
    // A vendor's own binary float: what lies beyond the 18th decimal is less than the float knows.
    const value = sql`case when not contains(${text}, '_') then try_cast(${text} as decimal(38, 18)) end`;
    return {value, exact: false, parsed: true, float: true};
  }
  return valueOf(lakeKinds[kind], text, native);
}

function gathered(family: NativeFamily, columns: readonly RelationColumn[]): TypedColumn {
  if (columns.length === 0) return absent(family.name, "map");
  const entries = [...Map.groupBy(columns, (column) => keyOf(family, column))].flatMap(([key, [column]]) =>
    key === null || column === undefined ? [] : [sql`{'k': ${literal(key)}, 'v': ${asText(column)}}`]
  );
  const value = sql`cast(map_from_entries(list_filter([${join(entries)}], lambda entry: entry.v is not null)) as ${typeOf("map")})`;
  return {name: family.name, value, text: sql`null`, spoiled: null, reason: "", parsed: false, float: false};
}
