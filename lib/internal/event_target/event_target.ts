/** EventTarget (DOM Standard, section 2.7), without a tree: every event is at its target. */
import { coded, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS } from "../errors";
import { defaultMaxListeners } from "../events/default_max";
import { validateAbortSignal, validateObject } from "../validators";
import { endDispatch, Event, isEvent, stateOf } from "./event";
import { inspectAs, kInspect } from "./inspect";

declare const process: any;

export interface EventListenerObject {
  handleEvent(event: Event): void;
}
export type EventListener = ((event: Event) => any) | EventListenerObject;
export interface AddEventListenerOptions {
  capture?: boolean;
  /** Removes the listener before its first call. */
  once?: boolean;
  /** Promises that the listener never calls `preventDefault`. */
  passive?: boolean;
  /** Removes the listener when it is aborted. */
  signal?: any;
}

interface Registration {
  readonly listener: EventListener;
  readonly capture: boolean;
  readonly once: boolean;
  readonly passive: boolean;
  /** Called even when a listener before it stopped the event. */
  readonly resistsStop: boolean;
  removed: boolean;
}
interface Listeners extends Array<Registration> {
  warned?: boolean;
}

/** Overridden by targets that must know when they have listeners (AbortSignal): called with the number left. */
export const kListenersChanged: unique symbol = Symbol("listenersChanged") as any;

/** An option of `addEventListener`, for the library alone: `stopImmediatePropagation` does not stop this listener. */
export const kResistStop: unique symbol = Symbol("resistStop") as any;

export const ERR_EVENT_RECURSION = coded(
  Error,
  "ERR_EVENT_RECURSION",
  (type: string) => `The event "${type}" is already being dispatched`,
);

let isTarget: (value: any) => boolean;
let tableOf: (target: EventTarget) => Map<string, Listeners> | undefined;
let limitOf: (target: EventTarget) => number;
let setLimit: (target: EventTarget, count: number) => void;

function check(value: any): void {
  if (!isEventTarget(value)) throw new ERR_INVALID_THIS("EventTarget");
}
function rethrow(error: unknown): never {
  throw error;
}
/** An error of a listener is an uncaught exception of the next tick: neither the dispatch nor other listeners fail. */
function report(error: unknown): void {
  process.nextTick(rethrow, error);
}
function isListener(listener: unknown): listener is EventListener {
  return typeof listener === "function" || (typeof listener === "object" && listener !== null);
}

/** An object that events are dispatched to, and that has listeners for them. */
export class EventTarget {
  #listeners: Map<string, Listeners> | undefined = undefined;
  #limit: number | undefined = undefined;

  static {
    isTarget = (value) => #listeners in value;
    tableOf = (target) => target.#listeners;
    limitOf = (target) => target.#limit ?? defaultMaxListeners;
    setLimit = (target, count) => {
      target.#limit = count;
    };
  }

  /** Adds a listener, unless the same one (with the same `capture`) is there already. */
  addEventListener(type: string, listener: EventListener | null, options?: boolean | AddEventListenerOptions | null): void {
    check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS("type", "listener");
    let once = false;
    let passive = false;
    let capture = false;
    let resistsStop = false;
    let signal: any;
    if (typeof options === "boolean") {
      capture = options;
    } else if (options != null) {
      validateObject(options, "options", { array: true, func: true });
      once = !!options.once;
      passive = !!options.passive;
      capture = !!options.capture;
      resistsStop = (options as any)[kResistStop] === true;
      signal = options.signal;
      validateAbortSignal(signal, "options.signal");
    }
    type = `${type}`;
    if (listener == null) {
      warnOfMissingListener(this, type, listener);
      return;
    }
    if (!isListener(listener)) throw new ERR_INVALID_ARG_TYPE("listener", "EventListener", listener);
    if (signal !== undefined) {
      if (signal.aborted) return;
      signal.addEventListener("abort", () => this.removeEventListener(type, listener, capture), { once: true });
    }
    this.#listeners ??= new Map();
    let list = this.#listeners.get(type);
    if (list === undefined) this.#listeners.set(type, (list = []));
    for (const known of list) if (known.listener === listener && known.capture === capture) return;
    list.push({ listener, capture, once, passive, resistsStop, removed: false });
    const limit = limitOf(this);
    if (limit > 0 && list.length > limit && !list.warned) {
      list.warned = true;
      warnOfManyListeners(this, type, list.length, limit);
    }
    this[kListenersChanged](type, list.length);
  }

