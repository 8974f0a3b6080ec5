export {QuarantinePage} from "./quarantine-page.tsx";
export {SnapshotPage} from "./snapshot-page.tsx";
export {SnapshotsPage} from "./snapshots-page.tsx";
export {SourcesPage} from "./sources-page.tsx";
export {UploadPage} from "./upload-page.tsx";
