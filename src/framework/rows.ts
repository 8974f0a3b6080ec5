import type {FrameworkRow, FrameworkWhat} from "./contract.ts";
import type {Edition, Framework, Indicator, Kpi} from "./framework.ts";

type Maker<K extends FrameworkWhat> = (edition: Edition, framework: Framework) => readonly FrameworkRow<K>[];

/** The rows of each part of an edition, in the publisher's order. */
export const rowsOf: {readonly [K in FrameworkWhat]: Maker<K>} = {
  principles: ({principles}) =>
    principles.map(({slug, title, meaning, software, note}) => ({
      id: slug,
      title,
      meaning: meaning ?? null,
      software: software ?? null,
      note: note ?? null
    })),
  personas: (edition) =>
    edition.personas.map(({slug, title, group, goal, caresAbout, variants, note}) => ({
      id: slug,
      title,
      group,
      goal: goal ?? null,
      caresAbout,
      variants: variants.map((each) => ({id: each.slug, title: each.title, asks: each.asks ?? null})),
      capabilities: edition.capabilities.filter((each) => concerns(each, slug, group)).map((each) => each.slug),
      note: note ?? null
    })),
  phases: ({phases, capabilities}) =>
    phases.map(({slug, title, theme, meaning, activities}) => ({
      id: slug,
      title,
      theme: theme ?? null,
      meaning: meaning ?? null,
      capabilities: capabilities.flatMap((each) =>
        each.phases.filter(({phase}) => phase === slug).map(({basis}) => ({id: each.slug, title: each.title, basis}))
      ),
      activities
    })),
  maturity: ({maturity}) =>
    maturity.levels.map(({slug, title, official, meaning, traits, sampleGoals}) => ({
      id: slug,
      title,
      official,
      meaning: meaning ?? null,
      traits,
      sampleGoals
    })),
  lenses: ({lenses}) =>
    lenses.items.map(({slug, title, asks, labels}) => ({id: slug, title, asks: asks ?? null, labels})),
  domains: (edition) =>
    edition.domains.map(({slug, title, outcome, capabilities}) => ({
      id: slug,
      title,
      outcome: outcome ?? null,
      capabilities: capabilities.map((each) => ({id: each, title: edition.capability(each).title}))
    })),
  capabilities: (edition) =>
    edition.capabilities.map((each) => ({
      id: each.slug,
      title: each.title,
      code: each.code ?? null,
      domain: each.domain,
      domainTitle: edition.domain(each.domain).title,
      definition: each.definition ?? null,
      personas: [
        ...(each.personas?.core ?? []),
        ...(each.personas === undefined ? [] : each.personas.allied === "any" ? ["any"] : each.personas.allied)
      ],
      phases: each.phases.map(({phase}) => phase),
      needs: edition.needsOf(each.slug).map(({from}) => from),
      provides: edition.providesOf(each.slug).map(({to}) => to),
      featuredKpis: each.kpis.featured,
      indicators: each.indicators.length,
      microsoft: each.microsoft?.name ?? null
    })),
  "technology-categories": ({technologyCategories}) =>
    technologyCategories.map(({slug, title, meaning}) => ({id: slug, title, meaning: meaning ?? null})),
  scopes: ({scopes}) => {
    if (scopes === null) return [];
    const {definition, distinction, kinds, rules, fields} = scopes;
    return [
      {id: "definition", title: "What a scope is", kind: "definition", meaning: definition},
      ...(distinction === undefined
        ? []
        : [{id: "distinction", title: "What a scope is not", kind: "distinction" as const, meaning: distinction}]),
      ...kinds.map(({slug, title, meaning}) => ({id: slug, title, kind: "kind" as const, meaning: meaning ?? title})),
      ...rules.map((meaning, index) => ({
        id: `rule-${index + 1}`,
        title: `Rule ${index + 1}`,
        kind: "rule" as const,
        meaning
      })),
      ...fields.map((meaning, index) => ({id: `field-${index + 1}`, title: meaning, kind: "field" as const, meaning}))
    ];
  },
  kpis: ({kpis}) => kpis.map(kpiRow),
  indicators: ({indicators}) => indicators.map(indicatorRow),
  edges: (edition) =>
    edition.edges.map(({from, to, basis}) => ({
      id: `${from}>${to}`,
      title: `${edition.capability(from).title} → ${edition.capability(to).title}`,
      from,
      to,
      basis
    })),
  starters: ({id: edition}, {starters}) => [
    ...starters.groups
      .filter((each) => each.edition === edition)
      .map(({id, title, when, capabilities, basis, note}) => ({
        id,
        title,
        kind: "group" as const,
        when,
        capabilities,
        strictness: null,
        target: null,
        basis,
        note: note ?? null
      })),
    ...starters.presets
      .filter((each) => each.edition === edition)
      .map(({id, title, meaning, strictness, target, targets, basis}) => ({
        id,
        title,
        kind: "preset" as const,
        when: meaning,
        capabilities: targets.map(({capability}) => capability),
        strictness,
        target,
        basis,
        note: null
      }))
  ],
  thresholds: (_, {starters}) =>
    starters.published.map(({id, title, metric, capability, unit, values, source, edition, status}) => ({
      id,
      title,
      metric,
      capability,
      unit,
      values,
      basis: source,
      ofEdition: edition,
      status
    })),
  requirements: (edition, {requirements}) => {
    const known = new Set(edition.capabilities.map(({slug}) => slug));
    return requirements.filter(({capability}) => capability === null || known.has(capability));
  },
  "data-domains": ({kpis, capabilities}, {dataDomains}) =>
    dataDomains.map(({id, title}) => ({
      id,
      title,
      kpis: kpis.filter((each) => each.dataDomains.includes(id)).length,
      capabilities: capabilities.filter(({needs}) => needs.hard.includes(id)).map(({slug}) => slug)
    })),
  microsoft: (edition, {microsoft, map}) =>
    microsoft.map(({name, url, edition: named, id}) => {
      const ids = named === edition.id ? [id] : safely(() => map(id, named, edition.id).flatMap((each) => each.ids));
      const found = edition.capabilities.find(({slug}) => ids.includes(slug));
      return {
        id: url.split("/").at(-1) ?? name,
        title: name,
        capability: found?.slug ?? null,
        capabilityTitle: found?.title ?? null,
        url
      };
    })
};

