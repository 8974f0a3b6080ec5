import {UserError} from "../errors.ts";
import {didYouMean} from "../nearest.ts";
import type {EditionFile} from "./edition-file.ts";
import type {Edition, Indicator, Kpi} from "./framework.ts";
import type {KpiOfFile} from "./kpi-file.ts";
import {parseThreshold} from "./threshold.ts";

interface Origin {
  readonly own: boolean;
  /** As it is shown: `framework/editions/2026.yaml`. */
  readonly file: string;
  readonly library: readonly KpiOfFile[];
}

/** An edition to be read from, of a file that was checked. */
export function makeEdition(file: EditionFile, {own, file: name, library}: Origin): Edition {
  const {edition: id, kpis: _, extends: base, drop: __, mappings: ___, ...said} = file;
  const kpis = kpisOf(file, library);
  const indicators = indicatorsOf(file);
  const where = `edition ${id}`;
  const one = <T extends object>(what: string, list: readonly T[], names: (item: T) => readonly string[]) => {
    return (text: string): T => {
      const wanted = text.toLowerCase();
      const found =
        list.find((item) => names(item)[0] === text) ??
        list.find((item) => names(item).some((each) => each.toLowerCase() === wanted));
      if (found !== undefined) return found;
      throw notFound(what, text, where, list.flatMap(names), id);
    };
  };
  const byTitle = ({slug, title}: {slug: string; title: string}): readonly string[] => [slug, title];
  return {
    ...said,
    id,
    own,
    file: name,
    extends: base ?? null,
    kpis,
    indicators,
    capability: one("capability", file.capabilities, ({slug, title, code}) => [
      slug,
      title,
      ...(code === undefined ? [] : [code])
    ]),
    domain: one("domain", file.domains, byTitle),
    persona: one("persona", file.personas, byTitle),
    phase: one("phase", file.phases, byTitle),
    principle: one("principle", file.principles, byTitle),
    kpi: one("KPI", kpis, byTitle),
    indicator: one("indicator", indicators, (each) => [each.id, each.title]),
    needsOf: (slug) => file.edges.filter(({to}) => to === slug),
    providesOf: (slug) => file.edges.filter(({from}) => from === slug)
  };
}

/** A `not-found` that names what is near. */
export function notFound(
  what: string,
  text: string,
  where: string,
  names: readonly string[],
  edition: string
): UserError {
  const kinds: Readonly<Record<string, string>> = {
    capability: "capabilities",
    domain: "domains",
    persona: "personas",
    phase: "phases",
    principle: "principles",
    KPI: "kpis",
    indicator: "indicators"
  };
  return new UserError(
    "not-found",
    `There is no ${what} ${JSON.stringify(text)} in ${where}${didYouMean(text, names)}`,
    {
      remedy: `See: ashlar framework list ${kinds[what] ?? "capabilities"} --edition ${edition}`
    }
  );
}

function kpisOf({capabilities, kpis: own}: EditionFile, library: readonly KpiOfFile[]): readonly Kpi[] {
  const replaced = new Map(own.map((each) => [each.slug, each]));
  const all = [
    ...library.map((each) => replaced.get(each.slug) ?? each),
    ...own.filter(({slug}) => !library.some((each) => each.slug === slug))
  ];
  return all.map((each) => {
    const linked = (lists: readonly ("featured" | "related" | "suggested")[]): readonly string[] =>
      capabilities.filter(({kpis}) => lists.some((list) => kpis[list].includes(each.slug))).map(({slug}) => slug);
    return {
      ...each,
      capabilities: linked(["featured", "related"]),
      featured: linked(["featured"]),
      suggested: linked(["suggested"])
    };
  });
}

function indicatorsOf({capabilities}: EditionFile): readonly Indicator[] {
  return capabilities.flatMap(({slug, indicators}) =>
    indicators.map(({crawl, walk, run, ...rest}) => ({
      ...rest,
      capability: slug,
      crawl: parseThreshold(crawl),
      walk: parseThreshold(walk),
      run: parseThreshold(run)
    }))
  );
}
