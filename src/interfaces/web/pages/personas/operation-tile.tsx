import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {PathLink} from "../practice/path-link.tsx";
import {usePeople} from "../work/queries.ts";
import type {Tile} from "./facts.ts";
import {isNumeric, OperationCell, valueAt} from "./operation-cell.tsx";
import {tileRowsQuery} from "./queries.ts";

/** Rows that a tile shows before it leads to its page. */
const most = 8;

/** A tile that shows the rows of an operation. */
export function OperationTile({
  tile,
  operation
}: {
  readonly tile: Tile;
  readonly operation: NonNullable<Tile["operation"]>;
}) {
  const answer = useQuery(tileRowsQuery(operation.name, operation.input));
  const {nameOf} = usePeople();
  const rows = answer.data?.rows ?? [];
  const shown = rows.slice(0, most);
  const rest = rows.length - shown.length;
  return (
    <>
      {answer.isError ? <ProblemNote error={answer.error} retry={() => void answer.refetch()} /> : null}
      {answer.data === undefined ? (
        answer.isError ? null : (
          <Skeleton height={200} aria-busy="true" aria-label={`Asking: ${tile.title}`} />
        )
      ) : rows.length === 0 ? (
        <p className="quiet">Nothing, as of now.</p>
      ) : (
        <div className="table-scroll tile-scroll" tabIndex={0} role="region" aria-label={tile.title}>
          <table className="table tile-rows">
            <thead>
              <tr>
                {tile.columns.map(({key, title}) => (
                  <th key={key} scope="col" className={isNumeric(key, shown) ? "num" : ""}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) => (
                <tr key={index}>
                  {tile.columns.map(({key}) => (
                    <td key={key} className={isNumeric(key, shown) ? "num" : `cell-${key.replaceAll(".", "-")}`}>
                      <OperationCell
                        operation={operation.name}
                        name={key}
                        value={valueAt(row, key)}
                        row={row}
                        nameOf={nameOf}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="tile-foot">
        <PathLink path={tile.page}>{rest > 0 ? `All of it, ${rest} more` : "Open the page"}</PathLink>
      </p>
    </>
  );
}
