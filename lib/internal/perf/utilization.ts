/** `performance.eventLoopUtilization`: which part of the time the loop worked. */
import perf from "binding:perf";
import { now } from "./clock";

export interface Utilization {
  /** Milliseconds in which the loop waited for events. */
  idle: number;
  /** Milliseconds in which it worked, was blocked, or was kept from running. */
  active: number;
  /** active / (idle + active): 0 to 1. */
  utilization: number;
}

function utilizationOf(idle: number, active: number): Utilization {
  return { idle, active, utilization: idle + active > 0 ? active / (idle + active) : 0 };
}

/**
 * Since the loop began to run; with `utilization1`, since that result; with both, from the second to the first.
 * All zeros while the loop does not run yet: while the main script is evaluated.
 *
 * libuv counts idle time from the first call on (or the first `nodeTiming.idleTime`). The time before is taken for idle as
 * far as the loop's thread used no CPU, which takes blocking calls for idle: only the difference of two calls is exact. As
 * in Node, a wait that a signal ends counts as active.
 */
export function eventLoopUtilization(utilization1?: Utilization, utilization2?: Utilization): Utilization {
  const idle = perf.idleTime(); // counting begins with the first call, though the loop does not run yet
  const start = perf.loopStart();
  if (start < 0) return utilizationOf(0, 0);
  if (utilization2) {
    return utilizationOf(utilization1!.idle - utilization2.idle, utilization1!.active - utilization2.active);
  }
  const active = Math.max(0, now() - start - idle);
  if (!utilization1) return utilizationOf(idle, active);
  return utilizationOf(idle - utilization1.idle, active - utilization1.active);
}
