/** EventEmitter itself. The most used code of the library: every line here runs for every request and every chunk. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateBoolean, validateNumber } from "../validators";
import { Emission, emitCapturing } from "./capture";
import { defaultMaxListeners } from "./default_max";
import { warnOfListeners } from "./max_listeners";
import { kCapture, kErrorMonitor } from "./symbols";
import type { EventEmitterConstructor, EventEmitterOptions, EventName, Listener } from "./types";
import type { EventEmitter as EventEmitterInterface } from "./types";
import { throwUnhandled } from "./unhandled";

/** What all emitters without listeners share as `_events`; replaced when the first listener is added. */
const kNoEvents: Record<EventName, any> = Object.freeze({ __proto__: null } as any);

function EventEmitter(this: any, options?: EventEmitterOptions): void {
  init.call(this, options);
}

function init(this: any, options?: EventEmitterOptions): void {
  // `_events` may be that of a prototype which is an emitter itself (`Foo.prototype = new EventEmitter()`).
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = kNoEvents;
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, "options.captureRejections");
    this[kCapture] = true;
  }
}

const proto: any = EventEmitter.prototype;
proto._events = undefined;
proto._eventsCount = 0;
proto._maxListeners = undefined;
Object.defineProperty(proto, kCapture, { value: false, writable: true, enumerable: false });

function checkListener(listener: unknown): void {
  if (typeof listener !== "function") throw new ERR_INVALID_ARG_TYPE("listener", "Function", listener);
}

proto.setMaxListeners = function setMaxListeners(count: number) {
  validateNumber(count, "setMaxListeners", 0);
  this._maxListeners = count;
  return this;
};
proto.getMaxListeners = function getMaxListeners(): number {
  return this._maxListeners === undefined ? defaultMaxListeners : this._maxListeners;
};

// `args` is used in Reflect.apply and nowhere else: V8 then passes the arguments on without making an array.
proto.emit = function emit(name: EventName, ...args: any[]): boolean {
  if (name === "error") return Reflect.apply(emitError, this, args);
  const events = this._events;
  if (events === undefined) return false;
  const handler = events[name];
  if (handler === undefined) return false;
  if (this[kCapture]) return Reflect.apply(emitCapturing, new Emission(this, name), args);
  if (typeof handler === "function") {
    Reflect.apply(handler, this, args);
    return true;
  }
  // Listeners may come and go while the list is called: it is read before the first call.
  const length = handler.length;
  const first = handler[0];
  const second = handler[1];
  if (length === 2) {
    Reflect.apply(first, this, args);
    Reflect.apply(second, this, args);
  } else if (length === 3) {
    const third = handler[2];
    Reflect.apply(first, this, args);
    Reflect.apply(second, this, args);
    Reflect.apply(third, this, args);
  } else {
    const listeners = handler.slice();
    for (let i = 0; i < length; i++) Reflect.apply(listeners[i], this, args);
  }
  return true;
};

