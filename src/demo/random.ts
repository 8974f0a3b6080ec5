/**
 * Randomness without state: every draw is a hash of what it is for, so that rows do not depend on the order in which
 * they are made and an event that is left out changes nothing else. Integer arithmetic of 32 bits only, the same on
 * every machine.
 */

/** Spreads the bits of two integers over 32 (the finaliser of MurmurHash3 over a golden-ratio sum). */
export function mix(a: number, b: number): number {
  let h = (a ^ Math.imul(b + 0x9e3779b9, 0x85ebca6b)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A hash of a text (FNV-1a), mixed with a seed. */
export function hash(text: string, seed: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h >>> 0, seed);
}

/** A number in [0, 1) for the nth draw of a key. */
export function draw(key: number, n: number): number {
  return mix(key, n) / 0x100000000;
}

/** A number in [-1, 1), likelier near zero (the mean of three draws). */
export function bell(key: number, n: number): number {
  return ((draw(key, n * 3) + draw(key, n * 3 + 1) + draw(key, n * 3 + 2)) * 2) / 3 - 1;
}

/** `length` hexadecimal digits for a key. */
export function hex(key: number, length: number): string {
  let text = "";
  for (let n = 0; text.length < length; n += 1)
    text += mix(key, 0x5eed + n)
      .toString(16)
      .padStart(8, "0");
  return text.slice(0, length);
}

/** An identifier in the form of a UUID for a key. */
export function guid(key: number): string {
  const h = hex(key, 32);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20)}`;
}
