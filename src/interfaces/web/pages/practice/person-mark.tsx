/** A person as their initials and name; nobody is a dashed circle. */
export function PersonMark({
  name,
  fallback = "nobody yet"
}: {
  readonly name: string | null;
  readonly fallback?: string;
}) {
  return (
    <span className={name === null ? "person person-none" : "person"}>
      <span className="person-mark" aria-hidden="true">
        {name === null ? "?" : initials(name)}
      </span>
      <span className="clip">{name ?? fallback}</span>
    </span>
  );
}

function initials(name: string): string {
  const parts = name.trim().split(/[\s-]+/);
  const [first = "", ...rest] = parts;
  const last = rest.at(-1) ?? "";
  return (last === "" ? first.slice(0, 2) : first.slice(0, 1) + last.slice(0, 1)).toUpperCase();
}
