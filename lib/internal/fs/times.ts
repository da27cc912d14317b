/** Times as users give them: seconds, strings of digits, Dates. */
import { ERR_INVALID_ARG_TYPE } from "../errors";

/** Seconds since 1970; a negative number is the present, as in Node. */
export function toSeconds(time: unknown, name = "time"): number {
  if (typeof time === "string" && time.trim() !== "" && Number.isFinite(Number(time))) return Number(time);
  if (typeof time === "number" && Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (time instanceof Date) return time.getTime() / 1000;
  throw new ERR_INVALID_ARG_TYPE(name, ["Date", "Time in seconds"], time);
}
