import {type ComponentType, type LazyExoticComponent, type ReactNode, Component, Suspense, lazy, useState} from "react";
import {PartFailed} from "./part-failed.tsx";

/**
 * A component whose code is fetched when it is first shown. Where it cannot be fetched, a note stands in its place, with
 * another try, and the page around it goes on; so it does where the component itself fails.
 * `wait` stands in its place until then. A part without it is called, as a dialog is; so is one whose `wait` is what
 * calls it, made of its properties. Its note lies above the page.
 */
export function later<M, P extends object>(
  load: () => Promise<M>,
  pick: (module: M) => ComponentType<P>,
  wait?: Exclude<ReactNode, undefined> | ((props: P) => ReactNode)
): ComponentType<P> {
  const called = wait === undefined || typeof wait === "function";
  let tried = 0;
  const fetched = (from: () => Promise<M>) => lazy(async () => ({default: pick(await from())}));
  // A part that failed once fails for ever, so that another try is another part.
  const held: {part: LazyExoticComponent<ComponentType<P>>} = {part: fetched(load)};
  return function Later(props: P) {
    const [tries, setTries] = useState(0);
    const Part = held.part as ComponentType<P>;
    const again = (error: unknown): void => {
      tried += 1;
      const address = addressIn(error);
      held.part = fetched(
        address === null ? load : async () => (await import(/* @vite-ignore */ `${address}?again=${tried}`)) as M
      );
      setTries(tries + 1);
    };
    const meanwhile = typeof wait === "function" ? wait(props) : (wait ?? null);
    return (
      <Boundary key={tries} again={again} called={called} caller={called ? meanwhile : null}>
        <Suspense fallback={meanwhile}>
          <Part {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

/** The address that a failed import names. A browser remembers a failure by its address, so it is asked for by another. */
function addressIn(error: unknown): string | null {
  return error instanceof TypeError ? (/https?:\S+\.js/.exec(error.message)?.[0] ?? null) : null;
}

interface BoundaryProps {
  readonly again: (error: unknown) => void;
  readonly called: boolean;
  readonly caller: ReactNode;
  readonly children: ReactNode;
}

class Boundary extends Component<BoundaryProps, {readonly error: unknown; readonly failed: boolean}> {
  override state = {error: null as unknown, failed: false};

  static getDerivedStateFromError(error: unknown) {
    return {error, failed: true};
  }

  override render(): ReactNode {
    const {again, called, caller, children} = this.props;
    if (!this.state.failed) return children;
    return (
      <>
        {caller}
        <PartFailed error={this.state.error} again={() => again(this.state.error)} called={called} />
      </>
    );
  }
}
