/** `snapshots.list` is `/api/snapshots/list`. */
export function routeOf(name: string): string {
  return `/api/${name.replaceAll(".", "/")}`;
}
