const factors: Readonly<Record<string, number>> = {
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40
};

/** The bytes of a size of the settings, such as `20GB`. */
export function bytesIn(size: string): number {
  const [, count = "", unit = ""] = /^([\d.]+)\s*([KMGT]i?B)$/i.exec(size) ?? [];
  const factor = factors[unit.toUpperCase()];
  if (factor === undefined) throw new Error(`not a size: ${size}`);
  return Math.floor(Number(count) * factor); // a number of bytes
}
