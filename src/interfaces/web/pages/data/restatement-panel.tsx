import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Problem} from "../../api/problem.ts";
import {diffQuery} from "../../api/queries.ts";
import {Delta} from "../../blocks/delta.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, count, isNegative, isZero} from "../../format/amount.ts";
import {valueTitle} from "../../format/words.ts";

/** What a delivery changed against what it replaced, by service and account. */
export function RestatementPanel({snapshot}: {readonly snapshot: string}) {
  const diff = useQuery({...diffQuery(snapshot), retry: false});
  const none = diff.error instanceof Problem && diff.error.facts.status < 500 && diff.error.facts.status > 0;
  return (
    <Panel
      title="Restatement"
      note="What this delivery changed against what it replaced; services and accounts without a change are left out"
    >
      {diff.isPending ? (
        <Skeleton height={120} />
      ) : none ? (
        <p className="quiet">{diff.error?.message}</p>
      ) : diff.isError ? (
        <ProblemNote error={diff.error} retry={() => void diff.refetch()} />
      ) : diff.data.rows.length === 0 || diff.data.before.length === 0 ? (
        diff.data.notes.length > 0 ? null : (
          <p className="quiet">Nothing changed.</p>
        )
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Restatement">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Service</th>
                <th scope="col">Account</th>
                <th scope="col">Currency</th>
                <th scope="col" className="num">
                  Billed before
                </th>
                <th scope="col" className="num">
                  After
                </th>
                <th scope="col" className="num">
                  Change
                </th>
                <th scope="col" className="num">
                  Change
                </th>
                <th scope="col" className="num">
                  Rows
                </th>
              </tr>
            </thead>
            <tbody>
              {diff.data.rows.map((row) => (
                <tr key={`${row.service ?? ""} ${row.account ?? ""} ${row.currency}`}>
                  <td>{valueTitle(row.service)}</td>
                  <td className="quiet">{valueTitle(row.account)}</td>
                  <td>{row.currency}</td>
                  <Change {...row} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              {diff.data.totals.map((row) => (
                <tr key={row.currency}>
                  <th scope="row" colSpan={2}>
                    Total
                  </th>
                  <td>{row.currency}</td>
                  <Change {...row} />
                </tr>
              ))}
            </tfoot>
          </table>
        </div>
      )}
      {diff.data?.notes.map((note) => (
        <p className="footnote" key={note}>
          {note}
        </p>
      ))}
    </Panel>
  );
}

interface ChangeProps {
  readonly billedBefore: string;
  readonly billedAfter: string;
  readonly billedChange: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
}

function Change({billedBefore, billedAfter, billedChange, rowsBefore, rowsAfter}: ChangeProps) {
  const rows = rowsAfter - rowsBefore;
  return (
    <>
      <td className="num">{amount(billedBefore)}</td>
      <td className="num">{amount(billedAfter)}</td>
      <td className="num">
        {isNegative(billedChange) || isZero(billedChange) ? "" : "+"}
        {amount(billedChange)}
      </td>
      <td className="num">
        <Delta now={billedAfter} before={billedBefore} />
      </td>
      <td className="num">
        {rows > 0 ? "+" : ""}
        {count(rows)}
      </td>
    </>
  );
}
