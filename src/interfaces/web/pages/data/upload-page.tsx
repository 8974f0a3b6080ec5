import {Code} from "@mantine/core";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {Page, Panel} from "../../blocks/panel.tsx";
import {UploadForm} from "./upload-form.tsx";

const folderCommand = "ashlar ingest ./exports --source aws-prod";

/** Takes FOCUS files into the lake, and says what happens to them. */
export function UploadPage() {
  return (
    <Page
      title="Upload"
      note={<span>Takes FOCUS files into the lake: checked, exact, and complete or not at all.</span>}
    >
      <div className="first">
        <div className="panel upload-panel">
          <UploadForm />
        </div>
        <div className="first-side">
          <Panel title="What happens to a file">
            <ol className="steps">
              <li>Version and vendor are detected; every amount is read exactly, or its row goes to quarantine.</li>
              <li>You see what would change, by billing period and in money. Nothing has changed yet.</li>
              <li>
                It replaces the billing periods that it covers, in one step. What was there is kept and can be compared.
              </li>
            </ol>
          </Panel>
          <Panel title="Whole folders and large exports">
            <p className="quiet">From the command line, with manifests and partitions:</p>
            <span className="command-line">
              <Code>{folderCommand}</Code>
              <CopyButton text={folderCommand} label={`Copy: ${folderCommand}`} />
            </span>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
