import {Page} from "../../blocks/panel.tsx";
import {UploadForm} from "./upload-form.tsx";

export function UploadPage() {
  return (
    <Page
      title="Upload"
      note={<span>Takes FOCUS files into the lake: checked, exact, and complete or not at all.</span>}
    >
      <div className="panel upload-panel">
        <UploadForm />
      </div>
    </Page>
  );
}
