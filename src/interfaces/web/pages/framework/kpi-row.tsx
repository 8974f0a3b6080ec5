import {Link} from "@tanstack/react-router";
import {useEdition, editionSearch} from "./edition.tsx";
import type {Kpi} from "./facts.ts";
import {directionWords} from "./words.ts";

/** What the ids in a KPI are called: those of different kinds may be the same. */
export interface KpiTitles {
  readonly capabilities: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
  readonly data: ReadonlyMap<string, string>;
}

export interface KpiRowProps {
  readonly kpi: Kpi;
  readonly open: boolean;
  readonly titles: KpiTitles;
  readonly toggle: () => void;
}

/** A KPI in one line, and all that is known of it when it is open. */
export function KpiRow({kpi, open, titles, toggle}: KpiRowProps) {
  const {id, title, formula, unit, direction, focus} = kpi;
  const facts = `${id}-facts`;
  return (
    <li id={id} className="kpi" data-open={open}>
      <button type="button" className="kpi-line" aria-expanded={open} aria-controls={facts} onClick={toggle}>
        <span className="kpi-title">{title}</span>
        <code className="kpi-formula clip">{formula}</code>
        <span className="kpi-unit quiet">{unit}</span>
        <span className="kpi-direction quiet">
          <span aria-hidden="true">{directionWords[direction]?.mark} </span>
          {directionWords[direction]?.word ?? direction}
        </span>
        <span>{focus.support === "recipe" ? <span className="tag tag-good">FOCUS</span> : null}</span>
      </button>
      {open ? <KpiFacts kpi={kpi} titles={titles} id={facts} /> : null}
    </li>
  );
}

function KpiFacts({kpi, titles, id}: {readonly kpi: Kpi; readonly titles: KpiTitles; readonly id: string}) {
  const search = editionSearch(useEdition());
  const {featured, capabilities, suggested, focus} = kpi;
  const named = (ids: readonly string[], kind: keyof KpiTitles): string =>
    ids.map((each) => titles[kind].get(each) ?? each).join(", ");
  const links = (ids: readonly string[]) =>
    ids.map((each, index) => (
      <span key={each}>
        {index === 0 ? "" : ", "}
        <Link to="/framework/capabilities/$capability" params={{capability: each}} search={search}>
          {titles.capabilities.get(each) ?? each}
        </Link>
      </span>
    ));
  const related = capabilities.filter((each) => !featured.includes(each));
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      "Formula",
      <>
        <code>{kpi.formula}</code>{" "}
        <span className="quiet">
          {kpi.formulaBasis === "official" ? "as published" : "none is published; this follows the description"}
        </span>
      </>
    ],
    ["Inputs", kpi.inputs.join(", ")],
    ["Target", kpi.target ?? ""],
    ["Direction", kpi.directionNote ?? ""],
    ["Data it needs", named(kpi.dataDomains, "data")],
    ["Technology", named(kpi.technologyCategories, "categories")],
    ["Featured in", featured.length === 0 ? "" : links(featured)],
    ["Related to", related.length === 0 ? "" : links(related)],
    ["Suggested for", suggested.length === 0 ? "" : links(suggested)],
    ["From FOCUS rows", focus.recipe === null ? "" : <code>{focus.recipe}</code>],
    ["Columns", focus.columns.join(", ")],
    ["Besides FOCUS", focus.external.join(", ")],
    ["Beware", focus.caveat ?? ""],
    ["Note", kpi.note ?? ""]
  ];
  return (
    <dl className="facts kpi-facts" id={id}>
      {rows
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
