import {Panel} from "../../blocks/panel.tsx";
import {absolute, amount, compare, isNegative, isZero, percent, share} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import {signed, SignedBar} from "./explanation-table.tsx";
import type {TieOut, TieTotal} from "./facts.ts";
import {explanationWords} from "./words.ts";

/** What is stated and billed in each currency, and what the difference consists of. */
export function TieTotals({totals, period}: Pick<TieOut, "totals" | "period">) {
  return (
    <div className="tie-totals">
      {totals.toSorted(statedFirst).map((total) => (
        <Panel
          key={total.currency}
          title={`Stated and billed, ${total.currency}`}
          note={
            period === null
              ? undefined
              : `Billing periods ${shortMonth(`${period.from}-01`)} – ${shortMonth(`${period.to}-01`)}, of the lines below`
          }
        >
          <Total total={total} />
        </Panel>
      ))}
    </div>
  );
}

function Total({total}: {readonly total: TieTotal}) {
  const {stated, billed, difference, explanations, notStated, withoutInvoice} = total;
  const parts = explanations.filter(({amount: value}) => !isZero(value));
  if (isUnstated(total)) {
    return (
      <p className="quiet">
        No invoice is stated in this currency yet.
        {isZero(notStated) ? "" : ` ${amount(notStated)} is billed on invoices.`}
        {isZero(withoutInvoice) ? "" : ` ${amount(withoutInvoice)} names no invoice.`}
      </p>
    );
  }
  const open = explanations.find(({kind}) => kind === "unexplained")?.amount ?? "0";
  const unknown = share(absolute(open), absolute(stated));
  const greatest = parts
    .map(({amount: value}) => absolute(value))
    .reduce((most, value) => (compare(value, most) > 0 ? value : most), "0");
  return (
    <>
      <table className="table tie-sum">
        <tbody>
          <tr>
            <th scope="row">Stated on invoices</th>
            <td />
            <td className="num strong">{amount(stated)}</td>
          </tr>
          {parts.map(({kind, amount: value}) => (
            <tr key={kind}>
              <th scope="row">{explanationWords[kind]}</th>
              <td>
                <SignedBar kind={kind} value={value} greatest={greatest} />
              </td>
              <td className="num">{signed(value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Billed on the same invoices</th>
            <td className="quiet small">difference {signed(difference)}</td>
            <td className="num">{amount(billed)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="footnote">
        {isZero(open)
          ? "Nothing is left unexplained."
          : `${signed(open)} ${total.currency} is unexplained${unknown === null ? "" : `, ${percent(unknown, 2)} of what is stated`}: ${isNegative(open) ? "more is stated than the lake has" : "the lake has more than is stated"}.`}
        {isZero(notStated) ? "" : ` ${amount(notStated)} is billed on invoices that nobody stated.`}
        {isZero(withoutInvoice) ? "" : ` ${amount(withoutInvoice)} names no invoice.`}
      </p>
    </>
  );
}

function isUnstated({stated, billed}: TieTotal): boolean {
  return isZero(stated) && isZero(billed);
}

function statedFirst(a: TieTotal, b: TieTotal): number {
  return Number(isUnstated(a)) - Number(isUnstated(b));
}
