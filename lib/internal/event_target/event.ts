/** Event and CustomEvent (DOM Standard, section 2). */
import { ERR_INVALID_THIS, ERR_MISSING_ARGS } from "../errors";
import { now } from "../perf/clock";
import { validateObject } from "../validators";
import { kInspect, inspectAs } from "./inspect";
import type { EventTarget } from "./event_target";

export interface EventInit {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

/** Marks an event that the runtime itself makes: its `isTrusted` is true. */
export const kTrusted = Symbol("trusted");

/** The side of an event that only EventTarget may see. */
export interface DispatchState {
  dispatching: boolean;
  stopped: boolean;
  inPassive: boolean;
  target: EventTarget | null;
  currentTarget: EventTarget | null;
}
let stateOf: (event: Event) => DispatchState;
let isEventObject: (value: any) => boolean;
/** Called by EventTarget when all listeners were called. */
let endDispatch: (event: Event) => void;

function check(value: any): void {
  if (!isEvent(value)) throw new ERR_INVALID_THIS("Event");
}

/** Something that happened, on its way through the listeners of an EventTarget. */
export class Event {
  static readonly NONE = 0;
  static readonly CAPTURING_PHASE = 1;
  static readonly AT_TARGET = 2;
  static readonly BUBBLING_PHASE = 3;
  declare readonly NONE: 0;
  declare readonly CAPTURING_PHASE: 1;
  declare readonly AT_TARGET: 2;
  declare readonly BUBBLING_PHASE: 3;

  #type: string;
  #bubbles: boolean;
  #cancelable: boolean;
  #composed: boolean;
  #trusted: boolean;
  #canceled = false;
  #propagationStopped = false;
  #timeStamp = now();
  #state: DispatchState = { dispatching: false, stopped: false, inPassive: false, target: null, currentTarget: null };

  static {
    stateOf = (event) => event.#state;
    isEventObject = (value) => #state in value;
    endDispatch = (event) => {
      event.#propagationStopped = false;
      const state = event.#state;
      state.dispatching = false;
      state.stopped = false;
      state.currentTarget = null;
    };
  }

  constructor(type: string, options?: EventInit | null) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("type");
    if (options != null) validateObject(options, "options", { array: true, func: true });
    this.#type = `${type}`;
    this.#bubbles = !!options?.bubbles;
    this.#cancelable = !!options?.cancelable;
    this.#composed = !!options?.composed;
    this.#trusted = (options as any)?.[kTrusted] === true;
  }

  get type(): string {
    check(this);
    return this.#type;
  }
  get target(): EventTarget | null {
    check(this);
    return this.#state.target;
  }
  /** The older name of `target`. */
  get srcElement(): EventTarget | null {
    check(this);
    return this.#state.target;
  }
  get currentTarget(): EventTarget | null {
    check(this);
    return this.#state.currentTarget;
  }
  /** AT_TARGET while listeners are called, NONE otherwise. */
  get eventPhase(): number {
    check(this);
    return this.#state.dispatching ? 2 : 0;
  }
  get bubbles(): boolean {
    check(this);
    return this.#bubbles;
  }
  get cancelable(): boolean {
    check(this);
    return this.#cancelable;
  }
  get composed(): boolean {
    check(this);
    return this.#composed;
  }
  /** True once a listener called `preventDefault` on a cancelable event. */
  get defaultPrevented(): boolean {
    check(this);
    return this.#canceled;
  }
  /** The older form of `!defaultPrevented`. */
  get returnValue(): boolean {
    check(this);
    return !this.#canceled;
  }
  set returnValue(value: boolean) {
    if (!value) this.preventDefault();
  }
  /** The older form of `stopPropagation`. */
  get cancelBubble(): boolean {
    check(this);
    return this.#propagationStopped;
  }
  set cancelBubble(value: boolean) {
    if (value) this.stopPropagation();
  }
  /** True for an event that the runtime made. */
  get isTrusted(): boolean {
    check(this);
    return this.#trusted;
  }
  /** When the event was made, in milliseconds on the clock of `performance.now()`. */
  get timeStamp(): number {
    check(this);
    return this.#timeStamp;
  }

  /** Sets `defaultPrevented`, if the event is cancelable and the listener did not promise to be passive. */
  preventDefault(): void {
    check(this);
    if (this.#cancelable && !this.#state.inPassive) this.#canceled = true;
  }
  /** Has no effect beyond `cancelBubble`: events do not travel through a tree here. */
  stopPropagation(): void {
    check(this);
    this.#propagationStopped = true;
  }
  /** No further listener is called for this event. */
  stopImmediatePropagation(): void {
    check(this);
    this.#propagationStopped = true;
    this.#state.stopped = true;
  }
  /** The target while the event is dispatched, nothing otherwise. */
  composedPath(): EventTarget[] {
    check(this);
    return this.#state.dispatching && this.#state.currentTarget ? [this.#state.currentTarget] : [];
  }
  /** The older way to fill in an event; the constructor is the better one. */
  initEvent(type: string, bubbles = false, cancelable = false): void {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("type");
    if (this.#state.dispatching) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
    this.#canceled = false;
    this.#propagationStopped = false;
    this.#state.stopped = false;
  }

  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const { type, defaultPrevented, cancelable, timeStamp } = this;
    return inspectAs(this, { type, defaultPrevented, cancelable, timeStamp }, depth, options, inspect);
  }
}

for (const [name, value] of [["NONE", 0], ["CAPTURING_PHASE", 1], ["AT_TARGET", 2], ["BUBBLING_PHASE", 3]] as const) {
  Object.defineProperty(Event, name, { value, enumerable: true });
  Object.defineProperty(Event.prototype, name, { value, enumerable: true });
}
const kShown = [
  "type", "target", "srcElement", "currentTarget", "composedPath", "eventPhase", "stopPropagation", "cancelBubble",
  "stopImmediatePropagation", "bubbles", "cancelable", "returnValue", "preventDefault", "defaultPrevented", "composed",
  "timeStamp", "initEvent", "isTrusted",
];
for (const name of kShown) Object.defineProperty(Event.prototype, name, { enumerable: true });
Object.defineProperty(Event.prototype, Symbol.toStringTag, { value: "Event", configurable: true });

/** Whether a value is an Event of this realm. */
export function isEvent(value: unknown): value is Event {
  return typeof value === "object" && value !== null && isEventObject(value);
}
export { stateOf, endDispatch };

/** An event that carries any value in `detail`. */
export class CustomEvent<T = unknown> extends Event {
  #detail: T;
  constructor(type: string, options?: (EventInit & { detail?: T }) | null) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("type");
    super(type, options);
    this.#detail = (options?.detail ?? null) as T;
  }
  get detail(): T {
    if (!isEvent(this) || !(#detail in this)) throw new ERR_INVALID_THIS("CustomEvent");
    return this.#detail;
  }
}
Object.defineProperty(CustomEvent.prototype, "detail", { enumerable: true });
Object.defineProperty(CustomEvent.prototype, Symbol.toStringTag, { value: "CustomEvent", configurable: true });
