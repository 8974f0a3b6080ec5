import type {Comparison, Filter, Test} from "../../cost/filter/filter.ts";

/** More alternatives than this are not looked through. */
const most = 4096;

/** A test as it must come out; what a test without its opposite says is kept as it stands. */
type Literal = Test | {readonly opaque: true};
type Conjunction = readonly Literal[];

/**
 * True where no charge can meet both filters, whatever the data: each way of meeting them asks for values of one
 * column that exclude each other. False says only that it is not proved.
 */
export function areDisjoint(a: Filter, b: Filter): boolean {
  const ways = alternatives({all: [a, b]}, false);
  return ways !== null && ways.every(isContradiction);
}

/** The disjunctive form of a filter, with `not` moved to its tests; null where it grows too large. */
function alternatives(filter: Filter, negated: boolean): readonly Conjunction[] | null {
  if ("not" in filter) return alternatives(filter.not, !negated);
  if ("all" in filter || "any" in filter) {
    const parts = "all" in filter ? filter.all : filter.any;
    const forms = parts.map((part) => alternatives(part, negated));
    return "all" in filter === negated ? joined(forms) : multiplied(forms);
  }
  return [[negated ? opposite(filter) : filter]];
}

function joined(forms: readonly (readonly Conjunction[] | null)[]): readonly Conjunction[] | null {
  const all: Conjunction[] = [];
  for (const form of forms) {
    if (form === null || all.length + form.length > most) return null;
    all.push(...form);
  }
  return all;
}

function multiplied(forms: readonly (readonly Conjunction[] | null)[]): readonly Conjunction[] | null {
  let ways: readonly Conjunction[] = [[]];
  for (const form of forms) {
    if (form === null) return null;
    const next: Conjunction[] = [];
    for (const way of ways) {
      for (const more of form) {
        const both = [...way, ...more];
        if (!isContradiction(both)) next.push(both);
        if (next.length > most) return null;
      }
    }
    ways = next;
  }
  return ways;
}

const opposites = {
  "=": "!=",
  "!=": "=",
  in: "not in",
  "not in": "in",
  like: "not like",
  "not like": "like",
  "~": "!~",
  "!~": "~",
  "is null": "is not null",
  "is not null": "is null"
} as const;

/** A charge without a value meets neither `<` nor `>=`, so that these have no opposite among the tests. */
function opposite(test: Test): Literal {
  const op = (opposites as Readonly<Record<string, string>>)[test.op];
  return op === undefined ? {opaque: true} : ({...test, op} as Test);
}

function isContradiction(way: Conjunction): boolean {
  const tests = way.filter((literal): literal is Test => !("opaque" in literal));
  const fields = new Set(tests.map(({field}) => field));
  return [...fields].some((field) => excludeEachOther(tests.filter((test) => test.field === field)));
}

/** Tests of one column that no value, and no missing value, meets together. */
function excludeEachOther(tests: readonly Test[]): boolean {
  const mayBeMissing = tests.every(({op}) => ["!=", "not in", "not like", "!~", "is null"].includes(op));
  if (mayBeMissing) return false;
  if (tests.some(({op}) => op === "is null")) return true;
  const sets = tests.flatMap((test) => valuesOf(test));
  const [first, ...others] = sets;
  if (first === undefined) return rangesExclude(tests);
  const left = first.filter((value) => others.every((set) => set.includes(value)));
  return left.every((value) => tests.some((test) => refuses(test, value)));
}

function valuesOf(test: Test): readonly (readonly string[])[] {
  if (test.op === "=") return [[test.value]];
  return test.op === "in" ? [test.values] : [];
}

function refuses(test: Test, value: string): boolean {
  switch (test.op) {
    case "!=":
      return test.value === value;
    case "not in":
      return test.values.includes(value);
    case "like":
      return isSimple(test.value) && !likePattern(test.value).test(value);
    case "not like":
      return isSimple(test.value) && likePattern(test.value).test(value);
    default:
      return false;
  }
}

/** Days, instants and months in their canonical text, whose order is that of time; numbers are left alone. */
function rangesExclude(tests: readonly Test[]): boolean {
  const bounds = tests.filter((test): test is Comparison => ["<", "<=", ">", ">="].includes(test.op));
  if (!bounds.every(({value}) => /^\d{4}-\d\d(-\d\d)?$/.test(value))) return false;
  const lengths = new Set(bounds.map(({value}) => value.length));
  if (lengths.size !== 1) return false;
  return bounds.some(
    (low) =>
      low.op.startsWith(">") &&
      bounds.some(
        (high) =>
          high.op.startsWith("<") &&
          (high.value < low.value || (high.value === low.value && (high.op === "<" || low.op === ">")))
      )
  );
}

/** A pattern with many wildcards takes too long to be tried. */
function isSimple(pattern: string): boolean {
  return pattern.length <= 1000 && pattern.split("%").length <= 4;
}

function likePattern(pattern: string): RegExp {
  const source = pattern.replaceAll(
    /\\([%_\\])|([%_])|([\s\S])/g,
    (_, escaped?: string, wild?: string, plain?: string) => {
      if (wild !== undefined) return wild === "%" ? "[\\s\\S]*" : "[\\s\\S]";
      return (escaped ?? plain ?? "").replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
    }
  );
  return new RegExp(`^${source}$`, "u");
}