export function kpiRow(kpi: Kpi): FrameworkRow<"kpis"> {
  const {slug, target, directionNote, focus, note, ...rest} = kpi;
  return {
    id: slug,
    title: rest.title,
    formula: rest.formula,
    formulaBasis: rest.formulaBasis,
    inputs: rest.inputs,
    unit: rest.unit,
    direction: rest.direction,
    target: target ?? null,
    directionNote: directionNote ?? null,
    capabilities: [...rest.capabilities],
    featured: [...rest.featured],
    suggested: [...rest.suggested],
    technologyCategories: rest.technologyCategories,
    dataDomains: rest.dataDomains,
    focus: {
      support: focus.support,
      columns: focus.columns,
      recipe: focus.recipe ?? null,
      external: focus.external,
      caveat: focus.caveat ?? null
    },
    note: note ?? null
  };
}

export function indicatorRow({
  id,
  title,
  capability,
  unit,
  crawl,
  walk,
  run,
  basis,
  note
}: Indicator): FrameworkRow<"indicators"> {
  return {id, title, capability, unit, crawl: crawl.text, walk: walk.text, run: run.text, basis, note: note ?? null};
}

/** Whether a capability's text gives a persona something to do: by name, or as one of the allied ones. */
export function concerns({personas}: Edition["capabilities"][number], slug: string, group: "core" | "allied"): boolean {
  if (personas === undefined) return false;
  if (group === "core") return personas.core.includes(slug);
  return personas.allied === "any" || personas.allied.includes(slug) || personas.mentioned.includes(slug);
}

function safely(ids: () => readonly string[]): readonly string[] {
  try {
    return ids();
  } catch {
    return [];
  }
}
