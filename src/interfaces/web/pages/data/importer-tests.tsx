import {count} from "../../format/amount.ts";
import type {ImporterTested} from "./facts.ts";

const tones = {passed: "tag-good", failed: "tag-bad", untested: "tag-warn"} as const;

/** What came of the tests of declared importers. */
export function ImporterTests({tested}: {readonly tested: ImporterTested}) {
  return (
    <div role="status" className="importer-tests">
      <p className="strong">
        {tested.verdict === "ok" ? "Every test passes." : "Something is not as the declarations expect."}
      </p>
      <ul className="checks">
        {tested.rows.map(({importer, test, status, rows, differences}) => (
          <li key={`${importer} ${test}`}>
            <span className={`tag ${tones[status]}`}>{status}</span> <span className="strong">{importer}</span> {test},{" "}
            {count(rows)} rows
            {differences.length === 0 ? null : (
              <ul className="differences">
                {differences.map(({what, expected, found}) => (
                  <li key={`${what} ${expected}`}>
                    {what}: expected <code>{expected}</code>, found <code>{found}</code>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
