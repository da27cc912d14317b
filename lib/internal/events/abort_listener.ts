/** `events.addAbortListener`: hear of an abort, whatever other listeners of the signal do. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { kResistStop } from "../event_target/event_target";
import { validateAbortSignal, validateFunction } from "../validators";

declare function queueMicrotask(callback: () => void): void;

/**
 * Calls `listener` once when `signal` is aborted, even when another listener stops the event; in a microtask when it is
 * aborted already. Disposing of the result removes the listener.
 */
export function addAbortListener(signal: any, listener: (event?: any) => void): Disposable {
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE("signal", "AbortSignal", signal);
  validateAbortSignal(signal as unknown, "signal");
  validateFunction(listener, "listener");
  if (signal.aborted) {
    queueMicrotask(() => listener());
    return { [Symbol.dispose]() {} };
  }
  signal.addEventListener("abort", listener, { once: true, [kResistStop]: true });
  return {
    [Symbol.dispose]() {
      signal.removeEventListener("abort", listener);
    },
  };
}
