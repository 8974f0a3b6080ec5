import {Code} from "@mantine/core";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {PathLink} from "../practice/path-link.tsx";
import type {Home} from "./facts.ts";

/** What is asked and not answered: why, and the one next step. */
export function StillMissing({homes}: {readonly homes: readonly Home[]}) {
  const asks = homes.flatMap((home) => home.asks).filter(({tile}) => tile === null);
  const missing = [...new Map(asks.map((ask) => [ask.ask, ask])).values()];
  if (missing.length === 0) return null;
  return (
    <Panel title="What is still missing" note="Asked first, and not answered by what is here so far">
      <ul className="missing-asks">
        {missing.map(({ask, missing: why, next}) => (
          <li key={ask}>
            <div>
              <h3 className="missing-ask">{ask}</h3>
              <p className="quiet">{why}</p>
            </div>
            {next === null ? null : (
              <div>
                <p>
                  <span className="quiet">Next: </span>
                  {next.path === null ? next.text : <PathLink path={next.path}>{next.text}</PathLink>}
                </p>
                {next.command === null ? null : (
                  <div className="command-line">
                    <Code tabIndex={0}>ashlar {next.command}</Code>
                    <CopyButton text={`ashlar ${next.command}`} label="Copy command" />
                  </div>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
