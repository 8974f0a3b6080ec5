import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import type {Shown} from "./facts.ts";
import {mapWords} from "./words.ts";

/** What it is called in other editions, and at Microsoft. */
export function CapabilityNames({shown}: {readonly shown: Shown}) {
  const microsoft = shown.capability?.microsoft ?? null;
  if (shown.names.length === 0 && microsoft === null) return null;
  return (
    <Panel title="Other names">
      <dl className="facts names">
        {shown.names.map(({edition, ids, titles, kind, note}) => (
          <div key={edition}>
            <dt>{edition}</dt>
            <dd>
              {titles.length === 0 ? <span className="quiet">none</span> : null}
              {titles.map((title, index) => (
                <span key={title}>
                  {index === 0 ? "" : ", "}
                  {/^\d{4}$/.test(edition) ? (
                    <Link
                      to="/framework/capabilities/$capability"
                      params={{capability: ids[index] ?? shown.id}}
                      search={{edition}}
                    >
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </span>
              ))}{" "}
              <span className="tag">{mapWords[kind] ?? kind}</span>
              {note === null ? null : <span className="row-note">{note}</span>}
            </dd>
          </div>
        ))}
        {microsoft === null ? null : (
          <div>
            <dt>Microsoft</dt>
            <dd>
              <a href={microsoft.url} rel="noreferrer">
                {microsoft.name}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
