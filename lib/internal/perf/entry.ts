/** PerformanceEntry and its kinds (Performance Timeline, section 4; User Timing Level 3). */
import { coded, ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS } from "../errors";
import { inspectAs, kInspect } from "../event_target/inspect";
import { validateNumber, validateObject } from "../validators";
import { now } from "./clock";

declare const structuredClone: ((value: any) => any) | undefined;

export const ERR_PERFORMANCE_INVALID_TIMESTAMP = coded(
  TypeError,
  "ERR_PERFORMANCE_INVALID_TIMESTAMP",
  (time: unknown) => `${time} is not a valid timestamp`,
);

/** Passed to constructors that programs may not call. */
export const kMake = Symbol("make");

/** One thing that happened, and how long it took, in milliseconds on the clock of `performance.now()`. */
export class PerformanceEntry {
  #name: string;
  #entryType: string;
  #startTime: number;
  #duration: number;

  constructor(key?: symbol, name = "", entryType = "", startTime = 0, duration = 0) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#name = name;
    this.#entryType = entryType;
    this.#startTime = startTime;
    this.#duration = duration;
  }
  get name(): string {
    return this.#name;
  }
  get entryType(): string {
    return this.#entryType;
  }
  get startTime(): number {
    return this.#startTime;
  }
  get duration(): number {
    return this.#duration;
  }
  toJSON(): object {
    const { name, entryType, startTime, duration } = this;
    return { name, entryType, startTime, duration };
  }
  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return inspectAs(this, this.toJSON(), depth, options, inspect);
  }
}

/** The copy that an entry keeps of `detail`. */
function copyOf(detail: unknown): unknown {
  if (detail === undefined || detail === null) return null;
  if (typeof detail !== "object" && typeof detail !== "function" && typeof detail !== "symbol") return detail;
  if (typeof structuredClone !== "function") throw new ERR_INVALID_ARG_TYPE("options.detail", "a primitive value", detail);
  return structuredClone(detail);
}

export interface MarkOptions {
  /** When it happened; now, by default. */
  startTime?: number;
  /** Anything that can be cloned. */
  detail?: unknown;
}

/** A moment with a name. */
export class PerformanceMark extends PerformanceEntry {
  #detail: unknown;

  constructor(name: string, options?: MarkOptions | null) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("name");
    const markName = `${name}`;
    if (options != null) validateObject(options, "options");
    const startTime = options?.startTime ?? now();
    validateNumber(startTime, "startTime");
    if (startTime < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(startTime);
    super(kMake, markName, "mark", startTime, 0);
    this.#detail = copyOf(options?.detail);
  }
  get detail(): unknown {
    return this.#detail;
  }
  override toJSON(): object {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

/** The time between two moments. */
export class PerformanceMeasure extends PerformanceEntry {
  #detail: unknown;

  constructor(key?: symbol, name?: string, startTime?: number, duration?: number, detail?: unknown) {
    super(key, name, "measure", startTime, duration);
    this.#detail = copyOf(detail);
  }
  get detail(): unknown {
    return this.#detail;
  }
  override toJSON(): object {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

/** An entry that the runtime makes, with what it has to say in `detail`: `timerify`'s `function` entries, for one. */
export class PerformanceNodeEntry extends PerformanceEntry {
  #detail: unknown;

  constructor(key?: symbol, name?: string, type?: string, startTime?: number, duration?: number, detail?: unknown) {
    super(key, name, type, startTime, duration);
    this.#detail = detail;
  }
  get detail(): unknown {
    return this.#detail;
  }
  override toJSON(): object {
    return { ...super.toJSON(), detail: this.#detail };
  }
}
