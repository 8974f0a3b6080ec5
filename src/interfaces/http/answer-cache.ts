/** Answers by receipt, the least recently used dropped first; exact, because a receipt says what it was made of. */
export interface AnswerCache {
  get(key: string): string | null;
  set(key: string, text: string): void;
  readonly bytes: () => number;
}

/** `limit` in bytes of text; an answer larger than an eighth of it is not kept. */
export function answerCache(limit: number): AnswerCache {
  const kept = new Map<string, string>();
  let bytes = 0;
  const size = (key: string, text: string): number => 2 * (key.length + text.length);
  return {
    get(key) {
      const text = kept.get(key);
      if (text === undefined) return null;
      kept.delete(key);
      kept.set(key, text);
      return text;
    },
    set(key, text) {
      const own = size(key, text);
      if (own > limit / 8) return;
      const before = kept.get(key);
      if (before !== undefined) bytes -= size(key, before);
      kept.delete(key);
      kept.set(key, text);
      bytes += own;
      for (const [oldest, old] of kept) {
        if (bytes <= limit) return;
        kept.delete(oldest);
        bytes -= size(oldest, old);
      }
    },
    bytes: () => bytes
  };
}
