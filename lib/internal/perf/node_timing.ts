/** `performance.nodeTiming`: the phases of the process. */
import perf from "binding:perf";
import { inspectAs, kInspect } from "../event_target/inspect";
import { now } from "./clock";
import { kMake, PerformanceEntry } from "./entry";

/** When the phase of the start ended; what was before the clock of `performance.now()` began is 0. */
const milestone = (name: string): number => Math.max(0, perf.milestone(name));

/** Milliseconds on the clock of `performance.now()`; -1 for what has not happened yet. */
const kTimes: Record<string, () => number> = {
  /** The same as `performance.now()`: the process still runs. */
  duration: now,
  /** The process began. */
  nodeStart: () => milestone("loader"),
  /** V8 began to be set up. */
  v8Start: () => milestone("options"),
  /** The built-in modules were ready to run programs. */
  bootstrapComplete: () => Math.max(milestone("restore"), milestone("bootstrap")),
  /** V8's context stood. */
  environment: () => milestone("context"),
  /** The main script had been evaluated, the loop began to run. */
  loopStart: () => perf.loopStart(),
  /** The loop ended; not -1 in 'exit' listeners only. */
  loopExit: () => perf.loopExit(),
  /** How long the loop waited for events. See `eventLoopUtilization` for its precision. */
  idleTime: () => perf.idleTime(),
};

export interface UvMetrics {
  /** Turns of the loop. */
  loopCount: number;
  /** Events that it handled. */
  events: number;
  /** Of which were waiting when it looked for them: counted from the first `eventLoopUtilization()` on. */
  eventsWaiting: number;
}

export class PerformanceNodeTiming extends PerformanceEntry {
  declare readonly nodeStart: number;
  declare readonly v8Start: number;
  declare readonly bootstrapComplete: number;
  declare readonly environment: number;
  declare readonly loopStart: number;
  declare readonly loopExit: number;
  declare readonly idleTime: number;
  declare readonly uvMetricsInfo: UvMetrics;

  constructor(key?: symbol) {
    super(key, "node", "node", 0, 0);
    const value = (name: string, fixed: unknown): void => {
      Object.defineProperty(this, name, { value: fixed, enumerable: true, configurable: true });
    };
    value("name", "node");
    value("entryType", "node");
    value("startTime", 0);
    for (const [name, get] of Object.entries(kTimes)) {
      Object.defineProperty(this, name, { get, enumerable: true, configurable: true });
    }
    const get = (): UvMetrics => {
      const [loopCount, events, eventsWaiting] = perf.uvMetrics() as [number, number, number];
      return { loopCount, events, eventsWaiting };
    };
    Object.defineProperty(this, "uvMetricsInfo", { get, enumerable: true, configurable: true });
  }

  override toJSON(): object {
    const { name, entryType, startTime, duration, nodeStart, v8Start, bootstrapComplete, environment } = this;
    const { loopStart, loopExit, idleTime } = this;
    const start = { name, entryType, startTime, duration, nodeStart, v8Start, bootstrapComplete, environment };
    return { ...start, loopStart, loopExit, idleTime };
  }
  override [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return inspectAs(this, this.toJSON(), depth, options, inspect);
  }
}

let timing: PerformanceNodeTiming | undefined;
/** The one there is. */
export function nodeTiming(): PerformanceNodeTiming {
  return (timing ??= new PerformanceNodeTiming(kMake));
}
