/** The `performance` object (High Resolution Time, Performance Timeline, User Timing). */
import { loadInternal } from "../builtins";
import { coded, ERR_ILLEGAL_CONSTRUCTOR, ERR_MISSING_ARGS } from "../errors";
import { DOMException } from "../event_target/dom_exception";
import { EventTarget } from "../event_target/event_target";
import { inspectAs, kInspect } from "../event_target/inspect";
import { now, timeOrigin } from "./clock";
import {
  ERR_PERFORMANCE_INVALID_TIMESTAMP,
  kMake,
  type MarkOptions,
  type PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
} from "./entry";
import type { RecordableHistogram } from "./histogram";
import type { PerformanceNodeTiming } from "./node_timing";
import { deliver } from "./observer";
import { clearMarks, clearMeasures, entriesOf, keep, timeOfMark } from "./timeline";
import { timerify } from "./timerify";
import type { Utilization } from "./utilization";

const ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS = coded(
  TypeError,
  "ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS",
  (what: string) => what,
);

export interface MeasureOptions {
  /** The name of a mark, or a time. */
  start?: string | number;
  end?: string | number;
  /** In place of `start` or `end`. */
  duration?: number;
  detail?: unknown;
}

/** A moment given by the name of a mark or as a number. */
function timeOf(moment: unknown): number {
  if (typeof moment === "number") {
    if (moment < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(moment);
    return moment;
  }
  const time = timeOfMark(`${moment as string}`);
  if (time === undefined) {
    throw new DOMException(`The "${moment as string}" performance mark has not been set`, "SyntaxError");
  }
  return time;
}

export class Performance extends EventTarget {
  constructor(key?: symbol) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  /** Milliseconds since the process started, with fractions; never goes back. */
  now(): number {
    return now();
  }
  /** When the process started, in milliseconds since 1970. */
  get timeOrigin(): number {
    return timeOrigin();
  }

  /** Makes a mark: a moment with a name. */
  mark(name: string, options?: MarkOptions | null): PerformanceMark {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("name");
    const mark = new PerformanceMark(name, options);
    keep(mark);
    deliver(mark);
    return mark;
  }

  /** Makes a measure: from a mark, a time or the start of the process, to a mark, a time or now. */
  measure(name: string, startOrOptions?: string | MeasureOptions | null, endMark?: string): PerformanceMeasure {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("name");
    let options: MeasureOptions = {};
    if (typeof startOrOptions === "object" && startOrOptions !== null) {
      options = startOrOptions;
      if (endMark !== undefined) throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS("endMark must not be specified");
    } else if (startOrOptions != null) {
      options = { start: startOrOptions };
    }
    if (endMark !== undefined) options = { ...options, end: endMark };
    const { start, end, duration, detail } = options;
    if (start !== undefined && end !== undefined && duration !== undefined) {
      throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS(
        "Must not have options.start, options.end, and options.duration specified",
      );
    }
    let endTime: number;
    if (end !== undefined) endTime = timeOf(end);
    else if (start !== undefined && duration !== undefined) endTime = timeOf(start) + timeOf(duration);
    else endTime = now();
    let startTime = 0;
    if (start !== undefined) startTime = timeOf(start);
    else if (end !== undefined && duration !== undefined) startTime = timeOf(end) - timeOf(duration);
    const measure = new PerformanceMeasure(kMake, `${name}`, startTime, endTime - startTime, detail);
    keep(measure);
    deliver(measure);
    return measure;
  }

  /** Drops the marks, or those of one name. */
  clearMarks(name?: string): void {
    clearMarks(name === undefined ? undefined : `${name}`);
  }
  /** Drops the measures, or those of one name. */
  clearMeasures(name?: string): void {
    clearMeasures(name === undefined ? undefined : `${name}`);
  }
  /** Marks and measures, by start time. */
  getEntries(): PerformanceEntry[] {
    return entriesOf();
  }
  getEntriesByName(name: string, type?: string): PerformanceEntry[] {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("name");
    return entriesOf(`${name}`, type == null ? undefined : `${type}`);
  }
  getEntriesByType(type: string): PerformanceEntry[] {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("type");
    return entriesOf(undefined, `${type}`);
  }

  /** Wraps a function so that each call makes a `function` entry, and is recorded in the `histogram`, if given. */
  timerify<F extends (...args: any[]) => any>(fn: F, options?: { histogram?: RecordableHistogram }): F {
    return timerify(fn, options);
  }
  /** Which part of the time the loop worked: since its start, since an earlier result, or between two results. */
  eventLoopUtilization(utilization1?: Utilization, utilization2?: Utilization): Utilization {
    return loadInternal("internal/perf/utilization")["eventLoopUtilization"](utilization1, utilization2);
  }
  /** The phases of the process. */
  get nodeTiming(): PerformanceNodeTiming {
    return loadInternal("internal/perf/node_timing")["nodeTiming"]();
  }

  toJSON(): object {
    const { nodeTiming, timeOrigin } = this;
    return { nodeTiming, timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }
  override [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const { nodeTiming, timeOrigin } = this;
    return inspectAs(this, { nodeTiming, timeOrigin }, depth, options, inspect);
  }
}
// Those of the web's are enumerable.
const kOfTheWeb = [
  "now", "timeOrigin", "mark", "measure", "clearMarks", "clearMeasures", "getEntries", "getEntriesByName",
  "getEntriesByType", "toJSON",
];
for (const name of kOfTheWeb) Object.defineProperty(Performance.prototype, name, { enumerable: true });
Object.defineProperty(Performance.prototype, Symbol.toStringTag, { value: "Performance", configurable: true });

/** The one `performance`. */
export const performance = new Performance(kMake);
