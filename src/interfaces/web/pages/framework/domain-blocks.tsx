import {Link} from "@tanstack/react-router";
import type {Capability, Domain} from "./facts.ts";

export interface DomainBlocksProps {
  readonly domains: readonly Domain[];
  readonly capabilities: readonly Capability[];
  /** Whether the software practises a capability. */
  readonly status: ReadonlyMap<string, string>;
  /** The capabilities that something else is pointing at. */
  readonly lit: readonly string[] | null;
  readonly search: {readonly edition?: string};
}

/** Four domains as columns, their capabilities as the stones they are built of. */
export function DomainBlocks({domains, capabilities, status, lit, search}: DomainBlocksProps) {
  return (
    <div className="domains">
      {domains.map((domain) => (
        <section
          key={domain.id}
          id={domain.id}
          className="domain"
          data-wide={domain.capabilities.length > 6}
          aria-label={domain.title}
        >
          <h3 className="domain-title">{domain.title}</h3>
          {domain.outcome === null ? null : <p className="domain-outcome">{domain.outcome}</p>}
          <ul className="domain-stones">
            {capabilities
              .filter((capability) => capability.domain === domain.id)
              .map(({id, title, code}) => {
                const done = status.get(id);
                return (
                  <li key={id}>
                    <Link
                      to="/framework/capabilities/$capability"
                      params={{capability: id}}
                      search={search}
                      className="stone stone-capability"
                      data-lit={lit?.includes(id) ?? false}
                    >
                      <span className="stone-code" aria-hidden="true">
                        {code}
                        {done === undefined ? null : <i className={`done-mark done-${done.replace(" ", "-")}`} />}
                      </span>
                      <span>{title}</span>
                      {done === undefined ? null : <span className="sr-only">, {done} in Ashlar</span>}
                    </Link>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
