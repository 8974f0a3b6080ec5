import {NativeSelect, Skeleton} from "@mantine/core";
import {useQueries, useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import type {Capability, EditionRow} from "./facts.ts";
import {listQuery, mapQuery} from "./queries.ts";
import {mapWords} from "./words.ts";

export interface EditionMapProps {
  readonly editions: readonly EditionRow[];
  readonly from: string;
  readonly to: string;
  readonly change: (parts: {readonly from?: string; readonly to?: string}) => void;
}

const row = 30;
const across = 110;

/** The capabilities of two editions beside each other, with a line from each to what it became. */
export function EditionMap({editions, from, to, change}: EditionMapProps) {
  const before = useQuery(listQuery("capabilities", from));
  const after = useQuery(listQuery("capabilities", to));
  const left = before.data?.rows ?? [];
  const right = after.data?.rows ?? [];
  const ways = useQueries({queries: left.map(({id}) => mapQuery(id, {from, to}))});
  const loading = before.isPending || after.isPending || ways.some(({isPending}) => isPending);
  const links = ways.flatMap(({data}, index) =>
    (data?.rows ?? [])
      .filter(({what, to: end}) => what === "capabilities" && end === to)
      .flatMap(({ids, kind, note}) => ids.map((id) => ({from: left[index]?.id ?? "", id, kind, note})))
  );
  const changed = links.filter(({kind}) => kind !== "same");
  const height = Math.max(left.length, right.length) * row;
  const placeOf = (list: readonly Capability[], id: string): number => list.findIndex((each) => each.id === id);
  const pick = (label: string, value: string, key: "from" | "to") => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value}
      onChange={({currentTarget}) => change({[key]: currentTarget.value})}
      data={editions.map(({edition}) => ({value: edition, label: edition}))}
    />
  );
  return (
    <Panel
      title="From one edition to another"
      note="Grey lines: the same. Coloured lines: something changed."
      actions={
        <div className="edition-pair">
          {pick("From edition", from, "from")}
          <span aria-hidden="true">→</span>
          {pick("To edition", to, "to")}
        </div>
      }
    >
      {loading ? (
        <Skeleton height={height === 0 ? 400 : height} aria-busy="true" aria-label="Loading the map" />
      ) : from === to ? (
        <p className="quiet">Choose two editions.</p>
      ) : (
        <>
          <div className="edition-map">
            <Names list={left} edition={from} changed={new Set(changed.map((link) => link.from))} />
            <svg
              className="edition-lines"
              viewBox={`0 0 ${across} ${height}`}
              preserveAspectRatio="none"
              style={{height}}
              aria-hidden="true"
            >
              {links.map((link) => {
                const start = placeOf(left, link.from) * row + row / 2;
                const end = placeOf(right, link.id) * row + row / 2;
                return (
                  <path
                    key={`${link.from} ${link.id}`}
                    d={`M0 ${start}C${across / 2} ${start} ${across / 2} ${end} ${across} ${end}`}
                    className="edition-line"
                    data-kind={link.kind}
                  />
                );
              })}
            </svg>
            <Names
              list={right}
              edition={to}
              changed={
                new Set(
                  right
                    .filter(({id}) => !links.some((link) => link.id === id && link.kind === "same"))
                    .map(({id}) => id)
                )
              }
            />
          </div>
          <ul className="dots map-words">
            {changed.map(({from: old, id, kind, note}) => (
              <li key={`${old} ${id}`}>
                {left.find((each) => each.id === old)?.title ?? old}: {mapWords[kind] ?? kind}, now{" "}
                {right.find((each) => each.id === id)?.title ?? id}.{note === null ? "" : ` ${note}`}
              </li>
            ))}
            {right
              .filter(({id}) => !links.some((link) => link.id === id))
              .map(({id, title}) => (
                <li key={id}>
                  {title}: new in {to}.
                </li>
              ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Names({
  list,
  edition,
  changed
}: {
  readonly list: readonly Capability[];
  readonly edition: string;
  readonly changed: ReadonlySet<string>;
}) {
  return (
    <ol className="edition-names" aria-label={`Capabilities of edition ${edition}`}>
      {list.map(({id, title}) => (
        <li key={id} style={{height: row}} data-changed={changed.has(id)}>
          <Link
            to="/framework/capabilities/$capability"
            params={{capability: id}}
            search={{edition}}
            className="quiet-link clip"
            title={title}
          >
            {title}
          </Link>
        </li>
      ))}
    </ol>
  );
}