  /** Removes a listener that was added with the same `capture`. */
  removeEventListener(type: string, listener: EventListener | null, options?: boolean | { capture?: boolean } | null): void {
    check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS("type", "listener");
    if (listener == null) return;
    if (!isListener(listener)) throw new ERR_INVALID_ARG_TYPE("listener", "EventListener", listener);
    const list = this.#listeners?.get(`${type}`);
    if (list === undefined) return;
    const capture = typeof options === "boolean" ? options : !!options?.capture;
    const found = list.find((known) => known.listener === listener && known.capture === capture);
    if (found !== undefined) this.#remove(`${type}`, list, found);
  }

  /** Calls the listeners of `event.type` in order. Returns false when one prevented the default. */
  dispatchEvent(event: Event): boolean {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("event");
    if (!isEvent(event)) throw new ERR_INVALID_ARG_TYPE("event", "Event", event);
    const state = stateOf(event);
    if (state.dispatching) throw new ERR_EVENT_RECURSION(event.type);
    state.dispatching = true;
    state.target = this;
    state.currentTarget = this;
    const list = this.#listeners?.get(event.type);
    if (list !== undefined && list.length > 0) {
      // Listeners added from here on are not called; those removed are not either.
      const registrations = list.length === 1 ? [list[0]!] : list.slice();
      for (const registration of registrations) {
        if (registration.removed || (state.stopped && !registration.resistsStop)) continue;
        if (registration.once) this.#remove(event.type, list, registration);
        state.inPassive = registration.passive;
        call(registration.listener, this, event);
        state.inPassive = false;
      }
    }
    endDispatch(event);
    return !event.defaultPrevented;
  }

  #remove(type: string, list: Listeners, registration: Registration): void {
    registration.removed = true;
    const at = list.indexOf(registration);
    if (at >= 0) list.splice(at, 1);
    this[kListenersChanged](type, list.length);
  }

  [kListenersChanged](_type: string, _count: number): void {}

  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return inspectAs(this, {}, depth, options, inspect);
  }
}
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) {
  Object.defineProperty(EventTarget.prototype, name, { enumerable: true });
}
Object.defineProperty(EventTarget.prototype, Symbol.toStringTag, { value: "EventTarget", configurable: true });

function call(listener: EventListener, target: EventTarget, event: Event): void {
  try {
    const result: any =
      typeof listener === "function" ? Reflect.apply(listener, target, [event]) : listener.handleEvent(event);
    if (result !== undefined && result !== null && typeof result.then === "function") result.then(undefined, report);
  } catch (error) {
    report(error);
  }
}

function warnOfManyListeners(target: EventTarget, type: string, count: number, limit: number): void {
  const warning: any = new Error(
    `Possible EventTarget memory leak detected. ${count} ${type} listeners added to ${target.constructor?.name}. ` +
      `MaxListeners is ${limit}. Use events.setMaxListeners() to increase limit`,
  );
  warning.name = "MaxListenersExceededWarning";
  warning.target = target;
  warning.type = type;
  warning.count = count;
  process.emitWarning(warning);
}

function warnOfMissingListener(target: EventTarget, type: string, listener: unknown): void {
  const warning: any = new Error(`addEventListener called with ${listener} which has no effect.`);
  warning.name = "AddEventListenerArgumentTypeWarning";
  warning.target = target;
  warning.type = type;
  process.emitWarning(warning);
}

/** Whether a value is an EventTarget of this realm. */
export function isEventTarget(value: unknown): value is EventTarget {
  return typeof value === "object" && value !== null && isTarget(value);
}
/** The listeners of one event, in order. */
export function listenersOf(target: EventTarget, type: string): EventListener[] {
  return (tableOf(target)?.get(type) ?? []).map((registration) => registration.listener);
}
export { limitOf, setLimit };
