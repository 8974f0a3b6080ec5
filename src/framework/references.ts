import {didYouMean} from "../nearest.ts";
import type {EditionFile} from "./edition-file.ts";
import type {KpiFile, KpiOfFile} from "./kpi-file.ts";
import {partNames} from "./part-names.ts";
import {parseThreshold, type Threshold} from "./threshold.ts";
import type {FileFinding, Path} from "./yaml-file.ts";

/** A fault of an edition with the path of what has it. */
export interface Fault extends Pick<FileFinding, "severity" | "rule" | "message" | "remedy"> {
  readonly path: Path;
}

/** Every id that is named twice, every name that leads nowhere, and what contradicts itself. */
export function referenceFaults(
  edition: EditionFile,
  library: readonly KpiOfFile[],
  dataDomains: KpiFile["dataDomains"]
): readonly Fault[] {
  return [
    ...duplicates(edition),
    ...links(edition, library, dataDomains),
    ...domainFaults(edition),
    ...partFaults(edition, library),
    ...thresholdFaults(edition)
  ];
}

function fault(
  path: Path,
  rule: string,
  message: string,
  remedy: string,
  severity: Fault["severity"] = "error"
): Fault {
  return {path, rule, message, remedy, severity};
}

function duplicates(edition: EditionFile): readonly Fault[] {
  const lists: readonly (readonly [what: string, ids: readonly (readonly [id: string, path: Path])[]])[] = [
    ...(["principles", "personas", "phases", "domains", "technologyCategories", "capabilities", "kpis"] as const).map(
      (part) => [part, edition[part].map(({slug}, index) => [slug, [part, index, "slug"]] as const)] as const
    ),
    ["maturity levels", edition.maturity.levels.map(({slug}, index) => [slug, ["maturity", "levels", index, "slug"]])],
    ["lenses", edition.lenses.items.map(({slug}, index) => [slug, ["lenses", "items", index, "slug"]])],
    [
      "codes",
      edition.capabilities.flatMap(({code}, index) =>
        code === undefined ? [] : [[code, ["capabilities", index, "code"]] as const]
      )
    ],
    [
      "indicators",
      edition.capabilities.flatMap(({indicators}, index) =>
        indicators.map(({id}, n) => [id, ["capabilities", index, "indicators", n, "id"]] as const)
      )
    ],
    ["edges", edition.edges.map(({from, to}, index) => [`${from} → ${to}`, ["edges", index]])]
  ];
  return lists.flatMap(([what, ids]) => {
    const seen = new Set<string>();
    return ids.flatMap(([id, path]) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [fault(path, "duplicate", `${what} have ${id} twice`, "Give each its own id, or remove one.")];
    });
  });
}

function links(
  edition: EditionFile,
  library: readonly KpiOfFile[],
  dataDomains: KpiFile["dataDomains"]
): readonly Fault[] {
  const slugs = (list: readonly {readonly slug: string}[]): readonly string[] => list.map(({slug}) => slug);
  const known = {
    capability: slugs(edition.capabilities),
    domain: slugs(edition.domains),
    persona: slugs(edition.personas),
    phase: slugs(edition.phases),
    KPI: [...slugs(library), ...slugs(edition.kpis)],
    "data domain": dataDomains.map(({id}) => id),
    "technology category": slugs(edition.technologyCategories)
  };
  const found: Fault[] = [];
  const refer = (kind: keyof typeof known, ids: readonly string[], path: Path): void => {
    for (const [index, id] of ids.entries()) {
      if (known[kind].includes(id)) continue;
      const near = didYouMean(id, known[kind]);
      found.push(
        fault(
          [...path, index],
          "unknown-reference",
          `there is no ${kind} ${id}${near}`,
          `Name a ${kind} of this edition, or add it.`
        )
      );
    }
  };
  const one = (kind: keyof typeof known, id: string, path: Path): void => {
    if (known[kind].includes(id)) return;
    found.push(
      fault(
        path,
        "unknown-reference",
        `there is no ${kind} ${id}${didYouMean(id, known[kind])}`,
        `Name a ${kind} of this edition, or add it.`
      )
    );
  };
  for (const [index, {capabilities}] of edition.domains.entries())
    refer("capability", capabilities, ["domains", index, "capabilities"]);
  for (const [index, {named}] of edition.phases.entries()) refer("capability", named, ["phases", index, "named"]);
  for (const [index, {from, to}] of edition.edges.entries()) {
    one("capability", from, ["edges", index, "from"]);
    one("capability", to, ["edges", index, "to"]);
    if (from === to)
      found.push(fault(["edges", index], "edge-to-itself", `${from} depends on itself`, "Remove the edge."));
  }
  for (const [index, {kpis, needs, personas, phases, domain}] of edition.capabilities.entries()) {
    const at: Path = ["capabilities", index];
    one("domain", domain, [...at, "domain"]);
    for (const list of ["featured", "related", "suggested"] as const) refer("KPI", kpis[list], [...at, "kpis", list]);
    for (const list of ["hard", "soft"] as const) refer("data domain", needs[list], [...at, "needs", list]);
    for (const [n, {phase}] of phases.entries()) one("phase", phase, [...at, "phases", n, "phase"]);
    if (personas === undefined) continue;
    refer("persona", personas.core, [...at, "personas", "core"]);
    refer("persona", personas.mentioned, [...at, "personas", "mentioned"]);
    if (personas.allied !== "any") refer("persona", personas.allied, [...at, "personas", "allied"]);
  }
  for (const [index, kpi] of edition.kpis.entries()) {
    refer("data domain", kpi.dataDomains, ["kpis", index, "dataDomains"]);
    refer("technology category", kpi.technologyCategories, ["kpis", index, "technologyCategories"]);
  }
  return found;
}

