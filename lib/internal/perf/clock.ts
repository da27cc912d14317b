/** The clock of `performance`: milliseconds since the process started. */
import clock from "binding:clock";

// Read when first asked for, in the process that asks: this module may be part of a startup snapshot.
let start = -1;
let origin = -1;

/** Milliseconds since the process started, in whole nanoseconds; never goes back. */
export function now(): number {
  if (start < 0) start = clock.startTime();
  return Math.round((clock.now() - start) * 1e6) / 1e6;
}

/** When the process started, in milliseconds since 1970. */
export function timeOrigin(): number {
  if (origin < 0) origin = clock.timeOrigin();
  return origin;
}
