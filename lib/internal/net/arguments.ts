/** The many forms in which `listen` and `connect` take their arguments. */
import { loadInternal } from "../builtins";
import { validateAbortSignal } from "../validators";

function toNumber(value: unknown): number | false {
  const number = Number(value);
  return number >= 0 ? number : false;
}
function isPipeName(value: unknown): value is string {
  return typeof value === "string" && toNumber(value) === false;
}

/** [options, callback] of (options), (path), (port), (port, host), each with a callback behind. */
export function normalizeArguments(args: readonly any[]): [any, ((...args: any[]) => void) | null] {
  if (args.length === 0) return [{}, null];
  const first = args[0];
  let options: any = {};
  if (typeof first === "object" && first !== null) {
    options = first;
  } else if (isPipeName(first)) {
    options.path = first;
  } else {
    options.port = first;
    if (args.length > 1 && typeof args[1] === "string") options.host = args[1];
  }
  const last = args[args.length - 1];
  return [options, typeof last === "function" ? last : null];
}

/** The backlog of listen(port, host, backlog) and listen(port, backlog). */
export function backlogArgument(args: readonly any[]): number | false {
  const first = args.length > 1 ? toBacklog(args[1]) : false;
  return first !== false ? first : args.length > 2 ? toBacklog(args[2]) : false;
}
function toBacklog(value: unknown): number | false {
  if (typeof value !== "number" && !(typeof value === "string" && value.trim() !== "")) return false;
  const number = toNumber(value);
  return number === false ? false : Math.min(Math.trunc(number), kMaxBacklog);
}
const kMaxBacklog = 2 ** 31 - 1;
/** The backlog of listen({ backlog }). */
export function backlogOption(value: unknown): number | false {
  return typeof value === "number" ? toBacklog(value) : false;
}

/** Checks the `blockList` option of sockets and servers. */
export function readBlockList(list: unknown): any {
  (loadInternal("internal/net/block_list") as typeof import("./block_list")).validateBlockList(list);
  return list;
}

/** TCP's keep-alive delay in whole seconds, of milliseconds; the kernel takes no more than 32767. */
export function keepAliveDelay(ms: unknown): number {
  return Math.min(32767, Math.max(0, Math.trunc((Number(ms) || 0) / 1000)));
}

/** Calls `close` when the signal is aborted, or soon when it is already. */
export function closeOnAbort(signal: any, close: () => void, whenGone: (remove: () => void) => void): void {
  validateAbortSignal(signal, "options.signal");
  if (signal === undefined) return;
  if (signal.aborted) {
    process.nextTick(close);
    return;
  }
  signal.addEventListener("abort", close);
  whenGone(() => signal.removeEventListener("abort", close));
}
