/**
 * Fetches what the page may need next, when it has nothing else to do: then pages change at once, and are there when the
 * server is not. Not where the browser is asked to save data.
 */
export function preloadWhenIdle(loads: readonly (() => Promise<unknown>)[]): void {
  const {connection} = navigator as {readonly connection?: {readonly saveData?: boolean}};
  if (connection?.saveData === true) return;
  const next = async (): Promise<void> => {
    for (const load of loads) await load().catch(() => undefined);
  };
  const idle = (): void => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => void next(), {timeout: 4000});
    else setTimeout(() => void next(), 2000);
  };
  if (document.readyState === "complete") idle();
  else globalThis.addEventListener("load", idle, {once: true});
}
