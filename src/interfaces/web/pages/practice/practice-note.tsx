import type {Practice} from "./facts.ts";

/** Whose practice it is, in which edition of the framework, and which state of the file is shown. */
export function PracticeNote({practice}: {readonly practice: Practice | undefined}) {
  if (practice === undefined) return <span> </span>;
  const {organisation, edition, editionStated, file, revision} = practice;
  return (
    <>
      {organisation.name === null ? null : <span>{organisation.name}</span>}
      <span>
        edition {edition} of the FinOps Framework{editionStated ? "" : ", as the file names none"}
      </span>
      <span>
        {file === null ? (
          "no practice file yet"
        ) : (
          <>
            ashlar.yaml <code title={revision}>{revision.slice(0, 8)}</code>
          </>
        )}
      </span>
    </>
  );
}
