/** TracingChannel: five channels that together tell the life of one operation. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateFunction } from "../validators";
import { Channel, channel, type Subscriber } from "./channel";

const kEvents = ["start", "end", "asyncStart", "asyncEnd", "error"] as const;
type TraceEvent = (typeof kEvents)[number];
type Channels = Record<TraceEvent, Channel>;
type Subscribers = Partial<Record<TraceEvent, Subscriber>>;

export class TracingChannel {
  /** The operation begins. */
  declare readonly start: Channel;
  /** The synchronous part of the operation is over. */
  declare readonly end: Channel;
  /** The callback is about to be called, or the promise was settled. */
  declare readonly asyncStart: Channel;
  /** The callback has returned. */
  declare readonly asyncEnd: Channel;
  /** The operation failed; `error` of the context says how. */
  declare readonly error: Channel;

  constructor(nameOrChannels: string | Channels) {
    for (const event of kEvents) {
      const value =
        typeof nameOrChannels === "string" ? channel(`tracing:${nameOrChannels}:${event}`) : nameOrChannels[event];
      if (!(value instanceof Channel)) throw new ERR_INVALID_ARG_TYPE(`nameOrChannels.${event}`, "Channel", value);
      Object.defineProperty(this, event, { value });
    }
  }

  /** Whether anybody listens to one of the five. */
  get hasSubscribers(): boolean {
    return (
      this.start.hasSubscribers ||
      this.end.hasSubscribers ||
      this.asyncStart.hasSubscribers ||
      this.asyncEnd.hasSubscribers ||
      this.error.hasSubscribers
    );
  }

  /** Subscribes each function given to the channel of its name. */
  subscribe(subscribers: Subscribers): void {
    for (const event of kEvents) {
      const subscriber = subscribers[event];
      if (subscriber) this[event].subscribe(subscriber);
    }
  }
  /** Returns whether all of them were subscribed. */
  unsubscribe(subscribers: Subscribers): boolean {
    let all = true;
    for (const event of kEvents) {
      const subscriber = subscribers[event];
      if (subscriber && !this[event].unsubscribe(subscriber)) all = false;
    }
    return all;
  }

  /** Traces a call: `start`, then `error` if it throws, then `end`. The context gets `result` or `error`. */
  traceSync<R>(fn: (...args: any[]) => R, context: any = {}, thisArg?: unknown, ...args: any[]): R {
    if (!this.hasSubscribers) return Reflect.apply(fn, thisArg, args);
    return this.start.runStores(context, () => {
      try {
        const result = Reflect.apply(fn, thisArg, args);
        context.result = result;
        return result;
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  /** Traces a function that returns a promise, until that is settled. */
  tracePromise<R>(fn: (...args: any[]) => R, context: any = {}, thisArg?: unknown, ...args: any[]): R | Promise<Awaited<R>> {
    if (!this.hasSubscribers) return Reflect.apply(fn, thisArg, args);
    const resolved = (result: any): any => {
      context.result = result;
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
      return result;
    };
    const rejected = (error: unknown): Promise<never> => {
      context.error = error;
      this.error.publish(context);
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
      return Promise.reject(error);
    };
    return this.start.runStores(context, () => {
      try {
        let promise: any = Reflect.apply(fn, thisArg, args);
        // A thenable of another kind keeps its own methods.
        if (typeof promise?.then !== "function") promise = Promise.resolve(promise);
        return promise.then(resolved, rejected);
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  /** Traces a function that takes a callback (its last argument, or the one at `position`), until that has returned. */
  traceCallback<R>(
    fn: (...args: any[]) => R,
    position = -1,
    context: any = {},
    thisArg?: unknown,
    ...args: any[]
  ): R {
    if (!this.hasSubscribers) return Reflect.apply(fn, thisArg, args);
    const callback = args.at(position);
    validateFunction(callback, "callback");
    const trace = this;
    const wrapped = function (this: unknown, error: unknown, result: unknown, ...rest: any[]): any {
      if (error) {
        context.error = error;
        trace.error.publish(context);
      } else {
        context.result = result;
      }
      const received = arguments.length < 2 ? [error].slice(0, arguments.length) : [error, result, ...rest];
      return trace.asyncStart.runStores(context, () => {
        try {
          return Reflect.apply(callback, this, received);
        } finally {
          trace.asyncEnd.publish(context);
        }
      });
    };
    args.splice(position, 1, wrapped);
    return this.start.runStores(context, () => {
      try {
        return Reflect.apply(fn, thisArg, args);
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }
}

/** The tracing channel of that name, or of the five channels given. */
export function tracingChannel(nameOrChannels: string | Channels): TracingChannel {
  if (typeof nameOrChannels !== "string" && (typeof nameOrChannels !== "object" || nameOrChannels === null)) {
    throw new ERR_INVALID_ARG_TYPE("nameOrChannels", ["string", "TracingChannel", "Object"], nameOrChannels);
  }
  return new TracingChannel(nameOrChannels);
}
