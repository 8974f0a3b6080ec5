const key = "ashlar.token";

/** The token of this browser tab; null where the server asks for none. It is forgotten with the tab. */
export function heldToken(): string | null {
  return sessionStorage.getItem(key);
}

export function holdToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, token);
}

/** The headers that say who asks. */
export function callerHeaders(): Record<string, string> {
  const token = heldToken();
  return token === null ? {} : {authorization: `Bearer ${token}`};
}
