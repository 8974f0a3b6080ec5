import {Link} from "@tanstack/react-router";
import {Fragment, useState} from "react";
import {amount, count} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import {ExplanationTable, signed} from "./explanation-table.tsx";
import type {TieLine} from "./facts.ts";
import {chargesOf} from "./finding-step.tsx";
import {MoneyText} from "./money-text.tsx";
import {RemoveInvoice} from "./remove-invoice.tsx";
import {TieBar} from "./tie-bar.tsx";
import {tieWords} from "./words.ts";

const order: Readonly<Record<TieLine["status"], number>> = {open: 0, explained: 1, "not stated": 2, tied: 3};
const byWords = {typed: "typed", file: "from a file", "invoice-detail": "from InvoiceDetail"} as const;

/** A line for each invoice; each opens to what its difference consists of. */
export function TieTable({rows}: {readonly rows: readonly TieLine[]}) {
  const [open, setOpen] = useState<string | null>(null);
  const [limit, setLimit] = useState(60);
  const sorted = rows.toSorted(
    (a, b) => order[a.status] - order[b.status] || (a.period < b.period ? 1 : a.period > b.period ? -1 : 0)
  );
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Invoices">
        <table className="table tie-table">
          <thead>
            <tr>
              <th scope="col">Issuer and invoice</th>
              <th scope="col">Period</th>
              <th scope="col">Currency</th>
              <th scope="col" className="num">
                Stated
              </th>
              <th scope="col" className="num">
                Billed
              </th>
              <th scope="col" className="num">
                Difference
              </th>
              <th scope="col">What it consists of</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, limit).map((line) => {
              const key = `${line.issuer} ${line.invoice ?? ""} ${line.currency} ${line.period}`;
              const opened = open === key;
              const {title, about, tone} = tieWords[line.status];
              return (
                <Fragment key={key}>
                  <tr>
                    <td className="tie-name">
                      <button
                        type="button"
                        className="rule-button"
                        aria-expanded={opened}
                        onClick={() => setOpen(opened ? null : key)}
                      >
                        {line.issuer === "" ? "no issuer" : line.issuer}
                      </button>
                      <span className="quiet small">{line.invoice ?? "names no invoice"}</span>
                    </td>
                    <td className="one-line">{shortMonth(`${line.period}-01`)}</td>
                    <td>{line.currency}</td>
                    <td className="num">
                      {line.stated === null ? (
                        line.invoice === null ? (
                          <span className="quiet">–</span>
                        ) : (
                          <Link
                            to="/data/tie-out"
                            search={{
                              open: "record",
                              by: line.issuer,
                              invoice: line.invoice,
                              period: line.period,
                              currency: line.currency
                            }}
                            resetScroll={false}
                          >
                            record it
                          </Link>
                        )
                      ) : (
                        amount(line.stated)
                      )}
                    </td>
                    <td className="num">{line.billed === null ? "unknown" : amount(line.billed)}</td>
                    <td className="num">{line.difference === null ? "–" : signed(line.difference)}</td>
                    <td className="tie-cell">
                      <TieBar line={line} />
                    </td>
                    <td>
                      <span className={`tag ${tone}`} title={about}>
                        {title}
                      </span>
                    </td>
                  </tr>
                  {opened ? (
                    <tr className="opened-row">
                      <td colSpan={8}>
                        <Opened line={line} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > limit ? (
        <button type="button" className="link-button more-rows" onClick={() => setLimit(limit + 200)}>
          Show more of {count(rows.length - limit)} other lines
        </button>
      ) : null}
    </>
  );
}

function Opened({line}: {readonly line: TieLine}) {
  const {
    issuer,
    invoice,
    currency,
    stated,
    billed,
    difference,
    explanations,
    sources,
    rows,
    billedIn,
    statedBy,
    notes
  } = line;
  const filter = invoice === null ? "InvoiceId is null" : `InvoiceId = '${invoice.replaceAll("'", "''")}'`;
  return (
    <div className="opened">
      {stated !== null && billed !== null && difference !== null ? (
        <ExplanationTable
          stated={stated}
          billed={billed}
          difference={difference}
          currency={currency}
          explanations={explanations}
        />
      ) : null}
      <p className="small">
        {count(rows)} charges{sources.length === 0 ? "" : ` of ${sources.join(", ")}`}
        {statedBy === null ? "" : `; the total is ${byWords[statedBy]}`}.{" "}
        <Link to="/explore" search={chargesOf(null, filter)}>
          See them in Explore
        </Link>
        {billedIn.some((each) => each.currency !== currency) ? (
          <>
            {" "}
            Delivered as <MoneyText money={billedIn} exact />.
          </>
        ) : null}
      </p>
      {notes.map((note) => (
        <p className="quiet small" key={note}>
          {note}
        </p>
      ))}
      {invoice !== null && (statedBy === "typed" || statedBy === "file") ? (
        <RemoveInvoice issuer={issuer} invoice={invoice} />
      ) : null}
    </div>
  );
}
