/** The warning about many listeners for one event, which is nearly always a leak. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateNumber } from "../validators";
import { isEventTarget, limitOf, setLimit } from "../event_target/event_target";
import { defaultMaxListeners, setDefaultMaxListeners } from "./default_max";

declare const process: any;

/** Prints the warning of an EventEmitter. Called once a list. */
export function warnOfListeners(emitter: any, name: unknown, count: number): void {
  const owner = emitter.constructor?.name || "Object";
  const warning: any = new Error(
    `Possible EventEmitter memory leak detected. ${count} ${String(name)} listeners added to [${owner}]. ` +
      `MaxListeners is ${emitter.getMaxListeners()}. Use emitter.setMaxListeners() to increase limit`,
  );
  warning.name = "MaxListenersExceededWarning";
  warning.emitter = emitter;
  warning.type = name;
  warning.count = count;
  process.emitWarning(warning);
}

/** `events.setMaxListeners`: a limit for each of the emitters and event targets, or a new default when there are none. */
export function setMaxListeners(count: number = defaultMaxListeners, ...targets: any[]): void {
  validateNumber(count, "setMaxListeners", 0);
  if (targets.length === 0) {
    setDefaultMaxListeners(count);
    return;
  }
  for (const target of targets) {
    if (isEventTarget(target)) setLimit(target, count);
    else if (typeof target?.setMaxListeners === "function") target.setMaxListeners(count);
    else throw new ERR_INVALID_ARG_TYPE("eventTargets", ["EventEmitter", "EventTarget"], target);
  }
}

/** `events.getMaxListeners`: the limit of an emitter or an event target. */
export function getMaxListeners(target: any): number {
  if (typeof target?.getMaxListeners === "function") return target.getMaxListeners();
  if (isEventTarget(target)) return limitOf(target);
  throw new ERR_INVALID_ARG_TYPE("emitter", ["EventEmitter", "EventTarget"], target);
}