function emitError(this: any, ...args: any[]): boolean {
  if (this._events !== undefined) {
    if (this._events[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    const handler = this._events.error;
    if (handler !== undefined) {
      if (this[kCapture]) return Reflect.apply(emitCapturing, new Emission(this, "error"), args);
      if (typeof handler === "function") Reflect.apply(handler, this, args);
      else for (const listener of handler.slice()) Reflect.apply(listener, this, args);
      return true;
    }
  }
  throwUnhandled(args[0], this, proto.emit);
}

function add(target: any, name: EventName, listener: Listener, prepend: boolean): any {
  checkListener(listener);
  let events = target._events;
  if (events === undefined || events === kNoEvents) {
    events = target._events = { __proto__: null };
    target._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    // Before the listener is added, so that those of 'newListener' do not hear of themselves.
    target.emit("newListener", name, (listener as any).listener ?? listener);
    events = target._events; // the listener may have replaced it
  }
  const existing = events[name];
  if (existing === undefined) {
    events[name] = listener;
    ++target._eventsCount;
    return target;
  }
  let list: any;
  if (typeof existing === "function") {
    list = events[name] = prepend ? [listener, existing] : [existing, listener];
  } else {
    list = existing;
    if (prepend) list.unshift(listener);
    else list.push(listener);
  }
  const limit = target._maxListeners === undefined ? defaultMaxListeners : target._maxListeners;
  if (list.length > limit && limit > 0 && !list.warned) {
    list.warned = true;
    warnOfListeners(target, name, list.length);
  }
  return target;
}

proto.addListener = function addListener(name: EventName, listener: Listener) {
  return add(this, name, listener, false);
};
proto.on = proto.addListener;
proto.prependListener = function prependListener(name: EventName, listener: Listener) {
  return add(this, name, listener, true);
};

function wrapOnce(target: any, name: EventName, listener: Listener): Listener {
  let called = false;
  function onceWrapper(...args: any[]): any {
    if (called) return undefined;
    called = true;
    target.removeListener(name, onceWrapper);
    return Reflect.apply(listener, target, args);
  }
  onceWrapper.listener = listener;
  return onceWrapper;
}
proto.once = function once(name: EventName, listener: Listener) {
  checkListener(listener);
  return this.on(name, wrapOnce(this, name, listener));
};
proto.prependOnceListener = function prependOnceListener(name: EventName, listener: Listener) {
  checkListener(listener);
  return this.prependListener(name, wrapOnce(this, name, listener));
};

function dropEvent(target: any, name: EventName): void {
  if (--target._eventsCount === 0) target._events = kNoEvents;
  else delete target._events[name];
}

proto.removeListener = function removeListener(name: EventName, listener: Listener) {
  checkListener(listener);
  const events = this._events;
  const existing = events?.[name];
  if (existing === undefined) return this;
  if (typeof existing === "function") {
    if (existing !== listener && (existing as any).listener !== listener) return this;
    dropEvent(this, name);
  } else {
    let at = existing.length - 1;
    while (at >= 0 && existing[at] !== listener && existing[at].listener !== listener) at--;
    if (at < 0) return this;
    if (existing.length === 2) events[name] = existing[at === 0 ? 1 : 0];
    else if (at === 0) existing.shift();
    else if (at === existing.length - 1) existing.pop();
    else existing.splice(at, 1);
  }
  if (events.removeListener !== undefined) this.emit("removeListener", name, (listener as any).listener ?? listener);
  return this;
};
proto.off = proto.removeListener;

proto.removeAllListeners = function removeAllListeners(name?: EventName) {
  const events = this._events;
  if (events === undefined || events === kNoEvents) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) {
      this._events = kNoEvents;
      this._eventsCount = 0;
    } else if (events[name!] !== undefined) {
      dropEvent(this, name!);
    }
    return this;
  }
  if (arguments.length === 0) {
    for (const key of Reflect.ownKeys(events)) {
      if (key !== "removeListener") this.removeAllListeners(key);
    }
    this.removeAllListeners("removeListener");
    this._events = kNoEvents;
    this._eventsCount = 0;
    return this;
  }
  const existing = events[name!];
  if (typeof existing === "function") {
    this.removeListener(name, existing);
  } else if (existing !== undefined) {
    const list = existing.slice();
    for (let i = list.length - 1; i >= 0; i--) this.removeListener(name, list[i]);
  }
  return this;
};

proto.rawListeners = function rawListeners(name: EventName): Listener[] {
  const existing = this._events?.[name];
  if (existing === undefined) return [];
  return typeof existing === "function" ? [existing] : existing.slice();
};
proto.listeners = function listeners(name: EventName): Listener[] {
  return this.rawListeners(name).map((listener: any) => listener.listener ?? listener);
};
proto.listenerCount = function listenerCount(name: EventName, listener?: Listener): number {
  const existing = this._events?.[name];
  if (existing === undefined) return 0;
  if (listener == null) return typeof existing === "function" ? 1 : existing.length;
  const all: any[] = typeof existing === "function" ? [existing] : existing;
  let count = 0;
  for (const one of all) if (one === listener || one.listener === listener) count++;
  return count;
};
proto.eventNames = function eventNames(): (string | symbol)[] {
  return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
};

const Emitter = EventEmitter as unknown as EventEmitterConstructor;
type Emitter = EventEmitterInterface;
Emitter.init = init;
export { Emitter as EventEmitter };
