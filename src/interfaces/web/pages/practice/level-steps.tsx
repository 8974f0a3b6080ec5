const levels: readonly string[] = ["crawl", "walk", "run"];

/** Crawl, walk and run as three steps: those that are reached are filled, the target has the flag. */
export function LevelSteps({level, target}: {readonly level: string | null; readonly target: string | null}) {
  const reached = level === null ? -1 : levels.indexOf(level);
  const label = `${level === null ? "level unknown" : `at ${level}`}, ${target === null ? "no target" : `target ${target}`}`;
  return (
    <svg className="level-steps" width={40} height={22} viewBox="0 0 40 22" role="img" aria-label={label}>
      <title>{label}</title>
      {levels.map((name, index) => {
        const height = 5 + index * 4;
        const x = 1.5 + index * 13;
        return (
          <g key={name}>
            <rect
              x={x}
              y={21 - height}
              width={10}
              height={height}
              rx={1}
              className={index <= reached ? "level-step level-reached" : "level-step"}
            />
            {name === target ? (
              <path d={`M${x + 3} ${21 - height}V${12 - height}l6 2.2l-6 2.4`} className="level-flag" />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
