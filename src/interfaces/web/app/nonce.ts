/**
 * The nonce that the server put into this page: styles made at run time carry it. The library that keeps the page
 * from scrolling behind a dialog looks for it under a global name.
 */
export function styleNonce(): string {
  const element = document.querySelector<HTMLElement>("[property=csp-nonce]");
  const nonce = element?.nonce ?? element?.getAttribute("nonce") ?? "";
  Reflect.set(globalThis, "__webpack_nonce__", nonce);
  return nonce;
}
