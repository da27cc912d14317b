/** `node:perf_hooks` */
import { coded } from "./internal/errors";
import { PerformanceEntry, PerformanceMark, PerformanceMeasure } from "./internal/perf/entry";
import { PerformanceObserver, PerformanceObserverEntryList } from "./internal/perf/observer";
import { Performance, performance } from "./internal/perf/performance";

const ERR_NOT_THERE = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  (name: string) => `The perf_hooks.${name}() method is not implemented`,
);

/** Not available: throws. */
export function monitorEventLoopDelay(): never {
  throw new ERR_NOT_THERE("monitorEventLoopDelay");
}
/** Not available: throws. */
export function createHistogram(): never {
  throw new ERR_NOT_THERE("createHistogram");
}

/** What kinds of garbage collection are called by number. */
export const constants = Object.freeze({
  NODE_PERFORMANCE_GC_MAJOR: 4,
  NODE_PERFORMANCE_GC_MINOR: 1,
  NODE_PERFORMANCE_GC_INCREMENTAL: 8,
  NODE_PERFORMANCE_GC_WEAKCB: 16,
  NODE_PERFORMANCE_GC_FLAGS_NO: 0,
  NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
  NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
  NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
  NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
  NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
  NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
});

export {
  Performance,
  performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
};
export default {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  monitorEventLoopDelay,
  createHistogram,
  performance,
  constants,
};
