/** PerformanceObserver (Performance Timeline, section 5). */
import perf from "binding:perf";
import { loadInternal } from "../builtins";
import { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS } from "../errors";
import { DOMException } from "../event_target/dom_exception";
import { inspectAs, kInspect } from "../event_target/inspect";
import { validateFunction, validateObject } from "../validators";
import { setImmediate } from "../../timers";
import { kMake, type PerformanceEntry } from "./entry";
import { entriesOf, sorted } from "./timeline";

declare const process: any;
/** Sorted. Read when asked: whether there are long tasks is an option of the process. */
let supported: readonly string[] | undefined;
function supportedTypes(): readonly string[] {
  const longTasks = perf.hasLongTasks() ? ["longtask"] : [];
  return (supported ??= Object.freeze(["dns", "function", "gc", "http", ...longTasks, "mark", "measure", "net"]));
}

const observers = new Set<PerformanceObserver>();
const waiting = new Set<PerformanceObserver>();
let scheduled = false;
/** How many observers want each type: an entry that nobody wants costs one look. */
const wanted = new Map<string, number>();

/** Whether some observer wants entries of that type. */
export function isObserved(type: string): boolean {
  return (wanted.get(type) ?? 0) > 0;
}

/** Shows an entry to the observers that want its type; their callbacks run in the check phase. */
export function deliver(entry: PerformanceEntry): void {
  if (!isObserved(entry.entryType)) return;
  for (const observer of observers) take(observer, entry);
}

let take: (observer: PerformanceObserver, entry: PerformanceEntry) => void;
let call: (observer: PerformanceObserver) => void;

function schedule(observer: PerformanceObserver): void {
  waiting.add(observer);
  if (scheduled) return;
  scheduled = true;
  setImmediate(flush);
}

/** Calls the observers that wait. One that throws does not keep the others from being called, in a later turn. */
function flush(): void {
  scheduled = false;
  const all = [...waiting];
  waiting.clear();
  let done = 0;
  try {
    while (done < all.length) call(all[done++]!);
  } finally {
    for (const one of all.slice(done)) schedule(one);
  }
}

const sink = { deliver, flush };
/** Entries of these types are made by programs; all others come from the runtime, which is asked for them. */
const kFromPrograms = ["function", "mark", "measure"];
/** Not needed by programs that only make marks. */
const events = (): typeof import("./runtime_events") => loadInternal("internal/perf/runtime_events") as any;

function want(types: Iterable<string>, by: number): void {
  for (const type of types) {
    const count = (wanted.get(type) ?? 0) + by;
    wanted.set(type, count);
    if (!kFromPrograms.includes(type) && (count === 0 || count === by)) events().watch(type, count > 0, sink);
  }
}

/** The entries that an observer's callback gets. */
export class PerformanceObserverEntryList {
  #entries: PerformanceEntry[];
  constructor(key?: symbol, entries: PerformanceEntry[] = []) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#entries = sorted(entries);
  }
  /** All of them, by start time. */
  getEntries(): PerformanceEntry[] {
    return this.#entries.slice();
  }
  getEntriesByType(type: string): PerformanceEntry[] {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("type");
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }
  getEntriesByName(name: string, type?: string): PerformanceEntry[] {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("name");
    return this.#entries.filter(
      (entry) => entry.name === `${name}` && (type == null || entry.entryType === `${type}`),
    );
  }
  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return `${this.constructor.name} ${inspect(this.#entries, options)}`;
  }
}

export type ObserverCallback = (list: PerformanceObserverEntryList, observer: PerformanceObserver) => void;

/** Is told of new entries of the types it observes. */
export class PerformanceObserver {
  #callback: ObserverCallback;
  #types = new Set<string>();
  #buffer: PerformanceEntry[] = [];
  /** `observe` is called either once with `entryTypes` or any number of times with `type`. */
  #mode: "type" | "entryTypes" | undefined = undefined;

  static {
    take = (observer, entry) => {
      if (!observer.#types.has(entry.entryType)) return;
      observer.#buffer.push(entry);
      schedule(observer);
    };
    call = (observer) => {
      const entries = observer.takeRecords();
      if (entries.length > 0) Reflect.apply(observer.#callback, observer, [makeList(entries), observer]);
    };
  }

  /** The types of entries that there are. */
  static get supportedEntryTypes(): readonly string[] {
    return supportedTypes();
  }

  constructor(callback: ObserverCallback) {
    validateFunction(callback, "callback");
    this.#callback = callback;
  }

  /** Begins to observe the `entryTypes`, or one more `type`, there also the entries of the past when `buffered`. */
  observe(options: { entryTypes?: string[]; type?: string; buffered?: boolean } = {}): void {
    validateObject(options, "options");
    const { entryTypes, type, buffered } = options as { entryTypes?: unknown; type?: unknown; buffered?: unknown };
    if (entryTypes === undefined && type === undefined) {
      throw new ERR_MISSING_ARGS("options.entryTypes", "options.type");
    }
    if (entryTypes !== undefined && type !== undefined) {
      throw new ERR_INVALID_ARG_VALUE(
        "options.entryTypes",
        entryTypes,
        "options.entryTypes can not set with options.type together",
      );
    }
    const mode = type === undefined ? "entryTypes" : "type";
    if (this.#mode !== undefined && this.#mode !== mode) {
      const change = mode === "type" ? "single observation" : "multiple observations";
      throw new DOMException(`PerformanceObserver can not change to ${change}`, "InvalidModificationError");
    }
    if (mode === "entryTypes" && !Array.isArray(entryTypes)) {
      throw new ERR_INVALID_ARG_TYPE("options.entryTypes", "string[]", entryTypes);
    }
    const types = (mode === "type" ? [`${type as string}`] : (entryTypes as unknown[]).map(String)).filter(isSupported);
    if (types.length === 0) return;
    this.#mode = mode;
    if (mode === "entryTypes") {
      want(this.#types, -1);
      this.#types.clear();
    }
    for (const one of types) {
      if (this.#types.has(one)) continue;
      this.#types.add(one);
      want([one], 1);
    }
    observers.add(this);
    if (mode === "type" && buffered) {
      const past = types[0] === "longtask" ? events().pastLongTasks() : entriesOf(undefined, types[0]);
      this.#buffer = past.concat(this.#buffer.filter((entry) => entry.entryType !== types[0]));
      if (past.length > 0) schedule(this);
    }
  }

  /** Stops observing; what was not delivered yet is forgotten. */
  disconnect(): void {
    want(this.#types, -1);
    this.#types.clear();
    this.#buffer = [];
    this.#mode = undefined;
    observers.delete(this);
    waiting.delete(this);
  }

  /** The entries that were not delivered yet, which then are not delivered. */
  takeRecords(): PerformanceEntry[] {
    const entries = this.#buffer;
    this.#buffer = [];
    return entries;
  }

  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const shown = {
      connected: observers.has(this),
      pending: waiting.has(this),
      entryTypes: [...this.#types],
      buffer: this.#buffer,
    };
    return inspectAs(this, shown, depth, options, inspect);
  }
}

function makeList(entries: PerformanceEntry[]): PerformanceObserverEntryList {
  return new PerformanceObserverEntryList(kMake, entries);
}

/** As the standard has it, a type that does not exist is left out and a warning says so. */
function isSupported(type: string): boolean {
  if (supportedTypes().includes(type)) return true;
  process.emitWarning(`PerformanceObserver: the entry type '${type}' is not supported and is not observed`);
  return false;
}