function domainFaults(edition: EditionFile): readonly Fault[] {
  return edition.capabilities.flatMap(({slug, domain}, index) => {
    const homes = edition.domains.filter(({capabilities}) => capabilities.includes(slug)).map((each) => each.slug);
    if (homes.length === 1 && homes[0] === domain) return [];
    const said = homes.length === 0 ? "no domain lists it" : `listed by ${homes.join(" and ")}`;
    return [
      fault(
        ["capabilities", index, "domain"],
        "domain-disagrees",
        `${slug} says ${domain}, but ${said}`,
        "List each capability in exactly the domain that it names."
      )
    ];
  });
}

/** What is unknown stays empty; what is not empty says what it stands on. */
function partFaults(edition: EditionFile, library: readonly KpiOfFile[]): readonly Fault[] {
  const filled: Readonly<Record<(typeof partNames)[number], boolean>> = {
    definition: edition.definition !== null,
    principles: edition.principles.length > 0,
    personas: edition.personas.length > 0,
    phases: edition.phases.length > 0,
    maturity: edition.maturity.levels.length > 0,
    lenses: edition.lenses.items.length > 0,
    domains: edition.domains.length > 0,
    capabilities: edition.capabilities.length > 0,
    technologyCategories: edition.technologyCategories.length > 0,
    scopes: edition.scopes !== null,
    edges: edition.edges.length > 0,
    indicators: edition.capabilities.some(({indicators}) => indicators.length > 0),
    kpis: library.length + edition.kpis.length > 0
  };
  return partNames.flatMap((name) => {
    const unknown = edition.parts[name].confidence === "unknown";
    if (filled[name] !== unknown) return [];
    return [
      unknown
        ? fault(
            ["parts", name],
            "part-unknown",
            `${name} is said to be unknown, yet there is some`,
            "Say what it stands on, or leave it empty."
          )
        : fault(
            ["parts", name],
            "part-empty",
            `${name} is empty, yet not said to be unknown`,
            "Fill it, or write confidence: unknown."
          )
    ];
  });
}

/** A level asks at least as much as the one before it. */
function thresholdFaults(edition: EditionFile): readonly Fault[] {
  return edition.capabilities.flatMap(({indicators}, index) =>
    indicators.flatMap(({id, crawl, walk, run}, n) => {
      const levels = [parseThreshold(crawl), parseThreshold(walk), parseThreshold(run)];
      const path: Path = ["capabilities", index, "indicators", n];
      return levels.slice(1).flatMap((each, at) => {
        const before = levels[at];
        const order = before === undefined ? "same" : comparison(before, each);
        if (order === "kinds")
          return [
            fault(
              path,
              "threshold-kinds",
              `${id} compares its levels in different ways`,
              "Use one direction, or yes and no, for all three levels."
            )
          ];
        if (order !== "easier") return [];
        return [
          fault(
            path,
            "threshold-order",
            `${id} asks less at a higher level: ${before?.text}, then ${each.text}`,
            "Let walk ask at least what crawl asks, and run what walk asks.",
            "warning"
          )
        ];
      });
    })
  );
}

function comparison(before: Threshold, after: Threshold): "same" | "harder" | "easier" | "kinds" {
  const kind = ({op}: Threshold): string =>
    op === "is" ? "is" : op.startsWith(">") ? "up" : op.startsWith("<") ? "down" : "at";
  if (kind(before) !== kind(after)) return "kinds";
  if (kind(after) === "is") return before.value === "yes" && after.value === "no" ? "easier" : "harder";
  const [a, b] = scaled(before.value, after.value);
  if (a === b || kind(after) === "at") return "same";
  return b > a === (kind(after) === "up") ? "harder" : "easier";
}

/** Two decimal texts as integers of one scale. */
function scaled(a: string, b: string): readonly [bigint, bigint] {
  const places = Math.max(a.split(".")[1]?.length ?? 0, b.split(".")[1]?.length ?? 0);
  const integer = (text: string): bigint => {
    const [whole = "0", part = ""] = text.split(".");
    return BigInt(whole + part.padEnd(places, "0"));
  };
  return [integer(a), integer(b)];
}
