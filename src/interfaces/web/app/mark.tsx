/** The name with its sign: courses of cut stone. */
export function Mark() {
  return (
    <span className="mark">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M2 4h9v7H2zM13 4h9v7h-9zM2 13h5v7H2zM9 13h9v7H9zM20 13h2v7h-2z" fill="currentColor" />
      </svg>
      <span>Ashlar</span>
    </span>
  );
}
