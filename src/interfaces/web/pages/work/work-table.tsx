import {Link} from "@tanstack/react-router";
import {dayText} from "../../format/period.ts";
import type {WorkList} from "./facts.ts";
import {StageDots} from "./stage-dots.tsx";
import {ValueText} from "./value-text.tsx";
import {kindWord, slugWords} from "./words.ts";

/** Work objects as rows. */
export function WorkTable({list, nameOf}: {readonly list: WorkList; readonly nameOf: (person: string) => string}) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Work">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Title</th>
            <th scope="col">Stands at</th>
            <th scope="col">Kind</th>
            <th scope="col">Capability</th>
            <th scope="col">Value</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((item) => (
            <tr key={item.id}>
              <td className="quiet">{item.number}</td>
              <td className="work-name">
                <Link to="/work/$work" params={{work: item.number}} className="quiet-link strong">
                  {item.title}
                </Link>
              </td>
              <td>
                <StageDots stage={item.stage} />
              </td>
              <td>{kindWord(item.kind)}</td>
              <td>{slugWords(item.capability)}</td>
              <td>
                <ValueText value={item.value} />
              </td>
              <td>{item.owner === null ? <span className="quiet">nobody</span> : nameOf(item.owner)}</td>
              <td className={item.overdue ? "due-over" : ""}>
                {item.due === null ? (
                  <span className="quiet">none</span>
                ) : (
                  `${dayText(item.due)}${item.overdue ? ", overdue" : ""}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
