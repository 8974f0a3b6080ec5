import {amount, headline, pixel} from "../../format/amount.ts";
import {dayText} from "../../format/period.ts";
import type {Work} from "./facts.ts";
import {claimWords, perText} from "./words.ts";

/**
 * What it was estimated at, what was agreed and what came of it. Only what can be compared is drawn, to one scale: what
 * comes once and what comes every month, or in another currency, has a figure and no bar.
 */
export function Claims({claims, nameOf}: {readonly claims: Work["claims"]; readonly nameOf: (id: string) => string}) {
  const latest = (["estimated", "agreed", "realised"] as const).map((name) => ({
    name,
    claim: claims.findLast((each) => each.class === name) ?? null
  }));
  const last = latest.findLast(({claim}) => claim !== null)?.claim ?? null;
  const drawn = (claim: Work["claims"][number]): boolean => claim.currency === last?.currency && claim.per === last.per;
  const greatest = Math.max(
    1e-9,
    ...latest.map(({claim}) => (claim === null || !drawn(claim) ? 0 : Math.abs(pixel(claim.amount))))
  );
  return (
    <ul className="claims">
      {latest.map(({name, claim}) => (
        <li key={name} data-missing={claim === null || !drawn(claim)}>
          <span className="claims-name" title={claimWords[name]}>
            <i className={`claim claim-${name}`} aria-hidden="true" /> {name}
          </span>
          <span className="claims-bar" aria-hidden="true">
            {claim === null || !drawn(claim) ? null : (
              <i
                className={`claims-fill claims-${name}`}
                style={{width: `${(Math.abs(pixel(claim.amount)) / greatest) * 100}%`}}
              />
            )}
          </span>
          <span className="claims-value">
            {claim === null ? (
              <span className="quiet">not yet</span>
            ) : (
              <>
                <span className="strong" title={amount(claim.amount, 10)}>
                  {headline(claim.amount)}
                </span>{" "}
                {claim.currency} {perText(claim.per)}
                <span className="quiet claims-by">
                  {nameOf(claim.by)}, {dayText(claim.at)}
                </span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
