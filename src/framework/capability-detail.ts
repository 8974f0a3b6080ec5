import type {Output} from "../operation.ts";
import type {frameworkShow} from "./contract.ts";
import type {Capability} from "./edition-file.ts";
import type {Edition, Framework} from "./framework.ts";
import {indicatorRow, kpiRow} from "./rows.ts";

type Detail = NonNullable<Output<typeof frameworkShow>["capability"]>;

/** A capability with everything that it is tied to. */
export function capabilityDetail(capability: Capability, edition: Edition, framework: Framework): Detail {
  const {slug, personas, kpis, needs, microsoft} = capability;
  const titled = (id: string): {id: string; title: string} => ({id, title: edition.capability(id).title});
  const domainTitle = (id: string): string => framework.dataDomains.find((each) => each.id === id)?.title ?? id;
  const named = microsoft === undefined ? undefined : framework.microsoft.find(({name}) => name === microsoft.name);
  return {
    activityGroups: capability.activityGroups,
    personas: personasOf(personas, edition),
    alliedAny: personas?.allied === "any",
    phases: capability.phases.map(({phase, basis}) => ({id: phase, title: edition.phase(phase).title, basis})),
    needs: edition.needsOf(slug).map(({from, basis}) => ({...titled(from), basis})),
    provides: edition.providesOf(slug).map(({to, basis}) => ({...titled(to), basis})),
    data: (["hard", "soft"] as const).flatMap((level) =>
      needs[level].map((id) => ({id, title: domainTitle(id), level}))
    ),
    artefacts: capability.provides,
    kpis: (["featured", "related", "suggested"] as const).flatMap((relation) =>
      kpis[relation].map((id) => ({...kpiRow(edition.kpi(id)), relation}))
    ),
    indicators: edition.indicators.filter((each) => each.capability === slug).map(indicatorRow),
    measuresOfSuccess: capability.measuresOfSuccess,
    microsoft: named === undefined ? null : {name: named.name, url: named.url},
    requirements: framework.requirements.filter((each) => each.capability === slug).map((each) => ({...each}))
  };
}

function personasOf(personas: Capability["personas"], edition: Edition): Detail["personas"] {
  if (personas === undefined) return [];
  const allied = personas.allied === "any" ? [] : personas.allied;
  const own = [...personas.core, ...allied];
  return [
    ...own.map((slug) => ({slug, mentioned: false})),
    ...personas.mentioned.filter((slug) => !own.includes(slug)).map((slug) => ({slug, mentioned: true}))
  ].map(({slug, mentioned}) => {
    const {title, group} = edition.persona(slug);
    return {id: slug, title, group, mentioned};
  });
}
