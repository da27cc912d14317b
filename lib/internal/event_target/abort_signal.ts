/** AbortSignal (DOM Standard, section 3.2). */
import { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS } from "../errors";
import { validateArray, validateUint32 } from "../validators";
import { clearTimeout, setTimeout } from "../../timers";
import { DOMException } from "./dom_exception";
import { Event, kTrusted } from "./event";
import { EventTarget, kListenersChanged, setLimit } from "./event_target";
import { defineHandlerProperty } from "./handler_property";
import { inspectAs, kInspect } from "./inspect";
import { IterableWeakSet } from "./weak_set";

/** Passed to the constructor by those that may use it. */
const kMake = Symbol("make");

/** Signals that somebody listens to and that only a timer could still abort: nothing else would keep them alive. */
const listenedTimeouts = new Set<AbortSignal>();
// Stops the timer of a signal that nobody can reach any more. Made in the process that uses it.
let forgottenTimeouts: FinalizationRegistry<any> | undefined;

let abortSignal: (signal: AbortSignal, reason: unknown) => void;
let isSignal: (value: any) => boolean;

function check(value: unknown): void {
  if (!isAbortSignal(value)) throw new ERR_INVALID_THIS("AbortSignal");
}

/** Tells those who listen, or ask, that what they do is no longer wanted. */
export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason: unknown = undefined;
  #isTimeout = false;
  /** The signals that this one follows (`AbortSignal.any`); never themselves such signals. */
  #sources: AbortSignal[] | undefined = undefined;
  /** The signals that follow this one. */
  #followers: IterableWeakSet<AbortSignal> | undefined = undefined;
  /** Those among the followers that somebody listens to: they live as long as this signal. */
  #listened: Set<AbortSignal> | undefined = undefined;

  #listenerCount = 0;

  declare onabort: ((this: AbortSignal, event: Event) => any) | null;

  static {
    isSignal = (value) => #aborted in value;
    abortSignal = (signal, reason) => {
      if (signal.#aborted) return;
      // Everyone is aborted before anyone is told.
      const told = [signal];
      signal.#settle(reason);
      if (signal.#followers !== undefined) {
        for (const follower of signal.#followers.alive()) {
          if (follower.#aborted) continue;
          follower.#settle(reason === undefined ? signal.#reason : reason);
          told.push(follower);
        }
      }
      for (const one of told) {
        one.dispatchEvent(new Event("abort", { [kTrusted]: true } as object));
        one.#release();
      }
    };
  }

  constructor(key: symbol | undefined = undefined) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
    setLimit(this, 0);
  }

  /** A signal that is aborted already. */
  static abort(reason: unknown = new DOMException("This operation was aborted", "AbortError")): AbortSignal {
    const signal = new AbortSignal(kMake);
    signal.#aborted = true;
    signal.#reason = reason;
    return signal;
  }

  /** A signal that is aborted with a TimeoutError after `delay` milliseconds. It does not keep the process running. */
  static timeout(delay: number): AbortSignal {
    validateUint32(delay, "delay");
    const signal = new AbortSignal(kMake);
    signal.#isTimeout = true;
    const timer = setTimeout(expire, delay, new WeakRef(signal));
    timer.unref();
    forgottenTimeouts ??= new FinalizationRegistry((forgotten) => clearTimeout(forgotten));
    forgottenTimeouts.register(signal, timer);
    return signal;
  }

  /** A signal that is aborted as soon as one of the given ones is, with its reason. */
  static any(signals: Iterable<AbortSignal>): AbortSignal {
    let list: AbortSignal[];
    if (typeof signals === "object" && signals !== null && !Array.isArray(signals) && Symbol.iterator in signals) {
      list = [...signals];
    } else {
      validateArray(signals, "signals");
      list = signals;
    }
    list.forEach((signal, i) => {
      if (!isAbortSignal(signal)) throw new ERR_INVALID_ARG_TYPE(`signals[${i}]`, "AbortSignal", signal);
    });
    const result = new AbortSignal(kMake);
    const aborted = list.find((signal) => signal.#aborted);
    if (aborted !== undefined) {
      result.#aborted = true;
      result.#reason = aborted.#reason;
      return result;
    }
    const sources = new Set<AbortSignal>();
    for (const signal of list) {
      if (signal.#sources === undefined) sources.add(signal);
      else for (const source of signal.#sources) sources.add(source);
    }
    result.#sources = [...sources];
    for (const source of sources) (source.#followers ??= new IterableWeakSet()).add(result);
    return result;
  }

  /** Whether it was aborted. */
  get aborted(): boolean {
    check(this);
    return this.#aborted;
  }
  /** Why; undefined until then. */
  get reason(): any {
    check(this);
    return this.#reason;
  }
  /** Throws the reason, if the signal was aborted. */
  throwIfAborted(): void {
    check(this);
    if (this.#aborted) throw this.#reason;
  }

  #settle(reason: unknown): void {
    this.#aborted = true;
    this.#reason = reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
  }

  /** Lets go of what an aborted signal needs no more. */
  #release(): void {
    this.#followers?.clear();
    this.#listened?.clear();
    this.#keepAlive();
    this.#sources = undefined;
  }

  /** A signal that is listened to must live until it is aborted, even when only its timer or its sources know of it. */
  #keepAlive(): void {
    const listened = !this.#aborted && (this.#listenerCount > 0 || (this.#listened?.size ?? 0) > 0);
    if (this.#isTimeout) {
      if (listened) listenedTimeouts.add(this);
      else listenedTimeouts.delete(this);
    }
    if (this.#sources === undefined) return;
    for (const source of this.#sources) {
      if (listened) (source.#listened ??= new Set()).add(this);
      else source.#listened?.delete(this);
      source.#keepAlive();
    }
  }

  override [kListenersChanged](type: string, count: number): void {
    if (type !== "abort" || (!this.#isTimeout && this.#sources === undefined)) return;
    this.#listenerCount = count;
    this.#keepAlive();
  }

  override [kInspect](depth: number, options: object, inspect: (v: unknown, o: object) => string): string {
    return inspectAs(this, { aborted: this.aborted }, depth, options, inspect);
  }
}
defineHandlerProperty(AbortSignal.prototype, "abort");
for (const name of ["aborted", "reason", "throwIfAborted"]) {
  Object.defineProperty(AbortSignal.prototype, name, { enumerable: true });
}
Object.defineProperty(AbortSignal.prototype, Symbol.toStringTag, { value: "AbortSignal", configurable: true });

function expire(ref: WeakRef<AbortSignal>): void {
  const signal = ref.deref();
  if (signal === undefined) return;
  listenedTimeouts.delete(signal);
  abortSignal(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError"));
}

/** Whether a value is an AbortSignal of this realm. */
export function isAbortSignal(value: unknown): value is AbortSignal {
  return typeof value === "object" && value !== null && isSignal(value);
}

/** Tells its signal that what was begun is no longer wanted (DOM Standard, section 3.1). */
export class AbortController {
  // Made when somebody asks: many controllers are never looked at.
  #signal: AbortSignal | undefined = undefined;

  get signal(): AbortSignal {
    if (!(#signal in this)) throw new ERR_INVALID_THIS("AbortController");
    return (this.#signal ??= new AbortSignal(kMake));
  }
  /** Aborts the signal, by default with an AbortError as the reason. */
  abort(reason?: unknown): void {
    abortSignal(this.signal, reason);
  }
  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return inspectAs(this, { signal: this.signal }, depth, options, inspect);
  }
}
for (const name of ["signal", "abort"]) Object.defineProperty(AbortController.prototype, name, { enumerable: true });
Object.defineProperty(AbortController.prototype, Symbol.toStringTag, { value: "AbortController", configurable: true });
