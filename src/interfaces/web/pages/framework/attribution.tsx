/** Who is to be named for what a page says, and under what terms. Links in the text lead out. */
export function Attribution({
  source,
  licence,
  notes = []
}: {
  readonly source: string;
  readonly licence: string;
  readonly notes?: readonly string[];
}) {
  return (
    <footer className="attribution">
      <p>
        {source.split(/(https:\/\/\S+?)(?=[;,.]?(?:\s|$))/).map((part, index) =>
          part.startsWith("https://") ? (
            <a key={index} href={part} rel="noreferrer">
              {part}
            </a>
          ) : (
            part
          )
        )}
        {source.includes(licence) ? null : ` ${licence.replace(/\.$/, "")}.`}
      </p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </footer>
  );
}
