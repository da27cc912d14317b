/** `node:events`. The module is EventEmitter itself; what belongs to it hangs on it. */
import { isEventTarget, listenersOf } from "./internal/event_target/event_target";
import { ERR_INVALID_ARG_TYPE } from "./internal/errors";
import { addAbortListener } from "./internal/events/abort_listener";
import { EventEmitterAsyncResource } from "./internal/events/async_resource";
import { defaultMaxListeners, setDefaultMaxListeners } from "./internal/events/default_max";
import { EventEmitter } from "./internal/events/emitter";
import { getMaxListeners, setMaxListeners } from "./internal/events/max_listeners";
import { on } from "./internal/events/on";
import { once } from "./internal/events/once";
import { kCapture, kErrorMonitor, kRejection } from "./internal/events/symbols";
import type { EventName, Listener } from "./internal/events/types";
import { validateBoolean } from "./internal/validators";

/** The listeners of one event of an EventEmitter or an EventTarget, in order: a copy. */
export function getEventListeners(emitterOrTarget: any, name: EventName): Listener[] {
  if (typeof emitterOrTarget?.listeners === "function") return emitterOrTarget.listeners(name);
  if (isEventTarget(emitterOrTarget)) return listenersOf(emitterOrTarget, String(name)) as Listener[];
  throw new ERR_INVALID_ARG_TYPE("emitter", ["EventEmitter", "EventTarget"], emitterOrTarget);
}

/** How many listeners one event of an EventEmitter or an EventTarget has. */
export function listenerCount(emitterOrTarget: any, name: EventName): number {
  if (typeof emitterOrTarget?.listenerCount === "function") return emitterOrTarget.listenerCount(name);
  if (isEventTarget(emitterOrTarget)) return listenersOf(emitterOrTarget, String(name)).length;
  // What has the methods of an emitter and none of its own count: the listeners are where emitters keep them.
  return EventEmitter.prototype.listenerCount.call(emitterOrTarget, name);
}

const statics: Record<string, unknown> = {
  addAbortListener,
  once,
  on,
  getEventListeners,
  getMaxListeners,
  EventEmitter,
  usingDomains: false,
  captureRejectionSymbol: kRejection,
  EventEmitterAsyncResource,
  errorMonitor: kErrorMonitor,
  setMaxListeners,
  listenerCount,
};
Object.assign(EventEmitter, statics);
Object.defineProperties(EventEmitter, {
  defaultMaxListeners: {
    enumerable: true,
    configurable: true,
    get: () => defaultMaxListeners,
    set: setDefaultMaxListeners,
  },
  captureRejections: {
    enumerable: true,
    configurable: true,
    get: () => (EventEmitter.prototype as any)[kCapture],
    set(value: unknown) {
      validateBoolean(value, "EventEmitter.captureRejections");
      (EventEmitter.prototype as any)[kCapture] = value;
    },
  },
});

export { EventEmitter, EventEmitterAsyncResource, addAbortListener, getMaxListeners, on, once, setMaxListeners };
export { kErrorMonitor as errorMonitor, kRejection as captureRejectionSymbol };
export default EventEmitter;
