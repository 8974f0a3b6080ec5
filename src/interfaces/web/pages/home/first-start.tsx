import {Code} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {Page} from "../../blocks/panel.tsx";
import {UploadForm} from "../data/upload-form.tsx";

const commands = [
  {
    command: "ashlar ingest ./exports --source aws-prod",
    about: "A folder of exports, with its manifests or partitions"
  },
  {
    command: "ashlar serve --demo",
    about: "A company that does not exist, with thirteen months of three clouds, SaaS and licences"
  }
] as const;

/** Home of an empty lake: what would be here, and the way to it. */
export function FirstStart({leave}: {readonly leave?: () => void}) {
  return (
    <Page title="Welcome" note={<span>A new practice: bring in the first cost data.</span>}>
      <div className="first">
        <section className="panel first-lead" aria-labelledby="first-upload">
          <h2 className="first-title" id="first-upload">
            Begin with one FOCUS file
          </h2>
          <p className="first-text">
            Billing exports in the FOCUS format of any vendor, CSV or Parquet. The file is checked on this machine and
            stays on it; first you see what it would change.
          </p>
          <UploadForm {...(leave === undefined ? {} : {leave})} />
        </section>
        <div className="first-side">
          <section className="panel" aria-labelledby="first-command">
            <h2 className="panel-title" id="first-command">
              Or from the command line
            </h2>
            {commands.map(({command, about}) => (
              <div className="first-command" key={command}>
                <p>{about}</p>
                <span className="command-line">
                  <Code>{command}</Code>
                  <CopyButton text={command} label={`Copy: ${command}`} />
                </span>
              </div>
            ))}
          </section>
          <section className="panel" aria-labelledby="first-next">
            <h2 className="panel-title" id="first-next">
              What will be here
            </h2>
            <ul className="first-list">
              <li>Billed and effective cost of this month, projected and against the month before</li>
              <li>What moved, by service and provider, and what nobody tagged</li>
              <li>How fresh every source is, and which days are not complete</li>
              <li>
                <Link to="/explore">Explore</Link>, where every number leads to its charges and a receipt
              </li>
            </ul>
          </section>
        </div>
      </div>
    </Page>
  );
}
