/** A call as a command for a POSIX shell; what is positional comes first, what is null, false or empty is left out. */
export function commandOf(
  name: string,
  input: Readonly<Record<string, unknown>> = {},
  positional: readonly string[] = []
): string {
  const own = positional.flatMap((key) => (isSaid(input[key]) ? [shellText(String(input[key]))] : []));
  const options = Object.entries(input).flatMap(([key, value]) => {
    if (positional.includes(key) || !isSaid(value)) return [];
    const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    // The command line splits lists at commas; a comma in a value stands behind a backslash.
    const text = Array.isArray(value)
      ? value.map((part) => String(part).replaceAll(",", "\\,")).join(",")
      : String(value);
    return [text.startsWith("-") ? `${flag}=${shellText(text)}` : `${flag} ${shellText(text)}`];
  });
  return ["ashlar", name.replaceAll(".", " "), ...own, ...options].join(" ");
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== "" && !isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function shellText(text: string): string {
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
