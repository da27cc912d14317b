/** Channel: a named place where a library says what it does, at the cost of one test when nobody listens. */
import type { AsyncLocalStorage } from "../async/local_storage";
import { loadInternal } from "../builtins";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateFunction } from "../validators";

declare const process: any;
export type ChannelName = string | symbol;
export type Subscriber = (message: any, name: ChannelName) => void;
type Transform = ((message: any) => any) | undefined;

function rethrow(error: unknown): never {
  throw error;
}
/** What a subscriber throws is an uncaught exception of the next tick: who publishes must not notice. */
function report(error: unknown): void {
  process.nextTick(rethrow, error);
}

export class Channel {
  /** Replaced and never changed, so that a list being called stays as it is. */
  _subscribers: readonly Subscriber[] | undefined = undefined;
  _stores: Map<AsyncLocalStorage<any>, Transform> | undefined = undefined;
  readonly name: ChannelName;

  constructor(name: ChannelName) {
    this.name = name;
  }

  /** Whether anybody listens. Ask before making an expensive message. */
  get hasSubscribers(): boolean {
    return this._subscribers !== undefined || this._stores !== undefined;
  }

  /** Calls `subscriber` with each message and the channel's name, synchronously. */
  subscribe(subscriber: Subscriber): void {
    validateFunction(subscriber, "subscription");
    this._subscribers = this._subscribers === undefined ? [subscriber] : [...this._subscribers, subscriber];
  }

  /** Returns whether it was subscribed. */
  unsubscribe(subscriber: Subscriber): boolean {
    const list = this._subscribers;
    const at = list === undefined ? -1 : list.indexOf(subscriber);
    if (at < 0) return false;
    this._subscribers = list!.length === 1 ? undefined : list!.toSpliced(at, 1);
    return true;
  }

  /** Calls the subscribers with a message. */
  publish(message: any): void {
    const list = this._subscribers;
    if (list === undefined) return;
    for (let i = 0; i < list.length; i++) {
      try {
        list[i]!(message, this.name);
      } catch (error) {
        report(error);
      }
    }
  }

  /** From now on `runStores` enters `store` with the message, or with what `transform` makes of it. */
  bindStore(store: AsyncLocalStorage<any>, transform?: (message: any) => any): void {
    (this._stores ??= new Map()).set(store, transform);
  }

  /** Returns whether it was bound. */
  unbindStore(store: AsyncLocalStorage<any>): boolean {
    if (this._stores === undefined || !this._stores.delete(store)) return false;
    if (this._stores.size === 0) this._stores = undefined;
    return true;
  }

  /** Publishes the message and calls `fn`, both inside the bound stores. Returns what `fn` returns. */
  runStores<R>(message: any, fn: (...args: any[]) => R, thisArg?: unknown, ...args: any[]): R {
    let run = (): R => {
      this.publish(message);
      return Reflect.apply(fn, thisArg, args);
    };
    if (this._stores !== undefined) {
      for (const [store, transform] of this._stores) run = entering(store, transform, message, run);
    }
    return run();
  }
}

function entering<R>(store: AsyncLocalStorage<any>, transform: Transform, message: any, next: () => R): () => R {
  return () => {
    let value = message;
    if (transform !== undefined) {
      try {
        value = transform(message);
      } catch (error) {
        report(error);
        return next();
      }
    }
    return store.run(value, next);
  };
}

const channels = new Map<ChannelName, Channel>();

/** The channel of that name; made when nobody asked for it before. */
export function channel(name: ChannelName): Channel {
  const known = channels.get(name);
  if (known !== undefined) return known;
  if (typeof name !== "string" && typeof name !== "symbol") {
    throw new ERR_INVALID_ARG_TYPE("channel", ["string", "symbol"], name);
  }
  const made = new Channel(name);
  channels.set(name, made);
  if (name === "rondo:longtask") loadInternal("internal/perf/runtime_events")["publishLongTasks"](made);
  return made;
}
/** Whether anybody listens to the channel of that name. */
export function hasSubscribers(name: ChannelName): boolean {
  return channels.get(name)?.hasSubscribers ?? false;
}
/** Listens to the channel of that name. */
export function subscribe(name: ChannelName, subscriber: Subscriber): void {
  channel(name).subscribe(subscriber);
}
/** Returns whether it was subscribed. */
export function unsubscribe(name: ChannelName, subscriber: Subscriber): boolean {
  return channel(name).unsubscribe(subscriber);
}
