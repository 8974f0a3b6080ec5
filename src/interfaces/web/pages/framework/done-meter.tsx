/** How much of some requirements is done, done in part, and not. */
export function DoneMeter({
  done,
  partly,
  total
}: {
  readonly done: number;
  readonly partly: number;
  readonly total: number;
}) {
  const label = `${done} of ${total} requirements done, ${partly} in part`;
  return (
    <span className="done-meter" role="img" aria-label={label} title={label}>
      <i className="meter-done" style={{flexGrow: done}} />
      <i className="meter-partly" style={{flexGrow: partly}} />
      <i className="meter-rest" style={{flexGrow: Math.max(0, total - done - partly)}} />
    </span>
  );
}
