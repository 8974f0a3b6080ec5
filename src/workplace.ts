import type {Context, Resource} from "./operation.ts";

/** A context for operations, and the way to close what they opened. */
export interface Workplace {
  readonly context: Context;
  /** Closes the resources, the last one opened first; every one is closed even where another fails to. */
  close(): Promise<void>;
}

/** A resource that is opened where another is asked for, such as an engine in a process of its own. */
export interface Override {
  readonly resource: Resource<unknown>;
  readonly by: Resource<unknown>;
}

export function override<T>(resource: Resource<T>, by: Resource<T>): Override {
  return {resource, by};
}

/** Opens a workplace: a context in which each resource is opened on first use, and once. */
export function openWorkplace(base: Omit<Context, "use">, overrides: readonly Override[] = []): Workplace {
  const opening = new Map<Resource<unknown>, Promise<unknown>>();
  const closings: (() => Promise<void>)[] = [];
  const context: Context = {
    ...base,
    use<T>(wanted: Resource<T>): Promise<T> {
      const resource = (overrides.find(({resource}) => resource === wanted)?.by ?? wanted) as Resource<T>;
      const known = opening.get(resource);
      if (known !== undefined) return known as Promise<T>;
      const opened = resource.open(context).then((value) => {
        closings.push(() => resource.close(value));
        return value;
      });
      opening.set(resource, opened);
      opened.catch(() => opening.delete(resource));
      return opened;
    }
  };
  return {context, close: () => closeAll(opening, closings)};
}

async function closeAll(
  opening: Map<Resource<unknown>, Promise<unknown>>,
  closings: (() => Promise<void>)[]
): Promise<void> {
  await Promise.allSettled(opening.values());
  opening.clear();
  const errors: unknown[] = [];
  for (const close of closings.splice(0).toReversed()) {
    try {
      await close();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
