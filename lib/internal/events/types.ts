/** The shape of EventEmitter: a function that works with `new`, with `EventEmitter.call(this)` and with `class extends`. */
import type { AsyncResource } from "../async/resource";

export type EventName = string | symbol | number;
export type Listener = (...args: any[]) => any;

export interface EventEmitterOptions {
  /** Sends the rejection of a promise that a listener returned to `Symbol.for("nodejs.rejection")` or to `'error'`. */
  captureRejections?: boolean;
}

/** Events are named; any number of listeners follow a name and are called in order, synchronously. */
export interface EventEmitter {
  /** The listeners by event: the function itself when there is one, an array otherwise. Programs look at it; do not. */
  _events: Record<EventName, any>;
  _eventsCount: number;
  _maxListeners: number | undefined;
  /** Calls the listeners of `name` in order with the arguments. Returns whether there were any. */
  emit(name: EventName, ...args: any[]): boolean;
  /** Adds a listener behind the others. The same function may be added several times. */
  on(name: EventName, listener: Listener): this;
  addListener(name: EventName, listener: Listener): this;
  /** Adds a listener before the others. */
  prependListener(name: EventName, listener: Listener): this;
  /** Adds a listener that is removed before its first call. */
  once(name: EventName, listener: Listener): this;
  prependOnceListener(name: EventName, listener: Listener): this;
  /** Removes the listener that was added last among equal ones. */
  off(name: EventName, listener: Listener): this;
  removeListener(name: EventName, listener: Listener): this;
  /** Removes all listeners of one event, or of all. */
  removeAllListeners(name?: EventName): this;
  /** Above this many listeners for one event a warning is printed, once; 0 for no limit. */
  setMaxListeners(count: number): this;
  getMaxListeners(): number;
  /** A copy of the list of listeners, as they were given to `on` and `once`. */
  listeners(name: EventName): Listener[];
  /** A copy of the list of listeners, with the wrappers that `once` made (their `listener` is the function given). */
  rawListeners(name: EventName): Listener[];
  /** How many listeners an event has, or how many times one function is among them. */
  listenerCount(name: EventName, listener?: Listener): number;
  /** The names of the events that have listeners. */
  eventNames(): (string | symbol)[];
}

export interface EventEmitterConstructor {
  new (options?: EventEmitterOptions): EventEmitter;
  (this: any, options?: EventEmitterOptions): void;
  prototype: EventEmitter;
  init(this: any, options?: EventEmitterOptions): void;
  defaultMaxListeners: number;
  captureRejections: boolean;
  readonly captureRejectionSymbol: symbol;
  readonly errorMonitor: symbol;
  EventEmitter: EventEmitterConstructor;
  readonly EventEmitterAsyncResource: EventEmitterAsyncResourceConstructor;
  usingDomains: boolean;
  once(emitter: any, name: EventName, options?: { signal?: any }): Promise<any[]>;
  on(emitter: any, name: EventName, options?: EventsOnOptions): AsyncIterableIterator<any[]>;
  getEventListeners(emitter: any, name: EventName): Listener[];
  getMaxListeners(emitter: any): number;
  setMaxListeners(count?: number, ...emitters: any[]): void;
  listenerCount(emitter: any, name: EventName): number;
  addAbortListener(signal: any, listener: Listener): Disposable;
}

export interface EventsOnOptions {
  /** Ends the iteration with an AbortError. */
  signal?: any;
  /** Names of events that end the iteration. */
  close?: EventName[];
  /** The emitter is paused when this many events wait to be read; unlimited by default. */
  highWaterMark?: number;
  /** A paused emitter is resumed when fewer than this many wait; 1 by default. */
  lowWaterMark?: number;
}

export interface EventEmitterAsyncResource extends EventEmitter {
  readonly asyncId: number;
  readonly triggerAsyncId: number;
  readonly asyncResource: AsyncResource;
  emitDestroy(): void;
}
export interface EventEmitterAsyncResourceConstructor {
  new (options?: string | (EventEmitterOptions & { name?: string; triggerAsyncId?: number })): EventEmitterAsyncResource;
  prototype: EventEmitterAsyncResource;
}
