/** `process.hrtime` and `process.uptime`. */
import clock from "binding:clock";
import { ERR_OUT_OF_RANGE } from "../errors";
import { validateArray } from "../validators";
import { define } from "./object";

const kNsPerSecond = 1_000_000_000n;

/** [seconds, nanoseconds] of a clock that never goes back, or what passed since an earlier result. */
function hrtime(earlier?: [number, number]): [number, number] {
  const now = clock.bigint() as bigint;
  const seconds = Number(now / kNsPerSecond);
  const nanoseconds = Number(now % kNsPerSecond);
  if (earlier === undefined) return [seconds, nanoseconds];
  validateArray(earlier, "time");
  if (earlier.length !== 2) throw new ERR_OUT_OF_RANGE("time", "2", earlier.length);
  const rest = nanoseconds - earlier[1]!;
  return rest < 0 ? [seconds - earlier[0]! - 1, rest + 1e9] : [seconds - earlier[0]!, rest];
}
/** The same clock in nanoseconds. */
hrtime.bigint = (): bigint => clock.bigint() as bigint;

/** Seconds since the process started. */
function uptime(): number {
  return (clock.now() - clock.startTime()) / 1000;
}

define({ hrtime, uptime });
