import {messageOf} from "../../../errors.ts";

export interface PartFailedProps {
  readonly error: unknown;
  readonly again: () => void;
  /** Whether the part was called, as a dialog is, and has no place on the page. */
  readonly called: boolean;
}

/** Stands where a part of the page could not be shown. Plain, so that it needs nothing that has to be fetched. */
export function PartFailed({error, again, called}: PartFailedProps) {
  const unfetched = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <div className={`part-failed ${called ? "part-failed-called" : ""}`} role="alert">
      <p className="strong">{unfetched ? "This part could not be fetched" : "This part of the page failed"}</p>
      <p className="small">
        {unfetched
          ? "The rest of the page goes on. If the server was updated meanwhile, load the page again."
          : messageOf(error)}
      </p>
      <p className="part-failed-deeds">
        <button type="button" className="link-button" onClick={again}>
          Try again
        </button>
        <button type="button" className="link-button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </p>
    </div>
  );
}
