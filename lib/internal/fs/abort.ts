/** AbortSignals and operations that run elsewhere. */
import { abortedBy } from "./errors";
import type { Callback } from "./options";

/** When the signal has been raised already, tells the callback so. */
export function isAborted(signal: AbortSignal, callback: Callback<any>): boolean {
  if (!signal.aborted) return false;
  callback(abortedBy(signal));
  return true;
}

/** Joins a signal to an operation: `flag` is what C++ looks at between its steps. */
export function watchSignal(
  signal: AbortSignal,
  callback: Callback<any>,
): { flag: Int32Array; callback: Callback<any> } {
  const flag = new Int32Array(1);
  const raise = (): void => {
    flag[0] = 1;
  };
  signal.addEventListener("abort", raise, { once: true });
  return {
    flag,
    callback: (error, value) => {
      signal.removeEventListener("abort", raise);
      if (error?.code === "ABORT_ERR" || flag[0] === 1) return callback(abortedBy(signal));
      if (error) return callback(error);
      callback(null, value);
    },
  };
}
