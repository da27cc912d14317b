/** `monitorEventLoopDelay`: for how long the loop keeps waiting what becomes ready. */
import { ERR_INVALID_THIS } from "../errors";
import { validateInteger, validateObject } from "../validators";
import { kMake } from "./entry";
import { call, Histogram, newHandle } from "./histogram";

let isMonitor: (value: any) => boolean;

/**
 * A histogram of the loop's delays in nanoseconds: each counts for `resolution` milliseconds of time.
 *
 * Node runs a timer every `resolution` ms and records the time from one run to the next, so that an idle process shows
 * `resolution` as its delay, a stall of two seconds counts once however many runs of the timer it swallowed, and the
 * process is woken all the time. Here no timer runs. Once a turn, the loop's waiting and working times are known, and the
 * delay that something ready at a moment met is known for every moment: 0 while the loop waited for events, and the rest
 * of the turn while it worked. That is recorded for moments `resolution` ms apart. A percentile is therefore a share of
 * time: `percentile(99)` is the delay that was not exceeded 99 % of the time.
 *
 * `min` is 0 where Node shows about `resolution` ms, and `count` is the time that passed divided by `resolution`. When a
 * timer was due and the process did not get to run, that counts as delay, from a millisecond on.
 */
export class ELDHistogram extends Histogram {
  #monitor = true;

  static {
    isMonitor = (value) => typeof value === "object" && value !== null && #monitor in value;
  }

  /** Begins, or goes on. False when it was enabled already. Neither keeps the process alive nor wakes it. */
  enable(): boolean {
    if (!isMonitor(this)) throw new ERR_INVALID_THIS("ELDHistogram");
    return call(this, "enable");
  }
  /** Pauses; the values are kept. False when it was not enabled. */
  disable(): boolean {
    if (!isMonitor(this)) throw new ERR_INVALID_THIS("ELDHistogram");
    return call(this, "disable");
  }
  [Symbol.dispose](): void {
    this.disable();
  }
}

/** Makes a histogram of the loop's delays, not enabled yet. `resolution`: milliseconds of time a value, 10 by default. */
export function monitorEventLoopDelay(options: { resolution?: number } = {}): ELDHistogram {
  validateObject(options, "options");
  const { resolution = 10 } = options;
  validateInteger(resolution, "options.resolution", 1);
  // An interval beyond what can ever pass stands for all those above it.
  const intervalNs = Math.min(resolution * 1e6, Number.MAX_SAFE_INTEGER);
  return new ELDHistogram(kMake, newHandle(1, 2, 1, intervalNs));
}
